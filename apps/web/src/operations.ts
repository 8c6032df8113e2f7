// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Breakdown =
  'INDUSTRY_PAIR' | 'MATERIAL_BRANCH' | 'MONTH' | 'MUNICIPALITY' | 'QUARTER' | 'WASTE_STEP' | 'YEAR';

export type CheckResult = 'FAIL' | 'PASS' | 'UNKNOWN';

export type ChoosePublicFiguresInput = {
  /** Any but POTENTIAL, which is never published. */
  readonly bases: ReadonlyArray<FigureBasis>;
  readonly clusterId: string;
  /** Names of figures, as circularity has them. */
  readonly figures: ReadonlyArray<string>;
  readonly idempotencyKey?: string | null | undefined;
  /** Calendar years, at most ten; none takes the page off. */
  readonly years: ReadonlyArray<number>;
};

export type EntryKind = 'AGREED' | 'CORRECTED' | 'DELIVERED' | 'VERIFIED';

export type FigureBasis = 'AGREED' | 'DELIVERED' | 'POTENTIAL' | 'VERIFIED';

/** HIERARCHY: waste avoided by step of the waste hierarchy. CLIMATE: terms of the CO2e avoided. RESOURCES: landfill, hazardous waste, energy and water. MONEY: at reference prices. NETWORK: shares of exchanges. LIFETIME: since the first entry, never to be added to a year. ADDITIONALITY: with and without what was there before the platform. */
export type FigureFamily =
  'ADDITIONALITY' | 'CLIMATE' | 'HIERARCHY' | 'LIFETIME' | 'MONEY' | 'NETWORK' | 'RESOURCES';

/** Which number is meant, as a Figure says it. */
export type FigureInput = {
  readonly basis: FigureBasis;
  /** Of a part of a breakdown; of a part by time its days say enough. */
  readonly by?: Breakdown | null | undefined;
  /** The cluster whose number it is; the firm acted for where it is left out. */
  readonly clusterId?: string | null | undefined;
  /** Of a firm; half of what it gives and takes where it is left out. */
  readonly direction?: FlowDirection | null | undefined;
  /** Another factor set than the one in use. */
  readonly factorSet?: string | null | undefined;
  /** First day covered. */
  readonly from: string;
  /** Key of the part. */
  readonly key?: string | null | undefined;
  readonly name: string;
  /** Last day covered. */
  readonly to: string;
};

export type FirmFigureBasis = 'AGREED' | 'DELIVERED' | 'VERIFIED';

/** BUYER states needs, negotiates, agrees, delivers and discloses needs; PLANT_MANAGER lists and discloses offers as well; FIRM_ADMIN says besides who takes part and makes keys. */
export type FirmRole = 'BUYER' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type FirstAccountInput = {
  /** Of the cluster that is made. */
  readonly clusterName: string;
  /** To sign in with. */
  readonly email: string;
  /** Of the person. */
  readonly name: string;
  /** 12 to 128 letters. */
  readonly password: string;
  /** Short name of the cluster, for addresses. */
  readonly slug: string;
};

export type FlowDirection = 'INCOMING' | 'OUTGOING';

export type FunnelStageName =
  'AGREED' | 'DELIVERING' | 'LISTED' | 'MATCHED' | 'PROPOSED' | 'SEEN' | 'VERIFIED';

/** turnoverGained: added sales and cost cut. rawMaterialSpared: virgin material displaced and waste avoided. */
export type GoalFigure =
  | 'crossIndustryExchanges'
  | 'energyMoved'
  | 'exchanges'
  | 'firms'
  | 'gasMoved'
  | 'materialMoved'
  | 'netCo2eAvoided'
  | 'piecesMoved'
  | 'rawMaterialSpared'
  | 'salesValue'
  | 'transportWork'
  | 'turnoverGained'
  | 'virginMaterialDisplaced'
  | 'volumeMoved';

export type InvitationKind = 'CLUSTER' | 'FIRM' | 'FIRST' | 'NEW_FIRM';

export type MatchState = 'AGREED' | 'DECLINED' | 'EXPIRED' | 'NEGOTIATING' | 'OPEN' | 'SUPERSEDED';

export type NotificationChannel = 'MAIL';

/** INSTANT: within a minute, together with what comes meanwhile. DAILY: at seven in Oslo. WEEKLY: on Mondays at seven. */
export type NotificationRhythm = 'DAILY' | 'INSTANT' | 'OFF' | 'WEEKLY';

export type NotificationSettingInput = {
  readonly channel: NotificationChannel;
  readonly rhythm: NotificationRhythm;
  readonly topic: NotificationTopic;
};

/** NEGOTIATION: proposals and agreements. REMINDERS: listings that fade, agreements near their end. */
export type NotificationTopic = 'MATCHES' | 'NEGOTIATION' | 'REMINDERS' | 'WATCHES';

export type Period = 'DAY' | 'MONTH' | 'ONCE' | 'WEEK' | 'YEAR';

export type PresetGoalsInput = {
  /** Calendar year of the baseline. */
  readonly baselineYear: number;
  /** The cluster whose staff sets it; the firm acted for where it is left out. */
  readonly clusterId?: string | null | undefined;
  readonly dueOn: string;
  readonly idempotencyKey?: string | null | undefined;
  /** What the baseline covers. */
  readonly scope: string;
};

export type RatioStandard = 'CIRCLEAN' | 'EMF_MCI' | 'ISO_59020';

/** What the firm states of a calendar year that is over. What is left out is not known, never nothing. */
export type ReferenceTotalsInput = {
  /** t CO2e; scope says what it includes */
  readonly co2e?: string | null | undefined;
  /** MWh used */
  readonly energy?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** t, all material taken in, exchanges included */
  readonly rawMaterial?: string | null | undefined;
  /** t of it recycled, secondary or by-products, exchanges included */
  readonly recycledInput?: string | null | undefined;
  /** MWh of it from renewable sources */
  readonly renewableEnergy?: string | null | undefined;
  /** t of it grown and not recycled */
  readonly renewableInput?: string | null | undefined;
  /** What the amounts cover: which sites, and of CO2e whether transport and third-party deliveries are in it. */
  readonly scope: string;
  /** NOK */
  readonly turnover?: string | null | undefined;
  /** t of waste disposed of */
  readonly wasteDisposed?: string | null | undefined;
  /** t of waste recycled */
  readonly wasteRecycled?: string | null | undefined;
  /** t of waste prepared for reuse; by-products handed over in exchanges are no waste */
  readonly wasteReused?: string | null | undefined;
  /** t of waste used for energy */
  readonly wasteToEnergy?: string | null | undefined;
  /** t of waste used as fill or cover */
  readonly wasteToFill?: string | null | undefined;
  /** m3 used */
  readonly water?: string | null | undefined;
  readonly year: number;
};

/** In a firm or in a cluster. */
export type Role = 'AUDITOR' | 'BUYER' | 'CLUSTER_STAFF' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type SetGoalInput = {
  /** In that unit; taken from the totals stated of the year where it is left out. */
  readonly baseline?: string | null | undefined;
  /** Calendar year of the baseline. */
  readonly baselineYear: number;
  /** Wished part of the baseline, 0.2 for 20 %. */
  readonly change: string;
  /** The cluster whose staff sets it; the firm acted for where it is left out. */
  readonly clusterId?: string | null | undefined;
  readonly dueOn: string;
  readonly figure: GoalFigure;
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
  /** The goal that this one stands for from now on; that one stays as it was. */
  readonly replaces?: string | null | undefined;
  /** What the baseline covers. */
  readonly scope: string;
  /** That of the figure. */
  readonly unit: string;
};

export type SetNotificationsInput = {
  /** What is not named stays as it is. */
  readonly settings: ReadonlyArray<NotificationSettingInput>;
};

export type Side = 'NEED' | 'OFFER';

/** FEW_FIRMS: fewer than three firms behind it. DOMINATED: one firm is party to half or more. DERIVABLE: beside what is published, one firm's amount could be reckoned. NOT_CLOSED: no quarter of the period is closed. NEVER_PUBLISHED: for the cluster's own staff only. SEALED: money is told for whole calendar years, as it is published. NOT_KNOWN: no entry tells it and no factor, or there is nothing to take a share of. */
export type WithheldReason =
  'DERIVABLE' | 'DOMINATED' | 'FEW_FIRMS' | 'NEVER_PUBLISHED' | 'NOT_CLOSED' | 'NOT_KNOWN' | 'SEALED';

export type ShownFigureFragment = {
  readonly __typename: 'Figure';
  readonly name: string;
  readonly value: string | null;
  readonly unit: string;
  readonly basis: FigureBasis;
  readonly withheld: boolean;
  readonly withheldReason: WithheldReason | null;
  readonly entryCount: number | null;
  readonly factorSet: string;
  readonly family: FigureFamily | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly missingFactors: ReadonlyArray<string>;
  readonly from: string;
  readonly to: string;
};

export type BoardClustersQueryVariables = Exact<{ [key: string]: never }>;

export type BoardClustersQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly clusters: ReadonlyArray<{
      readonly __typename: 'Cluster';
      readonly id: string;
      readonly name: string;
      readonly slug: string;
    }>;
  } | null;
};

export type BoardFiguresQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  factorSet?: string | null | undefined;
}>;

export type BoardFiguresQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly from: string;
    readonly to: string;
    readonly publishedUntil: string | null;
    readonly figures: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    readonly flows: ReadonlyArray<{
      readonly __typename: 'Flow';
      readonly fromIndustry: string;
      readonly toIndustry: string;
      readonly value: string | null;
      readonly unit: string;
      readonly withheld: boolean;
      readonly withheldReason: WithheldReason | null;
      readonly material: {
        readonly __typename: 'Material';
        readonly id: string;
        readonly label: string;
        readonly english: string;
      } | null;
    }>;
    readonly goals: ReadonlyArray<{
      readonly __typename: 'GoalProgress';
      readonly id: string;
      readonly figure: GoalFigure;
      readonly name: string;
      readonly target: string;
      readonly baseline: string | null;
      readonly baselineYear: number | null;
      readonly contribution: string | null;
      readonly share: number | null;
      readonly unit: string;
      readonly dueOn: string;
      readonly withheld: boolean;
      readonly withheldReason: WithheldReason | null;
      readonly scope: string;
      readonly delivered: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
      readonly verified: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
      readonly forecast: {
        readonly __typename: 'GoalForecast';
        readonly method: string;
        readonly contribution: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
      } | null;
    }>;
  };
};

export type ToGoalFragment = {
  readonly __typename: 'GoalContribution';
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly share: number | null;
  readonly missing: ReadonlyArray<string>;
  readonly withheld: boolean;
  readonly withheldReason: WithheldReason | null;
};

export type BoardIndicatorsQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  factorSet?: string | null | undefined;
}>;

export type BoardIndicatorsQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly indicators: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
  };
};

export type BoardBreakdownQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  factorSet?: string | null | undefined;
  by: Breakdown;
}>;

export type BoardBreakdownQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly breakdown: ReadonlyArray<{
      readonly __typename: 'FigureGroup';
      readonly key: string;
      readonly label: string;
      readonly material: {
        readonly __typename: 'Material';
        readonly id: string;
        readonly label: string;
        readonly english: string;
      } | null;
      readonly figures: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    }>;
  };
};

export type BoardHeatQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type BoardHeatQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly heatByMonth: {
      readonly __typename: 'HeatByMonth';
      readonly unit: string;
      readonly offeredUnspread: string;
      readonly neededUnspread: string;
      readonly months: ReadonlyArray<{
        readonly __typename: 'HeatMonth';
        readonly month: number;
        readonly offered: string;
        readonly needed: string;
        readonly coincides: string;
      }>;
    } | null;
  };
};

export type BoardRatiosQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type BoardRatiosQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly ratios: ({ readonly __typename: 'CircularityRatios' } & ShownRatiosFragment) | null;
  };
};

export type ShownRatiosFragment = {
  readonly __typename: 'CircularityRatios';
  readonly year: number;
  readonly ratios: ReadonlyArray<{
    readonly __typename: 'Ratio';
    readonly name: string;
    readonly standard: RatioStandard;
    readonly core: boolean;
    readonly formula: string;
    readonly unit: string;
    readonly value: string | null;
    readonly lacks: string | null;
  }>;
  readonly totals: ReadonlyArray<{
    readonly __typename: 'ReferenceAmount';
    readonly measure: string;
    readonly unit: string;
    readonly value: string | null;
    readonly firmCount: number | null;
  }>;
};

export type BoardMarketQueryVariables = Exact<{
  clusterId: string;
}>;

export type BoardMarketQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly overview: {
      readonly __typename: 'WorkbenchOverview';
      readonly funnel: ReadonlyArray<{
        readonly __typename: 'FunnelStage';
        readonly stage: FunnelStageName;
        readonly reached: number;
        readonly share: number | null;
        readonly waiting: number;
        readonly medianDays: number | null;
        readonly declined: number;
        readonly expired: number;
      }>;
    };
    readonly unused: ReadonlyArray<{
      readonly __typename: 'UnusedPotential';
      readonly area: string;
      readonly streams: number;
      readonly yearly: string;
      readonly unit: string;
      readonly material: {
        readonly __typename: 'Material';
        readonly id: string;
        readonly label: string;
        readonly english: string;
      };
      readonly obstacles: ReadonlyArray<{
        readonly __typename: 'PotentialObstacle';
        readonly name: string;
        readonly streams: number;
        readonly yearly: string;
      }>;
    }>;
  } | null;
};

export type BoardFactorSetsQueryVariables = Exact<{ [key: string]: never }>;

export type BoardFactorSetsQuery = {
  readonly factorSets: ReadonlyArray<{
    readonly __typename: 'FactorSet';
    readonly id: string;
    readonly inUse: boolean;
  }>;
};

export type FirmFiguresReportQueryVariables = Exact<{
  from: string;
  to: string;
  basis: FirmFigureBasis;
}>;

export type FirmFiguresReportQuery = {
  readonly firmFigures: {
    readonly __typename: 'FirmFigures';
    readonly outgoing: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    readonly incoming: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    readonly attributed: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
  };
};

export type FirmGoalsReportQueryVariables = Exact<{
  from: string;
  to: string;
}>;

export type FirmGoalsReportQuery = {
  readonly firmGoals: ReadonlyArray<{
    readonly __typename: 'FirmGoal';
    readonly id: string;
    readonly figure: GoalFigure;
    readonly name: string;
    readonly target: string;
    readonly baseline: string;
    readonly baselineYear: number | null;
    readonly unit: string;
    readonly dueOn: string;
    readonly scope: string;
    readonly delivered: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
    readonly verified: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
    readonly forecast: {
      readonly __typename: 'GoalForecast';
      readonly method: string;
      readonly contribution: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
    } | null;
  }>;
};

export type FirmRatiosReportQueryVariables = Exact<{
  year: number;
}>;

export type FirmRatiosReportQuery = {
  readonly firmRatios: { readonly __typename: 'CircularityRatios' } & ShownRatiosFragment;
};

export type StatedTotalsQueryVariables = Exact<{
  year?: number | null | undefined;
}>;

export type StatedTotalsQuery = {
  readonly referenceTotals: ReadonlyArray<{
    readonly __typename: 'ReferenceTotals';
    readonly id: string;
    readonly year: number;
    readonly version: number;
    readonly scope: string;
    readonly recordedAt: string;
    readonly amounts: ReadonlyArray<{
      readonly __typename: 'ReferenceAmount';
      readonly measure: string;
      readonly unit: string;
      readonly value: string | null;
    }>;
  }>;
};

export type RecordReferenceTotalsMutationVariables = Exact<{
  input: ReferenceTotalsInput;
}>;

export type RecordReferenceTotalsMutation = {
  readonly recordReferenceTotals:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ReferenceTotalsRecorded';
        readonly totals: {
          readonly __typename: 'ReferenceTotals';
          readonly id: string;
          readonly year: number;
          readonly version: number;
        };
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type SetGoalMutationVariables = Exact<{
  input: SetGoalInput;
}>;

export type SetGoalMutation = {
  readonly setGoal:
    | ({ readonly __typename: 'ConflictError' } & GoalsOutcome_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & GoalsOutcome_ForbiddenError_Fragment)
    | ({ readonly __typename: 'GoalsSet' } & GoalsOutcome_GoalsSet_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & GoalsOutcome_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & GoalsOutcome_ValidationError_Fragment);
};

export type SetPresetGoalsMutationVariables = Exact<{
  input: PresetGoalsInput;
}>;

export type SetPresetGoalsMutation = {
  readonly setPresetGoals:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'GoalsSet';
        readonly goals: ReadonlyArray<{
          readonly __typename: 'Goal';
          readonly id: string;
          readonly name: string;
        }>;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

type GoalsOutcome_ConflictError_Fragment = {
  readonly __typename: 'ConflictError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type GoalsOutcome_ForbiddenError_Fragment = {
  readonly __typename: 'ForbiddenError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type GoalsOutcome_GoalsSet_Fragment = {
  readonly __typename: 'GoalsSet';
  readonly goals: ReadonlyArray<{ readonly __typename: 'Goal'; readonly id: string; readonly name: string }>;
};

type GoalsOutcome_NotFoundError_Fragment = {
  readonly __typename: 'NotFoundError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type GoalsOutcome_ValidationError_Fragment = {
  readonly __typename: 'ValidationError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

export type GoalsOutcomeFragment =
  | GoalsOutcome_ConflictError_Fragment
  | GoalsOutcome_ForbiddenError_Fragment
  | GoalsOutcome_GoalsSet_Fragment
  | GoalsOutcome_NotFoundError_Fragment
  | GoalsOutcome_ValidationError_Fragment;

export type ListingToConfirmQueryVariables = Exact<{
  token: string;
}>;

export type ListingToConfirmQuery = {
  readonly listingToConfirm: {
    readonly __typename: 'ListingToConfirm';
    readonly title: string;
    readonly side: Side;
    readonly confirmBy: string | null;
    readonly confirmed: boolean;
  } | null;
};

export type ConfirmListingByLinkMutationVariables = Exact<{
  token: string;
}>;

export type ConfirmListingByLinkMutation = {
  readonly confirmListingByLink:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'ForbiddenError'; readonly message: string }
    | {
        readonly __typename: 'ListingConfirmed';
        readonly listing: {
          readonly __typename: 'ListingToConfirm';
          readonly title: string;
          readonly side: Side;
          readonly confirmBy: string | null;
          readonly confirmed: boolean;
        };
      }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type PublicFiguresQueryVariables = Exact<{
  clusterId: string;
}>;

export type PublicFiguresQuery = {
  readonly publicFigures: ReadonlyArray<{
    readonly __typename: 'PublicFiguresChoice';
    readonly years: ReadonlyArray<number>;
    readonly figures: ReadonlyArray<string>;
    readonly bases: ReadonlyArray<FigureBasis>;
    readonly chosenAt: string;
    readonly chosenBy: string | null;
  }>;
};

export type PublicFiguresPreviewQueryVariables = Exact<{
  input: ChoosePublicFiguresInput;
}>;

export type PublicFiguresPreviewQuery = {
  readonly publicFiguresPreview: ReadonlyArray<{
    readonly __typename: 'PublicFiguresYear';
    readonly year: number;
    readonly basis: FigureBasis;
    readonly figures: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
  }>;
};

export type ChoosePublicFiguresMutationVariables = Exact<{
  input: ChoosePublicFiguresInput;
}>;

export type ChoosePublicFiguresMutation = {
  readonly choosePublicFigures:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'PublicFiguresChosen';
        readonly choice: {
          readonly __typename: 'PublicFiguresChoice';
          readonly years: ReadonlyArray<number>;
          readonly figures: ReadonlyArray<string>;
          readonly bases: ReadonlyArray<FigureBasis>;
          readonly chosenAt: string;
          readonly chosenBy: string | null;
        };
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type FactorChangeReportQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  fromSet: string;
  toSet: string;
}>;

export type FactorChangeReportQuery = {
  readonly factorChange: {
    readonly __typename: 'FactorChange';
    readonly unit: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly entryCount: number;
    readonly fromSet: string;
    readonly toSet: string;
    readonly because: ReadonlyArray<{
      readonly __typename: 'FactorEffect';
      readonly factor: string;
      readonly factorUnit: string;
      readonly before: string | null;
      readonly after: string | null;
      readonly effect: string;
      readonly entryCount: number;
    }>;
  };
};

export type LoadedFactorSetsQueryVariables = Exact<{ [key: string]: never }>;

export type LoadedFactorSetsQuery = {
  readonly factorSets: ReadonlyArray<{
    readonly __typename: 'FactorSet';
    readonly id: string;
    readonly inUse: boolean;
    readonly usedFrom: string | null;
    readonly note: string;
  }>;
};

export type CircularityQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type CircularityQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly from: string;
    readonly to: string;
    readonly figures: ReadonlyArray<{
      readonly __typename: 'Figure';
      readonly name: string;
      readonly value: string | null;
      readonly unit: string;
      readonly basis: FigureBasis;
      readonly withheld: boolean;
      readonly factorSet: string;
    }>;
    readonly goals: ReadonlyArray<{
      readonly __typename: 'GoalProgress';
      readonly name: string;
      readonly target: string;
      readonly contribution: string | null;
      readonly share: number | null;
      readonly unit: string;
      readonly dueOn: string;
      readonly withheld: boolean;
      readonly scope: string;
    }>;
  };
};

export type InvitationQueryVariables = Exact<{
  token: string;
}>;

export type InvitationQuery = {
  readonly invitation: {
    readonly __typename: 'InvitationPreview';
    readonly kind: InvitationKind;
    readonly organisation: string | null;
    readonly role: Role;
    readonly email: string | null;
    readonly hasAccount: boolean;
    readonly personName: string | null;
    readonly slug: string | null;
  } | null;
};

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  name: string;
  password: string;
}>;

export type AcceptInvitationMutation = {
  readonly acceptInvitation:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'InvitationAccepted' }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type JoinByInvitationMutationVariables = Exact<{
  token: string;
}>;

export type JoinByInvitationMutation = {
  readonly joinByInvitation:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'InvitationAccepted' }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type MakeFirstClusterMutationVariables = Exact<{
  token: string;
  input: FirstAccountInput;
}>;

export type MakeFirstClusterMutation = {
  readonly makeFirstCluster:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'InvitationAccepted' }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type MatchesQueryVariables = Exact<{ [key: string]: never }>;

export type MatchesQuery = {
  readonly matches: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: { readonly __typename: 'Match' } & WholeMatchFragment;
    }>;
    readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
  };
};

export type MatchFoundSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;

export type MatchFoundSubscription = {
  readonly matchFound: {
    readonly __typename: 'MatchEvent';
    readonly cursor: string;
    readonly match: { readonly __typename: 'Match' } & WholeMatchFragment;
  };
};

export type SideOfMatchFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  readonly area: string;
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
  readonly material: { readonly __typename: 'Material'; readonly nb: string; readonly en: string };
};

export type WholeMatchFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly state: MatchState;
  readonly score: number;
  readonly distanceKm: number;
  readonly distanceBasis: string;
  readonly netCo2eKg: string;
  readonly crossIndustry: boolean;
  readonly ruleSet: string;
  readonly factorSet: string;
  readonly terms: ReadonlyArray<{
    readonly __typename: 'ScoreTerm';
    readonly name: string;
    readonly contribution: number;
    readonly detail: string;
  }>;
  readonly checks: ReadonlyArray<{
    readonly __typename: 'Check';
    readonly name: string;
    readonly result: CheckResult;
    readonly detail: string;
  }>;
  readonly quantity: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
  readonly offer: { readonly __typename: 'Listing' } & SideOfMatchFragment;
  readonly need: { readonly __typename: 'Listing' } & SideOfMatchFragment;
};

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type NotificationSettingsQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly notificationSettings: ReadonlyArray<{
      readonly __typename: 'NotificationSetting';
      readonly channel: NotificationChannel;
      readonly topic: NotificationTopic;
      readonly rhythm: NotificationRhythm;
    }>;
  } | null;
};

export type SetNotificationsMutationVariables = Exact<{
  input: SetNotificationsInput;
}>;

export type SetNotificationsMutation = {
  readonly setNotifications:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'ForbiddenError'; readonly message: string }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | {
        readonly __typename: 'NotificationsSet';
        readonly settings: ReadonlyArray<{
          readonly __typename: 'NotificationSetting';
          readonly channel: NotificationChannel;
          readonly topic: NotificationTopic;
          readonly rhythm: NotificationRhythm;
        }>;
      }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type FigureEntriesQueryVariables = Exact<{
  figure: FigureInput;
  first: number;
  after?: string | null | undefined;
}>;

export type FigureEntriesQuery = {
  readonly figureEntries: {
    readonly __typename: 'LedgerEntryConnection';
    readonly withheldReason: WithheldReason | null;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: ReadonlyArray<{
      readonly __typename: 'LedgerEntryEdge';
      readonly cursor: string;
      readonly node: {
        readonly __typename: 'LedgerEntry';
        readonly id: string;
        readonly kind: EntryKind;
        readonly occurredOn: string;
        readonly recordedAt: string;
        readonly amount: string;
        readonly unit: string;
        readonly yearly: boolean;
        readonly brings: string | null;
        readonly bringsUnit: string;
        readonly fromIndustry: string;
        readonly toIndustry: string;
        readonly reverses: string | null;
        readonly factorSet: string;
        readonly material: {
          readonly __typename: 'Material';
          readonly id: string;
          readonly label: string;
          readonly english: string;
        };
      };
    }>;
  };
};

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleViewerQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly name: string;
    readonly actingFor: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
    readonly memberships: ReadonlyArray<{
      readonly __typename: 'FirmMembership';
      readonly role: FirmRole;
      readonly firm: {
        readonly __typename: 'Firm';
        readonly id: string;
        readonly name: string;
        readonly sites: ReadonlyArray<{
          readonly __typename: 'Site';
          readonly id: string;
          readonly name: string;
        }>;
      };
    }>;
    readonly clusterMemberships: ReadonlyArray<{
      readonly __typename: 'ClusterMembership';
      readonly role: Role;
      readonly cluster: {
        readonly __typename: 'Cluster';
        readonly id: string;
        readonly name: string;
        readonly slug: string;
      };
    }>;
  } | null;
};

export type ActForMutationVariables = Exact<{
  firmId: string;
}>;

export type ActForMutation = {
  readonly actFor:
    | {
        readonly __typename: 'ActingForChanged';
        readonly viewer: { readonly __typename: 'Viewer'; readonly name: string };
      }
    | { readonly __typename: 'NotFoundError'; readonly message: string };
};

export const POSSIBLE_TYPES = {
  Node: [
    'Agreement',
    'ApiKey',
    'Cluster',
    'Delivery',
    'DeliveryImport',
    'DeliveryPaper',
    'DisclosureGrant',
    'DisclosureRequest',
    'Firm',
    'FollowedMatch',
    'Hint',
    'HintForUs',
    'InboxEntry',
    'Invitation',
    'Listing',
    'ListingDraft',
    'Match',
    'MatchNote',
    'Material',
    'Member',
    'NextStep',
    'Proposal',
    'Site',
    'UnknownTask',
    'Watch',
    'WatchHit',
    'Webhook',
    'WebhookDelivery',
    'Workshop',
  ],
  UserError: ['ConflictError', 'ForbiddenError', 'NotFoundError', 'ValidationError'],
};
