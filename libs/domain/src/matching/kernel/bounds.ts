import { EARTH_KM, greatCircleKm } from '../../place/distance.js';
import { BUYER } from '../practice.js';
import { fitOf, nearness, WEIGHTS } from '../terms.js';
import { nth, rounded, whole } from './nth.js';
import type { Practice, Query, Wanted } from './query.js';
import { COLD, HOT, NODE } from './row.js';
import type { Shelf } from './shelf.js';
import type { Nodes } from './summary.js';

/** What an estimate may fall short by for rounding alone: numbers of 4 bytes are exact to 6e-8 of themselves. */
export const SLACK = 1e-6;
/** The same of a distance, km, where the Earth's radius is 1 and centres of spheres are rounded too. */
const SLACK_KM = 0.01;
const SLACK_OF_REACH = 1e-6;
/** Amounts that 4 bytes do not hold are not weighed. */
const HELD = Object.freeze({ least: 1e-30, most: 1e30 });

/** Rows that a scan lets through, and what it takes each for: its bound or a little more. */
export interface Passed {
  readonly rows: Int32Array;
  readonly estimates: Float64Array;
}

/**
 * What all rows and nodes of one shelf are weighed with in one search, worked out once. Distances are weighed as parts
 * of the usual reach, by multiplying: a division for each row would cost more than the rest of it.
 */
export class Scale {
  x = 0;
  y = 0;
  z = 0;
  division = 0;
  amount = 0;
  material = 0;
  /** All terms at their best but material, practice and industry. */
  best = 0;
  practice: Practice = NOTHING;
  /** One over the usual reach: of a row that states no limit, and the least of one that states its own. */
  silent = 0;
  stated = 0;
  /** Beyond so many usual reaches nothing is in reach; more than 1 where the search is widened. */
  farthest = 0;
  /** Road km of a way straight through the Earth of one radius, and those that the own place leaves open. */
  roadKm = 0;
  openKm = 0;
  slackKm = 0;
  detour = 0;

  begin(query: Query, wanted: Wanted): void {
    const { maxKm, leastDetour } = query;
    const { reachKm, usualKm, practice } = wanted;
    [this.x, this.y, this.z, this.division] = [query.x, query.y, query.z, query.division];
    this.amount = wanted.amount > HELD.least && wanted.amount < HELD.most ? wanted.amount : NaN;
    this.material = wanted.material;
    this.best = wanted.fixed + WEIGHTS.distance + WEIGHTS.quantity + WEIGHTS.facts;
    this.practice = practice;
    this.silent = 1 / Math.min(maxKm, usualKm);
    this.stated = 1 / (maxKm === Infinity ? usualKm : maxKm);
    this.farthest = Math.max(1, reachKm / usualKm) * (1 + SLACK_OF_REACH);
    this.roadKm = EARTH_KM * leastDetour;
    this.openKm = query.place.radiusKm * leastDetour;
    this.slackKm = SLACK_KM * leastDetour;
    this.detour = leastDetour;
  }
}

/**
 * The most that any row of each node can come to, never below the bound of one: the nearest point of its sphere,
 * straight through the Earth, with the best that its rows state for every other term. It writes into an array, because
 * a number handed back from a call is an object on the heap, and there are thousands.
 *
 * @param least nodes below this need not be told apart
 * @param bounds −∞ for what is out of reach or below the least, from its first place on
 */
export function boundNodes(
  scale: Scale,
  { numbers, marks }: Nodes,
  from: number,
  to: number,
  least: number,
  bounds: Float64Array,
): void {
  const { x, y, z, division, amount, material, practice } = scale;
  const { best, silent, stated, farthest, roadKm, openKm, slackKm, detour } = scale;
  for (let node = from; node < to; node += 1) {
    const at = node * NODE.size;
    bounds[node - from] = -Infinity;
    let bound = best + material * rounded(numbers, at + NODE.trust);
    bound +=
      WEIGHTS.practice * practiceIn(practice, whole(marks, at + NODE.low), whole(marks, at + NODE.high));
    if (whole(marks, at + NODE.division) !== division) bound += WEIGHTS.industry;
    if (bound < least) continue;
    const dx = x - rounded(numbers, at + NODE.x);
    const dy = y - rounded(numbers, at + NODE.y);
    const dz = z - rounded(numbers, at + NODE.z);
    const away = Math.sqrt(dx * dx + dy * dy + dz * dz) - rounded(numbers, at + NODE.radius);
    const road = (away > 0 ? away : 0) * roadKm - slackKm;
    const perKm = leastPerKm(rounded(numbers, at + NODE.perKm), silent, stated);
    const near = (road - openKm - rounded(numbers, at + NODE.openKm) * detour) * perKm;
    if (near > farthest) continue;
    bound -= (WEIGHTS.distance / 2) * (part(near) + part((road + openKm) * perKm));
    const smallest = rounded(numbers, at + NODE.least);
    bounds[node - from] =
      bound -
      misfit(amount, smallest > amount ? smallest : Math.min(amount, rounded(numbers, at + NODE.most)));
  }
}

/** Of a node: limits below 0 say that some of its rows state none. */
const leastPerKm = (limit: number, silent: number, stated: number): number => {
  const longest = limit < 0 ? -limit : limit;
  const ofStated = longest > stated ? longest : stated;
  return limit < 0 && silent < ofStated ? silent : ofStated;
};

/** The most that practice comes to with any of the divisions in a mask. */
const practiceIn = ({ known, buying, otherwise }: Practice, low: number, high: number): number => {
  if (((known.low & low) | (known.high & high)) !== 0) return KNOWN;
  return ((buying.low & low) | (buying.high & high)) !== 0 ? BUYS : otherwise;
};

/** Between 0 and 1. */
const part = (value: number): number => (value < 0 ? 0 : value < 1 ? value : 1);

/** What the quantity term loses. */
const misfit = (amount: number, other: number): number => {
  if (other < amount) return WEIGHTS.quantity * (1 - other / amount);
  return other > amount ? WEIGHTS.quantity * (1 - amount / other) : 0;
};

/**
 * Rows whose bound may reach a floor, with the chord in the place of the arc, so that no angle is worked out. What
 * costs least is weighed first: most rows fall out before their distance is taken.
 *
 * @returns how many passed
 */
export function scan(
  scale: Scale,
  hot: Float32Array,
  from: number,
  to: number,
  floor: number,
  { rows, estimates }: Passed,
): number {
  const { x, y, z, division, amount, material } = scale;
  const { best, silent, stated, farthest, roadKm, openKm, slackKm, detour } = scale;
  const { byDivision } = scale.practice;
  const least = floor - SLACK;
  let passed = 0;
  for (let row = from; row < to; row += 1) {
    const at = row * HOT.size;
    const theirs = rounded(hot, at + HOT.division) | 0;
    let estimate =
      best + material * rounded(hot, at + HOT.trust) + WEIGHTS.practice * nth(byDivision, theirs);
    if (theirs !== division) estimate += WEIGHTS.industry;
    if (estimate < least) continue;
    const dx = x - rounded(hot, at + HOT.x);
    const dy = y - rounded(hot, at + HOT.y);
    const dz = z - rounded(hot, at + HOT.z);
    const road = Math.sqrt(dx * dx + dy * dy + dz * dz) * roadKm - slackKm;
    const limit = rounded(hot, at + HOT.perKm);
    const perKm = limit > 0 ? (limit > stated ? limit : stated) : silent;
    const open = openKm + rounded(hot, at + HOT.radiusKm) * detour;
    const near = (road - open) * perKm;
    if (near > farthest) continue;
    estimate -= (WEIGHTS.distance / 2) * (part(near) + part((road + open) * perKm));
    if (estimate < least) continue;
    estimate -= misfit(amount, rounded(hot, at + HOT.amount));
    if (estimate < least) continue;
    rows[passed] = row;
    estimates[passed] = estimate;
    passed += 1;
  }
  return passed;
}

const shorter = (own: number, stated: number, material: number): number =>
  Math.min(own === Infinity ? material : own, stated === Infinity ? material : stated);

/** The bound as `boundOf` gives it, to the last digit: the same steps in the same order. */
export function exactOf(query: Query, wanted: Wanted, { cold }: Shelf, row: number): number {
  const at = row * COLD.size;
  const latitude = nth(cold, at + COLD.latitude);
  const longitude = nth(cold, at + COLD.longitude);
  const stated = nth(cold, at + COLD.maxKm);
  const open = query.place.radiusKm + nth(cold, at + COLD.radiusKm);
  const air = greatCircleKm(query.place, { latitude, longitude });
  if ((air - open) * query.leastDetour > shorter(query.maxKm, stated, wanted.reachKm)) return -Infinity;
  const near = nearness(
    Math.max(0, air - open) * query.leastDetour,
    (air + open) * query.leastDetour,
    shorter(query.maxKm, stated, wanted.usualKm),
  );
  const division = nth(cold, at + COLD.division) | 0;
  return (
    wanted.fixed +
    wanted.material * nth(cold, at + COLD.trust) +
    WEIGHTS.practice * nth(wanted.practice.byDivision, division) +
    WEIGHTS.distance * near +
    WEIGHTS.quantity * fitOf(wanted.amount, nth(cold, at + COLD.amount)) +
    (division === query.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}

const KNOWN = 0.5;
const BUYS = 0.5 * BUYER;
const NOTHING: Practice = Object.freeze({
  byDivision: new Float64Array(0),
  most: 0,
  known: { low: 0, high: 0 },
  buying: { low: 0, high: 0 },
  otherwise: 0,
});
