// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why the stream is a by-product and not waste, as its producer answers (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1) a–d). Absent is not yet answered. Four times true is a by-product; one false makes it waste. */
export type ByProductTestInput = {
  /** Art. 5(1) a: further use is certain. */
  readonly furtherUseCertain?: boolean | null | undefined;
  /** Art. 5(1) c: produced as an integral part of a production process. */
  readonly integralPart?: boolean | null | undefined;
  /** Art. 5(1) d: the further use is lawful, and meets the product, environmental and health requirements of it. */
  readonly lawfulUse?: boolean | null | undefined;
  /** Art. 5(1) b: usable directly, with no processing other than normal industrial practice. */
  readonly usableDirectly?: boolean | null | undefined;
};

export type CheckResult = 'FAIL' | 'PASS' | 'UNKNOWN';

/** EXPIRED: its last day is over. ENDED: its match is closed, and a later match of the same pair does not revive it. */
export type DisclosureGrantState = 'ENDED' | 'EXPIRED' | 'IN_FORCE' | 'WITHDRAWN';

/** What a firm discloses together. IDENTITY: firm, name of the site, permitted waste codes. PLACE: the very spot, farthest distance. AMOUNT: amounts, lots, days, months. COMPOSITION: properties, waste code. PRICE: price and currency. TEXT: title and description, struck of names while the identity is hidden. */
export type DisclosureGroup = 'AMOUNT' | 'COMPOSITION' | 'IDENTITY' | 'PLACE' | 'PRICE' | 'TEXT';

/** HIDDEN tells nothing; BANDED tells what several firms could have said: bands, the area, words without names; EXACT tells all, and null is not stated. */
export type DisclosureLevel = 'BANDED' | 'EXACT' | 'HIDDEN';

export type DisclosureRequestState = 'ASKED' | 'GRANTED' | 'REFUSED';

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

/** How lately a firm has said that its listing is true. */
export type Freshness = 'LONGER_AGO' | 'WITHIN_30_DAYS' | 'WITHIN_90_DAYS';

/** TIED: a firm is asked whether it is so. CLAIMED: the firm has it as a draft of its own. REJECTED: it is not so, and only that is left. */
export type HintState = 'CLAIMED' | 'REJECTED' | 'TIED' | 'UNCLAIMED';

export type InvitationKind = 'CLUSTER' | 'FIRM' | 'FIRST' | 'NEW_FIRM';

export type ListingState = 'ACTIVE' | 'DRAFT' | 'EXPIRED' | 'FULFILLED' | 'PAUSED' | 'WITHDRAWN';

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

/** MATCHED and PARTNER: a firm of another cluster, before and after an agreement. PUBLIC: who takes no part. */
export type Onlooker =
  'AUDITOR' | 'MATCHED' | 'OTHER_CLUSTER' | 'PARTNER' | 'PUBLIC' | 'SAME_CLUSTER' | 'STAFF';

/** Whose offer it is, and whose need. */
export type Party = 'GIVER' | 'TAKER';

export type Period = 'DAY' | 'MONTH' | 'ONCE' | 'WEEK' | 'YEAR';

/** One property of a stream, such as moisture, temperature, chlorine, particle size. Any of min, max, typical may be absent: absent is unknown, never zero. */
export type PropertyInput = {
  readonly basis?: string | null | undefined;
  readonly max?: string | null | undefined;
  readonly measured?: boolean | null | undefined;
  readonly min?: string | null | undefined;
  readonly property: string;
  readonly typical?: string | null | undefined;
  readonly unit?: string | null | undefined;
};

export type ProposalState = 'ACCEPTED' | 'COUNTERED' | 'DECLINED' | 'EXPIRED' | 'SENT' | 'WITHDRAWN';

export type PublishListingInput = {
  readonly availableFrom?: string | null | undefined;
  readonly availableUntil?: string | null | undefined;
  /** Offers only: whether the stream is a by-product or waste (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1)). */
  readonly byProductTest?: ByProductTestInput | null | undefined;
  readonly currency?: string | null | undefined;
  /** Free text, Norwegian or English. With no materialId the server classifies it and says what it chose. */
  readonly description?: string | null | undefined;
  readonly ewcCode?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** The most that can be moved at once, in the unit of the quantity. */
  readonly largestLot?: string | null | undefined;
  readonly materialId?: string | null | undefined;
  /** Farthest the firm accepts, km by road; absent means the material's own economic reach. */
  readonly maxDistanceKm?: number | null | undefined;
  /** Twelve relative weights, January first; absent means even over the year. */
  readonly monthlyProfile?: ReadonlyArray<number> | null | undefined;
  /** Needs only: the waste codes that the firm has permission to receive (forurensningsloven § 29; avfallsforskriften § 11-6 for hazardous waste), six digits such as 03 01 05. Absent is not said; an empty list is none. A by-product needs no permission (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1)). */
  readonly permittedWasteCodes?: ReadonlyArray<string> | null | undefined;
  /** Asked or offered price per unit of quantity; negative is a gate fee paid by the giver. */
  readonly price?: string | null | undefined;
  readonly properties?: ReadonlyArray<PropertyInput> | null | undefined;
  readonly quantity: QuantityInput;
  readonly side: Side;
  readonly siteId: string;
  /** The least that can be moved at once, in the unit of the quantity: a lorry, a container, a shipload. On an offer at most what a year gives. */
  readonly smallestLot?: string | null | undefined;
  readonly title: string;
  readonly visibility?: Visibility;
};

export type QuantityInput = {
  readonly per?: Period;
  readonly unit: string;
  readonly value: string;
};

/** In a firm or in a cluster. */
export type Role = 'AUDITOR' | 'BUYER' | 'CLUSTER_STAFF' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type SaveDraftInput = {
  /** In words, as long as nobody has weighed it. */
  readonly amountText?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** The draft that shall be so from now on; a new one where it is left out. */
  readonly id?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly materialId?: string | null | undefined;
  readonly quantity?: QuantityInput | null | undefined;
  readonly side: Side;
  readonly siteId?: string | null | undefined;
  readonly title: string;
};

export type SetNotificationsInput = {
  /** What is not named stays as it is. */
  readonly settings: ReadonlyArray<NotificationSettingInput>;
};

export type Side = 'NEED' | 'OFFER';

export type Visibility = 'CLUSTER' | 'FEDERATION' | 'MASKED';

/** FEW_FIRMS: fewer than three firms behind it. DOMINATED: one firm is party to half or more. DERIVABLE: beside what is published, one firm's amount could be reckoned. NOT_CLOSED: no quarter of the period is closed. NEVER_PUBLISHED: for the cluster's own staff only. SEALED: money is told for whole calendar years, as it is published. NOT_KNOWN: no entry tells it and no factor, or there is nothing to take a share of. */
export type WithheldReason =
  'DERIVABLE' | 'DOMINATED' | 'FEW_FIRMS' | 'NEVER_PUBLISHED' | 'NOT_CLOSED' | 'NOT_KNOWN' | 'SEALED';

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

export type MaterialToChooseFragment = {
  readonly __typename: 'Material';
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly wasteCodes: ReadonlyArray<{
    readonly __typename: 'WasteCode';
    readonly code: string;
    readonly hazardous: boolean;
    readonly title: string;
    readonly twins: ReadonlyArray<string>;
  }>;
};

export type ReadStreamTextQueryVariables = Exact<{
  side: Side;
  siteId?: string | null | undefined;
  text: string;
  locale: string;
}>;

export type ReadStreamTextQuery = {
  readonly readText: {
    readonly __typename: 'TextReading';
    readonly suggestions: ReadonlyArray<{
      readonly __typename: 'MaterialSuggestion';
      readonly confidence: number;
      readonly why: string;
      readonly material: { readonly __typename: 'Material' } & MaterialToChooseFragment;
    }>;
    readonly quantities: ReadonlyArray<{
      readonly __typename: 'FoundQuantity';
      readonly value: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly unit: string;
      readonly per: Period | null;
      readonly text: string;
    }>;
    readonly properties: ReadonlyArray<{
      readonly __typename: 'FoundProperty';
      readonly property: string;
      readonly min: string | null;
      readonly max: string | null;
      readonly typical: string | null;
      readonly unit: string | null;
      readonly basis: string | null;
      readonly text: string;
    }>;
  };
};

export type FindMaterialsQueryVariables = Exact<{
  side: Side;
  siteId?: string | null | undefined;
  text: string;
  locale: string;
}>;

export type FindMaterialsQuery = {
  readonly suggestMaterials: ReadonlyArray<{
    readonly __typename: 'MaterialSuggestion';
    readonly confidence: number;
    readonly why: string;
    readonly material: { readonly __typename: 'Material' } & MaterialToChooseFragment;
  }>;
};

export type StreamToReviseQueryVariables = Exact<{
  id: string;
  locale: string;
}>;

export type StreamToReviseQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly side: Side;
    readonly version: number;
    readonly title: string;
    readonly description: string | null;
    readonly visibility: Visibility | null;
    readonly ewcCode: string | null;
    readonly materialConfirmed: boolean;
    readonly availableFrom: string | null;
    readonly availableUntil: string | null;
    readonly monthlyProfile: ReadonlyArray<number> | null;
    readonly maxDistanceKm: number | null;
    readonly smallestLot: string | null;
    readonly largestLot: string | null;
    readonly permittedWasteCodes: ReadonlyArray<string> | null;
    readonly price: string | null;
    readonly currency: string | null;
    readonly material: { readonly __typename: 'Material' } & MaterialToChooseFragment;
    readonly quantity: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly unit: string;
      readonly per: Period;
    };
    readonly properties: ReadonlyArray<{
      readonly __typename: 'StreamProperty';
      readonly property: string;
      readonly min: string | null;
      readonly max: string | null;
      readonly typical: string | null;
      readonly unit: string | null;
      readonly basis: string | null;
      readonly measured: boolean;
    }>;
    readonly byProductTest: {
      readonly __typename: 'ByProductTest';
      readonly furtherUseCertain: boolean | null;
      readonly usableDirectly: boolean | null;
      readonly integralPart: boolean | null;
      readonly lawfulUse: boolean | null;
    } | null;
    readonly site: { readonly __typename: 'Site'; readonly id: string } | null;
  } | null;
};

export type StreamDraftsQueryVariables = Exact<{
  locale: string;
}>;

export type StreamDraftsQuery = {
  readonly listingDrafts: ReadonlyArray<{
    readonly __typename: 'ListingDraft';
    readonly id: string;
    readonly side: Side;
    readonly title: string;
    readonly description: string | null;
    readonly siteId: string | null;
    readonly amountText: string | null;
    readonly source: string | null;
    readonly changedAt: string;
    readonly material: ({ readonly __typename: 'Material' } & MaterialToChooseFragment) | null;
    readonly quantity: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly unit: string;
      readonly per: Period;
    } | null;
  }>;
};

export type PublishStreamMutationVariables = Exact<{
  input: PublishListingInput;
}>;

export type PublishStreamMutation = {
  readonly publishListing:
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ListingPublished';
        readonly listing: { readonly __typename: 'Listing'; readonly id: string };
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
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type PublishStreamDraftMutationVariables = Exact<{
  id: string;
  input: PublishListingInput;
}>;

export type PublishStreamDraftMutation = {
  readonly publishDraft:
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
        readonly __typename: 'ListingPublished';
        readonly listing: { readonly __typename: 'Listing'; readonly id: string };
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
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type ReviseStreamMutationVariables = Exact<{
  id: string;
  version: number;
  input: PublishListingInput;
}>;

export type ReviseStreamMutation = {
  readonly reviseListing:
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
        readonly listing: { readonly __typename: 'Listing'; readonly id: string };
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
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type SaveStreamDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;

export type SaveStreamDraftMutation = {
  readonly saveDraft:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DraftSaved';
        readonly draft: { readonly __typename: 'ListingDraft'; readonly id: string };
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
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type DiscardStreamDraftMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type DiscardStreamDraftMutation = {
  readonly discardDraft:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'DraftDiscarded'; readonly id: string }
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

export type StreamPageQueryVariables = Exact<{
  id: string;
  locale: string;
}>;

export type StreamPageQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly side: Side;
    readonly state: ListingState;
    readonly version: number;
    readonly title: string;
    readonly description: string | null;
    readonly visibility: Visibility | null;
    readonly confirmBy: string | null;
    readonly freshness: Freshness | null;
    readonly ewcCode: string | null;
    readonly materialConfirmed: boolean;
    readonly availableFrom: string | null;
    readonly availableUntil: string | null;
    readonly monthlyProfile: ReadonlyArray<number> | null;
    readonly maxDistanceKm: number | null;
    readonly smallestLot: string | null;
    readonly largestLot: string | null;
    readonly permittedWasteCodes: ReadonlyArray<string> | null;
    readonly price: string | null;
    readonly currency: string | null;
    readonly area: string;
    readonly siteName: string | null;
    readonly material: {
      readonly __typename: 'Material';
      readonly id: string;
      readonly label: string;
      readonly legal: ReadonlyArray<{
        readonly __typename: 'LegalRule';
        readonly code: string;
        readonly source: string;
        readonly text: string;
      }>;
    };
    readonly quantity: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly unit: string;
      readonly per: Period;
    };
    readonly remaining: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly unit: string;
      readonly per: Period;
    };
    readonly properties: ReadonlyArray<{
      readonly __typename: 'StreamProperty';
      readonly property: string;
      readonly min: string | null;
      readonly max: string | null;
      readonly typical: string | null;
      readonly unit: string | null;
      readonly basis: string | null;
      readonly measured: boolean;
    }>;
    readonly byProductTest: {
      readonly __typename: 'ByProductTest';
      readonly furtherUseCertain: boolean | null;
      readonly usableDirectly: boolean | null;
      readonly integralPart: boolean | null;
      readonly lawfulUse: boolean | null;
    } | null;
    readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
    readonly disclosures: ReadonlyArray<{
      readonly __typename: 'ListingDisclosure';
      readonly group: DisclosureGroup;
      readonly level: DisclosureLevel;
    }>;
    readonly matches: {
      readonly __typename: 'MatchConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'MatchEdge';
        readonly node: { readonly __typename: 'Match' } & MatchOfStreamFragment;
      }>;
    };
  } | null;
};

export type OtherOfMatchFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
};

export type MatchOfStreamFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly state: MatchState;
  readonly score: number;
  readonly distanceKm: number;
  readonly offer: { readonly __typename: 'Listing' } & OtherOfMatchFragment;
  readonly need: { readonly __typename: 'Listing' } & OtherOfMatchFragment;
  readonly disclosure: {
    readonly __typename: 'MatchDisclosure';
    readonly received: ReadonlyArray<{
      readonly __typename: 'DisclosureRequest';
      readonly id: string;
      readonly state: DisclosureRequestState;
      readonly groups: ReadonlyArray<DisclosureGroup>;
      readonly askedAt: string;
    }>;
    readonly granted: ReadonlyArray<{
      readonly __typename: 'DisclosureGrant';
      readonly id: string;
      readonly state: DisclosureGrantState;
      readonly groups: ReadonlyArray<DisclosureGroup>;
      readonly until: string;
    }>;
  };
};

export type NearMissesOfStreamQueryVariables = Exact<{
  id: string;
  locale: string;
}>;

export type NearMissesOfStreamQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly nearMisses: ReadonlyArray<{
      readonly __typename: 'NearMiss';
      readonly score: number;
      readonly other: {
        readonly __typename: 'ListingOutline';
        readonly area: string;
        readonly side: Side;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
        readonly quantity: {
          readonly __typename: 'Quantity';
          readonly value: string | null;
          readonly min: string | null;
          readonly max: string | null;
          readonly unit: string;
          readonly per: Period;
        };
      };
      readonly failed: ReadonlyArray<{
        readonly __typename: 'Check';
        readonly name: string;
        readonly detail: string;
        readonly remedy: { readonly __typename: 'Remedy'; readonly text: string } | null;
      }>;
    }>;
  } | null;
};

export type StreamAsSeenQueryVariables = Exact<{
  id: string;
  onlooker: Onlooker;
  granted: ReadonlyArray<DisclosureGroup>;
  locale: string;
}>;

export type StreamAsSeenQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly asSeenBy: {
      readonly __typename: 'Listing';
      readonly title: string;
      readonly description: string | null;
      readonly area: string;
      readonly siteName: string | null;
      readonly ewcCode: string | null;
      readonly price: string | null;
      readonly currency: string | null;
      readonly availableFrom: string | null;
      readonly availableUntil: string | null;
      readonly firm: { readonly __typename: 'Firm'; readonly name: string } | null;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      readonly quantity: {
        readonly __typename: 'Quantity';
        readonly value: string | null;
        readonly min: string | null;
        readonly max: string | null;
        readonly unit: string;
        readonly per: Period;
      };
      readonly properties: ReadonlyArray<{
        readonly __typename: 'StreamProperty';
        readonly property: string;
        readonly min: string | null;
        readonly max: string | null;
        readonly typical: string | null;
        readonly unit: string | null;
        readonly basis: string | null;
        readonly measured: boolean;
      }>;
      readonly disclosures: ReadonlyArray<{
        readonly __typename: 'ListingDisclosure';
        readonly group: DisclosureGroup;
        readonly level: DisclosureLevel;
      }>;
    } | null;
  } | null;
};

export type OwnStreamsQueryVariables = Exact<{
  side?: Side | null | undefined;
  state?: ListingState | null | undefined;
  words?: string | null | undefined;
  after?: string | null | undefined;
  first: number;
  locale: string;
}>;

export type OwnStreamsQuery = {
  readonly listings: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly side: Side;
        readonly state: ListingState;
        readonly title: string;
        readonly confirmBy: string | null;
        readonly freshness: Freshness | null;
        readonly liveMatches: number | null;
        readonly siteName: string | null;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
        readonly remaining: {
          readonly __typename: 'Quantity';
          readonly value: string | null;
          readonly min: string | null;
          readonly max: string | null;
          readonly unit: string;
          readonly per: Period;
        };
      };
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type ConfirmStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ConfirmStreamMutation = {
  readonly confirmListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

export type PauseStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type PauseStreamMutation = {
  readonly pauseListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

export type ResumeStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ResumeStreamMutation = {
  readonly resumeListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

export type WithdrawStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type WithdrawStreamMutation = {
  readonly withdrawListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

type StreamChange_ConflictError_Fragment = {
  readonly __typename: 'ConflictError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type StreamChange_ForbiddenError_Fragment = {
  readonly __typename: 'ForbiddenError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type StreamChange_ListingChanged_Fragment = {
  readonly __typename: 'ListingChanged';
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly state: ListingState;
    readonly confirmBy: string | null;
    readonly freshness: Freshness | null;
  };
};

type StreamChange_NotFoundError_Fragment = {
  readonly __typename: 'NotFoundError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type StreamChange_ValidationError_Fragment = {
  readonly __typename: 'ValidationError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

export type StreamChangeFragment =
  | StreamChange_ConflictError_Fragment
  | StreamChange_ForbiddenError_Fragment
  | StreamChange_ListingChanged_Fragment
  | StreamChange_NotFoundError_Fragment
  | StreamChange_ValidationError_Fragment;

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

export type StartOfFirmQueryVariables = Exact<{
  locale: string;
}>;

export type StartOfFirmQuery = {
  readonly listingDrafts: ReadonlyArray<{
    readonly __typename: 'ListingDraft';
    readonly id: string;
    readonly title: string;
    readonly side: Side;
    readonly source: string | null;
  }>;
  readonly active: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly side: Side;
        readonly confirmBy: string | null;
      };
    }>;
  };
  readonly faded: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly side: Side;
        readonly confirmBy: string | null;
      };
    }>;
  };
  readonly negotiating: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: {
        readonly __typename: 'Match';
        readonly proposals: ReadonlyArray<{
          readonly __typename: 'Proposal';
          readonly id: string;
          readonly state: ProposalState;
          readonly byViewer: boolean;
        }>;
      } & MatchAtStartFragment;
    }>;
  };
  readonly open: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: { readonly __typename: 'Match' } & MatchAtStartFragment;
    }>;
  };
};

export type MatchAtStartFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly state: MatchState;
  readonly score: number;
  readonly offer: { readonly __typename: 'Listing' } & SideAtStartFragment;
  readonly need: { readonly __typename: 'Listing' } & SideAtStartFragment;
  readonly disclosure: {
    readonly __typename: 'MatchDisclosure';
    readonly received: ReadonlyArray<{
      readonly __typename: 'DisclosureRequest';
      readonly id: string;
      readonly state: DisclosureRequestState;
    }>;
  };
  readonly checks: ReadonlyArray<{
    readonly __typename: 'Check';
    readonly name: string;
    readonly result: CheckResult;
    readonly asks: ReadonlyArray<{ readonly __typename: 'MissingFact'; readonly of: Party }>;
  }>;
};

export type SideAtStartFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly title: string;
  readonly visibility: Visibility | null;
  readonly area: string;
  readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
};

export type HintsAtStartQueryVariables = Exact<{
  locale: string;
}>;

export type HintsAtStartQuery = {
  readonly hintsForUs: ReadonlyArray<{
    readonly __typename: 'HintForUs';
    readonly id: string;
    readonly text: string;
    readonly side: Side;
    readonly state: HintState;
    readonly source: string;
    readonly clusterName: string;
    readonly amountText: string | null;
    readonly material: {
      readonly __typename: 'Material';
      readonly id: string;
      readonly label: string;
    } | null;
  }>;
  readonly members: ReadonlyArray<{ readonly __typename: 'Member'; readonly id: string }>;
  readonly invitations: ReadonlyArray<{ readonly __typename: 'Invitation'; readonly id: string }>;
};

export type ClaimHintAtStartMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ClaimHintAtStartMutation = {
  readonly claimHint:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DraftSaved';
        readonly draft: { readonly __typename: 'ListingDraft'; readonly id: string; readonly side: Side };
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

export type RejectHintAtStartMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RejectHintAtStartMutation = {
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

export type StartOfClusterQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type StartOfClusterQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly from: string;
    readonly to: string;
    readonly figures: ReadonlyArray<{
      readonly __typename: 'Figure';
      readonly name: string;
      readonly value: string | null;
      readonly unit: string;
      readonly withheldReason: WithheldReason | null;
    }>;
  };
};

export type StartOfStaffQueryVariables = Exact<{
  clusterId: string;
}>;

export type StartOfStaffQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly tasks: {
      readonly __typename: 'StaffTaskConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'StaffTaskEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
    readonly unansweredMatches: {
      readonly __typename: 'FollowedMatchConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'FollowedMatchEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
    readonly staleListings: {
      readonly __typename: 'StaleListingConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'StaleListingEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
    readonly unknowns: {
      readonly __typename: 'UnknownTaskConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'UnknownTaskEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
  } | null;
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
