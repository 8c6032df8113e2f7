// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
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

declare module '*/entries.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const FigureEntries: TypedDocumentNode<O.FigureEntriesQuery, O.FigureEntriesQueryVariables>;
}

declare module '*/viewer.graphql' {
  import type { TypedDocumentNode } from '@apollo/client';
  import type * as O from '#operations';
  export const ConsoleViewer: TypedDocumentNode<O.ConsoleViewerQuery, O.ConsoleViewerQueryVariables>;
  export const ActFor: TypedDocumentNode<O.ActForMutation, O.ActForMutationVariables>;
}
