import {
  annual,
  AREA_RADIUS_KM,
  assess,
  bandFacts,
  Decimal,
  exactly,
  isRefused,
  openBetween,
  ownBase,
  propertyRange,
  type Assessment,
  type DrawnListing,
  type ListingFacts,
  type Material,
  type Rules,
} from '#domain';
import type { StoredListing } from '#store';

export const materialOf = (listing: StoredListing, rules: Rules): Material => {
  const found = rules.materials.get(listing.terms.materialCode);
  if (found === undefined) throw new Error(`Listing ${listing.id} names a material that is not in the tree.`);
  return found;
};

/** A stored listing as matching sees it, exact. */
export function factsOf(listing: StoredListing, rules: Rules): ListingFacts {
  const { terms } = listing;
  const material = materialOf(listing, rules);
  const yearly = ownBase(annual(listing.remaining, terms.quantity.per), terms.quantity.unit, material);
  return {
    listingId: listing.id,
    version: listing.version,
    side: terms.side,
    firmId: listing.firm.id,
    division: listing.firm.division,
    place: { latitude: listing.site.latitude, longitude: listing.site.longitude, radiusKm: 0 },
    material,
    yearlyBase: exactly((yearly ?? new Decimal(0)).toNumber()),
    once: terms.quantity.per === 'ONCE',
    properties: terms.properties.map((one) => ({ ...one, range: propertyRange(one) })),
    availableFrom: terms.availableFrom,
    availableUntil: terms.availableUntil,
    monthlyProfile: terms.monthlyProfile,
    maxDistanceKm: terms.maxDistanceKm,
    hazardous: listing.hazardous,
  };
}

/** The facts that the other side's people may reckon with before anything is agreed. */
const factsFor = (listing: StoredListing, viewer: StoredListing, rules: Rules): ListingFacts => {
  const facts = factsOf(listing, rules);
  const standing = { visibility: listing.terms.visibility, clusterIds: listing.firm.clusterIds };
  return openBetween(standing, viewer.firm.clusterIds)
    ? facts
    : bandFacts(facts, { ...listing.area, radiusKm: AREA_RADIUS_KM });
};

/** One pair as the worker finds it: exact for the decision, and as each side may know it. */
export interface Finding {
  readonly offer: StoredListing;
  readonly need: StoredListing;
  readonly exact: Assessment;
  readonly giverView: Assessment;
  readonly takerView: Assessment;
}

/** Assesses a pair; undefined when nothing ties the two or a hard condition fails. */
export function find(offer: StoredListing, need: StoredListing, rules: Rules): Finding | undefined {
  const exact = assess(factsOf(offer, rules), factsOf(need, rules), rules);
  if (exact === undefined || isRefused(exact)) return undefined;
  const giverView = assess(factsOf(offer, rules), factsFor(need, offer, rules), rules);
  const takerView = assess(factsFor(offer, need, rules), factsOf(need, rules), rules);
  if (giverView === undefined || takerView === undefined) return undefined;
  return { offer, need, exact, giverView, takerView };
}

/** A listing as far as an agreement draws on it. */
export const drawnListing = (listing: StoredListing, rules: Rules): DrawnListing => ({
  quantity: listing.terms.quantity,
  remaining: listing.remaining,
  material: materialOf(listing, rules),
});
