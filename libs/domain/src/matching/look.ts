import { otherSide, type Side } from '../listing/listing.js';
import type { Material, MaterialLink } from '../material/material.js';
import { greatCircleKm, type Place } from '../place/distance.js';
import { middle } from '../quantity/range.js';
import { BUYER, divisionsOf, givingOf, takingOf } from './practice.js';
import type { Rules } from './assess.js';
import type { ListingFacts, Reading } from './facts.js';
import { trustIn } from './readings.js';
import { fitOf, nearness, REST_AT_BEST, WEIGHTS } from './terms.js';
import { useValueOf } from './use-value.js';

/** One material of the other side that is worth looking for, and what of the score follows from it alone. */
export interface Sought {
  readonly materialCode: string;
  /** Road distance that the pair may have at most, km, while the other side says nothing shorter. */
  readonly reachKm: number;
  /** The same before widening: what nearness is measured with. */
  readonly usualKm: number;
  /** Suitability of the link times the trust in the own reading, 0 to 1. */
  readonly worth: number;
  /** The own yearly amount as the other side would state the equal one, base units. */
  readonly amount: number;
  /** NACE divisions known for the other side of it, and those that only buy the input that it replaces. */
  readonly divisions: readonly string[];
  readonly buyers: readonly string[];
  /** What the use and the own industry bring to the score, whoever the other side is. */
  readonly fixed: number;
  /** The other side's part of the practice term where its division is not among those known, 0 to 0.5. */
  readonly otherwise: number;
}

/** What a listing looks for on the other side: the cheap part of the assessment, put so that a database can do it. */
export interface Look {
  readonly side: Side;
  readonly firmId: string;
  readonly division: string;
  readonly place: Place;
  readonly maxDistanceKm?: number | undefined;
  readonly sought: readonly Sought[];
  /** The most that the score can come to with each of them, by its place among those sought. */
  readonly ceilings: Float64Array;
  /** How much longer than the great circle the shortest way can be, 1 or more. */
  readonly leastDetour: number;
}

/** A listing of the other side as the search keeps it: one row for each of its readings. */
export interface Seen {
  readonly listingId: string;
  readonly firmId: string;
  readonly division: string;
  readonly materialCode: string;
  readonly confidence: number;
  readonly amount: number;
  readonly place: Place;
  readonly maxDistanceKm?: number | undefined;
}

/** What of a listing's facts it takes to say what it looks for. */
export type LookFacts = Pick<
  ListingFacts,
  'side' | 'firmId' | 'division' | 'place' | 'maxDistanceKm' | 'readings' | 'yearlyBase'
>;

export type LookRules = Pick<Rules, 'materials' | 'prices'>;

/** No region's roads are shorter, and no pipe (data/places/detour_factors.csv: 1.11 is the least). */
export const LEAST_DETOUR = 1.1;

/**
 * What to look for on the other side of a listing.
 *
 * @param widening factor on the material's own reach where nobody states one, 1 or more
 * @example lookOf(slagOffer, rules).sought.map((one) => one.materialCode) // ['copper-slag', 'slag', 'gravel', 'fine-gravel']
 */
export function lookOf(listing: LookFacts, rules: LookRules, widening = 1): Look {
  const ask = listing.side === 'OFFER' ? wishesOf : answersTo;
  const sought = listing.readings.flatMap((reading) => ask(listing, reading, rules, widening));
  return {
    side: otherSide(listing.side),
    firmId: listing.firmId,
    division: listing.division,
    place: listing.place,
    maxDistanceKm: listing.maxDistanceKm,
    leastDetour: LEAST_DETOUR,
    sought,
    ceilings: Float64Array.from(sought, ceilingOf),
  };
}

function ceilingOf({ fixed, worth, divisions, buyers, otherwise }: Sought): number {
  const practice = Math.max(divisions.length > 0 ? 0.5 : otherwise, buyers.length > 0 ? 0.5 * BUYER : 0);
  return fixed + WEIGHTS.material * worth + WEIGHTS.practice * practice + REST_AT_BEST;
}

function wishesOf(
  own: LookFacts,
  { material, confidence }: Reading,
  rules: LookRules,
  widening: number,
): Sought[] {
  const { materials: base } = rules;
  return [...base.linksOf(material.code)].flatMap(([code, link]) => {
    const input = base.get(code);
    if (input === undefined) return [];
    return {
      ...common(input, link, confidence, material, widening),
      amount: middle(own.yearlyBase) * link.ratio,
      fixed: fixedOf(link, material, input, givingOf(base, material, own.division), rules),
      ...takersOf(divisionsOf(base, material, 'takers'), divisionsOf(base, input, 'takers')),
    };
  });
}

function answersTo(
  own: LookFacts,
  { material, confidence }: Reading,
  rules: LookRules,
  widening: number,
): Sought[] {
  const { materials: base } = rules;
  return base.answersOf(material.code).flatMap((code) => {
    const byProduct = base.get(code);
    const link = base.linksOf(code).get(material.code);
    if (byProduct === undefined || link === undefined) return [];
    return {
      ...common(byProduct, link, confidence, byProduct, widening),
      amount: middle(own.yearlyBase) / link.ratio,
      fixed: fixedOf(link, byProduct, material, takingOf(base, byProduct, material, own.division), rules),
      ...takersOf(divisionsOf(base, byProduct, 'givers'), []),
      otherwise: divisionsOf(base, byProduct, 'givers').length === 0 ? 0.25 : 0,
    };
  });
}

/** What needs no other side to be known. @param ownPractice 0 to 1 */
const fixedOf = (
  link: MaterialLink,
  byProduct: Material,
  input: Material,
  ownPractice: number,
  { prices }: LookRules,
): number => WEIGHTS.use * useValueOf(link, byProduct, input, prices) + (WEIGHTS.practice * ownPractice) / 2;

/** What comes by pipe has no wider reach to go to: the pipe is what bounds it. */
const wideningOf = (material: Material, widening: number): number => (material.storable ? widening : 1);

const common = (
  sought: Material,
  link: MaterialLink,
  confidence: number,
  byProduct: Material,
  widening: number,
) => ({
  materialCode: sought.code,
  reachKm: byProduct.reachKm * wideningOf(byProduct, widening),
  usualKm: byProduct.reachKm,
  worth: link.suitability * trustIn(confidence),
});

/** A list that says nothing of the industry leaves half of its part. */
const takersOf = (divisions: readonly string[], buyers: readonly string[]) => ({
  divisions,
  buyers,
  otherwise: Math.max(divisions.length === 0 ? 0.25 : 0, buyers.length === 0 ? 0.25 * BUYER : 0),
});

/**
 * What the search keeps of a listing, one row for each of its readings.
 *
 * @param facts what everybody may know of it: whoever compares exact places tells of them by what is found
 * @example seenOf(gravelNeed).map((one) => one.materialCode) // ['gravel']
 */
export const seenOf = (facts: ListingFacts): readonly Seen[] =>
  facts.readings.map(({ material, confidence }) => ({
    listingId: facts.listingId,
    firmId: facts.firmId,
    division: facts.division,
    materialCode: material.code,
    confidence,
    amount: middle(facts.yearlyBase),
    place: facts.place,
    maxDistanceKm: facts.maxDistanceKm,
  }));

/**
 * The most that the score of a pair can come to, from what the search keeps of either side: never below the score.
 * This is the oracle of the search in the database.
 *
 * @returns undefined where the pair is out of reach, or of one firm
 * @example boundOf(look, seen, look.sought[0])
 */
export function boundOf(look: Look, seen: Seen, sought: Sought): number | undefined {
  if (seen.firmId === look.firmId || seen.materialCode !== sought.materialCode) return undefined;
  const least = (silent: number): number =>
    Math.min(look.maxDistanceKm ?? silent, seen.maxDistanceKm ?? silent);
  const open = look.place.radiusKm + seen.place.radiusKm;
  const air = greatCircleKm(look.place, seen.place);
  if ((air - open) * look.leastDetour > least(sought.reachKm)) return undefined;
  const near = nearness(
    Math.max(0, air - open) * look.leastDetour,
    (air + open) * look.leastDetour,
    least(sought.usualKm),
  );
  const practice = Math.max(
    sought.divisions.includes(seen.division) ? 0.5 : sought.otherwise,
    sought.buyers.includes(seen.division) ? 0.5 * BUYER : 0,
  );
  return (
    sought.fixed +
    WEIGHTS.material * sought.worth * trustIn(seen.confidence) +
    WEIGHTS.practice * practice +
    WEIGHTS.distance * near +
    WEIGHTS.quantity * fitOf(sought.amount, seen.amount) +
    (look.division === seen.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}
