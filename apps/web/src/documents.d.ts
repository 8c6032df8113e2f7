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

declare module '*/form.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ReadStreamText: TypedDocumentNode<O.ReadStreamTextQuery, O.ReadStreamTextQueryVariables>;
  export const FindMaterials: TypedDocumentNode<O.FindMaterialsQuery, O.FindMaterialsQueryVariables>;
  export const StreamToRevise: TypedDocumentNode<O.StreamToReviseQuery, O.StreamToReviseQueryVariables>;
  export const StreamDrafts: TypedDocumentNode<O.StreamDraftsQuery, O.StreamDraftsQueryVariables>;
  export const PublishStream: TypedDocumentNode<O.PublishStreamMutation, O.PublishStreamMutationVariables>;
  export const PublishStreamDraft: TypedDocumentNode<
    O.PublishStreamDraftMutation,
    O.PublishStreamDraftMutationVariables
  >;
  export const ReviseStream: TypedDocumentNode<O.ReviseStreamMutation, O.ReviseStreamMutationVariables>;
  export const SaveStreamDraft: TypedDocumentNode<
    O.SaveStreamDraftMutation,
    O.SaveStreamDraftMutationVariables
  >;
  export const DiscardStreamDraft: TypedDocumentNode<
    O.DiscardStreamDraftMutation,
    O.DiscardStreamDraftMutationVariables
  >;
}

declare module '*/listing.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const StreamPage: TypedDocumentNode<O.StreamPageQuery, O.StreamPageQueryVariables>;
  export const NearMissesOfStream: TypedDocumentNode<
    O.NearMissesOfStreamQuery,
    O.NearMissesOfStreamQueryVariables
  >;
  export const StreamAsSeen: TypedDocumentNode<O.StreamAsSeenQuery, O.StreamAsSeenQueryVariables>;
}

declare module '*/listings.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const OwnStreams: TypedDocumentNode<O.OwnStreamsQuery, O.OwnStreamsQueryVariables>;
  export const ConfirmStream: TypedDocumentNode<O.ConfirmStreamMutation, O.ConfirmStreamMutationVariables>;
  export const PauseStream: TypedDocumentNode<O.PauseStreamMutation, O.PauseStreamMutationVariables>;
  export const ResumeStream: TypedDocumentNode<O.ResumeStreamMutation, O.ResumeStreamMutationVariables>;
  export const WithdrawStream: TypedDocumentNode<O.WithdrawStreamMutation, O.WithdrawStreamMutationVariables>;
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

declare module '*/start.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const StartOfFirm: TypedDocumentNode<O.StartOfFirmQuery, O.StartOfFirmQueryVariables>;
  export const HintsAtStart: TypedDocumentNode<O.HintsAtStartQuery, O.HintsAtStartQueryVariables>;
  export const ClaimHintAtStart: TypedDocumentNode<
    O.ClaimHintAtStartMutation,
    O.ClaimHintAtStartMutationVariables
  >;
  export const RejectHintAtStart: TypedDocumentNode<
    O.RejectHintAtStartMutation,
    O.RejectHintAtStartMutationVariables
  >;
  export const StartOfCluster: TypedDocumentNode<O.StartOfClusterQuery, O.StartOfClusterQueryVariables>;
  export const StartOfStaff: TypedDocumentNode<O.StartOfStaffQuery, O.StartOfStaffQueryVariables>;
}
