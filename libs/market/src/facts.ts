import {
  annual,
  areaOf,
  assess,
  bandFacts,
  Decimal,
  exactly,
  fromBase,
  isRefused,
  levelsOf,
  MASKED_LEVELS,
  openBetween,
  ownBase,
  propertyRange,
  type Assessment,
  type DrawnListing,
  type DisclosureGroup,
  type Levels,
  type ListingFacts,
  type Material,
  type PairHints,
  type Range,
  type Reading,
  type Rules,
} from '#domain';
import type { StoredListing } from '#store';

export const materialOf = (listing: StoredListing, rules: Rules): Material => {
  const found = rules.materials.get(listing.terms.materialCode);
  if (found === undefined) throw new Error(`Listing ${listing.id} names a material that is not in the tree.`);
  return found;
};

/** What a listing may be about; a node that has left the tree since is passed over. */
const readingsOf = (listing: StoredListing, rules: Rules): readonly Reading[] =>
  listing.terms.readings.flatMap(({ code, confidence }) => {
    const material = rules.materials.get(code);
    return material === undefined ? [] : { material, confidence };
  });

/** Each pair asks both its listings, and one listing is in dozens of pairs at a time. */
const KNOWN = new WeakMap<StoredListing, Known>();

interface Known {
  readonly rules: Rules;
  readonly exact: ListingFacts;
  /** As they are known at these levels. */
  readonly banded: Map<Levels, ListingFacts>;
}

function knownOf(listing: StoredListing, rules: Rules): Known {
  const known = KNOWN.get(listing);
  if (known?.rules === rules) return known;
  const read = { rules, exact: readFacts(listing, rules), banded: new Map<Levels, ListingFacts>() };
  KNOWN.set(listing, read);
  return read;
}

/** A stored listing as matching sees it, exact. */
export const factsOf = (listing: StoredListing, rules: Rules): ListingFacts => knownOf(listing, rules).exact;

function factsAt(listing: StoredListing, rules: Rules, levels: Levels): ListingFacts {
  const { exact, banded } = knownOf(listing, rules);
  const known = banded.get(levels);
  if (known !== undefined) return known;
  const facts = bandFacts(exact, areaOf(listing.site, listing.area), levels);
  banded.set(levels, facts);
  return facts;
}

function readFacts(listing: StoredListing, rules: Rules): ListingFacts {
  const { terms } = listing;
  const material = materialOf(listing, rules);
  const yearly = ownBase(annual(listing.remaining, terms.quantity.per), terms.quantity.unit, material);
  const lot = (amount: Decimal | undefined): Range | undefined => {
    const base = amount && ownBase(amount, terms.quantity.unit, material);
    return base && exactly(base.toNumber());
  };
  return {
    listingId: listing.id,
    version: listing.version,
    side: terms.side,
    firmId: listing.firm.id,
    division: listing.firm.division,
    place: listing.site,
    material,
    readings: readingsOf(listing, rules),
    yearlyBase: exactly((yearly ?? new Decimal(0)).toNumber()),
    once: terms.quantity.per === 'ONCE',
    properties: terms.properties.map((one) => ({ ...one, range: propertyRange(one) })),
    availableFrom: terms.availableFrom,
    availableUntil: terms.availableUntil,
    monthlyProfile: terms.monthlyProfile,
    // What the firm states itself goes before what its answers taught.
    maxDistanceKm: terms.maxDistanceKm ?? listing.learnedKm,
    hazardous: listing.hazardous,
    wasteCode: terms.wasteCode,
    smallestLot: lot(terms.smallestLot),
    largestLot: lot(terms.largestLot),
    permits: terms.permits,
    byProductTest: terms.byProductTest,
  };
}

/** What remains of a listing, in own units of its material, moved in a year. */
export const yearlyUnits = (listing: StoredListing, rules: Rules): number =>
  fromBase(new Decimal(factsOf(listing, rules).yearlyBase.min), materialOf(listing, rules).unit).toNumber();

/**
 * The facts that the other side's people may reckon with before anything is agreed.
 *
 * @param granted groups that the listing's firm has granted to the viewer's
 */
export const factsFor = (
  listing: StoredListing,
  viewer: StoredListing,
  rules: Rules,
  granted: readonly DisclosureGroup[] = [],
): ListingFacts => factsAt(listing, rules, levelsBetween(listing, viewer, granted));

/** The facts that a stranger may reckon with while the listing is masked. */
export const maskedFactsOf = (listing: StoredListing, rules: Rules): ListingFacts =>
  factsAt(listing, rules, MASKED_LEVELS);

/**
 * The facts that anybody on the other side could know: exact where the listing is open to all, banded else. What is
 * looked for, in what order, and who comes among the first, rests on these alone, so that nothing exact shows in who is
 * found.
 */
export const publicFactsOf = (listing: StoredListing, rules: Rules): ListingFacts =>
  listing.terms.visibility === 'FEDERATION' ? factsOf(listing, rules) : maskedFactsOf(listing, rules);

/** How much the firm of one listing may know of another's before anything is agreed. */
export const levelsBetween = (
  listing: StoredListing,
  viewer: StoredListing,
  granted: readonly DisclosureGroup[] = [],
): Levels => levelsOf(isOpenTo(listing, viewer) ? 'visibility' : 'matched', granted);

const isOpenTo = (listing: StoredListing, viewer: StoredListing): boolean =>
  openBetween(
    { visibility: listing.terms.visibility, clusterIds: listing.firm.clusterIds },
    viewer.firm.clusterIds,
  );

/** Whether each of the two firms may know the other's listing as it is. */
const areOpen = ({ offer, need }: Pick<Pairing, 'offer' | 'need'>): boolean =>
  isOpenTo(need, offer) && isOpenTo(offer, need);

/** Two listings, and what is known between them. */
export interface Pairing {
  readonly offer: StoredListing;
  readonly need: StoredListing;
  readonly hints: PairHints;
}

/** A pair that may match, with its exact assessment, which nobody but the worker sees before both have agreed. */
export interface Finding extends Pairing {
  readonly exact: Assessment;
}

/** A pair as each side may know it; a side that its own view refuses is told nothing of it. */
export interface ViewedPair extends Pairing {
  readonly giverView: Assessment;
  readonly takerView: Assessment;
  readonly giverSees: boolean;
  readonly takerSees: boolean;
}

/** Assesses a pair; undefined when nothing ties the two. */
export function find(
  offer: StoredListing,
  need: StoredListing,
  rules: Rules,
  hints: PairHints = {},
): Finding | undefined {
  const exact = assess(factsOf(offer, rules), factsOf(need, rules), rules, hints);
  return exact && { offer, need, exact, hints };
}

/**
 * The pair as each side may know it while nothing is granted: what is stored, and the same until somebody changes it.
 * Each side decides by its own view, that is by its own exact facts and the other's bands: whether a match is there
 * tells it no more than what the match would say.
 *
 * @returns undefined when nothing ties the two
 */
export function withViews({ offer, need, hints }: Pairing, rules: Rules): ViewedPair | undefined {
  const pairing = { offer, need, hints };
  const giverView = viewOf(pairing, 'giver', rules);
  const takerView = areOpen(pairing) ? giverView : viewOf(pairing, 'taker', rules);
  if (giverView === undefined || takerView === undefined) return undefined;
  return {
    ...pairing,
    giverView,
    takerView,
    giverSees: !isRefused(giverView),
    takerSees: !isRefused(takerView),
  };
}

/** Whether either side's view lets it be a match. */
export const isSeen = ({ giverSees, takerSees }: ViewedPair): boolean => giverSees || takerSees;

/** Whether what both sides know of each other refuses the pair: what ends a talk that both can see. */
export function isRefusedOpenly({ offer, need, hints }: Pairing, rules: Rules): boolean {
  const known = areOpen({ offer, need }) ? hints : { widening: hints.widening };
  const found = assess(factsFor(offer, need, rules), factsFor(need, offer, rules), rules, known);
  return found === undefined || isRefused(found);
}

/**
 * The pair as one side may know it. What a router said of the exact places goes only to a side that knows both: it
 * would tell where a masked site lies.
 *
 * @param granted groups that the other side has granted
 */
export function viewOf(
  { offer, need, hints }: Pairing,
  by: 'giver' | 'taker',
  rules: Rules,
  granted: readonly DisclosureGroup[] = [],
): Assessment | undefined {
  const [own, other] = by === 'giver' ? [offer, need] : [need, offer];
  const known = levelsBetween(other, own, granted).PLACE === 'EXACT' ? hints : { widening: hints.widening };
  return by === 'giver'
    ? assess(factsOf(offer, rules), factsFor(need, offer, rules, granted), rules, known)
    : assess(factsFor(offer, need, rules, granted), factsOf(need, rules), rules, known);
}

/** A listing as far as an agreement draws on it. */
export const drawnListing = (listing: StoredListing, rules: Rules): DrawnListing => ({
  quantity: listing.terms.quantity,
  remaining: listing.remaining,
  material: materialOf(listing, rules),
});
