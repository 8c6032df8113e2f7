export { Store } from './store.js';
export { rolePool } from './role-pool.js';
export { isUnavailable } from './unavailable.js';
export type { Tx } from './tx.js';
export { migrate } from './migrate.js';
export { prepareRoles, roleOption } from './roles.js';
export { eraseDatabase } from './erase.js';
export { dataFolder } from './reference/files.js';
export { readFactorFile, type FactorLine } from './reference/factor-file.js';
export { listen, type Listener } from './listener.js';
export { openWake, type Wake } from './wake.js';
export type { KeptParcel } from './repositories/parcels.js';
export type { Cursor, EventsOf, StoredEvent } from './repositories/events.js';
export type {
  ImportCounts,
  ImportFormat,
  ImportPlan,
  ImportRow,
  ImportState,
  ImportTotals,
  JudgedRow,
  RecordedRow,
  RowOutcome,
  RowPage,
  StoredImport,
} from './repositories/imports.js';
export type { PaperRow } from './repositories/papers.js';
export type { AgreementFilter } from './repositories/agreements.js';
export type { Confirmed } from './repositories/listings.js';
export type { ConfirmationLink } from './repositories/reminders.js';
export type { InboxOf, InboxRow } from './repositories/inbox.js';
export type { Recipient, SettingRow } from './repositories/notifications.js';
export type { ClusterFirmRow } from './repositories/firms.js';
export type { HintCounts, HintFilter, HintRow, NewHint } from './repositories/hints.js';
export type { StoredDraft } from './repositories/drafts.js';
export type { StoredWorkshop } from './repositories/workshops.js';
export type { NewWatchHit, StoredWatch, WatchHitRow, WatchOfFirm } from './repositories/watches.js';
export {
  JOB_CHANNEL,
  type DoneJob,
  type FailedJob,
  type JobCounts,
  type JobRequest,
  type NewJobRequest,
} from './repositories/jobs.js';
export type { ListingFilter } from './repositories/listings.js';
export type { PageRow, StoredListing } from './stored.js';
export type { MatchRow, ProposalRow } from './entities/match.entity.js';
export type { AgreementRow, DeliveryRow } from './entities/agreement.entity.js';
export type { GoalRow } from './entities/firm.entity.js';
export type { ReferenceTotalsRow, ReleasedRow } from './repositories/reference-totals.js';
export {
  RUN_STAGES,
  type ChunkKey,
  type MatchingRunRow,
  type RunStage,
} from './repositories/matching-runs.js';
export type { StandingMatch } from './repositories/matches.js';
export type { PotentialRow } from './repositories/matches.js';
export type { DisclosureGrantRow, DisclosureRequestRow, TrailRow } from './repositories/disclosures.js';
export type { KeptMail, TakenMail } from './repositories/mails.js';
export type {
  FirmDraftRow,
  FirstDraftRow,
  InvitationFor,
  InvitationRow,
  Place,
} from './repositories/invitations.js';
export type { WebhookAttemptRow, WebhookDeliveryRow, WebhookRow } from './repositories/webhooks.js';
export type {
  DisabledFor,
  DoneAttempt,
  TakenWebhook,
  WebhookSource,
} from './repositories/webhook-sendings.js';
export type { ChainHead, Recounted, RowAtFault, StoredFigures } from './repositories/audit.js';
export type { LedgerSums } from './repositories/ledger.js';
export type { Behind } from './repositories/entries.js';
export type { ApiKeyRow } from './repositories/api-keys.js';
export type { AccessEntryRow, AccessKind, StandInKind } from './repositories/access-log.js';
export type { NewPerson } from './repositories/people.js';
export type {
  PortableAgreement,
  PortableDays,
  PortableDelivery,
  PortableEntry,
} from './repositories/portable.js';
export type { PublishedPageRow } from './repositories/published-pages.js';
export { ACCESS_CHANNEL, type Standing } from './repositories/sessions.js';
export type { FollowedMatchRow, SiteStreamRow, UnusedRow } from './repositories/workbench.js';
export type {
  PlanFlowRecord,
  PlanHintRow,
  PlanListingRecord,
  PlanPair,
  PlanPlantRecord,
  PlanResult,
  PlanRow,
  PlanSuggestionRow,
} from './repositories/plans.js';
export type { SearchChange } from './repositories/search-feed.js';
export { copyOut } from './copy-out.js';
export type { PlacedPlantRow, PlantHintRow, TreatmentPlantRow } from './repositories/treatment-plants.js';
export type { NoteRow, StepRow } from './repositories/follow-ups.js';
export type { JointTransportRow } from './repositories/joint-transports.js';
