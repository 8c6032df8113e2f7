import { CARRIED } from './carried-fields.js';

/** Who may read a field of the API: every field of its schema carries exactly one of these. */
export const FIELD_RULES = Object.freeze({
  public: 'Anybody, signed in or not: it says nothing of a firm, and of a person only that he or she asks.',
  signedIn: 'Everybody signed in: reference data, and what is read from the words that the caller sends.',
  self: 'The signed-in person alone: who he or she is and acts for.',
  owner: 'People of the firm that it belongs to.',
  manager: 'Who manages who takes part: the administrators of the firm, the staff of the cluster.',
  bearer: 'Whoever holds the link of an invitation or of a reminder: it tells what its mail told.',
  party: 'People of the two firms of a match.',
  derivedFromBands:
    "People of the two firms of a match, each side its own: computed from its own facts and the other's bands, exact once both have agreed.",
  derivedFromOutline:
    'The person whose watch found it: computed from what the firm may know of the listing, bands and areas where it is masked.',
  known: 'Whoever may know of the listing at all.',
  disclosed:
    "Exact to whom its group is disclosed; a band, or the material's label, to the other side of a match.",
  withheld: 'To whom its group is disclosed; left out for the other side of a match.',
  money: 'As withheld, but to the staff of a cluster only where the owner opened the listing to all.',
  figures:
    "Exact to the cluster's own staff and auditors, each look recorded, money sealed; to all others what points at no firm, in whole years. Of a firm's own entries: exact, to its own people.",
  staff: 'Staff of the cluster that it is of; of identities what their role opens, each look recorded.',
  audited: 'Staff and auditors of the cluster that it is of, each look recorded.',
  carried:
    'As the field that leads to it: parts of a value, members of an outcome, pages. It adds nothing of its own.',
} as const);

export type FieldRule = keyof typeof FIELD_RULES;

type RulesOfType = Readonly<Partial<Record<FieldRule, string>>>;

/** Types that stand for something: each field by its own rule. */
const OF_TYPES: Readonly<Record<string, RulesOfType>> = {
  Query: {
    public: 'factorSets viewer',
    self: 'inbox watches',
    signedIn: 'areas plantTreatments readText suggestMaterials',
    owner:
      'deliveryImport disclosureTrail draftsByStaff firmFigures firmGoals firmRatios listingDrafts listings referenceTotals treatmentPlants',
    manager:
      'accessLog apiKeys clusterFirms hintCounts hints hintsForUs invitations members publicFigures publicFiguresPreview webhook webhooks workshop workshops',
    bearer: 'invitation listingToConfirm',
    party: 'agreement agreements jointTransports match matches proposal',
    known: 'listing',
    figures: 'circularity factorChange figureEntries',
    staff: 'matchingRun returnLoads workbench plan plans',
    audited: 'barriers clusterMap',
  },
  Mutation: {
    self: 'actFor joinByInvitation leaveFirm markRead pauseWatch removeWatch resumeWatch revokeSession saveWatch setNotifications',
    bearer: 'acceptInvitation confirmListingByLink makeFirstCluster',
    manager:
      'changeMemberRole choosePublicFigures claimHint enableWebhook inviteFirm invitePerson inviteStaff letStaffDraft letStaffEdit makeApiKey openWorkshop recordWorkshopCards rejectHint removeHint removeHintContact removeMember recordReferenceTotals removeWebhook resendWebhookDelivery revokeApiKey revokeInvitation rotateWebhookSecret saveWebhook sendTestWebhook setGoal setPresetGoals tieHint',
    owner:
      'commitDeliveryImport confirmListing discardDraft mapDeliveryImport pauseListing publishDraft publishListing resumeListing reviseListing saveDraft saveTreatmentPlant withdrawListing withdrawTreatmentPlant',
    staff:
      'addMatchNote completeNextStep offerJointTransport setNextStep cancelPlan requestPlan suggestPlanFlows',
    party:
      'acceptProposal answerJointTransport askDisclosure correctDelivery counterProposal declineMatch declineProposal grantDisclosure proposeTerms recordDelivery refuseDisclosure removeDeliveryPaper verifyDelivery withdrawDisclosure withdrawProposal',
  },
  Subscription: {
    party: 'agreementChanged matchFound proposalChanged',
    self: 'watchFound',
    figures: 'figuresChanged',
  },
  Viewer: {
    self: 'actingFor clusterMemberships clusters firms liveCursor memberships name notificationSettings scopes sessions staffMayEdit',
  },
  Watch: {
    self: 'amount areas createdAt crossIndustryOnly found id leastScore materials name properties rhythm side siteId state withinKm',
  },
  WatchHit: {
    self: 'foundAt id watchId watchName',
    derivedFromOutline: 'conditions crossIndustry outline score',
    known: 'listing',
  },
  WatchRemoved: { self: 'id' },
  InboxEntry: { self: 'agreement at dueOn hit id kind listing match proposal readAt' },
  Session: { self: 'createdAt current id lastSeenAt userAgent' },
  SessionRevoked: { self: 'id' },
  ClusterFirm: { manager: 'id letsStaffDraft letsStaffEdit name' },
  Member: { manager: 'email id lastSeenAt name role self' },
  MemberRemoved: { manager: 'id' },
  Invitation: { manager: 'email expiresAt firmName id invitedAt invitedBy role state' },
  InvitationPreview: { bearer: 'email expiresAt hasAccount kind organisation personName role slug' },
  Hint: {
    manager:
      'amountText contactEmail firmId firmName id material municipalityNumber orgNumber settledAt side siteName source state statedAt text workshopId',
  },
  HintForUs: {
    manager: 'amountText clusterName id material side siteName source state statedAt text workshopName',
  },
  HintRejected: { manager: 'id' },
  HintRemoved: { manager: 'id' },
  Workshop: { manager: 'counts heldOn id name possiblePairs' },
  ListingDraft: {
    owner: 'amountText changedAt createdAt description id material quantity side siteId source state title',
  },
  DraftDiscarded: { owner: 'id' },
  ListingToConfirm: { bearer: 'confirmBy confirmed side title' },
  ApiKey: { manager: 'createdAt createdBy expiresAt id lastUsedAt name prefix scopes state' },
  Webhook: {
    manager:
      'createdAt createdBy deliveries description disabledAt disabledFor events id oldSecretUntil state url',
  },
  WebhookAttempt: { manager: 'at durationMs outcome statusCode' },
  WebhookDelivery: { manager: 'attempts eventType happenedAt id nextTryAt state tries' },
  WebhookRemoved: { manager: 'id' },
  PublicFiguresYear: { manager: 'basis figures year' },
  PublicFiguresChoice: { manager: 'bases chainHead chosenAt chosenBy figures years' },
  AccessLogEntry: { manager: 'at by kind role subject' },
  Workbench: {
    staff: 'clusterId match overview staleListings tasks unansweredMatches unknowns unused',
  },
  FollowedMatch: { staff: 'createdAt id need notes offer state steps turn waitingSince' },
  MatchNote: { staff: 'at by id text' },
  NextStep: { staff: 'assignedTo at by closedAt closedBy dueOn id outcome overdue text' },
  UnknownTask: { staff: 'check detail facts id match turn' },
  MatchingRun: { staff: 'done expectedEnd finishedAt id listings ruleSet startedAt state' },
  Plan: {
    staff:
      'clusterIds endedAt failure fixedCostNok id mostTonneKm objective progress requestedAt result state withTreatment year',
  },
  PlanResult: {
    staff:
      'bound candidates factorSet flows gap greedy greedyTotal leastPerTonneKm listings missing planned plants priceSet solver today total worthPerTonneKm',
  },
  PlanFlow: { staff: 'co2eKg id km mode need nok offer plantId quantity suggested treatment' },
  PlanListing: { staff: 'amount listing outbidBy side siteId unit used worth' },
  PlanPlant: { staff: 'capacity firm id site treatment used worth' },
  PlanPlantSite: { staff: 'latitude longitude name' },
  TreatmentPlant: {
    owner: 'capacityTonnes costNokPerTonne hint id listedAt materials siteId treatment',
  },
  TreatmentPlantHint: { owner: 'least most objective toldAt' },
  TreatmentPlantWithdrawn: { owner: 'id' },
  PlanSuggestion: { party: 'quantity suggestedAt' },
  PlanHint: { owner: 'kind least most objective toldAt unit' },
  BarrierReport: { audited: 'barriers from to' },
  ClusterMap: { audited: 'flows from to', staff: 'listings sites' },
  ClusterSite: { staff: 'firm municipality site streams' },
  ReturnLoads: { staff: 'bound factorSet nok pairs' },
  ReturnLoad: { staff: 'co2eKg emptyKmAfter emptyKmBefore loads missing nok offered tours' },
  ReturnLoadFlow: { staff: 'agreementId from giver material taker to' },
  JointTransport: {
    party: 'accepted agreementId co2eKg contact id nok offeredAt otherWithinKm state tours',
  },
  PlaceFlow: { audited: 'exchanges from material to unit value' },
  Cluster: { self: 'id name slug' },
  Firm: { withheld: 'id name sites' },
  Site: { withheld: 'id latitude longitude name' },
  Listing: {
    owner:
      'asSeenBy confirmBy confirmedAt liveMatches matches nearMisses planHint readings versions visibility',
    known:
      'area byProductTest disclosure disclosures id material materialConfirmed municipality side state version',
    disclosed: 'availableFrom availableUntil properties quantity remaining title',
    withheld:
      'description ewcCode firm freshness largestLot maxDistanceKm monthlyProfile permittedWasteCodes place site siteName smallestLot',
    money: 'currency price',
  },
  ListingVersion: { owner: 'changes version writtenAt writtenBy' },
  ListingChange: { owner: 'after before part' },
  NearMiss: { owner: 'failed other score' },
  Match: {
    party: 'disclosure evidence factorSet id need offer planSuggestion proposals ruleSet state treatment',
    derivedFromBands:
      'byProduct checks crossIndustry distanceBasis distanceKm netCo2eKg quantity score servesAs terms value',
  },
  MatchDisclosure: { party: 'asked granted obtained received' },
  DisclosureRequest: { party: 'answeredAt askedAt byViewer groups id note state' },
  DisclosureGrant: { party: 'byViewer grantedAt groups id state until withdrawnAt' },
  DisclosureTrailEntry: {
    owner: 'at byViewer cluster groups kind listing match person role times until',
  },
  Proposal: {
    party:
      'byViewer currency endsOn expiresAt id match note price quantity retrospective sentAt startsOn state steps transportMode',
    owner: 'draw',
  },
  ProposalDraw: { owner: 'leaves takes' },
  Agreement: {
    party: 'currency deliveries endsOn id match price quantity remaining retrospective startsOn state',
  },
  Delivery: {
    party:
      'agreement amount byViewer deliveredOn distanceKm id papers recordedAt reference unit verified verifiedAt',
  },
  DeliveryPaper: {
    party: 'attachedAt byViewer byteLength fileName id kind mediaType removedAt sha256',
  },
  DeliveryImport: {
    owner:
      'agreementId checkedAt columns committedAt counts decimalMark endedAt failure fileName header id keptUntil notices rows state totals unit uploadedAt',
  },
  DeliveryImportRow: {
    owner: 'agreementId amount cells deliveredOn distanceKm effect outcome problems reference row unit',
    party: 'delivery',
  },
  CircularityReport: {
    figures: 'breakdown figures flows from goals heatByMonth indicators publishedUntil ratios to',
  },
  Figure: {
    figures:
      'basis entries entryCount factorSet family from high low missingFactors name to unit value withheld withheldReason',
  },
  LedgerEntry: {
    figures:
      'agreementId amount basis brings bringsUnit deliveryId factorSet fromIndustry id kind material methodVersion needVersion occurredOn offerVersion recordedAt reverses ruleSet toIndustry unit yearly',
  },
  FirmFigures: { owner: 'attributed breakdown from incoming outgoing to' },
  Flow: { figures: 'fromIndustry material toIndustry unit value withheld withheldReason' },
  FactorChange: {
    figures: 'after basis because before difference entryCount figure from fromSet to toSet unit',
  },
  FactorEffect: { figures: 'after before effect entryCount factor factorUnit' },
  FactorSet: { public: 'factors id inUse note replaces usedFrom' },
  EmissionFactor: { public: 'high key kind low note region scope source trust unit url value year' },
  GoalProgress: {
    figures:
      'baseline baselineYear contribution delivered dueOn figure forecast id name scope setAt setBy share target unit verified withheld withheldReason',
  },
  FirmGoal: {
    owner:
      'baseline baselineYear delivered dueOn figure forecast id name replaces scope setAt setBy target unit verified',
  },
  Goal: { manager: 'baseline baselineYear change dueOn figure id name scope unit' },
  ReferenceTotals: { owner: 'amounts id recordedAt scope version year' },
  Material: {
    signedIn: 'broader class code ewcCodes id label legal reachKm role typicalProperties unit wasteCodes',
  },
  Area: { signedIn: 'county name number' },
  MaterialSuggestion: { signedIn: 'confidence material why' },
  TypicalProperty: { signedIn: 'basis max min property unit' },
  WasteCode: { signedIn: 'code hazardous title twins' },
  LegalRule: { signedIn: 'code source text' },
};

const names = (text = ''): readonly string[] => (text === '' ? [] : text.split(' '));

type Ruling = readonly [field: string, rule: FieldRule];

const RULINGS: readonly Ruling[] = [
  ...Object.entries(CARRIED).flatMap(([type, fields]) =>
    names(fields).map((field): Ruling => [`${type}.${field}`, 'carried']),
  ),
  ...Object.entries(OF_TYPES).flatMap(([type, rules]) =>
    Object.entries(rules).flatMap(([rule, fields]) =>
      names(fields).map((field): Ruling => [`${type}.${field}`, rule as FieldRule]),
    ),
  ),
];

/** The rule of each field of the schema, by `Type.field`; a field that is not here is read by nobody. */
export const RULE_OF_FIELD: ReadonlyMap<string, FieldRule> = new Map(RULINGS);

/**
 * What is wrong between a schema and the rules; empty means that every field carries one rule, and every rule a field.
 *
 * @param fields every field of every object type that the schema has, as `Type.field`
 * @param rulings fields with their rules; those of this API where nothing is said
 * @returns one sentence per field without a rule or with several, and per rule whose field is gone
 * @example fieldRuleFaults([...RULE_OF_FIELD.keys(), 'Firm.turnover'])[0] // 'Firm.turnover has no rule: …'
 */
export function fieldRuleFaults(
  fields: readonly string[],
  rulings: readonly Ruling[] = RULINGS,
): readonly string[] {
  const present = new Set(fields);
  const ruled = rulings.map(([field]) => field);
  const rules = Object.keys(FIELD_RULES).join(', ');
  return [
    ...fields
      .filter((field) => !ruled.includes(field))
      .map(
        (field) =>
          `${field} has no rule: say in libs/domain/src/access/field-rules.ts who may read it (${rules}).`,
      ),
    ...ruled
      .filter((field, at) => ruled.indexOf(field) !== at)
      .map((field) => `${field} has more than one rule: leave one of them in field-rules.ts.`),
    ...[...new Set(ruled)]
      .filter((field) => !present.has(field))
      .map((field) => `${field} has a rule and is not in the schema: take it out of field-rules.ts.`),
  ];
}
