import { ownBase } from '../agreement/commitment.js';
import { otherSide } from '../listing/listing.js';
import { propertyRange } from '../listing/disclose.js';
import { propertyName } from '../listing/property-words.js';
import { judge, type Judgement, type Rules } from '../matching/assess.js';
import type { CheckResult } from '../matching/check.js';
import type { ListingFacts } from '../matching/facts.js';
import type { Distance, Place } from '../place/distance.js';
import type { Range } from '../quantity/range.js';
import type { WatchedAmount, WatchTerms } from './watch.js';

/** Whose watch it is, as far as it counts. */
export interface Watcher {
  readonly firmId: string;
  /** NACE Rev. 2 division, two digits. */
  readonly division: string;
  /** Of the own site that the watch names. */
  readonly place?: Place | undefined;
}

/** A listing as the watcher's firm may know it. */
export interface WatchedListing {
  /** Exact where the listing is open to the firm; banded else, its place the area of the municipality. */
  readonly facts: ListingFacts;
  /** Four digits; none abroad. It is told of a masked listing too. */
  readonly municipality: string | undefined;
}

/** One wish of a watch and how the listing stands to it: UNKNOWN where a band leaves it open. */
export interface Condition {
  /** `area`, `distance`, `amount`, `industry`, `score`, or the name of a property. */
  readonly name: string;
  readonly result: CheckResult;
}

/** What a watch found: no condition of it fails. */
export interface WatchFinding {
  /** Those that the watch sets, never one that fails. */
  readonly conditions: readonly Condition[];
  readonly crossIndustry: boolean;
  /** Of the match that a listing of one's own for the very same material would be, from what may be known of this one. */
  readonly score: number;
}

/**
 * Whether a watch is met by a listing, from what the watcher's firm may know of it and nothing else: listings that look
 * alike to the firm get the same answer. A condition that the bands leave open is told as UNKNOWN and hides nothing.
 *
 * @param seen material as the listing is shown under, never its further readings
 * @returns undefined for a listing of the own firm, of the other side or material, or where a condition fails
 * @example watches(woodWatch, watcher, { facts: chipsOffer, municipality: '3401' }, rules)?.conditions // [{ name: 'area', result: 'PASS' }]
 */
export function watches(
  watch: WatchTerms,
  watcher: Watcher,
  { facts, municipality }: WatchedListing,
  rules: Rules,
): WatchFinding | undefined {
  if (facts.side !== watch.side || facts.firmId === watcher.firmId) return undefined;
  const branch = rules.materials.pathToRoot(facts.material.code);
  if (!branch.some((code) => watch.materialCodes.includes(code))) return undefined;
  const listing = { ...facts, readings: [{ material: facts.material, confidence: 1 }] };
  const wish = wishOf(watch, watcher, listing);
  const [offer, need] = facts.side === 'OFFER' ? [listing, wish] : [wish, listing];
  const judged = judge(offer, need, rules);
  if (judged === undefined) return undefined;
  const crossIndustry = facts.division !== watcher.division;
  const conditions = [
    ...areaConditions(watch, municipality),
    ...distanceConditions(watch, judged.pair.distance),
    ...amountConditions(watch.amount, facts),
    ...propertyConditions(watch, judged),
    ...(watch.crossIndustryOnly ? [condition('industry', crossIndustry)] : []),
    ...(watch.leastScore === undefined ? [] : [condition('score', judged.score >= watch.leastScore)]),
  ];
  return conditions.some((one) => one.result === 'FAIL')
    ? undefined
    : { conditions, crossIndustry, score: judged.score };
}

const condition = (name: string, holds: boolean): Condition => ({ name, result: holds ? 'PASS' : 'FAIL' });

/** A place that the watch does not name may be anywhere; half of the distance term is what it is worth then. */
const ANYWHERE: Place = { latitude: 0, longitude: 0, radiusKm: 20_000 };

/** The listing of the own firm that would ask for, or have, what the watch is about. */
function wishOf(
  watch: WatchTerms,
  watcher: Watcher,
  { material, readings, yearlyBase }: ListingFacts,
): ListingFacts {
  return {
    listingId: '',
    version: 1,
    side: otherSide(watch.side),
    firmId: watcher.firmId,
    division: watcher.division,
    place: watcher.place ?? ANYWHERE,
    material,
    readings,
    yearlyBase,
    once: false,
    properties: watch.properties.map((one) => ({ ...one, range: propertyRange(one) })),
    maxDistanceKm: watch.withinKm,
  };
}

/** The municipality of a masked listing is told, so it leaves nothing open; abroad there is none. */
function areaConditions({ areas }: WatchTerms, municipality: string | undefined): Condition[] {
  if (areas.length === 0) return [];
  return [
    condition('area', municipality !== undefined && areas.some((area) => municipality.startsWith(area))),
  ];
}

function distanceConditions({ withinKm }: WatchTerms, { minKm, maxKm }: Distance): Condition[] {
  if (withinKm === undefined) return [];
  return [{ name: 'distance', result: within({ min: minKm, max: maxKm }, { min: 0, max: withinKm }) }];
}

function amountConditions(
  amount: WatchedAmount | undefined,
  { material, yearlyBase }: ListingFacts,
): Condition[] {
  if (amount === undefined) return [];
  const { min, max, unit } = amount;
  const [least, most] = [min, max].map((one) => one && ownBase(one, unit, material)?.toNumber());
  // A kind of the branch that no density or heating value carries the unit into: nobody can tell.
  const carried = (min === undefined || least !== undefined) && (max === undefined || most !== undefined);
  const wanted = { min: least ?? 0, max: most ?? Infinity };
  return [{ name: 'amount', result: carried ? within(yearlyBase, wanted) : 'UNKNOWN' }];
}

/** Limits that the watch states nothing to are asked of a listing of one's own, not of a wish. */
function propertyConditions({ properties }: WatchTerms, { checks }: Judgement): Condition[] {
  const stated = new Set(properties.map((one) => propertyName(one.property)));
  return checks.flatMap(({ name, result }) => (stated.has(name) ? { name, result } : []));
}

/** Whether all, a part or nothing of what may be lies in what is wanted. */
function within(may: Range, wanted: Range): CheckResult {
  if (may.min >= wanted.min && may.max <= wanted.max) return 'PASS';
  return may.max < wanted.min || may.min > wanted.max ? 'FAIL' : 'UNKNOWN';
}
