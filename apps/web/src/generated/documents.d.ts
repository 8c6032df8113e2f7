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

declare module '*/board.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const BoardClusters: TypedDocumentNode<O.BoardClustersQuery, O.BoardClustersQueryVariables>;
  export const BoardFigures: TypedDocumentNode<O.BoardFiguresQuery, O.BoardFiguresQueryVariables>;
  export const BoardIndicators: TypedDocumentNode<O.BoardIndicatorsQuery, O.BoardIndicatorsQueryVariables>;
  export const BoardBreakdown: TypedDocumentNode<O.BoardBreakdownQuery, O.BoardBreakdownQueryVariables>;
  export const BoardHeat: TypedDocumentNode<O.BoardHeatQuery, O.BoardHeatQueryVariables>;
  export const BoardRatios: TypedDocumentNode<O.BoardRatiosQuery, O.BoardRatiosQueryVariables>;
  export const BoardMarket: TypedDocumentNode<O.BoardMarketQuery, O.BoardMarketQueryVariables>;
  export const BoardFactorSets: TypedDocumentNode<O.BoardFactorSetsQuery, O.BoardFactorSetsQueryVariables>;
}

declare module '*/firm-figures.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const FirmFiguresReport: TypedDocumentNode<
    O.FirmFiguresReportQuery,
    O.FirmFiguresReportQueryVariables
  >;
  export const FirmGoalsReport: TypedDocumentNode<O.FirmGoalsReportQuery, O.FirmGoalsReportQueryVariables>;
  export const FirmRatiosReport: TypedDocumentNode<O.FirmRatiosReportQuery, O.FirmRatiosReportQueryVariables>;
  export const StatedTotals: TypedDocumentNode<O.StatedTotalsQuery, O.StatedTotalsQueryVariables>;
  export const RecordReferenceTotals: TypedDocumentNode<
    O.RecordReferenceTotalsMutation,
    O.RecordReferenceTotalsMutationVariables
  >;
}

declare module '*/goal-forms.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const SetGoal: TypedDocumentNode<O.SetGoalMutation, O.SetGoalMutationVariables>;
  export const SetPresetGoals: TypedDocumentNode<O.SetPresetGoalsMutation, O.SetPresetGoalsMutationVariables>;
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

declare module '*/delivery.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const RecordOneDelivery: TypedDocumentNode<
    O.RecordOneDeliveryMutation,
    O.RecordOneDeliveryMutationVariables
  >;
  export const CorrectOneDelivery: TypedDocumentNode<
    O.CorrectOneDeliveryMutation,
    O.CorrectOneDeliveryMutationVariables
  >;
  export const VerifyOneDelivery: TypedDocumentNode<
    O.VerifyOneDeliveryMutation,
    O.VerifyOneDeliveryMutationVariables
  >;
  export const RemovePaper: TypedDocumentNode<O.RemovePaperMutation, O.RemovePaperMutationVariables>;
}

declare module '*/import.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ImportOfDeliveries: TypedDocumentNode<
    O.ImportOfDeliveriesQuery,
    O.ImportOfDeliveriesQueryVariables
  >;
  export const RowsOfImport: TypedDocumentNode<O.RowsOfImportQuery, O.RowsOfImportQueryVariables>;
  export const MapImport: TypedDocumentNode<O.MapImportMutation, O.MapImportMutationVariables>;
  export const CommitImport: TypedDocumentNode<O.CommitImportMutation, O.CommitImportMutationVariables>;
  export const AgreementsForImport: TypedDocumentNode<
    O.AgreementsForImportQuery,
    O.AgreementsForImportQueryVariables
  >;
}

declare module '*/exports.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const PublicFigures: TypedDocumentNode<O.PublicFiguresQuery, O.PublicFiguresQueryVariables>;
  export const PublicFiguresPreview: TypedDocumentNode<
    O.PublicFiguresPreviewQuery,
    O.PublicFiguresPreviewQueryVariables
  >;
  export const ChoosePublicFigures: TypedDocumentNode<
    O.ChoosePublicFiguresMutation,
    O.ChoosePublicFiguresMutationVariables
  >;
  export const FactorChangeReport: TypedDocumentNode<
    O.FactorChangeReportQuery,
    O.FactorChangeReportQueryVariables
  >;
  export const LoadedFactorSets: TypedDocumentNode<O.LoadedFactorSetsQuery, O.LoadedFactorSetsQueryVariables>;
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
  export const StreamHistory: TypedDocumentNode<O.StreamHistoryQuery, O.StreamHistoryQueryVariables>;
  export const StreamPapers: TypedDocumentNode<O.StreamPapersQuery, O.StreamPapersQueryVariables>;
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

declare module '*/disclosure.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const AskDisclosure: TypedDocumentNode<O.AskDisclosureMutation, O.AskDisclosureMutationVariables>;
  export const GrantDisclosure: TypedDocumentNode<
    O.GrantDisclosureMutation,
    O.GrantDisclosureMutationVariables
  >;
  export const RefuseDisclosure: TypedDocumentNode<
    O.RefuseDisclosureMutation,
    O.RefuseDisclosureMutationVariables
  >;
  export const WithdrawDisclosure: TypedDocumentNode<
    O.WithdrawDisclosureMutation,
    O.WithdrawDisclosureMutationVariables
  >;
}

declare module '*/match.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const MatchList: TypedDocumentNode<O.MatchListQuery, O.MatchListQueryVariables>;
  export const MatchFilters: TypedDocumentNode<O.MatchFiltersQuery, O.MatchFiltersQueryVariables>;
  export const NewMatches: TypedDocumentNode<O.NewMatchesQuery, O.NewMatchesQueryVariables>;
  export const MatchWhole: TypedDocumentNode<O.MatchWholeQuery, O.MatchWholeQueryVariables>;
  export const DeclineMatch: TypedDocumentNode<O.DeclineMatchMutation, O.DeclineMatchMutationVariables>;
  export const MatchNewsRead: TypedDocumentNode<O.MatchNewsReadMutation, O.MatchNewsReadMutationVariables>;
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

declare module '*/agreements.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Agreements: TypedDocumentNode<O.AgreementsQuery, O.AgreementsQueryVariables>;
  export const OneAgreement: TypedDocumentNode<O.OneAgreementQuery, O.OneAgreementQueryVariables>;
}

declare module '*/negotiation.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const NegotiationThread: TypedDocumentNode<
    O.NegotiationThreadQuery,
    O.NegotiationThreadQueryVariables
  >;
  export const AcceptanceDraw: TypedDocumentNode<O.AcceptanceDrawQuery, O.AcceptanceDrawQueryVariables>;
  export const SendTerms: TypedDocumentNode<O.SendTermsMutation, O.SendTermsMutationVariables>;
  export const CounterTerms: TypedDocumentNode<O.CounterTermsMutation, O.CounterTermsMutationVariables>;
  export const AcceptTerms: TypedDocumentNode<O.AcceptTermsMutation, O.AcceptTermsMutationVariables>;
  export const DeclineTerms: TypedDocumentNode<O.DeclineTermsMutation, O.DeclineTermsMutationVariables>;
  export const WithdrawTerms: TypedDocumentNode<O.WithdrawTermsMutation, O.WithdrawTermsMutationVariables>;
}

declare module '*/plans.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ClusterPlans: TypedDocumentNode<O.ClusterPlansQuery, O.ClusterPlansQueryVariables>;
  export const PlanProgress: TypedDocumentNode<O.PlanProgressQuery, O.PlanProgressQueryVariables>;
  export const PlanWhole: TypedDocumentNode<O.PlanWholeQuery, O.PlanWholeQueryVariables>;
  export const AskForPlan: TypedDocumentNode<O.AskForPlanMutation, O.AskForPlanMutationVariables>;
  export const CallPlanOff: TypedDocumentNode<O.CallPlanOffMutation, O.CallPlanOffMutationVariables>;
  export const SuggestFlows: TypedDocumentNode<O.SuggestFlowsMutation, O.SuggestFlowsMutationVariables>;
  export const MatchSuggestion: TypedDocumentNode<O.MatchSuggestionQuery, O.MatchSuggestionQueryVariables>;
  export const ListingHint: TypedDocumentNode<O.ListingHintQuery, O.ListingHintQueryVariables>;
}

declare module '*/plants.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const OwnPlants: TypedDocumentNode<O.OwnPlantsQuery, O.OwnPlantsQueryVariables>;
  export const SavePlant: TypedDocumentNode<O.SavePlantMutation, O.SavePlantMutationVariables>;
  export const WithdrawPlant: TypedDocumentNode<O.WithdrawPlantMutation, O.WithdrawPlantMutationVariables>;
}

declare module '*/entries.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const FigureEntries: TypedDocumentNode<O.FigureEntriesQuery, O.FigureEntriesQueryVariables>;
}

declare module '*/command.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const CommandThings: TypedDocumentNode<O.CommandThingsQuery, O.CommandThingsQueryVariables>;
}

declare module '*/live.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const LiveStart: TypedDocumentNode<O.LiveStartQuery, O.LiveStartQueryVariables>;
  export const LiveMatches: TypedDocumentNode<O.LiveMatchesSubscription, O.LiveMatchesSubscriptionVariables>;
  export const LiveWatches: TypedDocumentNode<O.LiveWatchesSubscription, O.LiveWatchesSubscriptionVariables>;
  export const LiveProposals: TypedDocumentNode<
    O.LiveProposalsSubscription,
    O.LiveProposalsSubscriptionVariables
  >;
  export const LiveAgreements: TypedDocumentNode<
    O.LiveAgreementsSubscription,
    O.LiveAgreementsSubscriptionVariables
  >;
  export const LiveFigures: TypedDocumentNode<O.LiveFiguresSubscription, O.LiveFiguresSubscriptionVariables>;
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
  export const StartOfCluster: TypedDocumentNode<O.StartOfClusterQuery, O.StartOfClusterQueryVariables>;
  export const StartOfStaff: TypedDocumentNode<O.StartOfStaffQuery, O.StartOfStaffQueryVariables>;
}

declare module '*/transport.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const OfferedTransports: TypedDocumentNode<
    O.OfferedTransportsQuery,
    O.OfferedTransportsQueryVariables
  >;
  export const AnswerTransport: TypedDocumentNode<
    O.AnswerTransportMutation,
    O.AnswerTransportMutationVariables
  >;
  export const ClusterReturnLoads: TypedDocumentNode<
    O.ClusterReturnLoadsQuery,
    O.ClusterReturnLoadsQueryVariables
  >;
  export const OfferTransport: TypedDocumentNode<O.OfferTransportMutation, O.OfferTransportMutationVariables>;
}

declare module '*/watches.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const Watches: TypedDocumentNode<O.WatchesQuery, O.WatchesQueryVariables>;
  export const WatchAreas: TypedDocumentNode<O.WatchAreasQuery, O.WatchAreasQueryVariables>;
  export const WatchMaterials: TypedDocumentNode<O.WatchMaterialsQuery, O.WatchMaterialsQueryVariables>;
  export const SaveWatch: TypedDocumentNode<O.SaveWatchMutation, O.SaveWatchMutationVariables>;
  export const PauseWatch: TypedDocumentNode<O.PauseWatchMutation, O.PauseWatchMutationVariables>;
  export const ResumeWatch: TypedDocumentNode<O.ResumeWatchMutation, O.ResumeWatchMutationVariables>;
  export const RemoveWatch: TypedDocumentNode<O.RemoveWatchMutation, O.RemoveWatchMutationVariables>;
}

declare module '*/workbench.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const MatchingUnderWay: TypedDocumentNode<O.MatchingUnderWayQuery, O.MatchingUnderWayQueryVariables>;
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
