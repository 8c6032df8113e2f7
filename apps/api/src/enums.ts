import { registerEnumType } from '@nestjs/graphql';
import {
  AGREEMENT_STATES,
  BREAKDOWNS,
  DECLINE_REASONS,
  DISCLOSURE_GROUPS,
  FIGURE_FAMILIES,
  FUNNEL_STAGES,
  GOAL_FIGURES,
  HINT_STATES,
  INTAKE_FIELDS,
  NOTICE_KINDS,
  NOTIFICATION_RHYTHMS,
  NOTIFICATION_TOPICS,
  ONLOOKERS,
  PACE_STEPS,
  PAPER_KINDS,
  MATCHING_RUN_STATES,
  PLAN_STATES,
  PRICE_HINT_KINDS,
  ROW_EFFECTS,
  WEBHOOK_OUTCOMES,
  WITHHELD_REASONS,
  type WebhookEvent,
} from '#domain';
import { FLOW_DIRECTIONS, LEDGER_BASES, SUGGESTION_STATES } from '#market';

/** GraphQL enums are objects whose keys are their values; the types are the domain's. */
const enumOf = <T extends string>(name: string, values: readonly T[], description?: string): Record<T, T> => {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(members, { name, ...(description === undefined ? {} : { description }) });
  return members;
};

/** Values that the domain writes otherwise than GraphQL does. */
const enumFrom = <T extends Readonly<Record<string, string>>>(
  name: string,
  members: T,
  description?: string,
): T => {
  registerEnumType(members, { name, ...(description === undefined ? {} : { description }) });
  return members;
};

export const SideEnum = enumOf('Side', ['OFFER', 'NEED']);
export const PeriodEnum = enumOf('Period', ['ONCE', 'DAY', 'WEEK', 'MONTH', 'YEAR']);
export const VisibilityEnum = enumOf('Visibility', ['MASKED', 'CLUSTER', 'FEDERATION']);
export const CheckResultEnum = enumOf('CheckResult', ['PASS', 'FAIL', 'UNKNOWN']);
export const PartyEnum = enumOf('Party', ['GIVER', 'TAKER'], 'Whose offer it is, and whose need.');
export const RemedyKindEnum = enumOf(
  'RemedyKind',
  ['TREAT', 'SPLIT', 'POOL', 'LIFT', 'SHIFT'],
  'Treat the material, split a lot, pool lots to a larger one, lift a temperature, or shift in time by storing.',
);
export const HaulModeEnum = enumFrom(
  'HaulMode',
  { TRUCK: 'truck', RAIL: 'rail', SEA: 'sea', PIPE: 'pipe' } as const,
  'How a stream travels.',
);
export const TrustEnum = enumFrom(
  'Trust',
  { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' } as const,
  'Of a factor: read in its source, read in a secondary one or computed, or an estimate.',
);
export const FactorKindEnum = enumFrom(
  'FactorKind',
  {
    PRODUCTION: 'production',
    DISPOSAL: 'disposal',
    TRANSPORT: 'transport',
    ENERGY: 'energy',
    TREATMENT: 'treatment',
  } as const,
  'What a factor is multiplied with.',
);
export const MaterialRoleEnum = enumFrom(
  'MaterialRole',
  { BY_PRODUCT: 'by_product', INPUT: 'input', BOTH: 'both' } as const,
  'Whether a material is what arises, what is asked for, or what industry has one word for.',
);
export const MatchStateEnum = enumOf('MatchState', [
  'OPEN',
  'NEGOTIATING',
  'AGREED',
  'DECLINED',
  'SUPERSEDED',
  'EXPIRED',
]);
export const ListingStateEnum = enumOf('ListingState', [
  'DRAFT',
  'ACTIVE',
  'PAUSED',
  'FULFILLED',
  'EXPIRED',
  'WITHDRAWN',
]);
export const ProposalStateEnum = enumOf('ProposalState', [
  'SENT',
  'ACCEPTED',
  'DECLINED',
  'COUNTERED',
  'WITHDRAWN',
  'EXPIRED',
]);
export const ProposalStepEnum = enumFrom('ProposalStep', {
  ACCEPT: 'accept',
  COUNTER: 'counter',
  DECLINE: 'decline',
  WITHDRAW: 'withdraw',
});
export const AgreementStateEnum = enumOf(
  'AgreementState',
  AGREEMENT_STATES,
  'By its first and last day, both in it (Europe/Oslo).',
);
export const DeclineReasonEnum = enumOf('DeclineReason', DECLINE_REASONS);
export const FigureBasisEnum = enumOf('FigureBasis', ['POTENTIAL', 'AGREED', 'DELIVERED', 'VERIFIED']);
export const FigureFamilyEnum = enumOf(
  'FigureFamily',
  FIGURE_FAMILIES,
  'HIERARCHY: waste avoided by step of the waste hierarchy. CLIMATE: terms of the CO2e avoided. RESOURCES: landfill, hazardous waste, energy and water. MONEY: at reference prices. NETWORK: shares of exchanges. LIFETIME: since the first entry, never to be added to a year. ADDITIONALITY: with and without what was there before the platform.',
);
export const BreakdownEnum = enumOf('Breakdown', BREAKDOWNS);
export const FlowDirectionEnum = enumOf('FlowDirection', FLOW_DIRECTIONS);
export const FirmFigureBasisEnum = enumOf('FirmFigureBasis', LEDGER_BASES);
export const EntryKindEnum = enumFrom('EntryKind', {
  AGREED: 'agreed',
  DELIVERED: 'delivered',
  VERIFIED: 'verified',
  CORRECTED: 'corrected',
} as const);
export const GoalFigureEnum = enumOf(
  'GoalFigure',
  GOAL_FIGURES,
  'turnoverGained: added sales and cost cut. rawMaterialSpared: virgin material displaced and waste avoided.',
);
export const RatioStandardEnum = enumOf('RatioStandard', ['CIRCLEAN', 'ISO_59020', 'EMF_MCI']);
export const WithheldReasonEnum = enumOf(
  'WithheldReason',
  WITHHELD_REASONS,
  "FEW_FIRMS: fewer than three firms behind it. DOMINATED: one firm is party to half or more. DERIVABLE: beside what is published, one firm's amount could be reckoned. NOT_CLOSED: no quarter of the period is closed. NEVER_PUBLISHED: for the cluster's own staff only. SEALED: money is told for whole calendar years, as it is published. NOT_KNOWN: no entry tells it and no factor, or there is nothing to take a share of.",
);
export const DisclosureEnum = enumOf(
  'Disclosure',
  ['EXACT', 'BANDED'],
  'How much of a listing the viewer knows: EXACT when every group of `disclosures` is, the price aside; else BANDED.',
);
export const LevelEnum = enumOf(
  'DisclosureLevel',
  ['HIDDEN', 'BANDED', 'EXACT'],
  'HIDDEN tells nothing; BANDED tells what several firms could have said: bands, the area, words without names; EXACT tells all, and null is not stated.',
);
export const DisclosureGroupEnum = enumOf(
  'DisclosureGroup',
  DISCLOSURE_GROUPS,
  'What a firm discloses together. IDENTITY: firm, name of the site, permitted waste codes. PLACE: the very spot, farthest distance. AMOUNT: amounts, lots, days, months. COMPOSITION: properties, waste code. PRICE: price and currency. TEXT: title and description, struck of names while the identity is hidden.',
);
export const OnlookerEnum = enumOf(
  'Onlooker',
  ONLOOKERS,
  'MATCHED and PARTNER: a firm of another cluster, before and after an agreement. PUBLIC: who takes no part.',
);
export const RequestStateEnum = enumOf('DisclosureRequestState', ['ASKED', 'GRANTED', 'REFUSED']);
export const GrantStateEnum = enumOf(
  'DisclosureGrantState',
  ['IN_FORCE', 'WITHDRAWN', 'EXPIRED', 'ENDED'],
  'EXPIRED: its last day is over. ENDED: its match is closed, and a later match of the same pair does not revive it.',
);
export const TrailKindEnum = enumOf('DisclosureTrailKind', [
  'ASKED',
  'REFUSED',
  'GRANTED',
  'WITHDRAWN',
  'LOOKED',
  'LOOKED_AT_FIGURES',
]);
const CLUSTER_ROLES = { CLUSTER_STAFF: 'cluster_staff', AUDITOR: 'auditor' } as const;
const FIRM_ROLES = { FIRM_ADMIN: 'firm_admin', PLANT_MANAGER: 'plant_manager', BUYER: 'buyer' } as const;
export const ClusterRoleEnum = enumFrom('ClusterRole', { ...CLUSTER_ROLES });
export const FirmRoleEnum = enumFrom(
  'FirmRole',
  { ...FIRM_ROLES },
  'BUYER states needs, negotiates, agrees, delivers and discloses needs; PLANT_MANAGER lists and discloses offers as well; FIRM_ADMIN says besides who takes part and makes keys.',
);
export const RoleEnum = enumFrom('Role', { ...FIRM_ROLES, ...CLUSTER_ROLES }, 'In a firm or in a cluster.');
export const KeyScopeEnum = enumFrom(
  'KeyScope',
  { READ: 'read', LIST: 'list', TRADE: 'trade', FIGURES: 'figures' } as const,
  "READ: what the firm may see. LIST: that, and offers and needs. TRADE: that of READ, and proposals, agreements and deliveries. FIGURES: the clusters' figures alone.",
);
export const LanguageEnum = enumFrom('MailLanguage', { NB: 'nb', EN: 'en' } as const);
export const InvitationStateEnum = enumOf('InvitationState', ['OPEN', 'ACCEPTED', 'REVOKED', 'EXPIRED']);
export const InvitationKindEnum = enumFrom('InvitationKind', {
  FIRM: 'firm',
  NEW_FIRM: 'new firm',
  CLUSTER: 'cluster',
  FIRST: 'first',
} as const);
export const ApiKeyStateEnum = enumOf('ApiKeyState', ['ACTIVE', 'EXPIRED', 'REVOKED']);
export const AccessKindEnum = enumOf('AccessLogKind', [
  'INVITED',
  'INVITATION_REVOKED',
  'JOINED',
  'LEFT',
  'REMOVED',
  'ROLE_CHANGED',
  'KEY_MADE',
  'KEY_REVOKED',
  'WEBHOOK_MADE',
  'WEBHOOK_CHANGED',
  'WEBHOOK_REMOVED',
  'WEBHOOK_SECRET_MADE',
  'WEBHOOK_ENABLED',
  'STAFF_EDITING_ALLOWED',
  'STAFF_EDITING_ENDED',
  'LISTING_REVISED',
  'LISTING_PAUSED',
  'LISTING_RESUMED',
  'LISTING_CONFIRMED',
  'LISTING_WITHDRAWN',
]);
export const FunnelStageEnum = enumOf('FunnelStageName', FUNNEL_STAGES);
export const PaceStepEnum = enumOf('PaceStep', PACE_STEPS);
export const NextStepOutcomeEnum = enumOf('NextStepOutcome', ['DONE', 'REPLACED']);
export const WatchStateEnum = enumOf('WatchState', ['ACTIVE', 'PAUSED'], 'A paused watch is told nothing.');
export const NotificationTopicEnum = enumOf(
  'NotificationTopic',
  NOTIFICATION_TOPICS,
  'NEGOTIATION: proposals and agreements. REMINDERS: listings that fade, agreements near their end.',
);
export const NotificationRhythmEnum = enumOf(
  'NotificationRhythm',
  NOTIFICATION_RHYTHMS,
  'INSTANT: within a minute, together with what comes meanwhile. DAILY: at seven in Oslo. WEEKLY: on Mondays at seven.',
);
export const NotificationChannelEnum = enumOf('NotificationChannel', ['MAIL']);
export const AgreementChangeEnum = enumFrom('AgreementChange', {
  MADE: 'agreementMade',
  ENDED: 'agreementEnded',
  DELIVERY_RECORDED: 'deliveryRecorded',
  DELIVERIES_RECORDED: 'deliveriesRecorded',
  DELIVERY_VERIFIED: 'deliveryVerified',
  DELIVERY_CORRECTED: 'deliveryCorrected',
} as const);
export const FiguresChangeEnum = enumFrom(
  'FiguresChange',
  { REFRESHED: 'figuresRefreshed', PUBLISHED: 'figuresPublished' } as const,
  "REFRESHED: folded anew from the ledger, told to the cluster's own staff and auditors. PUBLISHED: a quarter was closed.",
);
export const WebhookEventEnum = enumFrom(
  'WebhookEventType',
  {
    MATCH_FOUND: 'match.found',
    PROPOSAL_CHANGED: 'proposal.changed',
    AGREEMENT_CHANGED: 'agreement.changed',
    DELIVERY_RECORDED: 'delivery.recorded',
  } as const satisfies Record<string, WebhookEvent>,
  'A message says `match.found` for MATCH_FOUND, and so on. PROPOSAL_CHANGED: sent, countered, declined or withdrawn. AGREEMENT_CHANGED: made or ended. DELIVERY_RECORDED: recorded, verified or corrected; of a file once, without a deliveryId.',
);
export const WebhookStateEnum = enumOf('WebhookState', ['ENABLED', 'DISABLED']);
export const WebhookDisabledEnum = enumOf(
  'WebhookDisabledReason',
  ['GONE', 'FAILED', 'SILENT'],
  'GONE: it answered 410. FAILED: every try of a message failed. SILENT: nothing has reached it for five days.',
);
export const WebhookDeliveryStateEnum = enumOf('WebhookDeliveryState', ['WAITING', 'DELIVERED', 'FAILED']);
export const WebhookOutcomeEnum = enumOf(
  'WebhookOutcome',
  [...WEBHOOK_OUTCOMES],
  'DELIVERED: answered with 2xx. GONE: with 410. REFUSED: with another code. REDIRECTED: with 3xx, which is not followed. TIMED_OUT: not done within ten seconds. NAME_UNKNOWN: the name leads nowhere. ADDRESS_REFUSED: it leads to an address that nothing is sent to. UNREACHABLE: no connection, or no certificate that holds.',
);
export const InboxKindEnum = enumOf(
  'InboxKind',
  NOTICE_KINDS,
  'PROPOSAL_CHANGED: sent, declined or withdrawn by the other side, or expired. AGREEMENT_CHANGED: made by the other side, or ended. PLAN_SUGGESTED: staff suggest a part of a plan on the match. JOINT_TRANSPORT_CHANGED: offered to the agreement, or answered. LISTING_FADING: a listing ends soon unless it is confirmed. AGREEMENT_ENDING: an agreement ends soon.',
);
export const FreshnessEnum = enumOf(
  'Freshness',
  ['WITHIN_30_DAYS', 'WITHIN_90_DAYS', 'LONGER_AGO'],
  'How lately a firm has said that its listing is true.',
);
export const IntakeFieldEnum = enumOf(
  'ImportField',
  INTAKE_FIELDS,
  'What a column of a file tells. REFERENCE: the number of the weigh note, by which a load is known again. DISTANCE: km.',
);
export const RowEffectEnum = enumOf(
  'ImportRowEffect',
  ROW_EFFECTS,
  'NEW is recorded; SAME is recorded already; CHANGED corrects what is recorded, once confirmed; REFUSED is left out, its problems say why.',
);
export const HintStateEnum = enumOf(
  'HintState',
  HINT_STATES,
  'TIED: a firm is asked whether it is so. CLAIMED: the firm has it as a draft of its own. REJECTED: it is not so, and only that is left.',
);
export const DecimalMarkEnum = enumOf('DecimalMark', ['COMMA', 'POINT']);
export const RowOutcomeEnum = enumOf(
  'ImportRowOutcome',
  ['RECORDED', 'CORRECTED', 'SKIPPED', 'LEFT', 'LAPSED'],
  'SKIPPED: it says what was recorded already. LEFT: refused, or a correction that nobody confirmed. LAPSED: it was to be recorded, and could not be any more when its turn came; its problems say why.',
);
export const ImportStateEnum = enumOf(
  'ImportState',
  ['SHOWN', 'RECORDING', 'RECORDED', 'RECORDED_IN_PART', 'FAILED'],
  'SHOWN until commitDeliveryImport. RECORDED_IN_PART: some rows have lapsed. FAILED: recording has stopped before the end; what is recorded stands, and commitDeliveryImport goes on.',
);
export const PaperKindEnum = enumOf('DeliveryPaperKind', PAPER_KINDS, 'What a paper shows.');
export const ImportedRowsEnum = enumOf(
  'ImportedRows',
  ['ALL_OR_NOTHING', 'VALID_ONLY'],
  'ALL_OR_NOTHING records nothing where a row is refused or a correction is not confirmed; VALID_ONLY leaves such rows out.',
);
export const JointTransportStateEnum = enumOf(
  'JointTransportState',
  ['OFFERED', 'ACCEPTED', 'OPENED', 'DECLINED'],
  'ACCEPTED: one side has said yes. OPENED: both have, and know each other.',
);
export const PlanObjectiveEnum = enumOf(
  'PlanObjective',
  ['NOK', 'CO2E', 'TONNES'],
  'What a plan makes as large as it can: net benefit in NOK, kg CO2e avoided, tonnes kept in use.',
);
export const MatchingRunStateEnum = enumOf(
  'MatchingRunState',
  MATCHING_RUN_STATES,
  'SUPERSEDED: another one was begun before it was through.',
);
export const PlanStateEnum = enumOf('PlanState', PLAN_STATES);
export const PlanHintKindEnum = enumOf(
  'PlanHintKind',
  PRICE_HINT_KINDS,
  'OUTBID: some of the listing waits, for another is worth so much more per unit. SCARCE: one unit more of it would bring so much.',
);
export const SuggestionStateEnum = enumOf(
  'PlanSuggestionState',
  SUGGESTION_STATES,
  'TOLD to both firms; PROPOSED by one of them; AGREED; LAPSED where the match is closed.',
);
