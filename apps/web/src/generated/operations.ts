// Written by `npm run web:types` from the schema and the .graphql files; not by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccessLogKind =
  | 'INVITATION_REVOKED'
  | 'INVITED'
  | 'JOINED'
  | 'KEY_MADE'
  | 'KEY_REVOKED'
  | 'LEFT'
  | 'LISTING_CONFIRMED'
  | 'LISTING_PAUSED'
  | 'LISTING_RESUMED'
  | 'LISTING_REVISED'
  | 'LISTING_WITHDRAWN'
  | 'REMOVED'
  | 'ROLE_CHANGED'
  | 'STAFF_EDITING_ALLOWED'
  | 'STAFF_EDITING_ENDED'
  | 'WEBHOOK_CHANGED'
  | 'WEBHOOK_ENABLED'
  | 'WEBHOOK_MADE'
  | 'WEBHOOK_REMOVED'
  | 'WEBHOOK_SECRET_MADE';

export type AgreementChange =
  'DELIVERIES_RECORDED' | 'DELIVERY_CORRECTED' | 'DELIVERY_RECORDED' | 'DELIVERY_VERIFIED' | 'ENDED' | 'MADE';

/** By its first and last day, both in it (Europe/Oslo). */
export type AgreementState = 'COMING' | 'ENDED' | 'RUNNING';

export type AnswerJointTransportInput = {
  /** Yes, and the own name is shown to the other side once it has said yes too; or no, for good. */
  readonly accept: boolean;
  readonly id: string;
  readonly idempotencyKey?: string | null | undefined;
};

export type ApiKeyInput = {
  /** When it ends by itself; within a year. */
  readonly expiresAt: string;
  readonly idempotencyKey?: string | null | undefined;
  /** What it is for. */
  readonly name: string;
  /** What it may be used for; no more than the program needs. */
  readonly scopes: ReadonlyArray<KeyScope>;
};

export type ApiKeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

export type Breakdown =
  'INDUSTRY_PAIR' | 'MATERIAL_BRANCH' | 'MONTH' | 'MUNICIPALITY' | 'QUARTER' | 'WASTE_STEP' | 'YEAR';

/** Why the stream is a by-product and not waste, as its producer answers (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1) a–d). Absent is not yet answered. Four times true is a by-product; one false makes it waste. */
export type ByProductTestInput = {
  /** Art. 5(1) a: further use is certain. */
  readonly furtherUseCertain?: boolean | null | undefined;
  /** Art. 5(1) c: produced as an integral part of a production process. */
  readonly integralPart?: boolean | null | undefined;
  /** Art. 5(1) d: the further use is lawful, and meets the product, environmental and health requirements of it. */
  readonly lawfulUse?: boolean | null | undefined;
  /** Art. 5(1) b: usable directly, with no processing other than normal industrial practice. */
  readonly usableDirectly?: boolean | null | undefined;
};

export type CheckResult = 'FAIL' | 'PASS' | 'UNKNOWN';

export type ChoosePublicFiguresInput = {
  /** Any but POTENTIAL, which is never published. */
  readonly bases: ReadonlyArray<FigureBasis>;
  readonly clusterId: string;
  /** Names of figures, as circularity has them. */
  readonly figures: ReadonlyArray<string>;
  readonly idempotencyKey?: string | null | undefined;
  /** Calendar years, at most ten; none takes the page off. */
  readonly years: ReadonlyArray<number>;
};

export type ClusterRole = 'AUDITOR' | 'CLUSTER_STAFF';

export type DecimalMark = 'COMMA' | 'POINT';

export type DeclineReason =
  | 'DISTANCE'
  | 'HAVE_PARTNER'
  | 'NOT_CREDIBLE'
  | 'OTHER'
  | 'PERMIT'
  | 'PRICE'
  | 'QUALITY'
  | 'TIMING'
  | 'VOLUME';

export type DeliveryInput = {
  readonly agreementId: string;
  readonly amount: string;
  readonly deliveredOn: string;
  readonly distanceKm?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly reference?: string | null | undefined;
  readonly unit: string;
};

/** What a paper shows. */
export type DeliveryPaperKind = 'LAB_SHEET' | 'OTHER' | 'WEIGH_NOTE';

/** EXPIRED: its last day is over. ENDED: its match is closed, and a later match of the same pair does not revive it. */
export type DisclosureGrantState = 'ENDED' | 'EXPIRED' | 'IN_FORCE' | 'WITHDRAWN';

/** What a firm discloses together. IDENTITY: firm, name of the site, permitted waste codes. PLACE: the very spot, farthest distance. AMOUNT: amounts, lots, days, months. COMPOSITION: properties, waste code. PRICE: price and currency. TEXT: title and description, struck of names while the identity is hidden. */
export type DisclosureGroup = 'AMOUNT' | 'COMPOSITION' | 'IDENTITY' | 'PLACE' | 'PRICE' | 'TEXT';

/** HIDDEN tells nothing; BANDED tells what several firms could have said: bands, the area, words without names; EXACT tells all, and null is not stated. */
export type DisclosureLevel = 'BANDED' | 'EXACT' | 'HIDDEN';

export type DisclosureRequestState = 'ASKED' | 'GRANTED' | 'REFUSED';

export type DisclosureTrailKind =
  'ASKED' | 'GRANTED' | 'LOOKED' | 'LOOKED_AT_FIGURES' | 'REFUSED' | 'WITHDRAWN';

export type EntryKind = 'AGREED' | 'CORRECTED' | 'DELIVERED' | 'VERIFIED';

export type FigureBasis = 'AGREED' | 'DELIVERED' | 'POTENTIAL' | 'VERIFIED';

/** HIERARCHY: waste avoided by step of the waste hierarchy. CLIMATE: terms of the CO2e avoided. RESOURCES: landfill, hazardous waste, energy and water. MONEY: at reference prices. NETWORK: shares of exchanges. LIFETIME: since the first entry, never to be added to a year. ADDITIONALITY: with and without what was there before the platform. */
export type FigureFamily =
  'ADDITIONALITY' | 'CLIMATE' | 'HIERARCHY' | 'LIFETIME' | 'MONEY' | 'NETWORK' | 'RESOURCES';

/** Which number is meant, as a Figure says it. */
export type FigureInput = {
  readonly basis: FigureBasis;
  /** Of a part of a breakdown; of a part by time its days say enough. */
  readonly by?: Breakdown | null | undefined;
  /** The cluster whose number it is; the firm acted for where it is left out. */
  readonly clusterId?: string | null | undefined;
  /** Of a firm; half of what it gives and takes where it is left out. */
  readonly direction?: FlowDirection | null | undefined;
  /** Another factor set than the one in use. */
  readonly factorSet?: string | null | undefined;
  /** First day covered. */
  readonly from: string;
  /** Key of the part. */
  readonly key?: string | null | undefined;
  readonly name: string;
  /** Last day covered. */
  readonly to: string;
};

/** REFRESHED: folded anew from the ledger, told to the cluster's own staff and auditors. PUBLISHED: a quarter was closed. */
export type FiguresChange = 'PUBLISHED' | 'REFRESHED';

export type FirmFigureBasis = 'AGREED' | 'DELIVERED' | 'VERIFIED';

/** BUYER states needs, negotiates, agrees, delivers and discloses needs; PLANT_MANAGER lists and discloses offers as well; FIRM_ADMIN says besides who takes part and makes keys. */
export type FirmRole = 'BUYER' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type FirstAccountInput = {
  /** Of the cluster that is made. */
  readonly clusterName: string;
  /** To sign in with. */
  readonly email: string;
  /** Of the person. */
  readonly name: string;
  /** 12 to 128 letters. */
  readonly password: string;
  /** Short name of the cluster, for addresses. */
  readonly slug: string;
};

export type FlowDirection = 'INCOMING' | 'OUTGOING';

/** How lately a firm has said that its listing is true. */
export type Freshness = 'LONGER_AGO' | 'WITHIN_30_DAYS' | 'WITHIN_90_DAYS';

export type FunnelStageName =
  'AGREED' | 'DELIVERING' | 'LISTED' | 'MATCHED' | 'PROPOSED' | 'SEEN' | 'VERIFIED';

/** turnoverGained: added sales and cost cut. rawMaterialSpared: virgin material displaced and waste avoided. */
export type GoalFigure =
  | 'crossIndustryExchanges'
  | 'energyMoved'
  | 'exchanges'
  | 'firms'
  | 'gasMoved'
  | 'materialMoved'
  | 'netCo2eAvoided'
  | 'piecesMoved'
  | 'rawMaterialSpared'
  | 'salesValue'
  | 'transportWork'
  | 'turnoverGained'
  | 'virginMaterialDisplaced'
  | 'volumeMoved';

/** How a stream travels. */
export type HaulMode = 'PIPE' | 'RAIL' | 'SEA' | 'TRUCK';

/** TIED: a firm is asked whether it is so. CLAIMED: the firm has it as a draft of its own. REJECTED: it is not so, and only that is left. */
export type HintState = 'CLAIMED' | 'REJECTED' | 'TIED' | 'UNCLAIMED';

export type ImportColumnInput = {
  /** From 1, as A is the first. */
  readonly column: number;
  readonly field: ImportField;
};

/** What a column of a file tells. REFERENCE: the number of the weigh note, by which a load is known again. DISTANCE: km. */
export type ImportField = 'AGREEMENT' | 'AMOUNT' | 'DATE' | 'DISTANCE' | 'REFERENCE' | 'UNIT';

/** NEW is recorded; SAME is recorded already; CHANGED corrects what is recorded, once confirmed; REFUSED is left out, its problems say why. */
export type ImportRowEffect = 'CHANGED' | 'NEW' | 'REFUSED' | 'SAME';

/** SKIPPED: it says what was recorded already. LEFT: refused, or a correction that nobody confirmed. LAPSED: it was to be recorded, and could not be any more when its turn came; its problems say why. */
export type ImportRowOutcome = 'CORRECTED' | 'LAPSED' | 'LEFT' | 'RECORDED' | 'SKIPPED';

/** SHOWN until commitDeliveryImport. RECORDED_IN_PART: some rows have lapsed. FAILED: recording has stopped before the end; what is recorded stands, and commitDeliveryImport goes on. */
export type ImportState = 'FAILED' | 'RECORDED' | 'RECORDED_IN_PART' | 'RECORDING' | 'SHOWN';

/** ALL_OR_NOTHING records nothing where a row is refused or a correction is not confirmed; VALID_ONLY leaves such rows out. */
export type ImportedRows = 'ALL_OR_NOTHING' | 'VALID_ONLY';

/** PROPOSAL_CHANGED: sent, declined or withdrawn by the other side, or expired. AGREEMENT_CHANGED: made by the other side, or ended. PLAN_SUGGESTED: staff suggest a part of a plan on the match. JOINT_TRANSPORT_CHANGED: offered to the agreement, or answered. LISTING_FADING: a listing ends soon unless it is confirmed. AGREEMENT_ENDING: an agreement ends soon. */
export type InboxKind =
  | 'AGREEMENT_CHANGED'
  | 'AGREEMENT_ENDING'
  | 'JOINT_TRANSPORT_CHANGED'
  | 'LISTING_EDITED'
  | 'LISTING_FADING'
  | 'MATCH_FOUND'
  | 'PLAN_SUGGESTED'
  | 'PROPOSAL_CHANGED'
  | 'WATCH_FOUND';

export type InvitationKind = 'CLUSTER' | 'FIRM' | 'FIRST' | 'NEW_FIRM';

export type InvitationState = 'ACCEPTED' | 'EXPIRED' | 'OPEN' | 'REVOKED';

export type InviteFirmInput = {
  /** One of the viewer's own clusters. */
  readonly clusterId: string;
  /** Of the firm's first administrator. */
  readonly email: string;
  /** Unclaimed hints of the cluster that are meant: told to the firm once it takes part. */
  readonly hintIds?: ReadonlyArray<string> | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail. */
  readonly language?: MailLanguage;
  /** Of the site, with longitude; the middle of the municipality when nothing is said. */
  readonly latitude?: number | null | undefined;
  /** Of the site, with latitude. */
  readonly longitude?: number | null | undefined;
  /** Four digits, such as 3401. */
  readonly municipalityNumber: string;
  /** NACE Rev. 2 class, such as 16.10. */
  readonly naceCode: string;
  /** As it is registered. */
  readonly name: string;
  /** Nine digits, the last a check digit. */
  readonly orgNumber: string;
  /** Name of its first site. */
  readonly siteName: string;
};

export type InvitePersonInput = {
  /** Where the link goes, and who must accept it. */
  readonly email: string;
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail. */
  readonly language?: MailLanguage;
  /** What the person will be in the firm acted for. */
  readonly role: FirmRole;
};

export type InviteStaffInput = {
  /** One of the viewer's own clusters. */
  readonly clusterId: string;
  /** Where the link goes, and who must accept it. */
  readonly email: string;
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail. */
  readonly language?: MailLanguage;
  /** What the person will be in the cluster. */
  readonly role: ClusterRole;
};

/** ACCEPTED: one side has said yes. OPENED: both have, and know each other. */
export type JointTransportState = 'ACCEPTED' | 'DECLINED' | 'OFFERED' | 'OPENED';

/** READ: what the firm may see. LIST: that, and offers and needs. TRADE: that of READ, and proposals, agreements and deliveries. FIGURES: the clusters' figures alone. */
export type KeyScope = 'FIGURES' | 'LIST' | 'READ' | 'TRADE';

export type ListingState = 'ACTIVE' | 'DRAFT' | 'EXPIRED' | 'FULFILLED' | 'PAUSED' | 'WITHDRAWN';

export type MailLanguage = 'EN' | 'NB';

export type MapDeliveryImportInput = {
  /** For rows that name none. */
  readonly agreementId?: string | null | undefined;
  /** All columns that are to be read; of two for one field, the last. */
  readonly columns: ReadonlyArray<ImportColumnInput>;
  /** Left out, the rules of docs/imports.md tell. */
  readonly decimalMark?: DecimalMark | null | undefined;
  readonly id: string;
  readonly idempotencyKey?: string | null | undefined;
  /** For rows that name none. */
  readonly unit?: string | null | undefined;
};

export type MatchNoteInput = {
  /** The cluster whose staff the viewer is. */
  readonly clusterId: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly matchId: string;
  /** At most 2000 characters; firms never read it. */
  readonly text: string;
};

export type MatchState = 'AGREED' | 'DECLINED' | 'EXPIRED' | 'NEGOTIATING' | 'OPEN' | 'SUPERSEDED';

/** SUPERSEDED: another one was begun before it was through. */
export type MatchingRunState = 'DONE' | 'PAUSED' | 'RUNNING' | 'SUPERSEDED';

export type NextStepInput = {
  /** One of the cluster's staff; the viewer where left out. */
  readonly assignedTo?: string | null | undefined;
  /** The cluster whose staff the viewer is. */
  readonly clusterId: string;
  /** Its day in Europe/Oslo counts. */
  readonly dueOn: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly matchId: string;
  /** At most 300 characters; firms never read it. */
  readonly text: string;
};

export type NextStepOutcome = 'DONE' | 'REPLACED';

export type NotificationChannel = 'MAIL';

/** INSTANT: within a minute, together with what comes meanwhile. DAILY: at seven in Oslo. WEEKLY: on Mondays at seven. */
export type NotificationRhythm = 'DAILY' | 'INSTANT' | 'OFF' | 'WEEKLY';

export type NotificationSettingInput = {
  readonly channel: NotificationChannel;
  readonly rhythm: NotificationRhythm;
  readonly topic: NotificationTopic;
};

/** NEGOTIATION: proposals and agreements. REMINDERS: listings that fade, agreements near their end. */
export type NotificationTopic = 'MATCHES' | 'NEGOTIATION' | 'REMINDERS' | 'WATCHES';

export type OfferJointTransportInput = {
  /** One agreement of a pair that returnLoads found. */
  readonly agreementId: string;
  /** The cluster whose staff the viewer is. */
  readonly clusterId: string;
  readonly idempotencyKey?: string | null | undefined;
  /** The other of the pair. */
  readonly withAgreementId: string;
};

/** MATCHED and PARTNER: a firm of another cluster, before and after an agreement. PUBLIC: who takes no part. */
export type Onlooker =
  'AUDITOR' | 'MATCHED' | 'OTHER_CLUSTER' | 'PARTNER' | 'PUBLIC' | 'SAME_CLUSTER' | 'STAFF';

export type OpenWorkshopInput = {
  /** One of the viewer's own clusters. */
  readonly clusterId: string;
  /** The day in Europe/Oslo. */
  readonly heldOn: string;
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
};

export type PaceStep = 'AGREEMENT' | 'FIRST_MATCH' | 'FIRST_PROPOSAL';

/** Whose offer it is, and whose need. */
export type Party = 'GIVER' | 'TAKER';

export type Period = 'DAY' | 'MONTH' | 'ONCE' | 'WEEK' | 'YEAR';

/** OUTBID: some of the listing waits, for another is worth so much more per unit. SCARCE: one unit more of it would bring so much. */
export type PlanHintKind = 'OUTBID' | 'SCARCE';

export type PlanInput = {
  /** One to ten clusters; the viewer is staff of each. */
  readonly clusterIds: ReadonlyArray<string>;
  /** NOK a year for each link that is used at all: contract, permit, start. */
  readonly fixedCostNok?: string;
  readonly idempotencyKey?: string | null | undefined;
  /** Tonne-kilometres by lorry that the plan may cause in a year, above 0; nothing limits them where it is left out. */
  readonly mostTonneKm?: string | null | undefined;
  readonly objective: PlanObjective;
  /** Whether exchanges count that need a treatment in between. */
  readonly withTreatment?: boolean;
  /** Calendar year whose streams are planned, from this one to five years ahead. */
  readonly year: number;
};

/** What a plan makes as large as it can: net benefit in NOK, kg CO2e avoided, tonnes kept in use. */
export type PlanObjective = 'CO2E' | 'NOK' | 'TONNES';

export type PlanState = 'CANCELLED' | 'DONE' | 'FAILED' | 'QUEUED' | 'RUNNING';

/** TOLD to both firms; PROPOSED by one of them; AGREED; LAPSED where the match is closed. */
export type PlanSuggestionState = 'AGREED' | 'LAPSED' | 'PROPOSED' | 'TOLD';

export type PresetGoalsInput = {
  /** Calendar year of the baseline. */
  readonly baselineYear: number;
  /** The cluster whose staff sets it; the firm acted for where it is left out. */
  readonly clusterId?: string | null | undefined;
  readonly dueOn: string;
  readonly idempotencyKey?: string | null | undefined;
  /** What the baseline covers. */
  readonly scope: string;
};

/** One property of a stream, such as moisture, temperature, chlorine, particle size. Any of min, max, typical may be absent: absent is unknown, never zero. */
export type PropertyInput = {
  readonly basis?: string | null | undefined;
  readonly max?: string | null | undefined;
  readonly measured?: boolean | null | undefined;
  readonly min?: string | null | undefined;
  readonly property: string;
  readonly typical?: string | null | undefined;
  readonly unit?: string | null | undefined;
};

export type ProposalState = 'ACCEPTED' | 'COUNTERED' | 'DECLINED' | 'EXPIRED' | 'SENT' | 'WITHDRAWN';

export type ProposalStep = 'ACCEPT' | 'COUNTER' | 'DECLINE' | 'WITHDRAW';

export type PublishListingInput = {
  readonly availableFrom?: string | null | undefined;
  readonly availableUntil?: string | null | undefined;
  /** Offers only: whether the stream is a by-product or waste (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1)). */
  readonly byProductTest?: ByProductTestInput | null | undefined;
  readonly currency?: string | null | undefined;
  /** Free text, Norwegian or English. With no materialId the server classifies it and says what it chose. */
  readonly description?: string | null | undefined;
  readonly ewcCode?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** The most that can be moved at once, in the unit of the quantity. */
  readonly largestLot?: string | null | undefined;
  readonly materialId?: string | null | undefined;
  /** Farthest the firm accepts, km by road; absent means the material's own economic reach. */
  readonly maxDistanceKm?: number | null | undefined;
  /** Twelve relative weights, January first; absent means even over the year. */
  readonly monthlyProfile?: ReadonlyArray<number> | null | undefined;
  /** Needs only: the waste codes that the firm has permission to receive (forurensningsloven § 29; avfallsforskriften § 11-6 for hazardous waste), six digits such as 03 01 05. Absent is not said; an empty list is none. A by-product needs no permission (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1)). */
  readonly permittedWasteCodes?: ReadonlyArray<string> | null | undefined;
  /** Asked or offered price per unit of quantity; negative is a gate fee paid by the giver. */
  readonly price?: string | null | undefined;
  readonly properties?: ReadonlyArray<PropertyInput> | null | undefined;
  readonly quantity: QuantityInput;
  readonly side: Side;
  readonly siteId: string;
  /** The least that can be moved at once, in the unit of the quantity: a lorry, a container, a shipload. On an offer at most what a year gives. */
  readonly smallestLot?: string | null | undefined;
  readonly title: string;
  readonly visibility?: Visibility;
};

export type QuantityInput = {
  readonly per?: Period;
  readonly unit: string;
  readonly value: string;
};

export type RatioStandard = 'CIRCLEAN' | 'EMF_MCI' | 'ISO_59020';

export type RecordWorkshopCardsInput = {
  readonly cards: ReadonlyArray<WorkshopCardInput>;
  readonly idempotencyKey?: string | null | undefined;
  readonly workshopId: string;
};

/** What the firm states of a calendar year that is over. What is left out is not known, never nothing. */
export type ReferenceTotalsInput = {
  /** t CO2e; scope says what it includes */
  readonly co2e?: string | null | undefined;
  /** MWh used */
  readonly energy?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** t, all material taken in, exchanges included */
  readonly rawMaterial?: string | null | undefined;
  /** t of it recycled, secondary or by-products, exchanges included */
  readonly recycledInput?: string | null | undefined;
  /** MWh of it from renewable sources */
  readonly renewableEnergy?: string | null | undefined;
  /** t of it grown and not recycled */
  readonly renewableInput?: string | null | undefined;
  /** What the amounts cover: which sites, and of CO2e whether transport and third-party deliveries are in it. */
  readonly scope: string;
  /** NOK */
  readonly turnover?: string | null | undefined;
  /** t of waste disposed of */
  readonly wasteDisposed?: string | null | undefined;
  /** t of waste recycled */
  readonly wasteRecycled?: string | null | undefined;
  /** t of waste prepared for reuse; by-products handed over in exchanges are no waste */
  readonly wasteReused?: string | null | undefined;
  /** t of waste used for energy */
  readonly wasteToEnergy?: string | null | undefined;
  /** t of waste used as fill or cover */
  readonly wasteToFill?: string | null | undefined;
  /** m3 used */
  readonly water?: string | null | undefined;
  readonly year: number;
};

/** Treat the material, split a lot, pool lots to a larger one, lift a temperature, or shift in time by storing. */
export type RemedyKind = 'LIFT' | 'POOL' | 'SHIFT' | 'SPLIT' | 'TREAT';

/** In a firm or in a cluster. */
export type Role = 'AUDITOR' | 'BUYER' | 'CLUSTER_STAFF' | 'FIRM_ADMIN' | 'PLANT_MANAGER';

export type SaveDraftInput = {
  /** In words, as long as nobody has weighed it. */
  readonly amountText?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** The draft that shall be so from now on; a new one where it is left out. */
  readonly id?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly materialId?: string | null | undefined;
  readonly quantity?: QuantityInput | null | undefined;
  readonly side: Side;
  readonly siteId?: string | null | undefined;
  readonly title: string;
};

export type SaveTreatmentPlantInput = {
  /** Tonnes that can come in, a year. */
  readonly capacityTonnes: string;
  /** NOK per tonne that comes in. */
  readonly costNokPerTonne: string;
  /** The plant that is to be so from now on; a new one where it is left out. */
  readonly id?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** What it takes, 1 to 20 materials, each with all below it in the tree. */
  readonly materialIds: ReadonlyArray<string>;
  /** Where it stands; a site of the firm acted for. */
  readonly siteId: string;
  /** One of plantTreatments. */
  readonly treatment: string;
};

export type SaveWatchInput = {
  readonly amount?: WatchedAmountInput | null | undefined;
  /** Numbers of municipalities (four digits) and counties (two); none is everywhere. */
  readonly areas?: ReadonlyArray<string> | null | undefined;
  /** Only listings of another NACE division than your own. */
  readonly crossIndustryOnly?: boolean | null | undefined;
  /** The watch that shall be so from now on; a new one where it is left out. */
  readonly id?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** The least score that a match with a listing of your own would have, 0 to 1. */
  readonly leastScore?: number | null | undefined;
  /** Nodes of the material tree, each with all below it; at least one. */
  readonly materialIds: ReadonlyArray<string>;
  readonly name: string;
  /** Of offers the limits that they have to keep; of needs what your own stream has. */
  readonly properties?: ReadonlyArray<PropertyInput> | null | undefined;
  /** How often you are told of it; by your own setting for WATCHES where it is left out. */
  readonly rhythm?: NotificationRhythm | null | undefined;
  /** The side of the listings to be told of. */
  readonly side: Side;
  /** A site of your own, instead of areas. */
  readonly siteId?: string | null | undefined;
  /** From that site at most, km by road. */
  readonly withinKm?: number | null | undefined;
};

export type SaveWebhookInput = {
  /** What it is for. */
  readonly description: string;
  /** What it is told of; at least one. */
  readonly events: ReadonlyArray<WebhookEventType>;
  /** The webhook that shall be so from now on; a new one where it is left out. */
  readonly id?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** An https:// address on port 443, 80 or from 1024, without a name or password in it. */
  readonly url: string;
};

export type SetGoalInput = {
  /** In that unit; taken from the totals stated of the year where it is left out. */
  readonly baseline?: string | null | undefined;
  /** Calendar year of the baseline. */
  readonly baselineYear: number;
  /** Wished part of the baseline, 0.2 for 20 %. */
  readonly change: string;
  /** The cluster whose staff sets it; the firm acted for where it is left out. */
  readonly clusterId?: string | null | undefined;
  readonly dueOn: string;
  readonly figure: GoalFigure;
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
  /** The goal that this one stands for from now on; that one stays as it was. */
  readonly replaces?: string | null | undefined;
  /** What the baseline covers. */
  readonly scope: string;
  /** That of the figure. */
  readonly unit: string;
};

export type Side = 'NEED' | 'OFFER';

export type SuggestPlanFlowsInput = {
  /** Up to 100 flows of the plan. */
  readonly flowIds: ReadonlyArray<string>;
  readonly idempotencyKey?: string | null | undefined;
  readonly planId: string;
};

export type TermsInput = {
  readonly currency?: string | null | undefined;
  readonly endsOn?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly matchId: string;
  readonly note?: string | null | undefined;
  readonly price?: string | null | undefined;
  readonly quantity: QuantityInput;
  /** The exchange began before it was written down: startsOn may then lie in the past. */
  readonly retrospective?: boolean | null | undefined;
  readonly startsOn: string;
  readonly transportMode?: string | null | undefined;
};

export type Visibility = 'CLUSTER' | 'FEDERATION' | 'MASKED';

/** A paused watch is told nothing. */
export type WatchState = 'ACTIVE' | 'PAUSED';

/** In a year; an end left out is open. */
export type WatchedAmountInput = {
  readonly max?: string | null | undefined;
  readonly min?: string | null | undefined;
  readonly unit: string;
};

export type WebhookDeliveryState = 'DELIVERED' | 'FAILED' | 'WAITING';

/** GONE: it answered 410. FAILED: every try of a message failed. SILENT: nothing has reached it for five days. */
export type WebhookDisabledReason = 'FAILED' | 'GONE' | 'SILENT';

/** A message says `match.found` for MATCH_FOUND, and so on. PROPOSAL_CHANGED: sent, countered, declined or withdrawn. AGREEMENT_CHANGED: made or ended. DELIVERY_RECORDED: recorded, verified or corrected; of a file once, without a deliveryId. */
export type WebhookEventType = 'AGREEMENT_CHANGED' | 'DELIVERY_RECORDED' | 'MATCH_FOUND' | 'PROPOSAL_CHANGED';

/** DELIVERED: answered with 2xx. GONE: with 410. REFUSED: with another code. REDIRECTED: with 3xx, which is not followed. TIMED_OUT: not done within ten seconds. NAME_UNKNOWN: the name leads nowhere. ADDRESS_REFUSED: it leads to an address that nothing is sent to. UNREACHABLE: no connection, or no certificate that holds. */
export type WebhookOutcome =
  | 'ADDRESS_REFUSED'
  | 'DELIVERED'
  | 'GONE'
  | 'NAME_UNKNOWN'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'TIMED_OUT'
  | 'UNREACHABLE';

export type WebhookState = 'DISABLED' | 'ENABLED';

/** FEW_FIRMS: fewer than three firms behind it. DOMINATED: one firm is party to half or more. DERIVABLE: beside what is published, one firm's amount could be reckoned. NOT_CLOSED: no quarter of the period is closed. NEVER_PUBLISHED: for the cluster's own staff only. SEALED: money is told for whole calendar years, as it is published. NOT_KNOWN: no entry tells it and no factor, or there is nothing to take a share of. */
export type WithheldReason =
  'DERIVABLE' | 'DOMINATED' | 'FEW_FIRMS' | 'NEVER_PUBLISHED' | 'NOT_CLOSED' | 'NOT_KNOWN' | 'SEALED';

/** What a firm has (OFFER) or wants (NEED), in a few words. */
export type WorkshopCardInput = {
  /** As it was said, such as "two loads a week". */
  readonly amountText?: string | null | undefined;
  /** A firm of the cluster; or firmName. */
  readonly firmId?: string | null | undefined;
  /** Any firm by its name. */
  readonly firmName?: string | null | undefined;
  readonly side: Side;
  readonly text: string;
};

export type AccountSessionsQueryVariables = Exact<{ [key: string]: never }>;

export type AccountSessionsQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly sessions: ReadonlyArray<{
      readonly __typename: 'Session';
      readonly id: string;
      readonly createdAt: string;
      readonly lastSeenAt: string;
      readonly current: boolean;
      readonly userAgent: string | null;
    }>;
  } | null;
};

export type RevokeSessionMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RevokeSessionMutation = {
  readonly revokeSession:
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'SessionRevoked'; readonly id: string }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type NotificationSettingsQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly notificationSettings: ReadonlyArray<{
      readonly __typename: 'NotificationSetting';
      readonly channel: NotificationChannel;
      readonly topic: NotificationTopic;
      readonly rhythm: NotificationRhythm;
    }>;
  } | null;
};

export type SetNotificationsMutationVariables = Exact<{
  settings: ReadonlyArray<NotificationSettingInput>;
  idempotencyKey?: string | null | undefined;
}>;

export type SetNotificationsMutation = {
  readonly setNotifications:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotificationsSet';
        readonly settings: ReadonlyArray<{
          readonly __typename: 'NotificationSetting';
          readonly channel: NotificationChannel;
          readonly topic: NotificationTopic;
          readonly rhythm: NotificationRhythm;
        }>;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type AccessLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  clusterId?: string | null | undefined;
}>;

export type AccessLogQuery = {
  readonly accessLog: {
    readonly __typename: 'AccessLogConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'AccessLogEdge';
      readonly cursor: string;
      readonly node: {
        readonly __typename: 'AccessLogEntry';
        readonly at: string;
        readonly by: string | null;
        readonly kind: AccessLogKind;
        readonly role: Role | null;
        readonly subject: string | null;
      };
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type KeyRowFragment = {
  readonly __typename: 'ApiKey';
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: ReadonlyArray<KeyScope>;
  readonly state: ApiKeyState;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
};

export type ApiKeysQueryVariables = Exact<{ [key: string]: never }>;

export type ApiKeysQuery = {
  readonly apiKeys: ReadonlyArray<{ readonly __typename: 'ApiKey' } & KeyRowFragment>;
};

export type MakeApiKeyMutationVariables = Exact<{
  input: ApiKeyInput;
}>;

export type MakeApiKeyMutation = {
  readonly makeApiKey:
    | {
        readonly __typename: 'ApiKeyMade';
        readonly secret: string | null;
        readonly key: { readonly __typename: 'ApiKey' } & KeyRowFragment;
      }
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RevokeApiKeyMutation = {
  readonly revokeApiKey:
    | {
        readonly __typename: 'ApiKeyRevoked';
        readonly key: { readonly __typename: 'ApiKey' } & KeyRowFragment;
      }
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type AccountTrailQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type AccountTrailQuery = {
  readonly disclosureTrail: {
    readonly __typename: 'DisclosureTrailConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'DisclosureTrailEdge';
      readonly cursor: string;
      readonly node: {
        readonly __typename: 'DisclosureTrailEntry';
        readonly at: string;
        readonly byViewer: boolean;
        readonly cluster: string | null;
        readonly groups: ReadonlyArray<DisclosureGroup>;
        readonly kind: DisclosureTrailKind;
        readonly person: string | null;
        readonly role: ClusterRole | null;
        readonly times: number;
        readonly until: string | null;
        readonly listing: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly title: string;
          readonly area: string;
        } | null;
        readonly match: { readonly __typename: 'Match'; readonly id: string } | null;
      };
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type WebhookRowFragment = {
  readonly __typename: 'Webhook';
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: ReadonlyArray<WebhookEventType>;
  readonly state: WebhookState;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly disabledAt: string | null;
  readonly disabledFor: WebhookDisabledReason | null;
  readonly oldSecretUntil: string | null;
};

export type DeliveryRowFragment = {
  readonly __typename: 'WebhookDelivery';
  readonly id: string;
  readonly eventType: string;
  readonly happenedAt: string;
  readonly nextTryAt: string | null;
  readonly state: WebhookDeliveryState;
  readonly tries: number;
  readonly attempts: ReadonlyArray<{
    readonly __typename: 'WebhookAttempt';
    readonly at: string;
    readonly durationMs: number;
    readonly outcome: WebhookOutcome;
    readonly statusCode: number | null;
  }>;
};

export type WebhooksQueryVariables = Exact<{ [key: string]: never }>;

export type WebhooksQuery = {
  readonly webhooks: ReadonlyArray<{ readonly __typename: 'Webhook' } & WebhookRowFragment>;
};

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type WebhookDeliveriesQuery = {
  readonly webhook: {
    readonly __typename: 'Webhook';
    readonly id: string;
    readonly deliveries: {
      readonly __typename: 'WebhookDeliveryConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'WebhookDeliveryEdge';
        readonly cursor: string;
        readonly node: { readonly __typename: 'WebhookDelivery' } & DeliveryRowFragment;
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  } | null;
};

export type SaveWebhookMutationVariables = Exact<{
  input: SaveWebhookInput;
}>;

export type SaveWebhookMutation = {
  readonly saveWebhook:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WebhookSaved';
        readonly secret: string | null;
        readonly webhook: { readonly __typename: 'Webhook' } & WebhookRowFragment;
      };
};

export type SendTestWebhookMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type SendTestWebhookMutation = {
  readonly sendTestWebhook:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WebhookQueued';
        readonly delivery: { readonly __typename: 'WebhookDelivery' } & DeliveryRowFragment;
      };
};

export type ResendWebhookDeliveryMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ResendWebhookDeliveryMutation = {
  readonly resendWebhookDelivery:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WebhookQueued';
        readonly delivery: { readonly __typename: 'WebhookDelivery' } & DeliveryRowFragment;
      };
};

export type RotateWebhookSecretMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RotateWebhookSecretMutation = {
  readonly rotateWebhookSecret:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WebhookSaved';
        readonly secret: string | null;
        readonly webhook: { readonly __typename: 'Webhook' } & WebhookRowFragment;
      };
};

export type EnableWebhookMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type EnableWebhookMutation = {
  readonly enableWebhook:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WebhookSaved';
        readonly webhook: { readonly __typename: 'Webhook' } & WebhookRowFragment;
      };
};

export type RemoveWebhookMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveWebhookMutation = {
  readonly removeWebhook:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'WebhookRemoved'; readonly id: string };
};

export type ShownFigureFragment = {
  readonly __typename: 'Figure';
  readonly name: string;
  readonly value: string | null;
  readonly unit: string;
  readonly basis: FigureBasis;
  readonly withheld: boolean;
  readonly withheldReason: WithheldReason | null;
  readonly entryCount: number | null;
  readonly factorSet: string;
  readonly family: FigureFamily | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly missingFactors: ReadonlyArray<string>;
  readonly from: string;
  readonly to: string;
};

export type BoardClustersQueryVariables = Exact<{ [key: string]: never }>;

export type BoardClustersQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly clusters: ReadonlyArray<{
      readonly __typename: 'Cluster';
      readonly id: string;
      readonly name: string;
      readonly slug: string;
    }>;
  } | null;
};

export type BoardFiguresQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  factorSet?: string | null | undefined;
}>;

export type BoardFiguresQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly from: string;
    readonly to: string;
    readonly publishedUntil: string | null;
    readonly figures: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    readonly flows: ReadonlyArray<{
      readonly __typename: 'Flow';
      readonly fromIndustry: string;
      readonly toIndustry: string;
      readonly value: string | null;
      readonly unit: string;
      readonly withheld: boolean;
      readonly withheldReason: WithheldReason | null;
      readonly material: {
        readonly __typename: 'Material';
        readonly id: string;
        readonly label: string;
        readonly english: string;
      } | null;
    }>;
    readonly goals: ReadonlyArray<{
      readonly __typename: 'GoalProgress';
      readonly id: string;
      readonly figure: GoalFigure;
      readonly name: string;
      readonly target: string;
      readonly baseline: string | null;
      readonly baselineYear: number | null;
      readonly contribution: string | null;
      readonly share: number | null;
      readonly unit: string;
      readonly dueOn: string;
      readonly withheld: boolean;
      readonly withheldReason: WithheldReason | null;
      readonly scope: string;
      readonly delivered: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
      readonly verified: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
      readonly forecast: {
        readonly __typename: 'GoalForecast';
        readonly method: string;
        readonly contribution: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
      } | null;
    }>;
  };
};

export type ToGoalFragment = {
  readonly __typename: 'GoalContribution';
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly share: number | null;
  readonly missing: ReadonlyArray<string>;
  readonly withheld: boolean;
  readonly withheldReason: WithheldReason | null;
};

export type BoardIndicatorsQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  factorSet?: string | null | undefined;
}>;

export type BoardIndicatorsQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly indicators: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
  };
};

export type BoardBreakdownQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  factorSet?: string | null | undefined;
  by: Breakdown;
}>;

export type BoardBreakdownQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly breakdown: ReadonlyArray<{
      readonly __typename: 'FigureGroup';
      readonly key: string;
      readonly label: string;
      readonly material: {
        readonly __typename: 'Material';
        readonly id: string;
        readonly label: string;
        readonly english: string;
      } | null;
      readonly figures: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    }>;
  };
};

export type BoardHeatQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type BoardHeatQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly heatByMonth: {
      readonly __typename: 'HeatByMonth';
      readonly unit: string;
      readonly offeredUnspread: string;
      readonly neededUnspread: string;
      readonly months: ReadonlyArray<{
        readonly __typename: 'HeatMonth';
        readonly month: number;
        readonly offered: string;
        readonly needed: string;
        readonly coincides: string;
      }>;
    } | null;
  };
};

export type BoardRatiosQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type BoardRatiosQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly ratios: ({ readonly __typename: 'CircularityRatios' } & ShownRatiosFragment) | null;
  };
};

export type ShownRatiosFragment = {
  readonly __typename: 'CircularityRatios';
  readonly year: number;
  readonly ratios: ReadonlyArray<{
    readonly __typename: 'Ratio';
    readonly name: string;
    readonly standard: RatioStandard;
    readonly core: boolean;
    readonly formula: string;
    readonly unit: string;
    readonly value: string | null;
    readonly lacks: string | null;
  }>;
  readonly totals: ReadonlyArray<{
    readonly __typename: 'ReferenceAmount';
    readonly measure: string;
    readonly unit: string;
    readonly value: string | null;
    readonly firmCount: number | null;
  }>;
};

export type BoardMarketQueryVariables = Exact<{
  clusterId: string;
}>;

export type BoardMarketQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly overview: {
      readonly __typename: 'WorkbenchOverview';
      readonly funnel: ReadonlyArray<{
        readonly __typename: 'FunnelStage';
        readonly stage: FunnelStageName;
        readonly reached: number;
        readonly share: number | null;
        readonly waiting: number;
        readonly medianDays: number | null;
        readonly declined: number;
        readonly expired: number;
      }>;
    };
    readonly unused: ReadonlyArray<{
      readonly __typename: 'UnusedPotential';
      readonly area: string;
      readonly streams: number;
      readonly yearly: string;
      readonly unit: string;
      readonly material: {
        readonly __typename: 'Material';
        readonly id: string;
        readonly label: string;
        readonly english: string;
      };
      readonly obstacles: ReadonlyArray<{
        readonly __typename: 'PotentialObstacle';
        readonly name: string;
        readonly streams: number;
        readonly yearly: string;
      }>;
    }>;
  } | null;
};

export type BoardFactorSetsQueryVariables = Exact<{ [key: string]: never }>;

export type BoardFactorSetsQuery = {
  readonly factorSets: ReadonlyArray<{
    readonly __typename: 'FactorSet';
    readonly id: string;
    readonly inUse: boolean;
  }>;
};

export type FirmFiguresReportQueryVariables = Exact<{
  from: string;
  to: string;
  basis: FirmFigureBasis;
}>;

export type FirmFiguresReportQuery = {
  readonly firmFigures: {
    readonly __typename: 'FirmFigures';
    readonly outgoing: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    readonly incoming: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
    readonly attributed: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
  };
};

export type FirmGoalsReportQueryVariables = Exact<{
  from: string;
  to: string;
}>;

export type FirmGoalsReportQuery = {
  readonly firmGoals: ReadonlyArray<{
    readonly __typename: 'FirmGoal';
    readonly id: string;
    readonly figure: GoalFigure;
    readonly name: string;
    readonly target: string;
    readonly baseline: string;
    readonly baselineYear: number | null;
    readonly unit: string;
    readonly dueOn: string;
    readonly scope: string;
    readonly delivered: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
    readonly verified: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
    readonly forecast: {
      readonly __typename: 'GoalForecast';
      readonly method: string;
      readonly contribution: { readonly __typename: 'GoalContribution' } & ToGoalFragment;
    } | null;
  }>;
};

export type FirmRatiosReportQueryVariables = Exact<{
  year: number;
}>;

export type FirmRatiosReportQuery = {
  readonly firmRatios: { readonly __typename: 'CircularityRatios' } & ShownRatiosFragment;
};

export type StatedTotalsQueryVariables = Exact<{
  year?: number | null | undefined;
}>;

export type StatedTotalsQuery = {
  readonly referenceTotals: ReadonlyArray<{
    readonly __typename: 'ReferenceTotals';
    readonly id: string;
    readonly year: number;
    readonly version: number;
    readonly scope: string;
    readonly recordedAt: string;
    readonly amounts: ReadonlyArray<{
      readonly __typename: 'ReferenceAmount';
      readonly measure: string;
      readonly unit: string;
      readonly value: string | null;
    }>;
  }>;
};

export type RecordReferenceTotalsMutationVariables = Exact<{
  input: ReferenceTotalsInput;
}>;

export type RecordReferenceTotalsMutation = {
  readonly recordReferenceTotals:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ReferenceTotalsRecorded';
        readonly totals: {
          readonly __typename: 'ReferenceTotals';
          readonly id: string;
          readonly year: number;
          readonly version: number;
        };
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type SetGoalMutationVariables = Exact<{
  input: SetGoalInput;
}>;

export type SetGoalMutation = {
  readonly setGoal:
    | ({ readonly __typename: 'ConflictError' } & GoalsOutcome_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & GoalsOutcome_ForbiddenError_Fragment)
    | ({ readonly __typename: 'GoalsSet' } & GoalsOutcome_GoalsSet_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & GoalsOutcome_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & GoalsOutcome_ValidationError_Fragment);
};

export type SetPresetGoalsMutationVariables = Exact<{
  input: PresetGoalsInput;
}>;

export type SetPresetGoalsMutation = {
  readonly setPresetGoals:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'GoalsSet';
        readonly goals: ReadonlyArray<{
          readonly __typename: 'Goal';
          readonly id: string;
          readonly name: string;
        }>;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

type GoalsOutcome_ConflictError_Fragment = {
  readonly __typename: 'ConflictError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type GoalsOutcome_ForbiddenError_Fragment = {
  readonly __typename: 'ForbiddenError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type GoalsOutcome_GoalsSet_Fragment = {
  readonly __typename: 'GoalsSet';
  readonly goals: ReadonlyArray<{ readonly __typename: 'Goal'; readonly id: string; readonly name: string }>;
};

type GoalsOutcome_NotFoundError_Fragment = {
  readonly __typename: 'NotFoundError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type GoalsOutcome_ValidationError_Fragment = {
  readonly __typename: 'ValidationError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

export type GoalsOutcomeFragment =
  | GoalsOutcome_ConflictError_Fragment
  | GoalsOutcome_ForbiddenError_Fragment
  | GoalsOutcome_GoalsSet_Fragment
  | GoalsOutcome_NotFoundError_Fragment
  | GoalsOutcome_ValidationError_Fragment;

export type ListingToConfirmQueryVariables = Exact<{
  token: string;
}>;

export type ListingToConfirmQuery = {
  readonly listingToConfirm: {
    readonly __typename: 'ListingToConfirm';
    readonly title: string;
    readonly side: Side;
    readonly confirmBy: string | null;
    readonly confirmed: boolean;
  } | null;
};

export type ConfirmListingByLinkMutationVariables = Exact<{
  token: string;
}>;

export type ConfirmListingByLinkMutation = {
  readonly confirmListingByLink:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'ForbiddenError'; readonly message: string }
    | {
        readonly __typename: 'ListingConfirmed';
        readonly listing: {
          readonly __typename: 'ListingToConfirm';
          readonly title: string;
          readonly side: Side;
          readonly confirmBy: string | null;
          readonly confirmed: boolean;
        };
      }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type PaperOfDeliveryFragment = {
  readonly __typename: 'DeliveryPaper';
  readonly id: string;
  readonly kind: DeliveryPaperKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly attachedAt: string;
  readonly removedAt: string | null;
  readonly byViewer: boolean;
  readonly sha256: string;
};

export type RecordOneDeliveryMutationVariables = Exact<{
  input: DeliveryInput;
}>;

export type RecordOneDeliveryMutation = {
  readonly recordDelivery:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DeliveryRecorded';
        readonly delivery: { readonly __typename: 'Delivery'; readonly id: string };
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type CorrectOneDeliveryMutationVariables = Exact<{
  id: string;
  input: DeliveryInput;
  reason: string;
}>;

export type CorrectOneDeliveryMutation = {
  readonly correctDelivery:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DeliveryRecorded';
        readonly delivery: { readonly __typename: 'Delivery'; readonly id: string };
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type VerifyOneDeliveryMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type VerifyOneDeliveryMutation = {
  readonly verifyDelivery:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DeliveryRecorded';
        readonly delivery: {
          readonly __typename: 'Delivery';
          readonly id: string;
          readonly verified: boolean;
          readonly verifiedAt: string | null;
        };
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RemovePaperMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemovePaperMutation = {
  readonly removeDeliveryPaper:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DeliveryPaperRemoved';
        readonly paper: { readonly __typename: 'DeliveryPaper' } & PaperOfDeliveryFragment;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type ImportHeadFragment = {
  readonly __typename: 'DeliveryImport';
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly failure: string | null;
  readonly uploadedAt: string;
  readonly keptUntil: string;
  readonly agreementId: string | null;
  readonly unit: string | null;
  readonly decimalMark: DecimalMark | null;
  readonly header: ReadonlyArray<string>;
  readonly notices: ReadonlyArray<string>;
  readonly columns: ReadonlyArray<{
    readonly __typename: 'ImportColumn';
    readonly field: ImportField;
    readonly column: number;
    readonly header: string;
  }>;
  readonly counts: {
    readonly __typename: 'ImportCounts';
    readonly new: number;
    readonly same: number;
    readonly changed: number;
    readonly refused: number;
  };
  readonly totals: {
    readonly __typename: 'ImportTotals';
    readonly recorded: number;
    readonly corrected: number;
    readonly skipped: number;
    readonly left: number;
    readonly lapsed: number;
  } | null;
};

export type ImportOfDeliveriesQueryVariables = Exact<{
  id: string;
}>;

export type ImportOfDeliveriesQuery = {
  readonly deliveryImport: ({ readonly __typename: 'DeliveryImport' } & ImportHeadFragment) | null;
};

export type RowsOfImportQueryVariables = Exact<{
  id: string;
  afterRow: number;
  effect?: ImportRowEffect | null | undefined;
  outcome?: ImportRowOutcome | null | undefined;
}>;

export type RowsOfImportQuery = {
  readonly deliveryImport: {
    readonly __typename: 'DeliveryImport';
    readonly id: string;
    readonly rows: ReadonlyArray<{
      readonly __typename: 'DeliveryImportRow';
      readonly row: number;
      readonly cells: ReadonlyArray<string>;
      readonly effect: ImportRowEffect;
      readonly outcome: ImportRowOutcome | null;
      readonly problems: ReadonlyArray<{
        readonly __typename: 'CellProblem';
        readonly cell: string | null;
        readonly field: ImportField;
        readonly message: string;
      }>;
    }>;
  } | null;
};

export type MapImportMutationVariables = Exact<{
  input: MapDeliveryImportInput;
}>;

export type MapImportMutation = {
  readonly mapDeliveryImport:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DeliveryImportMapped';
        readonly import: { readonly __typename: 'DeliveryImport' } & ImportHeadFragment;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type CommitImportMutationVariables = Exact<{
  id: string;
  rows: ImportedRows;
  correctionReason?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type CommitImportMutation = {
  readonly commitDeliveryImport:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DeliveryImportBegun';
        readonly import: { readonly __typename: 'DeliveryImport' } & ImportHeadFragment;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type AgreementsForImportQueryVariables = Exact<{ [key: string]: never }>;

export type AgreementsForImportQuery = {
  readonly agreements: {
    readonly __typename: 'AgreementConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'AgreementEdge';
      readonly node: {
        readonly __typename: 'Agreement';
        readonly id: string;
        readonly quantity: {
          readonly __typename: 'Quantity';
          readonly value: string | null;
          readonly min: string | null;
          readonly max: string | null;
          readonly unit: string;
          readonly per: Period;
        };
        readonly match: {
          readonly __typename: 'Match';
          readonly id: string;
          readonly offer: {
            readonly __typename: 'Listing';
            readonly id: string;
            readonly title: string;
            readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
          };
          readonly need: {
            readonly __typename: 'Listing';
            readonly id: string;
            readonly title: string;
            readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
          };
        };
      };
    }>;
  };
};

export type PublicFiguresQueryVariables = Exact<{
  clusterId: string;
}>;

export type PublicFiguresQuery = {
  readonly publicFigures: ReadonlyArray<{
    readonly __typename: 'PublicFiguresChoice';
    readonly years: ReadonlyArray<number>;
    readonly figures: ReadonlyArray<string>;
    readonly bases: ReadonlyArray<FigureBasis>;
    readonly chosenAt: string;
    readonly chosenBy: string | null;
  }>;
};

export type PublicFiguresPreviewQueryVariables = Exact<{
  input: ChoosePublicFiguresInput;
}>;

export type PublicFiguresPreviewQuery = {
  readonly publicFiguresPreview: ReadonlyArray<{
    readonly __typename: 'PublicFiguresYear';
    readonly year: number;
    readonly basis: FigureBasis;
    readonly figures: ReadonlyArray<{ readonly __typename: 'Figure' } & ShownFigureFragment>;
  }>;
};

export type ChoosePublicFiguresMutationVariables = Exact<{
  input: ChoosePublicFiguresInput;
}>;

export type ChoosePublicFiguresMutation = {
  readonly choosePublicFigures:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'PublicFiguresChosen';
        readonly choice: {
          readonly __typename: 'PublicFiguresChoice';
          readonly years: ReadonlyArray<number>;
          readonly figures: ReadonlyArray<string>;
          readonly bases: ReadonlyArray<FigureBasis>;
          readonly chosenAt: string;
          readonly chosenBy: string | null;
        };
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type FactorChangeReportQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  basis: FigureBasis;
  fromSet: string;
  toSet: string;
}>;

export type FactorChangeReportQuery = {
  readonly factorChange: {
    readonly __typename: 'FactorChange';
    readonly unit: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly entryCount: number;
    readonly fromSet: string;
    readonly toSet: string;
    readonly because: ReadonlyArray<{
      readonly __typename: 'FactorEffect';
      readonly factor: string;
      readonly factorUnit: string;
      readonly before: string | null;
      readonly after: string | null;
      readonly effect: string;
      readonly entryCount: number;
    }>;
  };
};

export type LoadedFactorSetsQueryVariables = Exact<{ [key: string]: never }>;

export type LoadedFactorSetsQuery = {
  readonly factorSets: ReadonlyArray<{
    readonly __typename: 'FactorSet';
    readonly id: string;
    readonly inUse: boolean;
    readonly usedFrom: string | null;
    readonly note: string;
  }>;
};

export type HintRowFragment = {
  readonly __typename: 'Hint';
  readonly id: string;
  readonly state: HintState;
  readonly side: Side;
  readonly firmName: string | null;
  readonly firmId: string | null;
  readonly orgNumber: string | null;
  readonly municipalityNumber: string | null;
  readonly siteName: string | null;
  readonly text: string | null;
  readonly amountText: string | null;
  readonly source: string | null;
  readonly contactEmail: string | null;
  readonly statedAt: string;
  readonly settledAt: string | null;
  readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string } | null;
};

export type HintListQueryVariables = Exact<{
  clusterId: string;
  state?: HintState | null | undefined;
  locale: string;
  after?: string | null | undefined;
}>;

export type HintListQuery = {
  readonly hintCounts: {
    readonly __typename: 'HintCounts';
    readonly unclaimed: number;
    readonly tied: number;
    readonly claimed: number;
    readonly rejected: number;
  };
  readonly hints: {
    readonly __typename: 'HintConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'HintEdge';
      readonly cursor: string;
      readonly node: { readonly __typename: 'Hint' } & HintRowFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly endCursor: string | null;
      readonly hasNextPage: boolean;
    };
  };
};

export type TieHintMutationVariables = Exact<{
  id: string;
  firmId: string;
  idempotencyKey?: string | null | undefined;
}>;

export type TieHintMutation = {
  readonly tieHint:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'HintChanged';
        readonly hint: {
          readonly __typename: 'Hint';
          readonly id: string;
          readonly state: HintState;
          readonly firmId: string | null;
        };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RemoveHintMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveHintMutation = {
  readonly removeHint:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'HintRemoved'; readonly id: string }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RemoveHintContactMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveHintContactMutation = {
  readonly removeHintContact:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'HintChanged';
        readonly hint: {
          readonly __typename: 'Hint';
          readonly id: string;
          readonly contactEmail: string | null;
        };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type WorkshopListQueryVariables = Exact<{
  clusterId: string;
}>;

export type WorkshopListQuery = {
  readonly workshops: ReadonlyArray<{
    readonly __typename: 'Workshop';
    readonly id: string;
    readonly name: string;
    readonly heldOn: string;
    readonly counts: {
      readonly __typename: 'HintCounts';
      readonly unclaimed: number;
      readonly tied: number;
      readonly claimed: number;
      readonly rejected: number;
    };
  }>;
};

export type OpenWorkshopMutationVariables = Exact<{
  input: OpenWorkshopInput;
}>;

export type OpenWorkshopMutation = {
  readonly openWorkshop:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WorkshopOpened';
        readonly workshop: {
          readonly __typename: 'Workshop';
          readonly id: string;
          readonly name: string;
          readonly heldOn: string;
        };
      };
};

export type WorkshopCountsFragment = {
  readonly __typename: 'Workshop';
  readonly id: string;
  readonly counts: {
    readonly __typename: 'HintCounts';
    readonly unclaimed: number;
    readonly tied: number;
    readonly claimed: number;
    readonly rejected: number;
  };
};

export type WorkshopMeetingQueryVariables = Exact<{
  id: string;
  clusterId: string;
  locale: string;
  after?: string | null | undefined;
}>;

export type WorkshopMeetingQuery = {
  readonly workshop:
    | ({
        readonly __typename: 'Workshop';
        readonly name: string;
        readonly heldOn: string;
        readonly possiblePairs: ReadonlyArray<{
          readonly __typename: 'WorkshopPair';
          readonly suitability: number;
          readonly evidence: string;
          readonly have: {
            readonly __typename: 'Hint';
            readonly id: string;
            readonly firmName: string | null;
            readonly text: string | null;
          };
          readonly want: {
            readonly __typename: 'Hint';
            readonly id: string;
            readonly firmName: string | null;
            readonly text: string | null;
          };
        }>;
      } & WorkshopCountsFragment)
    | null;
  readonly hints: {
    readonly __typename: 'HintConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'HintEdge';
      readonly cursor: string;
      readonly node: { readonly __typename: 'Hint' } & HintRowFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly endCursor: string | null;
      readonly hasNextPage: boolean;
    };
  };
};

export type RecordCardsMutationVariables = Exact<{
  input: RecordWorkshopCardsInput;
}>;

export type RecordCardsMutation = {
  readonly recordWorkshopCards:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WorkshopCardsRecorded';
        readonly drafts: number;
        readonly hints: number;
        readonly known: number;
        readonly workshop: { readonly __typename: 'Workshop' } & WorkshopCountsFragment;
      };
};

export type HintsAboutUsQueryVariables = Exact<{
  locale: string;
}>;

export type HintsAboutUsQuery = {
  readonly hintsForUs: ReadonlyArray<{
    readonly __typename: 'HintForUs';
    readonly id: string;
    readonly state: HintState;
    readonly side: Side;
    readonly text: string;
    readonly amountText: string | null;
    readonly siteName: string | null;
    readonly source: string;
    readonly statedAt: string;
    readonly clusterName: string;
    readonly workshopName: string | null;
    readonly material: {
      readonly __typename: 'Material';
      readonly id: string;
      readonly label: string;
    } | null;
  }>;
};

export type LetStaffQueryVariables = Exact<{ [key: string]: never }>;

export type LetStaffQuery = {
  readonly draftsByStaff: ReadonlyArray<{ readonly __typename: 'Cluster'; readonly id: string }>;
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly staffMayEdit: boolean | null;
    readonly clusters: ReadonlyArray<{
      readonly __typename: 'Cluster';
      readonly id: string;
      readonly name: string;
    }>;
  } | null;
};

export type ClaimHintMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ClaimHintMutation = {
  readonly claimHint:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DraftSaved';
        readonly draft: {
          readonly __typename: 'ListingDraft';
          readonly id: string;
          readonly side: Side;
          readonly title: string;
        };
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RejectHintMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RejectHintMutation = {
  readonly rejectHint:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'HintRejected'; readonly id: string }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type LetStaffDraftMutationVariables = Exact<{
  clusterId: string;
  allowed: boolean;
  idempotencyKey?: string | null | undefined;
}>;

export type LetStaffDraftMutation = {
  readonly letStaffDraft:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DraftsByStaffSet';
        readonly clusters: ReadonlyArray<{ readonly __typename: 'Cluster'; readonly id: string }>;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type LetStaffEditMutationVariables = Exact<{
  allowed: boolean;
  idempotencyKey?: string | null | undefined;
}>;

export type LetStaffEditMutation = {
  readonly letStaffEdit:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'StaffEditingSet'; readonly allowed: boolean }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type InboxRowFragment = {
  readonly __typename: 'InboxEntry';
  readonly id: string;
  readonly kind: InboxKind;
  readonly at: string;
  readonly readAt: string | null;
  readonly dueOn: string | null;
  readonly match: {
    readonly __typename: 'Match';
    readonly id: string;
    readonly offer: {
      readonly __typename: 'Listing';
      readonly id: string;
      readonly title: string;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    };
    readonly need: {
      readonly __typename: 'Listing';
      readonly id: string;
      readonly title: string;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    };
  } | null;
  readonly hit: {
    readonly __typename: 'WatchHit';
    readonly id: string;
    readonly watchId: string;
    readonly watchName: string;
    readonly outline: {
      readonly __typename: 'ListingOutline';
      readonly area: string;
      readonly side: Side;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    };
  } | null;
  readonly listing: { readonly __typename: 'Listing'; readonly id: string; readonly title: string } | null;
  readonly proposal: {
    readonly __typename: 'Proposal';
    readonly id: string;
    readonly state: ProposalState;
    readonly match: {
      readonly __typename: 'Match';
      readonly id: string;
      readonly offer: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      };
    };
  } | null;
  readonly agreement: {
    readonly __typename: 'Agreement';
    readonly id: string;
    readonly match: {
      readonly __typename: 'Match';
      readonly id: string;
      readonly offer: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      };
    };
  } | null;
};

export type InboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unreadOnly: boolean;
  locale: string;
}>;

export type InboxQuery = {
  readonly inbox: {
    readonly __typename: 'InboxConnection';
    readonly unreadCount: number;
    readonly edges: ReadonlyArray<{
      readonly __typename: 'InboxEdge';
      readonly cursor: string;
      readonly node: { readonly __typename: 'InboxEntry' } & InboxRowFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type InboxUnreadQueryVariables = Exact<{ [key: string]: never }>;

export type InboxUnreadQuery = {
  readonly inbox: { readonly __typename: 'InboxConnection'; readonly unreadCount: number };
};

export type MarkReadMutationVariables = Exact<{
  ids?: ReadonlyArray<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type MarkReadMutation = {
  readonly markRead:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'InboxMarked'; readonly unreadCount: number }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type InvitationQueryVariables = Exact<{
  token: string;
}>;

export type InvitationQuery = {
  readonly invitation: {
    readonly __typename: 'InvitationPreview';
    readonly kind: InvitationKind;
    readonly organisation: string | null;
    readonly role: Role;
    readonly email: string | null;
    readonly hasAccount: boolean;
    readonly personName: string | null;
    readonly slug: string | null;
  } | null;
};

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  name: string;
  password: string;
}>;

export type AcceptInvitationMutation = {
  readonly acceptInvitation:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'InvitationAccepted' }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type JoinByInvitationMutationVariables = Exact<{
  token: string;
}>;

export type JoinByInvitationMutation = {
  readonly joinByInvitation:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'InvitationAccepted' }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type MakeFirstClusterMutationVariables = Exact<{
  token: string;
  input: FirstAccountInput;
}>;

export type MakeFirstClusterMutation = {
  readonly makeFirstCluster:
    | { readonly __typename: 'ConflictError'; readonly message: string }
    | { readonly __typename: 'InvitationAccepted' }
    | { readonly __typename: 'NotFoundError'; readonly message: string }
    | { readonly __typename: 'ValidationError'; readonly message: string };
};

export type MaterialToChooseFragment = {
  readonly __typename: 'Material';
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly wasteCodes: ReadonlyArray<{
    readonly __typename: 'WasteCode';
    readonly code: string;
    readonly hazardous: boolean;
    readonly title: string;
    readonly twins: ReadonlyArray<string>;
  }>;
};

export type ReadStreamTextQueryVariables = Exact<{
  side: Side;
  siteId?: string | null | undefined;
  text: string;
  locale: string;
}>;

export type ReadStreamTextQuery = {
  readonly readText: {
    readonly __typename: 'TextReading';
    readonly suggestions: ReadonlyArray<{
      readonly __typename: 'MaterialSuggestion';
      readonly confidence: number;
      readonly why: string;
      readonly material: { readonly __typename: 'Material' } & MaterialToChooseFragment;
    }>;
    readonly quantities: ReadonlyArray<{
      readonly __typename: 'FoundQuantity';
      readonly value: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly unit: string;
      readonly per: Period | null;
      readonly text: string;
    }>;
    readonly properties: ReadonlyArray<{
      readonly __typename: 'FoundProperty';
      readonly property: string;
      readonly min: string | null;
      readonly max: string | null;
      readonly typical: string | null;
      readonly unit: string | null;
      readonly basis: string | null;
      readonly text: string;
    }>;
  };
};

export type FindMaterialsQueryVariables = Exact<{
  side: Side;
  siteId?: string | null | undefined;
  text: string;
  locale: string;
}>;

export type FindMaterialsQuery = {
  readonly suggestMaterials: ReadonlyArray<{
    readonly __typename: 'MaterialSuggestion';
    readonly confidence: number;
    readonly why: string;
    readonly material: { readonly __typename: 'Material' } & MaterialToChooseFragment;
  }>;
};

export type StreamToReviseQueryVariables = Exact<{
  id: string;
  locale: string;
}>;

export type StreamToReviseQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly side: Side;
    readonly version: number;
    readonly title: string;
    readonly description: string | null;
    readonly visibility: Visibility | null;
    readonly ewcCode: string | null;
    readonly materialConfirmed: boolean;
    readonly availableFrom: string | null;
    readonly availableUntil: string | null;
    readonly monthlyProfile: ReadonlyArray<number> | null;
    readonly maxDistanceKm: number | null;
    readonly smallestLot: string | null;
    readonly largestLot: string | null;
    readonly permittedWasteCodes: ReadonlyArray<string> | null;
    readonly price: string | null;
    readonly currency: string | null;
    readonly material: { readonly __typename: 'Material' } & MaterialToChooseFragment;
    readonly quantity: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly unit: string;
      readonly per: Period;
    };
    readonly properties: ReadonlyArray<{
      readonly __typename: 'StreamProperty';
      readonly property: string;
      readonly min: string | null;
      readonly max: string | null;
      readonly typical: string | null;
      readonly unit: string | null;
      readonly basis: string | null;
      readonly measured: boolean;
    }>;
    readonly byProductTest: {
      readonly __typename: 'ByProductTest';
      readonly furtherUseCertain: boolean | null;
      readonly usableDirectly: boolean | null;
      readonly integralPart: boolean | null;
      readonly lawfulUse: boolean | null;
    } | null;
    readonly site: { readonly __typename: 'Site'; readonly id: string } | null;
  } | null;
};

export type StreamDraftsQueryVariables = Exact<{
  locale: string;
}>;

export type StreamDraftsQuery = {
  readonly listingDrafts: ReadonlyArray<{
    readonly __typename: 'ListingDraft';
    readonly id: string;
    readonly side: Side;
    readonly title: string;
    readonly description: string | null;
    readonly siteId: string | null;
    readonly amountText: string | null;
    readonly source: string | null;
    readonly changedAt: string;
    readonly material: ({ readonly __typename: 'Material' } & MaterialToChooseFragment) | null;
    readonly quantity: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly unit: string;
      readonly per: Period;
    } | null;
  }>;
};

export type PublishStreamMutationVariables = Exact<{
  input: PublishListingInput;
}>;

export type PublishStreamMutation = {
  readonly publishListing:
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ListingPublished';
        readonly listing: { readonly __typename: 'Listing'; readonly id: string };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type PublishStreamDraftMutationVariables = Exact<{
  id: string;
  input: PublishListingInput;
}>;

export type PublishStreamDraftMutation = {
  readonly publishDraft:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ListingPublished';
        readonly listing: { readonly __typename: 'Listing'; readonly id: string };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type ReviseStreamMutationVariables = Exact<{
  id: string;
  version: number;
  input: PublishListingInput;
}>;

export type ReviseStreamMutation = {
  readonly reviseListing:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ListingChanged';
        readonly listing: { readonly __typename: 'Listing'; readonly id: string };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type SaveStreamDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;

export type SaveStreamDraftMutation = {
  readonly saveDraft:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DraftSaved';
        readonly draft: { readonly __typename: 'ListingDraft'; readonly id: string };
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
        readonly problems: ReadonlyArray<{
          readonly __typename: 'FieldProblem';
          readonly path: ReadonlyArray<string>;
          readonly message: string;
        }>;
      };
};

export type DiscardStreamDraftMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type DiscardStreamDraftMutation = {
  readonly discardDraft:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'DraftDiscarded'; readonly id: string }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type StreamPageQueryVariables = Exact<{
  id: string;
  locale: string;
}>;

export type StreamPageQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly side: Side;
    readonly state: ListingState;
    readonly version: number;
    readonly title: string;
    readonly description: string | null;
    readonly visibility: Visibility | null;
    readonly confirmBy: string | null;
    readonly freshness: Freshness | null;
    readonly ewcCode: string | null;
    readonly materialConfirmed: boolean;
    readonly availableFrom: string | null;
    readonly availableUntil: string | null;
    readonly monthlyProfile: ReadonlyArray<number> | null;
    readonly maxDistanceKm: number | null;
    readonly smallestLot: string | null;
    readonly largestLot: string | null;
    readonly permittedWasteCodes: ReadonlyArray<string> | null;
    readonly price: string | null;
    readonly currency: string | null;
    readonly area: string;
    readonly siteName: string | null;
    readonly material: {
      readonly __typename: 'Material';
      readonly id: string;
      readonly label: string;
      readonly legal: ReadonlyArray<{
        readonly __typename: 'LegalRule';
        readonly code: string;
        readonly source: string;
        readonly text: string;
      }>;
    };
    readonly quantity: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly unit: string;
      readonly per: Period;
    };
    readonly remaining: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly unit: string;
      readonly per: Period;
    };
    readonly properties: ReadonlyArray<{
      readonly __typename: 'StreamProperty';
      readonly property: string;
      readonly min: string | null;
      readonly max: string | null;
      readonly typical: string | null;
      readonly unit: string | null;
      readonly basis: string | null;
      readonly measured: boolean;
    }>;
    readonly byProductTest: {
      readonly __typename: 'ByProductTest';
      readonly furtherUseCertain: boolean | null;
      readonly usableDirectly: boolean | null;
      readonly integralPart: boolean | null;
      readonly lawfulUse: boolean | null;
    } | null;
    readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
    readonly disclosures: ReadonlyArray<{
      readonly __typename: 'ListingDisclosure';
      readonly group: DisclosureGroup;
      readonly level: DisclosureLevel;
    }>;
    readonly matches: {
      readonly __typename: 'MatchConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'MatchEdge';
        readonly node: { readonly __typename: 'Match' } & MatchOfStreamFragment;
      }>;
    };
  } | null;
};

export type OtherOfMatchFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
};

export type MatchOfStreamFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly state: MatchState;
  readonly score: number;
  readonly distanceKm: number;
  readonly offer: { readonly __typename: 'Listing' } & OtherOfMatchFragment;
  readonly need: { readonly __typename: 'Listing' } & OtherOfMatchFragment;
  readonly disclosure: {
    readonly __typename: 'MatchDisclosure';
    readonly received: ReadonlyArray<{
      readonly __typename: 'DisclosureRequest';
      readonly id: string;
      readonly state: DisclosureRequestState;
      readonly groups: ReadonlyArray<DisclosureGroup>;
      readonly askedAt: string;
    }>;
    readonly granted: ReadonlyArray<{
      readonly __typename: 'DisclosureGrant';
      readonly id: string;
      readonly state: DisclosureGrantState;
      readonly groups: ReadonlyArray<DisclosureGroup>;
      readonly until: string;
    }>;
  };
};

export type NearMissesOfStreamQueryVariables = Exact<{
  id: string;
  locale: string;
}>;

export type NearMissesOfStreamQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly nearMisses: ReadonlyArray<{
      readonly __typename: 'NearMiss';
      readonly score: number;
      readonly other: {
        readonly __typename: 'ListingOutline';
        readonly area: string;
        readonly side: Side;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
        readonly quantity: {
          readonly __typename: 'Quantity';
          readonly value: string | null;
          readonly min: string | null;
          readonly max: string | null;
          readonly unit: string;
          readonly per: Period;
        };
      };
      readonly failed: ReadonlyArray<{
        readonly __typename: 'Check';
        readonly name: string;
        readonly detail: string;
        readonly remedy: { readonly __typename: 'Remedy'; readonly text: string } | null;
      }>;
    }>;
  } | null;
};

export type StreamAsSeenQueryVariables = Exact<{
  id: string;
  onlooker: Onlooker;
  granted: ReadonlyArray<DisclosureGroup>;
  locale: string;
}>;

export type StreamAsSeenQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly asSeenBy: {
      readonly __typename: 'Listing';
      readonly title: string;
      readonly description: string | null;
      readonly area: string;
      readonly siteName: string | null;
      readonly ewcCode: string | null;
      readonly price: string | null;
      readonly currency: string | null;
      readonly availableFrom: string | null;
      readonly availableUntil: string | null;
      readonly firm: { readonly __typename: 'Firm'; readonly name: string } | null;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      readonly quantity: {
        readonly __typename: 'Quantity';
        readonly value: string | null;
        readonly min: string | null;
        readonly max: string | null;
        readonly unit: string;
        readonly per: Period;
      };
      readonly properties: ReadonlyArray<{
        readonly __typename: 'StreamProperty';
        readonly property: string;
        readonly min: string | null;
        readonly max: string | null;
        readonly typical: string | null;
        readonly unit: string | null;
        readonly basis: string | null;
        readonly measured: boolean;
      }>;
      readonly disclosures: ReadonlyArray<{
        readonly __typename: 'ListingDisclosure';
        readonly group: DisclosureGroup;
        readonly level: DisclosureLevel;
      }>;
    } | null;
  } | null;
};

export type StreamHistoryQueryVariables = Exact<{
  id: string;
}>;

export type StreamHistoryQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly versions: ReadonlyArray<{
      readonly __typename: 'ListingVersion';
      readonly version: number;
      readonly writtenAt: string;
      readonly writtenBy: string | null;
      readonly changes: ReadonlyArray<{
        readonly __typename: 'ListingChange';
        readonly part: string;
        readonly before: string | null;
        readonly after: string | null;
      }>;
    }>;
  } | null;
};

export type StreamPapersQueryVariables = Exact<{ [key: string]: never }>;

export type StreamPapersQuery = {
  readonly agreements: {
    readonly __typename: 'AgreementConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'AgreementEdge';
      readonly node: {
        readonly __typename: 'Agreement';
        readonly id: string;
        readonly match: {
          readonly __typename: 'Match';
          readonly id: string;
          readonly offer: { readonly __typename: 'Listing'; readonly id: string };
          readonly need: { readonly __typename: 'Listing'; readonly id: string };
        };
        readonly deliveries: ReadonlyArray<{
          readonly __typename: 'Delivery';
          readonly id: string;
          readonly deliveredOn: string;
          readonly papers: ReadonlyArray<{
            readonly __typename: 'DeliveryPaper';
            readonly id: string;
            readonly kind: DeliveryPaperKind;
            readonly fileName: string;
            readonly removedAt: string | null;
          }>;
        }>;
      };
    }>;
  };
};

export type OwnStreamsQueryVariables = Exact<{
  side?: Side | null | undefined;
  state?: ListingState | null | undefined;
  words?: string | null | undefined;
  after?: string | null | undefined;
  first: number;
  locale: string;
}>;

export type OwnStreamsQuery = {
  readonly listings: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly side: Side;
        readonly state: ListingState;
        readonly title: string;
        readonly confirmBy: string | null;
        readonly freshness: Freshness | null;
        readonly liveMatches: number | null;
        readonly siteName: string | null;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
        readonly remaining: {
          readonly __typename: 'Quantity';
          readonly value: string | null;
          readonly min: string | null;
          readonly max: string | null;
          readonly unit: string;
          readonly per: Period;
        };
      };
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type ConfirmStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ConfirmStreamMutation = {
  readonly confirmListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

export type PauseStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type PauseStreamMutation = {
  readonly pauseListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

export type ResumeStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ResumeStreamMutation = {
  readonly resumeListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

export type WithdrawStreamMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type WithdrawStreamMutation = {
  readonly withdrawListing:
    | ({ readonly __typename: 'ConflictError' } & StreamChange_ConflictError_Fragment)
    | ({ readonly __typename: 'ForbiddenError' } & StreamChange_ForbiddenError_Fragment)
    | ({ readonly __typename: 'ListingChanged' } & StreamChange_ListingChanged_Fragment)
    | ({ readonly __typename: 'NotFoundError' } & StreamChange_NotFoundError_Fragment)
    | ({ readonly __typename: 'ValidationError' } & StreamChange_ValidationError_Fragment);
};

type StreamChange_ConflictError_Fragment = {
  readonly __typename: 'ConflictError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type StreamChange_ForbiddenError_Fragment = {
  readonly __typename: 'ForbiddenError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type StreamChange_ListingChanged_Fragment = {
  readonly __typename: 'ListingChanged';
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly state: ListingState;
    readonly confirmBy: string | null;
    readonly freshness: Freshness | null;
  };
};

type StreamChange_NotFoundError_Fragment = {
  readonly __typename: 'NotFoundError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

type StreamChange_ValidationError_Fragment = {
  readonly __typename: 'ValidationError';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string> | null;
};

export type StreamChangeFragment =
  | StreamChange_ConflictError_Fragment
  | StreamChange_ForbiddenError_Fragment
  | StreamChange_ListingChanged_Fragment
  | StreamChange_NotFoundError_Fragment
  | StreamChange_ValidationError_Fragment;

export type ClusterFlowsQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type ClusterFlowsQuery = {
  readonly clusterMap: {
    readonly __typename: 'ClusterMap';
    readonly flows: ReadonlyArray<{ readonly __typename: 'PlaceFlow' } & FlowOnMapFragment>;
  };
};

export type ClusterSitesQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type ClusterSitesQuery = {
  readonly clusterMap: {
    readonly __typename: 'ClusterMap';
    readonly sites: ReadonlyArray<{ readonly __typename: 'ClusterSite' } & SiteOnMapFragment> | null;
  };
};

export type ClusterSiteListingsQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  siteId: string;
}>;

export type ClusterSiteListingsQuery = {
  readonly clusterMap: {
    readonly __typename: 'ClusterMap';
    readonly listings: ReadonlyArray<{ readonly __typename: 'Listing' } & ListingOnMapFragment>;
  };
};

export type FlowOnMapFragment = {
  readonly __typename: 'PlaceFlow';
  readonly unit: string;
  readonly value: string;
  readonly exchanges: number;
  readonly from: ({ readonly __typename: 'Municipality' } & PlaceOnMapFragment) | null;
  readonly to: ({ readonly __typename: 'Municipality' } & PlaceOnMapFragment) | null;
  readonly material: { readonly __typename: 'Material' } & FamilyOnMapFragment;
};

export type PlaceOnMapFragment = {
  readonly __typename: 'Municipality';
  readonly number: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type FamilyOnMapFragment = {
  readonly __typename: 'Material';
  readonly id: string;
  readonly code: string;
  readonly nb: string;
  readonly en: string;
};

export type SiteOnMapFragment = {
  readonly __typename: 'ClusterSite';
  readonly site: {
    readonly __typename: 'Site';
    readonly id: string;
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
  };
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string };
  readonly municipality: {
    readonly __typename: 'Municipality';
    readonly number: string;
    readonly name: string;
  } | null;
  readonly streams: ReadonlyArray<{
    readonly __typename: 'SiteStream';
    readonly side: Side;
    readonly count: number;
    readonly material: { readonly __typename: 'Material' } & FamilyOnMapFragment;
  }>;
};

export type ListingOnMapFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  readonly quantity: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
};

export type RequestToDiscloseFragment = {
  readonly __typename: 'DisclosureRequest';
  readonly id: string;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  readonly groups: ReadonlyArray<DisclosureGroup>;
  readonly note: string | null;
  readonly state: DisclosureRequestState;
};

export type GrantOfDisclosureFragment = {
  readonly __typename: 'DisclosureGrant';
  readonly id: string;
  readonly groups: ReadonlyArray<DisclosureGroup>;
  readonly state: DisclosureGrantState;
  readonly grantedAt: string;
  readonly until: string;
  readonly withdrawnAt: string | null;
};

export type DisclosureOfMatchFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly state: MatchState;
  readonly offer: { readonly __typename: 'Listing' } & LevelsOfListingFragment;
  readonly need: { readonly __typename: 'Listing' } & LevelsOfListingFragment;
  readonly disclosure: {
    readonly __typename: 'MatchDisclosure';
    readonly asked: ReadonlyArray<{ readonly __typename: 'DisclosureRequest' } & RequestToDiscloseFragment>;
    readonly received: ReadonlyArray<
      { readonly __typename: 'DisclosureRequest' } & RequestToDiscloseFragment
    >;
    readonly granted: ReadonlyArray<{ readonly __typename: 'DisclosureGrant' } & GrantOfDisclosureFragment>;
    readonly obtained: ReadonlyArray<{ readonly __typename: 'DisclosureGrant' } & GrantOfDisclosureFragment>;
  };
};

export type LevelsOfListingFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly firm: { readonly __typename: 'Firm'; readonly id: string } | null;
  readonly disclosures: ReadonlyArray<{
    readonly __typename: 'ListingDisclosure';
    readonly group: DisclosureGroup;
    readonly level: DisclosureLevel;
  }>;
};

export type AskDisclosureMutationVariables = Exact<{
  matchId: string;
  groups: ReadonlyArray<DisclosureGroup>;
  note?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type AskDisclosureMutation = {
  readonly askDisclosure:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DisclosureAsked';
        readonly match: { readonly __typename: 'Match' } & DisclosureOfMatchFragment;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type GrantDisclosureMutationVariables = Exact<{
  requestId: string;
  groups: ReadonlyArray<DisclosureGroup>;
  until: string;
  idempotencyKey?: string | null | undefined;
}>;

export type GrantDisclosureMutation = {
  readonly grantDisclosure:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DisclosureGranted';
        readonly match: { readonly __typename: 'Match' } & DisclosureOfMatchFragment;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RefuseDisclosureMutationVariables = Exact<{
  requestId: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RefuseDisclosureMutation = {
  readonly refuseDisclosure:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DisclosureChanged';
        readonly match: { readonly __typename: 'Match' } & DisclosureOfMatchFragment;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type WithdrawDisclosureMutationVariables = Exact<{
  grantId: string;
  idempotencyKey?: string | null | undefined;
}>;

export type WithdrawDisclosureMutation = {
  readonly withdrawDisclosure:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'DisclosureChanged';
        readonly match: { readonly __typename: 'Match' } & DisclosureOfMatchFragment;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type MatchListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: ReadonlyArray<MatchState> | null | undefined;
  listingId?: string | null | undefined;
}>;

export type MatchListQuery = {
  readonly matches: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: { readonly __typename: 'Match' } & MatchInListFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly endCursor: string | null;
      readonly hasNextPage: boolean;
    };
  };
};

export type MatchFiltersQueryVariables = Exact<{ [key: string]: never }>;

export type MatchFiltersQuery = {
  readonly listings: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly side: Side;
      };
    }>;
  };
};

export type NewMatchesQueryVariables = Exact<{ [key: string]: never }>;

export type NewMatchesQuery = {
  readonly inbox: {
    readonly __typename: 'InboxConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'InboxEdge';
      readonly node: {
        readonly __typename: 'InboxEntry';
        readonly id: string;
        readonly kind: InboxKind;
        readonly match: { readonly __typename: 'Match'; readonly id: string } | null;
      };
    }>;
  };
};

export type MatchWholeQueryVariables = Exact<{
  id: string;
}>;

export type MatchWholeQuery = {
  readonly match: ({ readonly __typename: 'Match' } & WholeMatchFragment) | null;
};

export type DeclineMatchMutationVariables = Exact<{
  id: string;
  reason: DeclineReason;
  note?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type DeclineMatchMutation = {
  readonly declineMatch:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'MatchDeclined';
        readonly match: { readonly __typename: 'Match'; readonly id: string; readonly state: MatchState };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type MatchNewsReadMutationVariables = Exact<{
  ids?: ReadonlyArray<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type MatchNewsReadMutation = {
  readonly markRead:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'InboxMarked'; readonly unreadCount: number }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type SideOfMatchFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  readonly area: string;
  readonly siteName: string | null;
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
  readonly material: { readonly __typename: 'Material' } & MaterialInNewsFragment;
};

export type MatchInListFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly state: MatchState;
  readonly score: number;
  readonly distanceKm: number;
  readonly distanceBasis: string;
  readonly netCo2eKg: string;
  readonly crossIndustry: boolean;
  readonly terms: ReadonlyArray<{
    readonly __typename: 'ScoreTerm';
    readonly name: string;
    readonly contribution: number;
    readonly value: number;
    readonly weight: number;
    readonly detail: string;
  }>;
  readonly checks: ReadonlyArray<{
    readonly __typename: 'Check';
    readonly name: string;
    readonly result: CheckResult;
    readonly detail: string;
  }>;
  readonly quantity: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
  readonly offer: { readonly __typename: 'Listing' } & SideOfMatchFragment;
  readonly need: { readonly __typename: 'Listing' } & SideOfMatchFragment;
};

export type BandOfValueFragment = {
  readonly __typename: 'ValueBand';
  readonly low: string;
  readonly central: string;
  readonly high: string;
};

export type PartsOfValueFragment = {
  readonly __typename: 'ValueParts';
  readonly purchaseAvoided: { readonly __typename: 'ValueBand' } & BandOfValueFragment;
  readonly disposalAvoided: { readonly __typename: 'ValueBand' } & BandOfValueFragment;
  readonly treatment: { readonly __typename: 'ValueBand' } & BandOfValueFragment;
  readonly transport: { readonly __typename: 'ValueBand' } & BandOfValueFragment;
  readonly net: { readonly __typename: 'ValueBand' } & BandOfValueFragment;
};

export type ValueOfMatchFragment = {
  readonly __typename: 'MatchValue';
  readonly mode: HaulMode;
  readonly factorSet: string;
  readonly priceSet: string;
  readonly missing: ReadonlyArray<string>;
  readonly unit: string;
  readonly alternatives: ReadonlyArray<{
    readonly __typename: 'HaulAlternative';
    readonly mode: HaulMode;
    readonly km: number;
    readonly perUnit: {
      readonly __typename: 'TransportCost';
      readonly nok: { readonly __typename: 'ValueBand' } & BandOfValueFragment;
      readonly co2eKg: { readonly __typename: 'ValueBand' } & BandOfValueFragment;
    };
  }>;
  readonly perYear: {
    readonly __typename: 'ValueAccounts';
    readonly nok: { readonly __typename: 'ValueParts' } & PartsOfValueFragment;
    readonly co2eKg: { readonly __typename: 'ValueParts' } & PartsOfValueFragment;
  };
};

export type WholeMatchFragment = {
  readonly __typename: 'Match';
  readonly evidence: string;
  readonly treatment: string | null;
  readonly ruleSet: string;
  readonly factorSet: string;
  readonly checks: ReadonlyArray<{
    readonly __typename: 'Check';
    readonly name: string;
    readonly result: CheckResult;
    readonly detail: string;
    readonly asks: ReadonlyArray<{
      readonly __typename: 'MissingFact';
      readonly fact: string;
      readonly of: Party;
    }>;
    readonly remedy: {
      readonly __typename: 'Remedy';
      readonly kind: RemedyKind;
      readonly text: string;
    } | null;
  }>;
  readonly byProduct: { readonly __typename: 'Material' } & MaterialInNewsFragment;
  readonly servesAs: ({ readonly __typename: 'Material' } & MaterialInNewsFragment) | null;
  readonly value: ({ readonly __typename: 'MatchValue' } & ValueOfMatchFragment) | null;
} & RouteOfMatchFragment &
  MatchInListFragment &
  DisclosureOfMatchFragment;

export type MemberRowFragment = {
  readonly __typename: 'Member';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly lastSeenAt: string | null;
  readonly self: boolean;
};

export type InvitationRowFragment = {
  readonly __typename: 'Invitation';
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly firmName: string | null;
  readonly state: InvitationState;
  readonly invitedBy: string | null;
  readonly invitedAt: string;
  readonly expiresAt: string;
};

export type LogRowFragment = {
  readonly __typename: 'AccessLogConnection';
  readonly edges: ReadonlyArray<{
    readonly __typename: 'AccessLogEdge';
    readonly cursor: string;
    readonly node: {
      readonly __typename: 'AccessLogEntry';
      readonly at: string;
      readonly by: string | null;
      readonly kind: AccessLogKind;
      readonly role: Role | null;
      readonly subject: string | null;
    };
  }>;
  readonly pageInfo: {
    readonly __typename: 'PageInfo';
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
  };
};

export type ClusterPeopleQueryVariables = Exact<{
  clusterId: string;
}>;

export type ClusterPeopleQuery = {
  readonly members: ReadonlyArray<{ readonly __typename: 'Member' } & MemberRowFragment>;
  readonly invitations: ReadonlyArray<{ readonly __typename: 'Invitation' } & InvitationRowFragment>;
};

export type FirmPeopleQueryVariables = Exact<{ [key: string]: never }>;

export type FirmPeopleQuery = {
  readonly members: ReadonlyArray<{ readonly __typename: 'Member' } & MemberRowFragment>;
  readonly invitations: ReadonlyArray<{ readonly __typename: 'Invitation' } & InvitationRowFragment>;
};

export type ClusterFirmsQueryVariables = Exact<{
  clusterId: string;
}>;

export type ClusterFirmsQuery = {
  readonly clusterFirms: ReadonlyArray<{
    readonly __typename: 'ClusterFirm';
    readonly id: string;
    readonly name: string;
    readonly letsStaffDraft: boolean;
    readonly letsStaffEdit: boolean;
  }>;
};

export type ClusterLogQueryVariables = Exact<{
  clusterId: string;
  after?: string | null | undefined;
}>;

export type ClusterLogQuery = {
  readonly accessLog: { readonly __typename: 'AccessLogConnection' } & LogRowFragment;
};

export type FirmLogQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type FirmLogQuery = {
  readonly accessLog: { readonly __typename: 'AccessLogConnection' } & LogRowFragment;
};

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;

export type InvitePersonMutation = {
  readonly invitePerson:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'InvitationSent';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type InviteStaffMutationVariables = Exact<{
  input: InviteStaffInput;
}>;

export type InviteStaffMutation = {
  readonly inviteStaff:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'InvitationSent';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type InviteFirmMutationVariables = Exact<{
  input: InviteFirmInput;
}>;

export type InviteFirmMutation = {
  readonly inviteFirm:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'InvitationSent';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RevokeInvitationMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RevokeInvitationMutation = {
  readonly revokeInvitation:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'InvitationRevoked';
        readonly invitation: { readonly __typename: 'Invitation' } & InvitationRowFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type ChangeMemberRoleMutationVariables = Exact<{
  personId: string;
  role: FirmRole;
  idempotencyKey?: string | null | undefined;
}>;

export type ChangeMemberRoleMutation = {
  readonly changeMemberRole:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'MemberChanged';
        readonly member: { readonly __typename: 'Member' } & MemberRowFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type RemoveMemberMutationVariables = Exact<{
  personId: string;
  clusterId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveMemberMutation = {
  readonly removeMember:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'MemberRemoved'; readonly id: string }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type AgreementInListFragment = {
  readonly __typename: 'Agreement';
  readonly id: string;
  readonly state: AgreementState;
  readonly price: string | null;
  readonly currency: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly quantity: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
  readonly remaining: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
  readonly match: {
    readonly __typename: 'Match';
    readonly id: string;
    readonly byProduct: {
      readonly __typename: 'Material';
      readonly id: string;
      readonly nb: string;
      readonly en: string;
    };
    readonly offer: {
      readonly __typename: 'Listing';
      readonly id: string;
      readonly title: string;
      readonly siteName: string | null;
      readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
    };
    readonly need: {
      readonly __typename: 'Listing';
      readonly id: string;
      readonly title: string;
      readonly siteName: string | null;
      readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
    };
  };
};

export type DeliveryOfAgreementFragment = {
  readonly __typename: 'Delivery';
  readonly id: string;
  readonly amount: string;
  readonly unit: string;
  readonly deliveredOn: string;
  readonly reference: string | null;
  readonly distanceKm: number;
  readonly verified: boolean;
  readonly verifiedAt: string | null;
  readonly byViewer: boolean;
  readonly recordedAt: string;
  readonly papers: ReadonlyArray<{ readonly __typename: 'DeliveryPaper' } & PaperOfDeliveryFragment>;
};

export type AgreementsQueryVariables = Exact<{
  after?: string | null | undefined;
  state?: AgreementState | null | undefined;
  toVerify: boolean;
}>;

export type AgreementsQuery = {
  readonly agreements: {
    readonly __typename: 'AgreementConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'AgreementEdge';
      readonly cursor: string;
      readonly node: { readonly __typename: 'Agreement' } & AgreementInListFragment;
    }>;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type OneAgreementQueryVariables = Exact<{
  id: string;
}>;

export type OneAgreementQuery = {
  readonly agreement:
    | ({
        readonly __typename: 'Agreement';
        readonly retrospective: boolean;
        readonly match: {
          readonly __typename: 'Match';
          readonly id: string;
          readonly proposals: ReadonlyArray<{ readonly __typename: 'Proposal' } & SentTermsFragment>;
        };
        readonly deliveries: ReadonlyArray<{ readonly __typename: 'Delivery' } & DeliveryOfAgreementFragment>;
      } & AgreementInListFragment)
    | null;
};

export type SentTermsFragment = {
  readonly __typename: 'Proposal';
  readonly id: string;
  readonly state: ProposalState;
  readonly byViewer: boolean;
  readonly price: string | null;
  readonly currency: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly retrospective: boolean;
  readonly transportMode: string | null;
  readonly note: string | null;
  readonly sentAt: string;
  readonly expiresAt: string;
  readonly steps: ReadonlyArray<ProposalStep>;
  readonly quantity: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
};

export type ThreadSideFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
  readonly remaining: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
    readonly per: Period;
  };
};

export type NegotiationThreadQueryVariables = Exact<{
  matchId: string;
}>;

export type NegotiationThreadQuery = {
  readonly match: {
    readonly __typename: 'Match';
    readonly id: string;
    readonly state: MatchState;
    readonly quantity: {
      readonly __typename: 'Quantity';
      readonly value: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly unit: string;
      readonly per: Period;
    };
    readonly offer: { readonly __typename: 'Listing' } & ThreadSideFragment;
    readonly need: { readonly __typename: 'Listing' } & ThreadSideFragment;
    readonly proposals: ReadonlyArray<{ readonly __typename: 'Proposal' } & SentTermsFragment>;
  } | null;
};

export type AcceptanceDrawQueryVariables = Exact<{
  id: string;
}>;

export type AcceptanceDrawQuery = {
  readonly proposal: {
    readonly __typename: 'Proposal';
    readonly id: string;
    readonly draw: {
      readonly __typename: 'ProposalDraw';
      readonly takes: {
        readonly __typename: 'Quantity';
        readonly value: string | null;
        readonly min: string | null;
        readonly max: string | null;
        readonly unit: string;
        readonly per: Period;
      };
      readonly leaves: {
        readonly __typename: 'Quantity';
        readonly value: string | null;
        readonly min: string | null;
        readonly max: string | null;
        readonly unit: string;
        readonly per: Period;
      };
    } | null;
  } | null;
};

export type SendTermsMutationVariables = Exact<{
  input: TermsInput;
}>;

export type SendTermsMutation = {
  readonly proposeTerms:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ProposalSent';
        readonly proposal: { readonly __typename: 'Proposal' } & SentTermsFragment;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type CounterTermsMutationVariables = Exact<{
  id: string;
  input: TermsInput;
}>;

export type CounterTermsMutation = {
  readonly counterProposal:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ProposalSent';
        readonly proposal: { readonly __typename: 'Proposal' } & SentTermsFragment;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type AcceptTermsMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type AcceptTermsMutation = {
  readonly acceptProposal:
    | {
        readonly __typename: 'AgreementMade';
        readonly agreement: { readonly __typename: 'Agreement'; readonly id: string };
      }
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type DeclineTermsMutationVariables = Exact<{
  id: string;
  reason: DeclineReason;
  note?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

export type DeclineTermsMutation = {
  readonly declineProposal:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ProposalChanged';
        readonly proposal: { readonly __typename: 'Proposal' } & SentTermsFragment;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type WithdrawTermsMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type WithdrawTermsMutation = {
  readonly withdrawProposal:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ProposalChanged';
        readonly proposal: { readonly __typename: 'Proposal' } & SentTermsFragment;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type PlanHeadFragment = {
  readonly __typename: 'Plan';
  readonly id: string;
  readonly state: PlanState;
  readonly progress: number;
  readonly failure: string | null;
  readonly objective: PlanObjective;
  readonly year: number;
  readonly withTreatment: boolean;
  readonly fixedCostNok: string;
  readonly mostTonneKm: string | null;
  readonly requestedAt: string;
};

export type PlannedListingFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly siteName: string | null;
  readonly material: {
    readonly __typename: 'Material';
    readonly id: string;
    readonly nb: string;
    readonly en: string;
  };
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
  readonly site: {
    readonly __typename: 'Site';
    readonly id: string;
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
  } | null;
};

export type PlannedTotalsFragment = {
  readonly __typename: 'PlanTotals';
  readonly nok: string;
  readonly co2eKg: string;
  readonly tonnes: string;
  readonly tonneKm: string;
  readonly links: number;
};

export type PlannedFlowFragment = {
  readonly __typename: 'PlanFlow';
  readonly id: string;
  readonly nok: string;
  readonly co2eKg: string;
  readonly km: number;
  readonly mode: HaulMode;
  readonly treatment: string | null;
  readonly plantId: string | null;
  readonly suggested: PlanSuggestionState | null;
  readonly quantity: {
    readonly __typename: 'Quantity';
    readonly value: string | null;
    readonly unit: string;
  };
  readonly offer: ({ readonly __typename: 'Listing' } & PlannedListingFragment) | null;
  readonly need: ({ readonly __typename: 'Listing' } & PlannedListingFragment) | null;
};

export type PlannedStandingFragment = {
  readonly __typename: 'PlanListing';
  readonly side: Side;
  readonly unit: string;
  readonly amount: string;
  readonly used: string;
  readonly worth: string;
  readonly outbidBy: string | null;
  readonly listing: ({ readonly __typename: 'Listing' } & PlannedListingFragment) | null;
};

export type PlannedPlantFragment = {
  readonly __typename: 'PlanPlant';
  readonly id: string;
  readonly treatment: string;
  readonly firm: string | null;
  readonly capacity: string;
  readonly used: string;
  readonly worth: string;
  readonly site: {
    readonly __typename: 'PlanPlantSite';
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
  } | null;
};

export type WholePlanFragment = {
  readonly __typename: 'PlanResult';
  readonly total: string;
  readonly bound: string;
  readonly greedyTotal: string;
  readonly gap: number;
  readonly candidates: number;
  readonly leastPerTonneKm: string | null;
  readonly worthPerTonneKm: string | null;
  readonly solver: string;
  readonly missing: ReadonlyArray<string>;
  readonly factorSet: string;
  readonly priceSet: string;
  readonly planned: { readonly __typename: 'PlanTotals' } & PlannedTotalsFragment;
  readonly greedy: { readonly __typename: 'PlanTotals' } & PlannedTotalsFragment;
  readonly today: { readonly __typename: 'PlanTotals' } & PlannedTotalsFragment;
  readonly flows: ReadonlyArray<{ readonly __typename: 'PlanFlow' } & PlannedFlowFragment>;
  readonly plants: ReadonlyArray<{ readonly __typename: 'PlanPlant' } & PlannedPlantFragment>;
  readonly listings: ReadonlyArray<{ readonly __typename: 'PlanListing' } & PlannedStandingFragment>;
};

export type ClusterPlansQueryVariables = Exact<{
  clusterId: string;
}>;

export type ClusterPlansQuery = {
  readonly plans: {
    readonly __typename: 'PlanConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'PlanEdge';
      readonly node: { readonly __typename: 'Plan' } & PlanHeadFragment;
    }>;
  };
};

export type PlanProgressQueryVariables = Exact<{
  id: string;
}>;

export type PlanProgressQuery = {
  readonly plan: ({ readonly __typename: 'Plan' } & PlanHeadFragment) | null;
};

export type PlanWholeQueryVariables = Exact<{
  id: string;
}>;

export type PlanWholeQuery = {
  readonly plan: {
    readonly __typename: 'Plan';
    readonly id: string;
    readonly objective: PlanObjective;
    readonly result: ({ readonly __typename: 'PlanResult' } & WholePlanFragment) | null;
  } | null;
};

export type AskForPlanMutationVariables = Exact<{
  input: PlanInput;
}>;

export type AskForPlanMutation = {
  readonly requestPlan:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'PlanRequested';
        readonly plan: { readonly __typename: 'Plan' } & PlanHeadFragment;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type CallPlanOffMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type CallPlanOffMutation = {
  readonly cancelPlan:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'PlanCancelled';
        readonly plan: { readonly __typename: 'Plan' } & PlanHeadFragment;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type SuggestFlowsMutationVariables = Exact<{
  input: SuggestPlanFlowsInput;
}>;

export type SuggestFlowsMutation = {
  readonly suggestPlanFlows:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'PlanFlowsSuggested';
        readonly plan: { readonly __typename: 'Plan'; readonly id: string };
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type MatchSuggestionQueryVariables = Exact<{
  id: string;
}>;

export type MatchSuggestionQuery = {
  readonly match: {
    readonly __typename: 'Match';
    readonly id: string;
    readonly state: MatchState;
    readonly planSuggestion: {
      readonly __typename: 'PlanSuggestion';
      readonly suggestedAt: string;
      readonly quantity: {
        readonly __typename: 'Quantity';
        readonly value: string | null;
        readonly unit: string;
        readonly per: Period;
      };
    } | null;
  } | null;
};

export type ListingHintQueryVariables = Exact<{
  id: string;
}>;

export type ListingHintQuery = {
  readonly listing: {
    readonly __typename: 'Listing';
    readonly id: string;
    readonly side: Side;
    readonly planHint: {
      readonly __typename: 'PlanHint';
      readonly kind: PlanHintKind;
      readonly objective: PlanObjective;
      readonly least: string;
      readonly most: string;
      readonly unit: string;
    } | null;
  } | null;
};

export type OwnPlantFragment = {
  readonly __typename: 'TreatmentPlant';
  readonly id: string;
  readonly siteId: string;
  readonly treatment: string;
  readonly capacityTonnes: string;
  readonly costNokPerTonne: string;
  readonly materials: ReadonlyArray<{
    readonly __typename: 'Material';
    readonly id: string;
    readonly nb: string;
    readonly en: string;
  }>;
  readonly hint: {
    readonly __typename: 'TreatmentPlantHint';
    readonly objective: PlanObjective;
    readonly least: string;
    readonly most: string;
  } | null;
};

export type OwnPlantsQueryVariables = Exact<{ [key: string]: never }>;

export type OwnPlantsQuery = {
  readonly plantTreatments: ReadonlyArray<string>;
  readonly treatmentPlants: ReadonlyArray<{ readonly __typename: 'TreatmentPlant' } & OwnPlantFragment>;
};

export type SavePlantMutationVariables = Exact<{
  input: SaveTreatmentPlantInput;
}>;

export type SavePlantMutation = {
  readonly saveTreatmentPlant:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'TreatmentPlantSaved';
        readonly plant: { readonly __typename: 'TreatmentPlant' } & OwnPlantFragment;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type WithdrawPlantMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type WithdrawPlantMutation = {
  readonly withdrawTreatmentPlant:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'TreatmentPlantWithdrawn'; readonly id: string }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type FigureEntriesQueryVariables = Exact<{
  figure: FigureInput;
  first: number;
  after?: string | null | undefined;
}>;

export type FigureEntriesQuery = {
  readonly figureEntries: {
    readonly __typename: 'LedgerEntryConnection';
    readonly withheldReason: WithheldReason | null;
    readonly pageInfo: {
      readonly __typename: 'PageInfo';
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
    readonly edges: ReadonlyArray<{
      readonly __typename: 'LedgerEntryEdge';
      readonly cursor: string;
      readonly node: {
        readonly __typename: 'LedgerEntry';
        readonly id: string;
        readonly kind: EntryKind;
        readonly occurredOn: string;
        readonly recordedAt: string;
        readonly amount: string;
        readonly unit: string;
        readonly yearly: boolean;
        readonly brings: string | null;
        readonly bringsUnit: string;
        readonly fromIndustry: string;
        readonly toIndustry: string;
        readonly reverses: string | null;
        readonly factorSet: string;
        readonly material: {
          readonly __typename: 'Material';
          readonly id: string;
          readonly label: string;
          readonly english: string;
        };
      };
    }>;
  };
};

export type EndOfRouteFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly area: string;
  readonly siteName: string | null;
  readonly municipality: {
    readonly __typename: 'Municipality';
    readonly number: string;
    readonly latitude: number;
    readonly longitude: number;
  } | null;
  readonly place: {
    readonly __typename: 'Place';
    readonly latitude: number;
    readonly longitude: number;
    readonly radiusKm: number;
  } | null;
};

export type RouteOfMatchFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly distanceKm: number;
  readonly distanceBasis: string;
  readonly value: { readonly __typename: 'MatchValue'; readonly mode: HaulMode } | null;
  readonly offer: { readonly __typename: 'Listing' } & EndOfRouteFragment;
  readonly need: { readonly __typename: 'Listing' } & EndOfRouteFragment;
};

export type CommandThingsQueryVariables = Exact<{
  locale: string;
}>;

export type CommandThingsQuery = {
  readonly listings: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly side: Side;
        readonly title: string;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      };
    }>;
  };
  readonly matches: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: {
        readonly __typename: 'Match';
        readonly id: string;
        readonly offer: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly title: string;
          readonly area: string;
          readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
        };
        readonly need: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly title: string;
          readonly area: string;
          readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
        };
      };
    }>;
  };
};

export type LiveStartQueryVariables = Exact<{ [key: string]: never }>;

export type LiveStartQuery = {
  readonly viewer: { readonly __typename: 'Viewer'; readonly liveCursor: string } | null;
};

export type LiveMatchesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;

export type LiveMatchesSubscription = {
  readonly matchFound: {
    readonly __typename: 'MatchEvent';
    readonly cursor: string;
    readonly match: {
      readonly __typename: 'Match';
      readonly id: string;
      readonly state: MatchState;
      readonly offer: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly material: { readonly __typename: 'Material' } & MaterialInNewsFragment;
      };
      readonly need: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly material: { readonly __typename: 'Material' } & MaterialInNewsFragment;
      };
    };
  };
};

export type LiveWatchesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;

export type LiveWatchesSubscription = {
  readonly watchFound: {
    readonly __typename: 'WatchEvent';
    readonly cursor: string;
    readonly hit: {
      readonly __typename: 'WatchHit';
      readonly id: string;
      readonly watchId: string;
      readonly watchName: string;
      readonly outline: {
        readonly __typename: 'ListingOutline';
        readonly area: string;
        readonly material: { readonly __typename: 'Material' } & MaterialInNewsFragment;
      };
    };
  };
};

export type LiveProposalsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;

export type LiveProposalsSubscription = {
  readonly proposalChanged: {
    readonly __typename: 'ProposalEvent';
    readonly cursor: string;
    readonly proposal: {
      readonly __typename: 'Proposal';
      readonly id: string;
      readonly state: ProposalState;
      readonly byViewer: boolean;
      readonly match: { readonly __typename: 'Match'; readonly id: string; readonly state: MatchState };
    };
  };
};

export type LiveAgreementsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;

export type LiveAgreementsSubscription = {
  readonly agreementChanged: {
    readonly __typename: 'AgreementEvent';
    readonly cursor: string;
    readonly change: AgreementChange;
    readonly agreement: {
      readonly __typename: 'Agreement';
      readonly id: string;
      readonly match: { readonly __typename: 'Match'; readonly id: string };
    };
  };
};

export type LiveFiguresSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  clusterId: string;
}>;

export type LiveFiguresSubscription = {
  readonly figuresChanged: {
    readonly __typename: 'FiguresEvent';
    readonly cursor: string;
    readonly change: FiguresChange;
    readonly clusterId: string;
  };
};

export type MaterialInNewsFragment = {
  readonly __typename: 'Material';
  readonly id: string;
  readonly nb: string;
  readonly en: string;
};

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleViewerQuery = {
  readonly viewer: {
    readonly __typename: 'Viewer';
    readonly name: string;
    readonly liveCursor: string;
    readonly actingFor: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
    readonly memberships: ReadonlyArray<{
      readonly __typename: 'FirmMembership';
      readonly role: FirmRole;
      readonly firm: {
        readonly __typename: 'Firm';
        readonly id: string;
        readonly name: string;
        readonly sites: ReadonlyArray<{
          readonly __typename: 'Site';
          readonly id: string;
          readonly name: string;
        }>;
      };
    }>;
    readonly clusterMemberships: ReadonlyArray<{
      readonly __typename: 'ClusterMembership';
      readonly role: Role;
      readonly cluster: {
        readonly __typename: 'Cluster';
        readonly id: string;
        readonly name: string;
        readonly slug: string;
      };
    }>;
  } | null;
};

export type ActForMutationVariables = Exact<{
  firmId: string;
}>;

export type ActForMutation = {
  readonly actFor:
    | {
        readonly __typename: 'ActingForChanged';
        readonly viewer: { readonly __typename: 'Viewer'; readonly name: string };
      }
    | { readonly __typename: 'NotFoundError'; readonly message: string };
};

export type StartOfFirmQueryVariables = Exact<{
  locale: string;
}>;

export type StartOfFirmQuery = {
  readonly listingDrafts: ReadonlyArray<{
    readonly __typename: 'ListingDraft';
    readonly id: string;
    readonly title: string;
    readonly side: Side;
    readonly source: string | null;
  }>;
  readonly active: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly side: Side;
        readonly confirmBy: string | null;
      };
    }>;
  };
  readonly faded: {
    readonly __typename: 'ListingConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'ListingEdge';
      readonly node: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
        readonly side: Side;
        readonly confirmBy: string | null;
      };
    }>;
  };
  readonly negotiating: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: {
        readonly __typename: 'Match';
        readonly proposals: ReadonlyArray<{
          readonly __typename: 'Proposal';
          readonly id: string;
          readonly state: ProposalState;
          readonly byViewer: boolean;
        }>;
      } & MatchAtStartFragment;
    }>;
  };
  readonly open: {
    readonly __typename: 'MatchConnection';
    readonly edges: ReadonlyArray<{
      readonly __typename: 'MatchEdge';
      readonly node: { readonly __typename: 'Match' } & MatchAtStartFragment;
    }>;
  };
};

export type MatchAtStartFragment = {
  readonly __typename: 'Match';
  readonly id: string;
  readonly state: MatchState;
  readonly score: number;
  readonly offer: { readonly __typename: 'Listing' } & SideAtStartFragment;
  readonly need: { readonly __typename: 'Listing' } & SideAtStartFragment;
  readonly disclosure: {
    readonly __typename: 'MatchDisclosure';
    readonly received: ReadonlyArray<{
      readonly __typename: 'DisclosureRequest';
      readonly id: string;
      readonly state: DisclosureRequestState;
    }>;
  };
  readonly checks: ReadonlyArray<{
    readonly __typename: 'Check';
    readonly name: string;
    readonly result: CheckResult;
    readonly asks: ReadonlyArray<{ readonly __typename: 'MissingFact'; readonly of: Party }>;
  }>;
};

export type SideAtStartFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly title: string;
  readonly visibility: Visibility | null;
  readonly area: string;
  readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
};

export type HintsAtStartQueryVariables = Exact<{ [key: string]: never }>;

export type HintsAtStartQuery = {
  readonly hintsForUs: ReadonlyArray<{
    readonly __typename: 'HintForUs';
    readonly id: string;
    readonly state: HintState;
  }>;
  readonly members: ReadonlyArray<{ readonly __typename: 'Member'; readonly id: string }>;
  readonly invitations: ReadonlyArray<{ readonly __typename: 'Invitation'; readonly id: string }>;
};

export type StartOfClusterQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
}>;

export type StartOfClusterQuery = {
  readonly circularity: {
    readonly __typename: 'CircularityReport';
    readonly from: string;
    readonly to: string;
    readonly figures: ReadonlyArray<{
      readonly __typename: 'Figure';
      readonly name: string;
      readonly value: string | null;
      readonly unit: string;
      readonly withheldReason: WithheldReason | null;
    }>;
  };
};

export type StartOfStaffQueryVariables = Exact<{
  clusterId: string;
}>;

export type StartOfStaffQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly tasks: {
      readonly __typename: 'StaffTaskConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'StaffTaskEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
    readonly unansweredMatches: {
      readonly __typename: 'FollowedMatchConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'FollowedMatchEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
    readonly staleListings: {
      readonly __typename: 'StaleListingConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'StaleListingEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
    readonly unknowns: {
      readonly __typename: 'UnknownTaskConnection';
      readonly edges: ReadonlyArray<{ readonly __typename: 'UnknownTaskEdge'; readonly cursor: string }>;
      readonly pageInfo: { readonly __typename: 'PageInfo'; readonly hasNextPage: boolean };
    };
  } | null;
};

export type OfferedTransportFragment = {
  readonly __typename: 'JointTransport';
  readonly id: string;
  readonly state: JointTransportState;
  readonly agreementId: string;
  readonly accepted: boolean;
  readonly otherWithinKm: number;
  readonly contact: string | null;
  readonly offeredAt: string;
  readonly tours: { readonly __typename: 'AmountEnds'; readonly low: string; readonly high: string };
  readonly nok: { readonly __typename: 'AmountEnds'; readonly low: string; readonly high: string };
  readonly co2eKg: { readonly __typename: 'AmountEnds'; readonly low: string; readonly high: string };
};

export type OfferedTransportsQueryVariables = Exact<{ [key: string]: never }>;

export type OfferedTransportsQuery = {
  readonly jointTransports: ReadonlyArray<
    { readonly __typename: 'JointTransport' } & OfferedTransportFragment
  >;
};

export type AnswerTransportMutationVariables = Exact<{
  input: AnswerJointTransportInput;
}>;

export type AnswerTransportMutation = {
  readonly answerJointTransport:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'JointTransportAnswered';
        readonly jointTransport: { readonly __typename: 'JointTransport' } & OfferedTransportFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type SharedLorryFragment = {
  readonly __typename: 'ReturnLoad';
  readonly tours: number;
  readonly offered: JointTransportState | null;
  readonly loads: ReadonlyArray<{
    readonly __typename: 'ReturnLoadFlow';
    readonly agreementId: string;
    readonly giver: string;
    readonly taker: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly material: {
      readonly __typename: 'Material';
      readonly id: string;
      readonly nb: string;
      readonly en: string;
    };
  }>;
  readonly emptyKmBefore: { readonly __typename: 'ValueBand'; readonly central: string };
  readonly emptyKmAfter: { readonly __typename: 'ValueBand'; readonly central: string };
  readonly nok: { readonly __typename: 'ValueBand'; readonly low: string; readonly high: string };
  readonly co2eKg: { readonly __typename: 'ValueBand'; readonly low: string; readonly high: string };
};

export type LoadsOfClusterFragment = {
  readonly __typename: 'ReturnLoads';
  readonly nok: number;
  readonly factorSet: string;
  readonly pairs: ReadonlyArray<{ readonly __typename: 'ReturnLoad' } & SharedLorryFragment>;
};

export type ClusterReturnLoadsQueryVariables = Exact<{
  clusterId: string;
}>;

export type ClusterReturnLoadsQuery = {
  readonly returnLoads: { readonly __typename: 'ReturnLoads' } & LoadsOfClusterFragment;
};

export type OfferTransportMutationVariables = Exact<{
  input: OfferJointTransportInput;
}>;

export type OfferTransportMutation = {
  readonly offerJointTransport:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'JointTransportOffered';
        readonly returnLoads: { readonly __typename: 'ReturnLoads' } & LoadsOfClusterFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type WatchesQueryVariables = Exact<{ [key: string]: never }>;

export type WatchesQuery = {
  readonly watches: ReadonlyArray<{ readonly __typename: 'Watch' } & WatchInListFragment>;
};

export type WatchAreasQueryVariables = Exact<{ [key: string]: never }>;

export type WatchAreasQuery = {
  readonly areas: ReadonlyArray<{
    readonly __typename: 'Area';
    readonly number: string;
    readonly name: string;
    readonly county: string;
  }>;
};

export type WatchMaterialsQueryVariables = Exact<{
  text: string;
  side: Side;
  siteId?: string | null | undefined;
}>;

export type WatchMaterialsQuery = {
  readonly suggestMaterials: ReadonlyArray<{
    readonly __typename: 'MaterialSuggestion';
    readonly material: {
      readonly __typename: 'Material';
      readonly broader: ReadonlyArray<{ readonly __typename: 'Material' } & MaterialOfWatchFragment>;
    } & MaterialOfWatchFragment;
  }>;
};

export type SaveWatchMutationVariables = Exact<{
  input: SaveWatchInput;
}>;

export type SaveWatchMutation = {
  readonly saveWatch:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WatchSaved';
        readonly watch: { readonly __typename: 'Watch' } & WatchInListFragment;
      };
};

export type PauseWatchMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type PauseWatchMutation = {
  readonly pauseWatch:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WatchSaved';
        readonly watch: { readonly __typename: 'Watch'; readonly id: string; readonly state: WatchState };
      };
};

export type ResumeWatchMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ResumeWatchMutation = {
  readonly resumeWatch:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'WatchSaved';
        readonly watch: { readonly __typename: 'Watch'; readonly id: string; readonly state: WatchState };
      };
};

export type RemoveWatchMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type RemoveWatchMutation = {
  readonly removeWatch:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | { readonly __typename: 'WatchRemoved'; readonly id: string };
};

export type MaterialOfWatchFragment = {
  readonly __typename: 'Material';
  readonly id: string;
  readonly nb: string;
  readonly en: string;
};

export type HitsOfWatchFragment = {
  readonly __typename: 'WatchHitConnection';
  readonly edges: ReadonlyArray<{
    readonly __typename: 'WatchHitEdge';
    readonly node: {
      readonly __typename: 'WatchHit';
      readonly id: string;
      readonly foundAt: string;
      readonly score: number;
      readonly crossIndustry: boolean;
      readonly conditions: ReadonlyArray<{
        readonly __typename: 'WatchCondition';
        readonly name: string;
        readonly result: CheckResult;
      }>;
      readonly outline: {
        readonly __typename: 'ListingOutline';
        readonly area: string;
        readonly material: { readonly __typename: 'Material' } & MaterialOfWatchFragment;
        readonly quantity: {
          readonly __typename: 'Quantity';
          readonly value: string | null;
          readonly min: string | null;
          readonly max: string | null;
          readonly unit: string;
          readonly per: Period;
        };
      };
      readonly listing: {
        readonly __typename: 'Listing';
        readonly id: string;
        readonly title: string;
      } | null;
    };
  }>;
  readonly pageInfo: {
    readonly __typename: 'PageInfo';
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
  };
};

export type WatchInListFragment = {
  readonly __typename: 'Watch';
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly state: WatchState;
  readonly areas: ReadonlyArray<string>;
  readonly siteId: string | null;
  readonly withinKm: number | null;
  readonly leastScore: number | null;
  readonly crossIndustryOnly: boolean;
  readonly rhythm: NotificationRhythm | null;
  readonly createdAt: string;
  readonly materials: ReadonlyArray<{ readonly __typename: 'Material' } & MaterialOfWatchFragment>;
  readonly amount: {
    readonly __typename: 'WatchedAmount';
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string;
  } | null;
  readonly properties: ReadonlyArray<{
    readonly __typename: 'StreamProperty';
    readonly property: string;
    readonly min: string | null;
    readonly max: string | null;
    readonly unit: string | null;
    readonly basis: string | null;
    readonly measured: boolean;
    readonly typical: string | null;
  }>;
  readonly found: { readonly __typename: 'WatchHitConnection' } & HitsOfWatchFragment;
};

export type FollowedSideFragment = {
  readonly __typename: 'Listing';
  readonly id: string;
  readonly title: string;
  readonly side: Side;
  readonly area: string;
  readonly firm: { readonly __typename: 'Firm'; readonly id: string; readonly name: string } | null;
};

export type FollowedFragment = {
  readonly __typename: 'FollowedMatch';
  readonly id: string;
  readonly state: MatchState;
  readonly createdAt: string;
  readonly waitingSince: string;
  readonly turn: ReadonlyArray<Party>;
  readonly offer: ({ readonly __typename: 'Listing' } & FollowedSideFragment) | null;
  readonly need: ({ readonly __typename: 'Listing' } & FollowedSideFragment) | null;
  readonly notes: ReadonlyArray<{
    readonly __typename: 'MatchNote';
    readonly id: string;
    readonly at: string;
    readonly by: string | null;
    readonly text: string;
  }>;
  readonly steps: ReadonlyArray<{
    readonly __typename: 'NextStep';
    readonly id: string;
    readonly text: string;
    readonly dueOn: string;
    readonly assignedTo: string | null;
    readonly closedAt: string | null;
    readonly closedBy: string | null;
    readonly outcome: NextStepOutcome | null;
    readonly overdue: boolean;
  }>;
};

export type MatchingUnderWayQueryVariables = Exact<{ [key: string]: never }>;

export type MatchingUnderWayQuery = {
  readonly matchingRun: {
    readonly __typename: 'MatchingRun';
    readonly id: string;
    readonly state: MatchingRunState;
    readonly listings: number;
    readonly done: number;
    readonly expectedEnd: string | null;
  } | null;
};

export type WorkbenchTasksQueryVariables = Exact<{
  clusterId: string;
  mine: boolean;
  after?: string | null | undefined;
}>;

export type WorkbenchTasksQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly tasks: {
      readonly __typename: 'StaffTaskConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'StaffTaskEdge';
        readonly cursor: string;
        readonly node: {
          readonly __typename: 'StaffTask';
          readonly step: {
            readonly __typename: 'NextStep';
            readonly id: string;
            readonly text: string;
            readonly dueOn: string;
            readonly assignedTo: string | null;
            readonly overdue: boolean;
          };
          readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
        };
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchUnknownsQueryVariables = Exact<{
  clusterId: string;
  after?: string | null | undefined;
}>;

export type WorkbenchUnknownsQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly unknowns: {
      readonly __typename: 'UnknownTaskConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'UnknownTaskEdge';
        readonly cursor: string;
        readonly node: {
          readonly __typename: 'UnknownTask';
          readonly id: string;
          readonly check: string;
          readonly detail: string;
          readonly facts: ReadonlyArray<string>;
          readonly turn: Party;
          readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
        };
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchUnansweredQueryVariables = Exact<{
  clusterId: string;
  days: number;
  after?: string | null | undefined;
}>;

export type WorkbenchUnansweredQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly unansweredMatches: {
      readonly __typename: 'FollowedMatchConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'FollowedMatchEdge';
        readonly cursor: string;
        readonly node: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchStaleQueryVariables = Exact<{
  clusterId: string;
  days: number;
  after?: string | null | undefined;
}>;

export type WorkbenchStaleQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly staleListings: {
      readonly __typename: 'StaleListingConnection';
      readonly edges: ReadonlyArray<{
        readonly __typename: 'StaleListingEdge';
        readonly cursor: string;
        readonly node: {
          readonly __typename: 'StaleListing';
          readonly confirmedAt: string;
          readonly mayEdit: boolean;
          readonly listing:
            ({ readonly __typename: 'Listing'; readonly state: ListingState } & FollowedSideFragment) | null;
        };
      }>;
      readonly pageInfo: {
        readonly __typename: 'PageInfo';
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
};

export type WorkbenchOverviewQueryVariables = Exact<{
  clusterId: string;
  locale: string;
}>;

export type WorkbenchOverviewQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly overview: {
      readonly __typename: 'WorkbenchOverview';
      readonly at: string;
      readonly funnel: ReadonlyArray<{
        readonly __typename: 'FunnelStage';
        readonly stage: FunnelStageName;
        readonly reached: number;
        readonly share: number | null;
        readonly waiting: number;
        readonly medianDays: number | null;
        readonly olderThan14: number;
        readonly olderThan30: number;
        readonly olderThan90: number;
        readonly declined: number;
        readonly expired: number;
        readonly completed: number;
      }>;
      readonly health: {
        readonly __typename: 'MarketHealth';
        readonly active: number;
        readonly confirmedWithin30: number | null;
        readonly confirmedWithin90: number | null;
        readonly withMatch: number | null;
      };
      readonly pace: ReadonlyArray<{
        readonly __typename: 'Pace';
        readonly step: PaceStep;
        readonly listings: number;
        readonly medianDays: number | null;
      }>;
      readonly branches: ReadonlyArray<{
        readonly __typename: 'BranchBalance';
        readonly offers: number;
        readonly needs: number;
        readonly unmatchedOffers: number;
        readonly unmatchedNeeds: number;
        readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      }>;
    };
  } | null;
};

export type WorkbenchUnusedQueryVariables = Exact<{
  clusterId: string;
  locale: string;
}>;

export type WorkbenchUnusedQuery = {
  readonly workbench: {
    readonly __typename: 'Workbench';
    readonly clusterId: string;
    readonly unused: ReadonlyArray<{
      readonly __typename: 'UnusedPotential';
      readonly area: string;
      readonly streams: number;
      readonly unit: string;
      readonly yearly: string;
      readonly nearestKm: number | null;
      readonly farthestKm: number | null;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
      readonly obstacles: ReadonlyArray<{
        readonly __typename: 'PotentialObstacle';
        readonly name: string;
        readonly result: CheckResult | null;
        readonly remedy: RemedyKind | null;
        readonly streams: number;
        readonly yearly: string;
      }>;
    }>;
  } | null;
};

export type WorkbenchBarriersQueryVariables = Exact<{
  clusterId: string;
  from: string;
  to: string;
  locale: string;
}>;

export type WorkbenchBarriersQuery = {
  readonly barriers: {
    readonly __typename: 'BarrierReport';
    readonly from: string;
    readonly to: string;
    readonly barriers: ReadonlyArray<{
      readonly __typename: 'Barrier';
      readonly quarter: string;
      readonly reason: DeclineReason;
      readonly matches: number;
      readonly proposals: number;
      readonly material: { readonly __typename: 'Material'; readonly id: string; readonly label: string };
    }>;
  };
};

export type WorkbenchStaffQueryVariables = Exact<{
  clusterId: string;
}>;

export type WorkbenchStaffQuery = {
  readonly members: ReadonlyArray<{
    readonly __typename: 'Member';
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly self: boolean;
  }>;
};

export type AddMatchNoteMutationVariables = Exact<{
  input: MatchNoteInput;
}>;

export type AddMatchNoteMutation = {
  readonly addMatchNote:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'MatchFollowedUp';
        readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type SetNextStepMutationVariables = Exact<{
  input: NextStepInput;
}>;

export type SetNextStepMutation = {
  readonly setNextStep:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'MatchFollowedUp';
        readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type CompleteNextStepMutationVariables = Exact<{
  clusterId: string;
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type CompleteNextStepMutation = {
  readonly completeNextStep:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'MatchFollowedUp';
        readonly match: { readonly __typename: 'FollowedMatch' } & FollowedFragment;
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type ConfirmForFirmMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type ConfirmForFirmMutation = {
  readonly confirmListing:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ListingChanged';
        readonly listing: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly state: ListingState;
        };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export type PauseForFirmMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type PauseForFirmMutation = {
  readonly pauseListing:
    | {
        readonly __typename: 'ConflictError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ForbiddenError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ListingChanged';
        readonly listing: {
          readonly __typename: 'Listing';
          readonly id: string;
          readonly state: ListingState;
        };
      }
    | {
        readonly __typename: 'NotFoundError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      }
    | {
        readonly __typename: 'ValidationError';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string> | null;
      };
};

export const POSSIBLE_TYPES = {
  Node: [
    'Agreement',
    'ApiKey',
    'Cluster',
    'ClusterFirm',
    'Delivery',
    'DeliveryImport',
    'DeliveryPaper',
    'DisclosureGrant',
    'DisclosureRequest',
    'Firm',
    'FollowedMatch',
    'Hint',
    'HintForUs',
    'InboxEntry',
    'Invitation',
    'Listing',
    'ListingDraft',
    'Match',
    'MatchNote',
    'Material',
    'Member',
    'NextStep',
    'Proposal',
    'Site',
    'UnknownTask',
    'Watch',
    'WatchHit',
    'Webhook',
    'WebhookDelivery',
    'Workshop',
  ],
  UserError: ['ConflictError', 'ForbiddenError', 'NotFoundError', 'ValidationError'],
};
