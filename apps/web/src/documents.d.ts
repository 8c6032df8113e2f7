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

declare module '*/hints.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const HintList: TypedDocumentNode<O.HintListQuery, O.HintListQueryVariables>;
  export const TieHint: TypedDocumentNode<O.TieHintMutation, O.TieHintMutationVariables>;
  export const RemoveHint: TypedDocumentNode<O.RemoveHintMutation, O.RemoveHintMutationVariables>;
  export const RemoveHintContact: TypedDocumentNode<
    O.RemoveHintContactMutation,
    O.RemoveHintContactMutationVariables
  >;
  export const WorkshopList: TypedDocumentNode<O.WorkshopListQuery, O.WorkshopListQueryVariables>;
  export const OpenWorkshop: TypedDocumentNode<O.OpenWorkshopMutation, O.OpenWorkshopMutationVariables>;
  export const WorkshopMeeting: TypedDocumentNode<O.WorkshopMeetingQuery, O.WorkshopMeetingQueryVariables>;
  export const RecordCards: TypedDocumentNode<O.RecordCardsMutation, O.RecordCardsMutationVariables>;
  export const HintsAboutUs: TypedDocumentNode<O.HintsAboutUsQuery, O.HintsAboutUsQueryVariables>;
  export const LetStaff: TypedDocumentNode<O.LetStaffQuery, O.LetStaffQueryVariables>;
  export const ClaimHint: TypedDocumentNode<O.ClaimHintMutation, O.ClaimHintMutationVariables>;
  export const RejectHint: TypedDocumentNode<O.RejectHintMutation, O.RejectHintMutationVariables>;
  export const LetStaffDraft: TypedDocumentNode<O.LetStaffDraftMutation, O.LetStaffDraftMutationVariables>;
  export const LetStaffEdit: TypedDocumentNode<O.LetStaffEditMutation, O.LetStaffEditMutationVariables>;
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

declare module '*/members.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ClusterPeople: TypedDocumentNode<O.ClusterPeopleQuery, O.ClusterPeopleQueryVariables>;
  export const FirmPeople: TypedDocumentNode<O.FirmPeopleQuery, O.FirmPeopleQueryVariables>;
  export const ClusterFirms: TypedDocumentNode<O.ClusterFirmsQuery, O.ClusterFirmsQueryVariables>;
  export const ClusterLog: TypedDocumentNode<O.ClusterLogQuery, O.ClusterLogQueryVariables>;
  export const FirmLog: TypedDocumentNode<O.FirmLogQuery, O.FirmLogQueryVariables>;
  export const InvitePerson: TypedDocumentNode<O.InvitePersonMutation, O.InvitePersonMutationVariables>;
  export const InviteStaff: TypedDocumentNode<O.InviteStaffMutation, O.InviteStaffMutationVariables>;
  export const InviteFirm: TypedDocumentNode<O.InviteFirmMutation, O.InviteFirmMutationVariables>;
  export const RevokeInvitation: TypedDocumentNode<
    O.RevokeInvitationMutation,
    O.RevokeInvitationMutationVariables
  >;
  export const ChangeMemberRole: TypedDocumentNode<
    O.ChangeMemberRoleMutation,
    O.ChangeMemberRoleMutationVariables
  >;
  export const RemoveMember: TypedDocumentNode<O.RemoveMemberMutation, O.RemoveMemberMutationVariables>;
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

declare module '*/workbench.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const WorkbenchTasks: TypedDocumentNode<O.WorkbenchTasksQuery, O.WorkbenchTasksQueryVariables>;
  export const WorkbenchUnknowns: TypedDocumentNode<
    O.WorkbenchUnknownsQuery,
    O.WorkbenchUnknownsQueryVariables
  >;
  export const WorkbenchUnanswered: TypedDocumentNode<
    O.WorkbenchUnansweredQuery,
    O.WorkbenchUnansweredQueryVariables
  >;
  export const WorkbenchStale: TypedDocumentNode<O.WorkbenchStaleQuery, O.WorkbenchStaleQueryVariables>;
  export const WorkbenchOverview: TypedDocumentNode<
    O.WorkbenchOverviewQuery,
    O.WorkbenchOverviewQueryVariables
  >;
  export const WorkbenchUnused: TypedDocumentNode<O.WorkbenchUnusedQuery, O.WorkbenchUnusedQueryVariables>;
  export const WorkbenchBarriers: TypedDocumentNode<
    O.WorkbenchBarriersQuery,
    O.WorkbenchBarriersQueryVariables
  >;
  export const WorkbenchStaff: TypedDocumentNode<O.WorkbenchStaffQuery, O.WorkbenchStaffQueryVariables>;
  export const AddMatchNote: TypedDocumentNode<O.AddMatchNoteMutation, O.AddMatchNoteMutationVariables>;
  export const SetNextStep: TypedDocumentNode<O.SetNextStepMutation, O.SetNextStepMutationVariables>;
  export const CompleteNextStep: TypedDocumentNode<
    O.CompleteNextStepMutation,
    O.CompleteNextStepMutationVariables
  >;
  export const ConfirmForFirm: TypedDocumentNode<O.ConfirmForFirmMutation, O.ConfirmForFirmMutationVariables>;
  export const PauseForFirm: TypedDocumentNode<O.PauseForFirmMutation, O.PauseForFirmMutationVariables>;
}
