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

export type ApiKeyInput = {
  /** When it ends by itself; within a year. */
  readonly expiresAt: string;
  readonly idempotencyKey?: string | null | undefined;
  /** What it is for. */
  readonly name: string;
  /** What it may be used for; no more than the program needs. */
  readonly scopes: ReadonlyArray<KeyScope>;
};

export type ApiKeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

export type CheckResult = 'FAIL' | 'PASS' | 'UNKNOWN';

export type ClusterRole = 'AUDITOR' | 'CLUSTER_STAFF';

/** What a firm discloses together. IDENTITY: firm, name of the site, permitted waste codes. PLACE: the very spot, farthest distance. AMOUNT: amounts, lots, days, months. COMPOSITION: properties, waste code. PRICE: price and currency. TEXT: title and description, struck of names while the identity is hidden. */
export type DisclosureGroup = 'AMOUNT' | 'COMPOSITION' | 'IDENTITY' | 'PLACE' | 'PRICE' | 'TEXT';

export type DisclosureTrailKind =
  'ASKED' | 'GRANTED' | 'LOOKED' | 'LOOKED_AT_FIGURES' | 'REFUSED' | 'WITHDRAWN';

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

/** PROPOSAL_CHANGED: sent, declined or withdrawn by the other side, or expired. AGREEMENT_CHANGED: made by the other side, or ended. LISTING_FADING: a listing ends soon unless it is confirmed. AGREEMENT_ENDING: an agreement ends soon. */
export type InboxKind =
  | 'AGREEMENT_CHANGED'
  | 'AGREEMENT_ENDING'
  | 'LISTING_EDITED'
  | 'LISTING_FADING'
  | 'MATCH_FOUND'
  | 'PROPOSAL_CHANGED'
  | 'WATCH_FOUND';

export type InvitationKind = 'CLUSTER' | 'FIRM' | 'FIRST' | 'NEW_FIRM';

/** READ: what the firm may see. LIST: that, and offers and needs. TRADE: that of READ, and proposals, agreements and deliveries. FIGURES: the clusters' figures alone. */
export type KeyScope = 'FIGURES' | 'LIST' | 'READ' | 'TRADE';

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

export type ProposalState = 'ACCEPTED' | 'COUNTERED' | 'DECLINED' | 'EXPIRED' | 'SENT' | 'WITHDRAWN';

/** In a firm or in a cluster. */
export type Role = 'AUDITOR' | 'BUYER' | 'CLUSTER_STAFF' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type SaveWebhookInput = {
  /** What it is for. */
  readonly description: string;
  /** What it is told of; at least one. */
  readonly events: ReadonlyArray<WebhookEventType>;
  /** The webhook that shall be so from now on; a new one where it is left out. */
  readonly id?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** An https:// address on port 443, 80 or from 1024, without a name or password in it. */
  readonly url: string;
};

export type Side = 'NEED' | 'OFFER';

export type WebhookDeliveryState = 'DELIVERED' | 'FAILED' | 'WAITING';

/** GONE: it answered 410. FAILED: every try of a message failed. SILENT: nothing has reached it for five days. */
export type WebhookDisabledReason = 'FAILED' | 'GONE' | 'SILENT';

/** A message says `match.found` for MATCH_FOUND, and so on. PROPOSAL_CHANGED: sent, countered, declined or withdrawn. AGREEMENT_CHANGED: made or ended. DELIVERY_RECORDED: recorded, verified or corrected; of a file once, without a deliveryId. */
export type WebhookEventType = 'AGREEMENT_CHANGED' | 'DELIVERY_RECORDED' | 'MATCH_FOUND' | 'PROPOSAL_CHANGED';

/** DELIVERED: answered with 2xx. GONE: with 410. REFUSED: with another code. REDIRECTED: with 3xx, which is not followed. TIMED_OUT: not done within ten seconds. NAME_UNKNOWN: the name leads nowhere. ADDRESS_REFUSED: it leads to an address that nothing is sent to. UNREACHABLE: no connection, or no certificate that holds. */
export type WebhookOutcome =
  | 'ADDRESS_REFUSED'
  | 'DELIVERED'
  | 'GONE'
  | 'NAME_UNKNOWN'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'TIMED_OUT'
  | 'UNREACHABLE';

export type WebhookState = 'DISABLED' | 'ENABLED';

export type AccountSessionsQueryVariables = Exact<{ [key: string]: never }>;

export type AccountSessionsQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly sessions: ReadonlyArray<{
      readonly __typename: 'Session';
      readonly id: string;
      readonly createdAt: string;
      readonly lastSeenAt: string;
      readonly current: boolean;
      readonly userAgent: string | null;
    }>;
  } | null;
};

export type RevokeSessionMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RevokeSessionMutation = {
  readonly revokeSession:
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'SessionRevoked'; readonly id: string }
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
  settings: ReadonlyArray<NotificationSettingInput>;
  idempotencyKey?: string | null | undefined;
}>;

export type SetNotificationsMutation = {
  readonly setNotifications:
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
        readonly __typename: 'NotificationsSet';
        readonly settings: ReadonlyArray<{
          readonly __typename: 'NotificationSetting';
          readonly channel: NotificationChannel;
          readonly topic: NotificationTopic;
          readonly rhythm: NotificationRhythm;
        }>;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type AccessLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  clusterId?: string | null | undefined;
}>;

export type AccessLogQuery = {
  readonly accessLog: {
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
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type KeyRowFragment = {
  readonly __typename: 'ApiKey';
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: ReadonlyArray<KeyScope>;
  readonly state: ApiKeyState;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
};

export type ApiKeysQueryVariables = Exact<{ [key: string]: never }>;

export type ApiKeysQuery = {
  readonly apiKeys: ReadonlyArray<{ readonly __typename: 'ApiKey' } & KeyRowFragment>;
};

export type MakeApiKeyMutationVariables = Exact<{
  input: ApiKeyInput;
}>;

export type MakeApiKeyMutation = {
  readonly makeApiKey:
    | {
        readonly __typename: 'ApiKeyMade';
        readonly secret: string | null;
        readonly key: { readonly __typename: 'ApiKey' } & KeyRowFragment;
      }
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
      };
};

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RevokeApiKeyMutation = {
  readonly revokeApiKey:
    | {
        readonly __typename: 'ApiKeyRevoked';
        readonly key: { readonly __typename: 'ApiKey' } & KeyRowFragment;
      }
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
      };
};

export type AccountTrailQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type AccountTrailQuery = {
  readonly disclosureTrail: {
    readonly __typename: 'DisclosureTrailConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'DisclosureTrailEdge';
      readonly cursor: string;
      readonly node: {
        readonly __typename: 'DisclosureTrailEntry';
        readonly at: string;
        readonly byViewer: boolean;
        readonly cluster: string | null;
        readonly groups: ReadonlyArray<DisclosureGroup>;
        readonly kind: DisclosureTrailKind;
        readonly person: string | null;
        readonly role: ClusterRole | null;
        readonly times: number;
        readonly until: string | null;
        readonly listing: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly title: string;
          readonly area: string;
        } | null;
        readonly match: { readonly __typename: 'Match'; readonly id: string } | null;
      };
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type WebhookRowFragment = {
  readonly __typename: 'Webhook';
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: ReadonlyArray<WebhookEventType>;
  readonly state: WebhookState;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly disabledAt: string | null;
  readonly disabledFor: WebhookDisabledReason | null;
  readonly oldSecretUntil: string | null;
};

export type DeliveryRowFragment = {
  readonly __typename: 'WebhookDelivery';
  readonly id: string;
  readonly eventType: string;
  readonly happenedAt: string;
  readonly nextTryAt: string | null;
  readonly state: WebhookDeliveryState;
  readonly tries: number;
  readonly attempts: ReadonlyArray<{
    readonly __typename: 'WebhookAttempt';
    readonly at: string;
    readonly durationMs: number;
    readonly outcome: WebhookOutcome;
    readonly statusCode: number | null;
  }>;
};

export type WebhooksQueryVariables = Exact<{ [key: string]: never }>;

export type WebhooksQuery = {
  readonly webhooks: ReadonlyArray<{ readonly __typename: 'Webhook' } & WebhookRowFragment>;
};

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type WebhookDeliveriesQuery = {
  readonly webhook: {
    readonly __typename: 'Webhook';
    readonly id: string;
    readonly deliveries: {
      readonly __typename: 'WebhookDeliveryConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'WebhookDeliveryEdge';
        readonly cursor: string;
        readonly node: { readonly __typename: 'WebhookDelivery' } & DeliveryRowFragment;
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  } | null;
};

export type SaveWebhookMutationVariables = Exact<{
  input: SaveWebhookInput;
}>;

export type SaveWebhookMutation = {
  readonly saveWebhook:
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
        readonly __typename: 'WebhookSaved';
        readonly secret: string | null;
        readonly webhook: { readonly __typename: 'Webhook' } & WebhookRowFragment;
      };
};

export type SendTestWebhookMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type SendTestWebhookMutation = {
  readonly sendTestWebhook:
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
        readonly __typename: 'WebhookQueued';
        readonly delivery: { readonly __typename: 'WebhookDelivery' } & DeliveryRowFragment;
      };
};

export type ResendWebhookDeliveryMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ResendWebhookDeliveryMutation = {
  readonly resendWebhookDelivery:
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
        readonly __typename: 'WebhookQueued';
        readonly delivery: { readonly __typename: 'WebhookDelivery' } & DeliveryRowFragment;
      };
};

export type RotateWebhookSecretMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RotateWebhookSecretMutation = {
  readonly rotateWebhookSecret:
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
        readonly __typename: 'WebhookSaved';
        readonly secret: string | null;
        readonly webhook: { readonly __typename: 'Webhook' } & WebhookRowFragment;
      };
};

export type EnableWebhookMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type EnableWebhookMutation = {
  readonly enableWebhook:
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
        readonly __typename: 'WebhookSaved';
        readonly webhook: { readonly __typename: 'Webhook' } & WebhookRowFragment;
      };
};

export type RemoveWebhookMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveWebhookMutation = {
  readonly removeWebhook:
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
    | { readonly __typename: 'WebhookRemoved'; readonly id: string };
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

export type InboxRowFragment = {
  readonly __typename: 'InboxEntry';
  readonly id: string;
  readonly kind: InboxKind;
  readonly at: string;
  readonly readAt: string | null;
  readonly dueOn: string | null;
  readonly match: {
    readonly __typename: 'Match';
    readonly id: string;
    readonly offer: {
      readonly __typename: 'Listing';
      readonly id: string;
      readonly title: string;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    };
    readonly need: {
      readonly __typename: 'Listing';
      readonly id: string;
      readonly title: string;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    };
  } | null;
  readonly hit: {
    readonly __typename: 'WatchHit';
    readonly id: string;
    readonly watchId: string;
    readonly watchName: string;
    readonly outline: {
      readonly __typename: 'ListingOutline';
      readonly area: string;
      readonly side: Side;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    };
  } | null;
  readonly listing: { readonly __typename: 'Listing'; readonly id: string; readonly title: string } | null;
  readonly proposal: {
    readonly __typename: 'Proposal';
    readonly id: string;
    readonly state: ProposalState;
    readonly match: {
      readonly __typename: 'Match';
      readonly id: string;
      readonly offer: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      };
    };
  } | null;
  readonly agreement: {
    readonly __typename: 'Agreement';
    readonly id: string;
    readonly match: {
      readonly __typename: 'Match';
      readonly id: string;
      readonly offer: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      };
    };
  } | null;
};

export type InboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unreadOnly: boolean;
  locale: string;
}>;

export type InboxQuery = {
  readonly inbox: {
    readonly __typename: 'InboxConnection';
    readonly unreadCount: number;
    readonly edges: ReadonlyArray<{
      readonly __typename: 'InboxEdge';
      readonly cursor: string;
      readonly node: { readonly __typename: 'InboxEntry' } & InboxRowFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type InboxUnreadQueryVariables = Exact<{ [key: string]: never }>;

export type InboxUnreadQuery = {
  readonly inbox: { readonly __typename: 'InboxConnection'; readonly unreadCount: number };
};

export type MarkReadMutationVariables = Exact<{
  ids?: ReadonlyArray<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type MarkReadMutation = {
  readonly markRead:
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
    | { readonly __typename: 'InboxMarked'; readonly unreadCount: number }
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

export type CommandThingsQueryVariables = Exact<{
  locale: string;
}>;

export type CommandThingsQuery = {
  readonly listings: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly side: Side;
        readonly title: string;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      };
    }>;
  };
  readonly matches: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: {
        readonly __typename: 'Match';
        readonly id: string;
        readonly offer: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly title: string;
          readonly area: string;
          readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
        };
        readonly need: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly title: string;
          readonly area: string;
          readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
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
