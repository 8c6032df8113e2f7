// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
declare module '*/account.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const AccountSessions: TypedDocumentNode<O.AccountSessionsQuery, O.AccountSessionsQueryVariables>;
  export const RevokeSession: TypedDocumentNode<O.RevokeSessionMutation, O.RevokeSessionMutationVariables>;
  export const NotificationSettings: TypedDocumentNode<
    O.NotificationSettingsQuery,
    O.NotificationSettingsQueryVariables
  >;
  export const SetNotifications: TypedDocumentNode<
    O.SetNotificationsMutation,
    O.SetNotificationsMutationVariables
  >;
  export const AccessLog: TypedDocumentNode<O.AccessLogQuery, O.AccessLogQueryVariables>;
}

declare module '*/api-keys.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ApiKeys: TypedDocumentNode<O.ApiKeysQuery, O.ApiKeysQueryVariables>;
  export const MakeApiKey: TypedDocumentNode<O.MakeApiKeyMutation, O.MakeApiKeyMutationVariables>;
  export const RevokeApiKey: TypedDocumentNode<O.RevokeApiKeyMutation, O.RevokeApiKeyMutationVariables>;
}

declare module '*/trail.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const AccountTrail: TypedDocumentNode<O.AccountTrailQuery, O.AccountTrailQueryVariables>;
}

declare module '*/webhooks.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Webhooks: TypedDocumentNode<O.WebhooksQuery, O.WebhooksQueryVariables>;
  export const WebhookDeliveries: TypedDocumentNode<
    O.WebhookDeliveriesQuery,
    O.WebhookDeliveriesQueryVariables
  >;
  export const SaveWebhook: TypedDocumentNode<O.SaveWebhookMutation, O.SaveWebhookMutationVariables>;
  export const SendTestWebhook: TypedDocumentNode<
    O.SendTestWebhookMutation,
    O.SendTestWebhookMutationVariables
  >;
  export const ResendWebhookDelivery: TypedDocumentNode<
    O.ResendWebhookDeliveryMutation,
    O.ResendWebhookDeliveryMutationVariables
  >;
  export const RotateWebhookSecret: TypedDocumentNode<
    O.RotateWebhookSecretMutation,
    O.RotateWebhookSecretMutationVariables
  >;
  export const EnableWebhook: TypedDocumentNode<O.EnableWebhookMutation, O.EnableWebhookMutationVariables>;
  export const RemoveWebhook: TypedDocumentNode<O.RemoveWebhookMutation, O.RemoveWebhookMutationVariables>;
}

declare module '*/confirmation.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ListingToConfirm: TypedDocumentNode<O.ListingToConfirmQuery, O.ListingToConfirmQueryVariables>;
  export const ConfirmListingByLink: TypedDocumentNode<
    O.ConfirmListingByLinkMutation,
    O.ConfirmListingByLinkMutationVariables
  >;
}

declare module '*/circularity.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Circularity: TypedDocumentNode<O.CircularityQuery, O.CircularityQueryVariables>;
}

declare module '*/inbox.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Inbox: TypedDocumentNode<O.InboxQuery, O.InboxQueryVariables>;
  export const InboxUnread: TypedDocumentNode<O.InboxUnreadQuery, O.InboxUnreadQueryVariables>;
  export const MarkRead: TypedDocumentNode<O.MarkReadMutation, O.MarkReadMutationVariables>;
}

declare module '*/invitation.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Invitation: TypedDocumentNode<O.InvitationQuery, O.InvitationQueryVariables>;
  export const AcceptInvitation: TypedDocumentNode<
    O.AcceptInvitationMutation,
    O.AcceptInvitationMutationVariables
  >;
  export const JoinByInvitation: TypedDocumentNode<
    O.JoinByInvitationMutation,
    O.JoinByInvitationMutationVariables
  >;
  export const MakeFirstCluster: TypedDocumentNode<
    O.MakeFirstClusterMutation,
    O.MakeFirstClusterMutationVariables
  >;
}

declare module '*/match.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Matches: TypedDocumentNode<O.MatchesQuery, O.MatchesQueryVariables>;
  export const MatchFound: TypedDocumentNode<O.MatchFoundSubscription, O.MatchFoundSubscriptionVariables>;
}

declare module '*/command.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const CommandThings: TypedDocumentNode<O.CommandThingsQuery, O.CommandThingsQueryVariables>;
}

declare module '*/viewer.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ConsoleViewer: TypedDocumentNode<O.ConsoleViewerQuery, O.ConsoleViewerQueryVariables>;
  export const ActFor: TypedDocumentNode<O.ActForMutation, O.ActForMutationVariables>;
}
