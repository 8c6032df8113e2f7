// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccessLogKind =
  | 'INVITATION_REVOKED'
  | 'INVITED'
  | 'JOINED'
  | 'KEY_MADE'
  | 'KEY_REVOKED'
  | 'LEFT'
  | 'LISTING_CONFIRMED'
  | 'LISTING_PAUSED'
  | 'LISTING_RESUMED'
  | 'LISTING_REVISED'
  | 'LISTING_WITHDRAWN'
  | 'REMOVED'
  | 'ROLE_CHANGED'
  | 'STAFF_EDITING_ALLOWED'
  | 'STAFF_EDITING_ENDED'
  | 'WEBHOOK_CHANGED'
  | 'WEBHOOK_ENABLED'
  | 'WEBHOOK_MADE'
  | 'WEBHOOK_REMOVED'
  | 'WEBHOOK_SECRET_MADE';

export type CheckResult = 'FAIL' | 'PASS' | 'UNKNOWN';

export type ClusterRole = 'AUDITOR' | 'CLUSTER_STAFF';

export type DeclineReason =
  | 'DISTANCE'
  | 'HAVE_PARTNER'
  | 'NOT_CREDIBLE'
  | 'OTHER'
  | 'PERMIT'
  | 'PRICE'
  | 'QUALITY'
  | 'TIMING'
  | 'VOLUME';

export type FigureBasis = 'AGREED' | 'DELIVERED' | 'POTENTIAL' | 'VERIFIED';

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

export type FunnelStageName =
  'AGREED' | 'DELIVERING' | 'LISTED' | 'MATCHED' | 'PROPOSED' | 'SEEN' | 'VERIFIED';

/** TIED: a firm is asked whether it is so. CLAIMED: the firm has it as a draft of its own. REJECTED: it is not so, and only that is left. */
export type HintState = 'CLAIMED' | 'REJECTED' | 'TIED' | 'UNCLAIMED';

export type InvitationKind = 'CLUSTER' | 'FIRM' | 'FIRST' | 'NEW_FIRM';

export type InvitationState = 'ACCEPTED' | 'EXPIRED' | 'OPEN' | 'REVOKED';

export type InviteFirmInput = {
  /** One of the viewer's own clusters. */
  readonly clusterId: string;
  /** Of the firm's first administrator. */
  readonly email: string;
  /** Unclaimed hints of the cluster that are meant: told to the firm once it takes part. */
  readonly hintIds?: ReadonlyArray<string> | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail. */
  readonly language?: MailLanguage;
  /** Of the site, with longitude; the middle of the municipality when nothing is said. */
  readonly latitude?: number | null | undefined;
  /** Of the site, with latitude. */
  readonly longitude?: number | null | undefined;
  /** Four digits, such as 3401. */
  readonly municipalityNumber: string;
  /** NACE Rev. 2 class, such as 16.10. */
  readonly naceCode: string;
  /** As it is registered. */
  readonly name: string;
  /** Nine digits, the last a check digit. */
  readonly orgNumber: string;
  /** Name of its first site. */
  readonly siteName: string;
};

export type InvitePersonInput = {
  /** Where the link goes, and who must accept it. */
  readonly email: string;
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail. */
  readonly language?: MailLanguage;
  /** What the person will be in the firm acted for. */
  readonly role: FirmRole;
};

export type InviteStaffInput = {
  /** One of the viewer's own clusters. */
  readonly clusterId: string;
  /** Where the link goes, and who must accept it. */
  readonly email: string;
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail. */
  readonly language?: MailLanguage;
  /** What the person will be in the cluster. */
  readonly role: ClusterRole;
};

export type ListingState = 'ACTIVE' | 'DRAFT' | 'EXPIRED' | 'FULFILLED' | 'PAUSED' | 'WITHDRAWN';

export type MailLanguage = 'EN' | 'NB';

export type MatchNoteInput = {
  /** The cluster whose staff the viewer is. */
  readonly clusterId: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly matchId: string;
  /** At most 2000 characters; firms never read it. */
  readonly text: string;
};

export type MatchState = 'AGREED' | 'DECLINED' | 'EXPIRED' | 'NEGOTIATING' | 'OPEN' | 'SUPERSEDED';

export type NextStepInput = {
  /** One of the cluster's staff; the viewer where left out. */
  readonly assignedTo?: string | null | undefined;
  /** The cluster whose staff the viewer is. */
  readonly clusterId: string;
  /** Its day in Europe/Oslo counts. */
  readonly dueOn: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly matchId: string;
  /** At most 300 characters; firms never read it. */
  readonly text: string;
};

export type NextStepOutcome = 'DONE' | 'REPLACED';

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

export type OpenWorkshopInput = {
  /** One of the viewer's own clusters. */
  readonly clusterId: string;
  /** The day in Europe/Oslo. */
  readonly heldOn: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
};

export type PaceStep = 'AGREEMENT' | 'FIRST_MATCH' | 'FIRST_PROPOSAL';

/** Whose offer it is, and whose need. */
export type Party = 'GIVER' | 'TAKER';

export type Period = 'DAY' | 'MONTH' | 'ONCE' | 'WEEK' | 'YEAR';

export type RecordWorkshopCardsInput = {
  readonly cards: ReadonlyArray<WorkshopCardInput>;
  readonly idempotencyKey?: string | null | undefined;
  readonly workshopId: string;
};

/** Treat the material, split a lot, pool lots to a larger one, lift a temperature, or shift in time by storing. */
export type RemedyKind = 'LIFT' | 'POOL' | 'SHIFT' | 'SPLIT' | 'TREAT';

/** In a firm or in a cluster. */
export type Role = 'AUDITOR' | 'BUYER' | 'CLUSTER_STAFF' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type SetNotificationsInput = {
  /** What is not named stays as it is. */
  readonly settings: ReadonlyArray<NotificationSettingInput>;
};

export type Side = 'NEED' | 'OFFER';

/** What a firm has (OFFER) or wants (NEED), in a few words. */
export type WorkshopCardInput = {
  /** As it was said, such as "two loads a week". */
  readonly amountText?: string | null | undefined;
  /** A firm of the cluster; or firmName. */
  readonly firmId?: string | null | undefined;
  /** Any firm by its name. */
  readonly firmName?: string | null | undefined;
  readonly side: Side;
  readonly text: string;
};

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

export type HintRowFragment = {
  readonly __typename: 'Hint';
  readonly id: string;
  readonly state: HintState;
  readonly side: Side;
  readonly firmName: string | null;
  readonly firmId: string | null;
  readonly orgNumber: string | null;
  readonly municipalityNumber: string | null;
  readonly siteName: string | null;
  readonly text: string | null;
  readonly amountText: string | null;
  readonly source: string | null;
  readonly contactEmail: string | null;
  readonly statedAt: string;
  readonly settledAt: string | null;
  readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string } | null;
};

export type HintListQueryVariables = Exact<{
  clusterId: string;
  state?: HintState | null | undefined;
  locale: string;
  after?: string | null | undefined;
}>;

export type HintListQuery = {
  readonly hintCounts: {
    readonly __typename: 'HintCounts';
    readonly unclaimed: number;
    readonly tied: number;
    readonly claimed: number;
    readonly rejected: number;
  };
  readonly hints: {
    readonly __typename: 'HintConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'HintEdge';
      readonly cursor: string;
      readonly node: { readonly __typename: 'Hint' } & HintRowFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly endCursor: string | null;
      readonly hasNextPage: boolean;
    };
  };
};

export type TieHintMutationVariables = Exact<{
  id: string;
  firmId: string;
  idempotencyKey?: string | null | undefined;
}>;

export type TieHintMutation = {
  readonly tieHint:
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
        readonly __typename: 'HintChanged';
        readonly hint: {
          readonly __typename: 'Hint';
          readonly id: string;
          readonly state: HintState;
          readonly firmId: string | null;
        };
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

export type RemoveHintMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveHintMutation = {
  readonly removeHint:
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
    | { readonly __typename: 'HintRemoved'; readonly id: string }
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

export type RemoveHintContactMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveHintContactMutation = {
  readonly removeHintContact:
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
        readonly __typename: 'HintChanged';
        readonly hint: {
          readonly __typename: 'Hint';
          readonly id: string;
          readonly contactEmail: string | null;
        };
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

export type WorkshopListQueryVariables = Exact<{
  clusterId: string;
}>;

export type WorkshopListQuery = {
  readonly workshops: ReadonlyArray<{
    readonly __typename: 'Workshop';
    readonly id: string;
    readonly name: string;
    readonly heldOn: string;
    readonly counts: {
      readonly __typename: 'HintCounts';
      readonly unclaimed: number;
      readonly tied: number;
      readonly claimed: number;
      readonly rejected: number;
    };
  }>;
};

export type OpenWorkshopMutationVariables = Exact<{
  input: OpenWorkshopInput;
}>;

export type OpenWorkshopMutation = {
  readonly openWorkshop:
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
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WorkshopOpened';
        readonly workshop: {
          readonly __typename: 'Workshop';
          readonly id: string;
          readonly name: string;
          readonly heldOn: string;
        };
      };
};

export type WorkshopCountsFragment = {
  readonly __typename: 'Workshop';
  readonly id: string;
  readonly counts: {
    readonly __typename: 'HintCounts';
    readonly unclaimed: number;
    readonly tied: number;
    readonly claimed: number;
    readonly rejected: number;
  };
};

export type WorkshopMeetingQueryVariables = Exact<{
  id: string;
  clusterId: string;
  locale: string;
  after?: string | null | undefined;
}>;

export type WorkshopMeetingQuery = {
  readonly workshop:
    | ({
        readonly __typename: 'Workshop';
        readonly name: string;
        readonly heldOn: string;
        readonly possiblePairs: ReadonlyArray<{
          readonly __typename: 'WorkshopPair';
          readonly suitability: number;
          readonly evidence: string;
          readonly have: {
            readonly __typename: 'Hint';
            readonly id: string;
            readonly firmName: string | null;
            readonly text: string | null;
          };
          readonly want: {
            readonly __typename: 'Hint';
            readonly id: string;
            readonly firmName: string | null;
            readonly text: string | null;
          };
        }>;
      } & WorkshopCountsFragment)
    | null;
  readonly hints: {
    readonly __typename: 'HintConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'HintEdge';
      readonly cursor: string;
      readonly node: { readonly __typename: 'Hint' } & HintRowFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly endCursor: string | null;
      readonly hasNextPage: boolean;
    };
  };
};

export type RecordCardsMutationVariables = Exact<{
  input: RecordWorkshopCardsInput;
}>;

export type RecordCardsMutation = {
  readonly recordWorkshopCards:
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
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WorkshopCardsRecorded';
        readonly drafts: number;
        readonly hints: number;
        readonly known: number;
        readonly workshop: { readonly __typename: 'Workshop' } & WorkshopCountsFragment;
      };
};

export type HintsAboutUsQueryVariables = Exact<{
  locale: string;
}>;

export type HintsAboutUsQuery = {
  readonly hintsForUs: ReadonlyArray<{
    readonly __typename: 'HintForUs';
    readonly id: string;
    readonly state: HintState;
    readonly side: Side;
    readonly text: string;
    readonly amountText: string | null;
    readonly siteName: string | null;
    readonly source: string;
    readonly statedAt: string;
    readonly clusterName: string;
    readonly workshopName: string | null;
    readonly material: {
      readonly __typename: 'Material';
      readonly id: string;
      readonly label: string;
    } | null;
  }>;
};

export type LetStaffQueryVariables = Exact<{ [key: string]: never }>;

export type LetStaffQuery = {
  readonly draftsByStaff: ReadonlyArray<{ readonly __typename: 'Cluster'; readonly id: string }>;
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly staffMayEdit: boolean | null;
    readonly clusters: ReadonlyArray<{
      readonly __typename: 'Cluster';
      readonly id: string;
      readonly name: string;
    }>;
  } | null;
};

export type ClaimHintMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ClaimHintMutation = {
  readonly claimHint:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DraftSaved';
        readonly draft: {
          readonly __typename: 'ListingDraft';
          readonly id: string;
          readonly side: Side;
          readonly title: string;
        };
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
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RejectHintMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RejectHintMutation = {
  readonly rejectHint:
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
    | { readonly __typename: 'HintRejected'; readonly id: string }
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

export type LetStaffDraftMutationVariables = Exact<{
  clusterId: string;
  allowed: boolean;
  idempotencyKey?: string | null | undefined;
}>;

export type LetStaffDraftMutation = {
  readonly letStaffDraft:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DraftsByStaffSet';
        readonly clusters: ReadonlyArray<{ readonly __typename: 'Cluster'; readonly id: string }>;
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
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type LetStaffEditMutationVariables = Exact<{
  allowed: boolean;
  idempotencyKey?: string | null | undefined;
}>;

export type LetStaffEditMutation = {
  readonly letStaffEdit:
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
    | { readonly __typename: 'StaffEditingSet'; readonly allowed: boolean }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
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

export type MemberRowFragment = {
  readonly __typename: 'Member';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly lastSeenAt: string | null;
  readonly self: boolean;
};

export type InvitationRowFragment = {
  readonly __typename: 'Invitation';
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly firmName: string | null;
  readonly state: InvitationState;
  readonly invitedBy: string | null;
  readonly invitedAt: string;
  readonly expiresAt: string;
};

export type LogRowFragment = {
  readonly __typename: 'AccessLogConnection';
  readonly edges: ReadonlyArray<{
    readonly __typename: 'AccessLogEdge';
    readonly cursor: string;
    readonly node: {
      readonly __typename: 'AccessLogEntry';
      readonly at: string;
      readonly by: string | null;
      readonly kind: AccessLogKind;
      readonly role: Role | null;
      readonly subject: string | null;
    };
  }>;
  readonly pageInfo: {
    readonly __typename: 'PageInfo';
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
  };
};

export type ClusterPeopleQueryVariables = Exact<{
  clusterId: string;
}>;

export type ClusterPeopleQuery = {
  readonly members: ReadonlyArray<{ readonly __typename: 'Member' } & MemberRowFragment>;
  readonly invitations: ReadonlyArray<{ readonly __typename: 'Invitation' } & InvitationRowFragment>;
};

export type FirmPeopleQueryVariables = Exact<{ [key: string]: never }>;

export type FirmPeopleQuery = {
  readonly members: ReadonlyArray<{ readonly __typename: 'Member' } & MemberRowFragment>;
  readonly invitations: ReadonlyArray<{ readonly __typename: 'Invitation' } & InvitationRowFragment>;
};

export type ClusterFirmsQueryVariables = Exact<{
  clusterId: string;
}>;

export type ClusterFirmsQuery = {
  readonly clusterFirms: ReadonlyArray<{
    readonly __typename: 'ClusterFirm';
    readonly id: string;
    readonly name: string;
    readonly letsStaffDraft: boolean;
    readonly letsStaffEdit: boolean;
  }>;
};

export type ClusterLogQueryVariables = Exact<{
  clusterId: string;
  after?: string | null | undefined;
}>;

export type ClusterLogQuery = {
  readonly accessLog: { readonly __typename: 'AccessLogConnection' } & LogRowFragment;
};

export type FirmLogQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type FirmLogQuery = {
  readonly accessLog: { readonly __typename: 'AccessLogConnection' } & LogRowFragment;
};

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;

export type InvitePersonMutation = {
  readonly invitePerson:
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
        readonly __typename: 'InvitationSent';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
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

export type InviteStaffMutationVariables = Exact<{
  input: InviteStaffInput;
}>;

export type InviteStaffMutation = {
  readonly inviteStaff:
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
        readonly __typename: 'InvitationSent';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
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

export type InviteFirmMutationVariables = Exact<{
  input: InviteFirmInput;
}>;

export type InviteFirmMutation = {
  readonly inviteFirm:
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
        readonly __typename: 'InvitationSent';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
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

export type RevokeInvitationMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RevokeInvitationMutation = {
  readonly revokeInvitation:
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
        readonly __typename: 'InvitationRevoked';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
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

export type ChangeMemberRoleMutationVariables = Exact<{
  personId: string;
  role: FirmRole;
  idempotencyKey?: string | null | undefined;
}>;

export type ChangeMemberRoleMutation = {
  readonly changeMemberRole:
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
        readonly __typename: 'MemberChanged';
        readonly member: { readonly __typename: 'Member' } & MemberRowFragment;
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

export type RemoveMemberMutationVariables = Exact<{
  personId: string;
  clusterId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveMemberMutation = {
  readonly removeMember:
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
    | { readonly __typename: 'MemberRemoved'; readonly id: string }
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

export type FollowedSideFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly title: string;
  readonly side: Side;
  readonly area: string;
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
};

export type FollowedFragment = {
  readonly __typename: 'FollowedMatch';
  readonly id: string;
  readonly state: MatchState;
  readonly createdAt: string;
  readonly waitingSince: string;
  readonly turn: ReadonlyArray<Party>;
  readonly offer: ({ readonly __typename: 'Listing' } & FollowedSideFragment) | null;
  readonly need: ({ readonly __typename: 'Listing' } & FollowedSideFragment) | null;
  readonly notes: ReadonlyArray<{
    readonly __typename: 'MatchNote';
    readonly id: string;
    readonly at: string;
    readonly by: string | null;
    readonly text: string;
  }>;
  readonly steps: ReadonlyArray<{
    readonly __typename: 'NextStep';
    readonly id: string;
    readonly text: string;
    readonly dueOn: string;
    readonly assignedTo: string | null;
    readonly closedAt: string | null;
    readonly closedBy: string | null;
    readonly outcome: NextStepOutcome | null;
    readonly overdue: boolean;
  }>;
};

export type WorkbenchTasksQueryVariables = Exact<{
  clusterId: string;
  mine: boolean;
  after?: string | null | undefined;
}>;

export type WorkbenchTasksQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly tasks: {
      readonly __typename: 'StaffTaskConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'StaffTaskEdge';
        readonly cursor: string;
        readonly node: {
          readonly __typename: 'StaffTask';
          readonly step: {
            readonly __typename: 'NextStep';
            readonly id: string;
            readonly text: string;
            readonly dueOn: string;
            readonly assignedTo: string | null;
            readonly overdue: boolean;
          };
          readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
        };
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchUnknownsQueryVariables = Exact<{
  clusterId: string;
  after?: string | null | undefined;
}>;

export type WorkbenchUnknownsQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly unknowns: {
      readonly __typename: 'UnknownTaskConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'UnknownTaskEdge';
        readonly cursor: string;
        readonly node: {
          readonly __typename: 'UnknownTask';
          readonly id: string;
          readonly check: string;
          readonly detail: string;
          readonly facts: ReadonlyArray<string>;
          readonly turn: Party;
          readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
        };
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchUnansweredQueryVariables = Exact<{
  clusterId: string;
  days: number;
  after?: string | null | undefined;
}>;

export type WorkbenchUnansweredQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly unansweredMatches: {
      readonly __typename: 'FollowedMatchConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'FollowedMatchEdge';
        readonly cursor: string;
        readonly node: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchStaleQueryVariables = Exact<{
  clusterId: string;
  days: number;
  after?: string | null | undefined;
}>;

export type WorkbenchStaleQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly staleListings: {
      readonly __typename: 'StaleListingConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'StaleListingEdge';
        readonly cursor: string;
        readonly node: {
          readonly __typename: 'StaleListing';
          readonly confirmedAt: string;
          readonly mayEdit: boolean;
          readonly listing:
            ({ readonly __typename: 'Listing'; readonly state: ListingState } & FollowedSideFragment) | null;
        };
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchOverviewQueryVariables = Exact<{
  clusterId: string;
  locale: string;
}>;

export type WorkbenchOverviewQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly overview: {
      readonly __typename: 'WorkbenchOverview';
      readonly at: string;
      readonly funnel: ReadonlyArray<{
        readonly __typename: 'FunnelStage';
        readonly stage: FunnelStageName;
        readonly reached: number;
        readonly share: number | null;
        readonly waiting: number;
        readonly medianDays: number | null;
        readonly olderThan14: number;
        readonly olderThan30: number;
        readonly olderThan90: number;
        readonly declined: number;
        readonly expired: number;
        readonly completed: number;
      }>;
      readonly health: {
        readonly __typename: 'MarketHealth';
        readonly active: number;
        readonly confirmedWithin30: number | null;
        readonly confirmedWithin90: number | null;
        readonly withMatch: number | null;
      };
      readonly pace: ReadonlyArray<{
        readonly __typename: 'Pace';
        readonly step: PaceStep;
        readonly listings: number;
        readonly medianDays: number | null;
      }>;
      readonly branches: ReadonlyArray<{
        readonly __typename: 'BranchBalance';
        readonly offers: number;
        readonly needs: number;
        readonly unmatchedOffers: number;
        readonly unmatchedNeeds: number;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      }>;
    };
  } | null;
};

export type WorkbenchUnusedQueryVariables = Exact<{
  clusterId: string;
  locale: string;
}>;

export type WorkbenchUnusedQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly unused: ReadonlyArray<{
      readonly __typename: 'UnusedPotential';
      readonly area: string;
      readonly streams: number;
      readonly unit: string;
      readonly yearly: string;
      readonly nearestKm: number | null;
      readonly farthestKm: number | null;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      readonly obstacles: ReadonlyArray<{
        readonly __typename: 'PotentialObstacle';
        readonly name: string;
        readonly result: CheckResult | null;
        readonly remedy: RemedyKind | null;
        readonly streams: number;
        readonly yearly: string;
      }>;
    }>;
  } | null;
};

export type WorkbenchBarriersQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  locale: string;
}>;

export type WorkbenchBarriersQuery = {
  readonly barriers: {
    readonly __typename: 'BarrierReport';
    readonly from: string;
    readonly to: string;
    readonly barriers: ReadonlyArray<{
      readonly __typename: 'Barrier';
      readonly quarter: string;
      readonly reason: DeclineReason;
      readonly matches: number;
      readonly proposals: number;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    }>;
  };
};

export type WorkbenchStaffQueryVariables = Exact<{
  clusterId: string;
}>;

export type WorkbenchStaffQuery = {
  readonly members: ReadonlyArray<{
    readonly __typename: 'Member';
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly self: boolean;
  }>;
};

export type AddMatchNoteMutationVariables = Exact<{
  input: MatchNoteInput;
}>;

export type AddMatchNoteMutation = {
  readonly addMatchNote:
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
        readonly __typename: 'MatchFollowedUp';
        readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
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

export type SetNextStepMutationVariables = Exact<{
  input: NextStepInput;
}>;

export type SetNextStepMutation = {
  readonly setNextStep:
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
        readonly __typename: 'MatchFollowedUp';
        readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
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

export type CompleteNextStepMutationVariables = Exact<{
  clusterId: string;
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type CompleteNextStepMutation = {
  readonly completeNextStep:
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
        readonly __typename: 'MatchFollowedUp';
        readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
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

export type ConfirmForFirmMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ConfirmForFirmMutation = {
  readonly confirmListing:
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
        readonly __typename: 'ListingChanged';
        readonly listing: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly state: ListingState;
        };
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

export type PauseForFirmMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type PauseForFirmMutation = {
  readonly pauseListing:
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
        readonly __typename: 'ListingChanged';
        readonly listing: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly state: ListingState;
        };
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

export const POSSIBLE_TYPES = {
  Node: [
    'Agreement',
    'ApiKey',
    'Cluster',
    'ClusterFirm',
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
