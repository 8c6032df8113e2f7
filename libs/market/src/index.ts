export { Market } from './market.js';
export { MemoryIndex, snapshotIndex } from './memory-index.js';
export { DATABASE_INDEX, type CandidateIndex } from './candidate-index.js';
export { SYSTEM } from '#domain';
export { isUnavailable, roleOption, rolePool } from '#store';
export type { ListingVersionView } from './listing-versions.js';
export type { Outcome, Refusal } from './outcome.js';
export type { ListingInput } from './listing-terms.js';
export type { TermsInput } from './proposals.js';
export type { DeliveryInput } from './deliveries.js';
export * from './jobs.js';
export type { Page } from './reading.js';
export type {
  AgreementView,
  BandView,
  DeliveryView,
  DisclosureGrantView,
  DisclosureRequestView,
  LegalRuleView,
  MatchDisclosureView,
  MatchValueView,
  MatchView,
  NearMissView,
  OutlineView,
  ProposalView,
  SeenListing,
  TextReadingView,
  TrailView,
  ValuePartsView,
  WasteCodeView,
} from './views.js';
export { LEDGER_BASES, type CircularityView } from './figures.js';
export type { FigureGroupView, ReportedQuestion } from './indicators.js';
export {
  FLOW_DIRECTIONS,
  type FirmBasis,
  type FirmFiguresView,
  type FirmQuestion,
  type FlowDirection,
} from './firm-figures.js';
export type { EntriesView, EntryView, NumberAsked } from './entries-behind.js';
export type { FactorChangeView, FactorSetView } from './factor-sets.js';
export type { MovedBy } from './figure-change.js';
export type { FirmGoalView, GoalView } from './goal-view.js';
export type { RatiosView, ReferenceSumView } from './ratios.js';
export type { FirmExport, ReportExport } from './exports.js';
export type { PublicChoiceView, PublicPage, PublicYear } from './public-pages.js';
export { confirmationLink, type ListingToConfirm } from './confirmations.js';
export type { InboxEntryView } from './inbox.js';
export type { ImportMapping, ImportRowView, ImportView, UploadedFile } from './imports.js';
export type { Committing } from './recording.js';
export type { PaperContent, PaperView } from './papers.js';
export type { HintForUs } from './hint-answers.js';
export type { HintList, JudgedHint, JudgedList } from './hint-lists.js';
export type { ListedStream } from './stream-lists.js';
export type { CardInput } from './workshops.js';
export type { HintCounts, HintRow, StoredDraft, StoredWorkshop } from '#store';
export type { WatchHitView, WatchView } from './watches.js';
export type { ClusterSiteView, PlaceFlowView } from './cluster-map.js';
export type {
  BarrierReportView,
  FollowedMatchView,
  StaleListingView,
  UnknownView,
  UnusedView,
  WorkbenchView,
} from './workbench.js';
export type { NoteInput, NoteView, StepInput, StepView, TaskView } from './follow-ups.js';
export type { JointTransportView } from './joint-transports.js';
export type { LoadView, ReturnLoadsView, ReturnLoadView } from './return-loads.js';
export {
  SUGGESTION_STATES,
  type PlanFlowView,
  type PlanPlantView,
  type PlanResultView,
  type PlanView,
  type SuggestionState,
} from './plans.js';
export type { TreatmentPlantView } from './treatment-plants.js';
export { refreshEach, type MatchingRunView, type Refresher } from './matching-runs.js';
export type { RunStep } from './matches.js';
export type { PlanAnswers } from './plan-making.js';
export type { PlanHintView, SuggestionView } from './plan-suggestions.js';
export { CursorGone, EventFeed, type FeedEvent, type FeedQuestion } from './feed.js';
export { pageLink } from './link-token.js';
export { Lookout } from './lookout.js';
export { Together } from './together.js';
export { Turnstile } from './turnstile.js';
export { EVENTS_KEPT_DAYS } from './upkeep.js';
export type { SessionView, StandsOn, Standing } from './membership.js';
export type {
  GoalRow,
  ImportState,
  ImportTotals,
  KeptMail,
  ReferenceTotalsRow,
  RowOutcome,
  TakenMail,
  TakenWebhook,
} from '#store';
export { queueMail, type MailMessage } from './mails.js';
export type { InvitationPreview } from './accepting.js';
export type { InvitationView } from './invitations.js';
export type { AccessEntryView, MemberView } from './members.js';
export type { ApiKeyView } from './api-keys.js';
export type { WebhookResult } from './webhook-sendings.js';
export type { WebhookDeliveryView, WebhookView } from './webhooks.js';
export { openRouter, type Router } from './router.js';
export { Outbox, type DoneJob, type JobRequest } from './outbox.js';
