import {
  actsFor,
  agreementState,
  exactQuantity,
  rangeQuantity,
  type Actor,
  type AgreementState,
  type Assessment,
  type Both,
  type Check,
  type ClusterRole,
  type Day,
  type Decimal,
  type DisclosureRequestState,
  type DisclosureGroup,
  type GrantState,
  type ListingView,
  type Material,
  type MaterialSuggestion,
  type MatchState,
  type Mode,
  type PartyStep,
  type Period,
  type ProposalState,
  type QuantityView,
  type ScoreTerm,
  type Side,
} from '#domain';
import type { AgreementRow, DeliveryRow, MatchRow, ProposalRow, TrailRow } from '#store';

// Everything that leaves the market towards people, built field by field: a new column leaks nowhere by itself.

export interface SiteView {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface FirmView {
  readonly id: string;
  readonly name: string;
  /** Those disclosed to the viewer. */
  readonly sites: readonly SiteView[];
}

/** A municipality with the point where its name is written on maps. */
export interface MunicipalityView {
  readonly number: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface SeenListing extends ListingView {
  readonly firm: FirmView | undefined;
  /** Where identity and place are both told. */
  readonly site: SiteView | undefined;
  /** Where the identity is told, also while the place is not. */
  readonly siteName: string | undefined;
  /** With the area; undefined abroad. */
  readonly municipality: MunicipalityView | undefined;
  /** Where the place is told, also while the identity is not. */
  readonly place: PlaceView | undefined;
}

export interface PlaceView {
  readonly latitude: number;
  readonly longitude: number;
  /** How well the position is known, km. */
  readonly radiusKm: number;
}

/** What one firm asked another to disclose, as one of the two may know it. */
export interface DisclosureRequestView {
  readonly id: string;
  readonly matchId: string;
  readonly state: DisclosureRequestState;
  readonly byViewer: boolean;
  readonly groups: readonly DisclosureGroup[];
  readonly note: string | undefined;
  readonly askedAt: Date;
  readonly answeredAt: Date | undefined;
}

/** What one firm granted to another. */
export interface DisclosureGrantView {
  readonly id: string;
  readonly requestId: string;
  readonly matchId: string;
  readonly state: GrantState;
  readonly byViewer: boolean;
  readonly groups: readonly DisclosureGroup[];
  readonly until: Day;
  readonly grantedAt: Date;
  readonly withdrawnAt: Date | undefined;
}

/** What was asked and granted on a match, newest first, from the viewer's side of it. */
export interface MatchDisclosureView {
  readonly asked: readonly DisclosureRequestView[];
  readonly received: readonly DisclosureRequestView[];
  readonly granted: readonly DisclosureGrantView[];
  readonly obtained: readonly DisclosureGrantView[];
}

/** One line of what a firm can read of who asked, granted and looked. */
export interface TrailView {
  readonly id: string;
  readonly kind: TrailRow['kind'];
  /** Of a look the day only. */
  readonly at: Date;
  readonly byViewer: boolean;
  readonly person: string | undefined;
  readonly role: ClusterRole | undefined;
  readonly cluster: string | undefined;
  readonly groups: readonly DisclosureGroup[];
  readonly until: Day | undefined;
  readonly times: number;
  readonly matchId: string | undefined;
  /** None of a look at figures. */
  readonly listingId: string | undefined;
}

export interface MatchView {
  readonly id: string;
  readonly offerId: string;
  readonly needId: string;
  readonly state: MatchState;
  readonly score: number;
  readonly terms: readonly ScoreTerm[];
  readonly checks: readonly Check[];
  readonly distanceKm: number;
  readonly distanceBasis: string;
  readonly quantity: QuantityView;
  readonly netCo2eKg: string;
  readonly crossIndustry: boolean;
  readonly byProductCode: string;
  /** The input that the by-product would serve as; not kept by rules before 2026-2. */
  readonly servesAsCode: string | undefined;
  /** Key of the factor set; nothing where it is used as it comes. */
  readonly treatment: string | undefined;
  readonly evidence: string;
  readonly ruleSet: string;
  readonly factorSet: string;
}

/** A sum in plain decimals, rounded for people. */
export interface BandView {
  readonly low: string;
  readonly central: string;
  readonly high: string;
}

export interface ValuePartsView {
  readonly purchaseAvoided: BandView;
  readonly disposalAvoided: BandView;
  readonly treatment: BandView;
  readonly transport: BandView;
  readonly net: BandView;
}

export interface MatchValueView {
  readonly mode: Mode;
  /** The by-product's own unit, which `perUnit` is per. */
  readonly unit: string;
  readonly perUnit: Both<ValuePartsView>;
  readonly perYear: Both<ValuePartsView>;
  readonly alternatives: readonly {
    readonly mode: Mode;
    readonly km: number;
    readonly perUnit: Both<BandView>;
    readonly missing: readonly string[];
  }[];
  readonly used: readonly string[];
  readonly missing: readonly string[];
  readonly factorSet: string;
  readonly priceSet: string;
}

/** As little of a listing as a match would show of it while it is masked, and no name. */
export interface OutlineView {
  readonly side: Side;
  readonly materialCode: string;
  readonly area: string;
  readonly quantity: QuantityView;
}

/** A listing that a standard step would make fit. */
export interface NearMissView {
  readonly other: OutlineView;
  readonly failed: readonly Check[];
  readonly score: number;
}

/** What a text says, as proposals for the fields of a listing. */
export interface TextReadingView {
  readonly suggestions: readonly MaterialSuggestion[];
  readonly quantities: readonly FoundQuantityView[];
  readonly properties: readonly FoundPropertyView[];
}

interface WrittenView {
  readonly min: string | undefined;
  readonly max: string | undefined;
  /** The words it was read from. */
  readonly text: string;
}

interface FoundQuantityView extends WrittenView {
  readonly value: string | undefined;
  readonly unit: string;
  readonly per: Period | undefined;
}

interface FoundPropertyView extends WrittenView {
  readonly property: string;
  readonly typical: string | undefined;
  readonly unit: string | undefined;
  readonly basis: string | undefined;
}

export interface WasteCodeView {
  readonly code: string;
  readonly hazardous: boolean;
  readonly titles: Material['labels'];
  readonly twins: readonly string[];
}

/** A county (two digits) or a municipality (four) of Norway. */
export interface AreaView {
  readonly number: string;
  readonly name: string;
  readonly county: string;
}

export interface LegalRuleView {
  readonly code: string;
  readonly texts: Material['labels'];
  readonly source: string;
}

export interface ProposalView {
  readonly id: string;
  readonly matchId: string;
  readonly state: ProposalState;
  readonly byViewer: boolean;
  readonly quantity: QuantityView;
  readonly price: string | undefined;
  readonly currency: string;
  readonly startsOn: Day;
  readonly endsOn: Day | undefined;
  readonly transportMode: string | undefined;
  readonly note: string | undefined;
  readonly retrospective: boolean;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  /** What the viewer may do with it now. */
  readonly steps: readonly PartyStep[];
}

/** What a proposal would take from the viewer's own listing. */
export interface DrawView {
  readonly takes: QuantityView;
  readonly leaves: QuantityView;
}

export interface AgreementView {
  readonly state: AgreementState;
  readonly id: string;
  readonly matchId: string;
  readonly quantity: QuantityView;
  readonly remaining: QuantityView;
  readonly price: string | undefined;
  readonly currency: string;
  readonly startsOn: Day;
  readonly endsOn: Day | undefined;
  readonly retrospective: boolean;
}

export interface DeliveryView {
  readonly id: string;
  readonly agreementId: string;
  readonly amount: string;
  readonly unit: string;
  readonly deliveredOn: Day;
  readonly verified: boolean;
  readonly verifiedAt: Date | undefined;
  readonly reference: string | undefined;
  readonly distanceKm: number;
  readonly byViewer: boolean;
  readonly recordedAt: Date;
}

/** What the viewer's side of a match knows of it; who acts for both sides sees it as the giver. */
export const seenBy = (actor: Actor, row: MatchRow): Assessment =>
  actsFor(actor, row.offerFirmId) ? row.giverView : row.takerView;

/** The match as the viewer's side of it may know: its own facts exact, the other's as disclosed. */
export function matchView(
  actor: Actor,
  row: MatchRow,
  materialOf: (code: string) => Material | undefined,
): MatchView {
  const seen = seenBy(actor, row);
  const material = materialOf(seen.byProductCode);
  if (material === undefined) throw new Error(`Match ${row.id} names a material that is not in the tree.`);
  return {
    id: row.id,
    offerId: row.offerId,
    needId: row.needId,
    state: row.state,
    score: seen.score,
    terms: seen.terms,
    checks: seen.checks,
    distanceKm: seen.distanceKm,
    distanceBasis: seen.distanceBasis,
    quantity: rangeQuantity(seen.yearlyBase, material),
    netCo2eKg: seen.netCo2eKg,
    crossIndustry: seen.crossIndustry,
    byProductCode: seen.byProductCode,
    servesAsCode: seen.inputCode,
    treatment: row.link.treatment === 'none' ? undefined : row.link.treatment,
    evidence: row.link.evidence,
    ruleSet: seen.ruleSet,
    factorSet: seen.factorSet,
  };
}

/** @param left what the present round leaves, in the agreement's own unit */
export const agreementView = (row: AgreementRow, left: Decimal, today: Day): AgreementView => ({
  id: row.id,
  state: agreementState({ startsOn: row.startsOn, endsOn: row.endsOn ?? undefined }, today),
  matchId: row.matchId,
  quantity: exactQuantity({ value: row.amount, unit: row.unit, per: row.per }),
  remaining: exactQuantity({ value: left, unit: row.unit, per: row.per }),
  price: row.price?.toFixed(),
  currency: row.currency,
  startsOn: row.startsOn,
  endsOn: row.endsOn ?? undefined,
  retrospective: row.retrospective,
});

export const placeView = ({ latitude, longitude, radiusKm }: PlaceView): PlaceView => ({
  latitude,
  longitude,
  radiusKm,
});

export const municipalityView = ({
  number,
  name,
  latitude,
  longitude,
}: MunicipalityView): MunicipalityView => ({ number, name, latitude, longitude });

export const siteView = ({ id, name, latitude, longitude }: SiteView): SiteView => ({
  id,
  name,
  latitude,
  longitude,
});

export const proposalView = (actor: Actor, row: ProposalRow, steps: readonly PartyStep[]): ProposalView => ({
  id: row.id,
  matchId: row.matchId,
  state: row.state,
  byViewer: actsFor(actor, row.fromFirmId),
  quantity: exactQuantity({ value: row.amount, unit: row.unit, per: row.per }),
  price: row.price?.toFixed(),
  currency: row.currency,
  startsOn: row.startsOn,
  endsOn: row.endsOn ?? undefined,
  transportMode: row.transportMode ?? undefined,
  note: row.note ?? undefined,
  retrospective: row.retrospective,
  sentAt: row.sentAt,
  expiresAt: row.expiresAt,
  steps,
});

export const deliveryView = (actor: Actor, row: DeliveryRow): DeliveryView => ({
  id: row.id,
  agreementId: row.agreementId,
  amount: row.amount.toFixed(),
  unit: row.unit,
  deliveredOn: row.deliveredOn,
  verified: row.verifiedAt !== null,
  verifiedAt: row.verifiedAt ?? undefined,
  distanceKm: row.roadKm.toNumber(),
  byViewer: actsFor(actor, row.recordedByFirmId),
  recordedAt: row.recordedAt,
  reference: row.reference ?? undefined,
});
