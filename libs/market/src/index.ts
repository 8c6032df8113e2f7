export { Market } from './market.js';
export { SYSTEM } from '#domain';
export { isUnavailable, roleOption, rolePool } from '#store';
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
export type { CircularityView } from './figures.js';
export type { FirmExport, ReportExport } from './exports.js';
export type { PublicChoiceView, PublicPage } from './public-pages.js';
export { confirmationLink, type ListingToConfirm } from './confirmations.js';
export type { InboxEntryView } from './inbox.js';
export type { WatchHitView, WatchView } from './watches.js';
export { CursorGone, EventFeed, type FeedEvent, type FeedQuestion } from './feed.js';
export { pageLink } from './link-token.js';
export { Lookout } from './lookout.js';
export { Together } from './together.js';
export { EVENTS_KEPT_DAYS } from './upkeep.js';
export type { SessionView, StandsOn, Standing } from './membership.js';
export type { KeptMail, TakenMail, TakenWebhook } from '#store';
export { queueMail, type MailMessage } from './mails.js';
export type { InvitationPreview } from './accepting.js';
export type { InvitationView } from './invitations.js';
export type { AccessEntryView, MemberView } from './members.js';
export type { ApiKeyView } from './api-keys.js';
export type { WebhookResult } from './webhook-sendings.js';
export type { WebhookDeliveryView, WebhookView } from './webhooks.js';
export { openRouter, type Router } from './router.js';
export { Outbox, type DoneJob, type JobRequest } from './outbox.js';
