// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CheckResult = 'FAIL' | 'PASS' | 'UNKNOWN';

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

/** How a stream travels. */
export type HaulMode = 'PIPE' | 'RAIL' | 'SEA' | 'TRUCK';

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

/** In a firm or in a cluster. */
export type Role = 'AUDITOR' | 'BUYER' | 'CLUSTER_STAFF' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type SetNotificationsInput = {
  /** What is not named stays as it is. */
  readonly settings: ReadonlyArray<NotificationSettingInput>;
};

export type Side = 'NEED' | 'OFFER';

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

export type ClusterFlowsQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type ClusterFlowsQuery = {
  readonly clusterMap: {
    readonly __typename: 'ClusterMap';
    readonly flows: ReadonlyArray<{ readonly __typename: 'PlaceFlow' } & FlowOnMapFragment>;
  };
};

export type ClusterSitesQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type ClusterSitesQuery = {
  readonly clusterMap: {
    readonly __typename: 'ClusterMap';
    readonly sites: ReadonlyArray<{ readonly __typename: 'ClusterSite' } & SiteOnMapFragment> | null;
  };
};

export type ClusterSiteListingsQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  siteId: string;
}>;

export type ClusterSiteListingsQuery = {
  readonly clusterMap: {
    readonly __typename: 'ClusterMap';
    readonly listings: ReadonlyArray<{ readonly __typename: 'Listing' } & ListingOnMapFragment>;
  };
};

export type FlowOnMapFragment = {
  readonly __typename: 'PlaceFlow';
  readonly unit: string;
  readonly value: string;
  readonly exchanges: number;
  readonly from: ({ readonly __typename: 'Municipality' } & PlaceOnMapFragment) | null;
  readonly to: ({ readonly __typename: 'Municipality' } & PlaceOnMapFragment) | null;
  readonly material: { readonly __typename: 'Material' } & FamilyOnMapFragment;
};

export type PlaceOnMapFragment = {
  readonly __typename: 'Municipality';
  readonly number: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type FamilyOnMapFragment = {
  readonly __typename: 'Material';
  readonly id: string;
  readonly code: string;
  readonly nb: string;
  readonly en: string;
};

export type SiteOnMapFragment = {
  readonly __typename: 'ClusterSite';
  readonly site: {
    readonly __typename: 'Site';
    readonly id: string;
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
  };
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string };
  readonly municipality: {
    readonly __typename: 'Municipality';
    readonly number: string;
    readonly name: string;
  } | null;
  readonly streams: ReadonlyArray<{
    readonly __typename: 'SiteStream';
    readonly side: Side;
    readonly count: number;
    readonly material: { readonly __typename: 'Material' } & FamilyOnMapFragment;
  }>;
};

export type ListingOnMapFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  readonly quantity: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
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

export type EndOfRouteFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly area: string;
  readonly siteName: string | null;
  readonly municipality: {
    readonly __typename: 'Municipality';
    readonly number: string;
    readonly latitude: number;
    readonly longitude: number;
  } | null;
  readonly place: {
    readonly __typename: 'Place';
    readonly latitude: number;
    readonly longitude: number;
    readonly radiusKm: number;
  } | null;
};

export type RouteOfMatchFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly distanceKm: number;
  readonly distanceBasis: string;
  readonly value: { readonly __typename: 'MatchValue'; readonly mode: HaulMode } | null;
  readonly offer: { readonly __typename: 'Listing' } & EndOfRouteFragment;
  readonly need: { readonly __typename: 'Listing' } & EndOfRouteFragment;
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
