// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
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

declare module '*/cluster-map.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ClusterFlows: TypedDocumentNode<O.ClusterFlowsQuery, O.ClusterFlowsQueryVariables>;
  export const ClusterSites: TypedDocumentNode<O.ClusterSitesQuery, O.ClusterSitesQueryVariables>;
  export const ClusterSiteListings: TypedDocumentNode<
    O.ClusterSiteListingsQuery,
    O.ClusterSiteListingsQueryVariables
  >;
}

declare module '*/match.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Matches: TypedDocumentNode<O.MatchesQuery, O.MatchesQueryVariables>;
  export const MatchFound: TypedDocumentNode<O.MatchFoundSubscription, O.MatchFoundSubscriptionVariables>;
}

declare module '*/notifications.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const NotificationSettings: TypedDocumentNode<
    O.NotificationSettingsQuery,
    O.NotificationSettingsQueryVariables
  >;
  export const SetNotifications: TypedDocumentNode<
    O.SetNotificationsMutation,
    O.SetNotificationsMutationVariables
  >;
}

declare module '*/viewer.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ConsoleViewer: TypedDocumentNode<O.ConsoleViewerQuery, O.ConsoleViewerQueryVariables>;
  export const ActFor: TypedDocumentNode<O.ActForMutation, O.ActForMutationVariables>;
}
