import { nth } from './nth.js';
import { EARTH_KM, greatCircleKm } from '../../place/distance.js';
import { fitOf, nearness, WEIGHTS } from '../terms.js';
import { practiceWith, type Query, type Wanted } from './query.js';
import { COLD, HOT, NODE, type Shelf } from './shelf.js';

/** What an estimate may fall short by for rounding alone. */
export const SLACK = 1e-9;
/** The same of a distance, km. */
const SLACK_KM = 1e-6;

/**
 * The most that any row of each node can come to, never below the bound of one: the nearest point of its sphere,
 * straight through the Earth, with the best that its rows state for every other term. It writes into an array, because
 * a number handed back from a call is an object on the heap, and there are thousands.
 *
 * @param bounds −∞ for what is out of reach, from its first place on
 */
export function boundNodes(
  query: Query,
  wanted: Wanted,
  nodes: Float64Array,
  { from, to }: Span,
  bounds: Float64Array,
): void {
  const { x, y, z, leastDetour, division } = query;
  const own = query.place.radiusKm;
  const longestReach = query.maxKm === Infinity ? wanted.reachKm : query.maxKm;
  const longestUsual = query.maxKm === Infinity ? wanted.usualKm : query.maxKm;
  const anyDivision = wanted.known.length - 1;
  for (let node = from; node < to; node += 1) {
    const at = node * NODE.size;
    const dx = x - nth(nodes, at + NODE.x);
    const dy = y - nth(nodes, at + NODE.y);
    const dz = z - nth(nodes, at + NODE.z);
    const air = Math.max(0, Math.sqrt(dx * dx + dy * dy + dz * dz) - nth(nodes, at + NODE.radius)) * EARTH_KM;
    const open = own + nth(nodes, at + NODE.openKm);
    const stated = nth(nodes, at + NODE.maxKm);
    const silent = nth(nodes, at + NODE.silent);
    const limit = Math.min(longestReach, Math.max(stated, silent * wanted.reachKm));
    const usual = Math.min(longestUsual, Math.max(stated, silent * wanted.usualKm));
    const close = 1 - (Math.max(0, air - open) * leastDetour) / usual;
    const far = 1 - ((air + own) * leastDetour) / usual;
    const theirs = nth(nodes, at + NODE.division);
    const least = Math.max(nth(nodes, at + NODE.least), Math.min(wanted.amount, nth(nodes, at + NODE.most)));
    bounds[node - from] =
      (air - open - SLACK_KM) * leastDetour > limit
        ? -Infinity
        : wanted.fixed +
          wanted.material * nth(nodes, at + NODE.trust) +
          WEIGHTS.practice * practiceWith(wanted, theirs < 0 ? anyDivision : theirs) +
          (WEIGHTS.distance * (Math.max(0, close) + Math.max(0, far))) / 2 +
          WEIGHTS.quantity * fitOf(wanted.amount, least) +
          (theirs === division ? 0 : WEIGHTS.industry) +
          WEIGHTS.facts;
  }
}

/** From the first up to but without the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows that a scan lets through, and what it takes each for: its bound or a little more. */
export interface Passed {
  readonly rows: Int32Array;
  readonly estimates: Float64Array;
}

/**
 * Rows whose bound may reach a floor, with the chord in the place of the arc, so that no angle is worked out.
 *
 * @returns how many passed
 */
export function scan(
  query: Query,
  wanted: Wanted,
  hot: Float64Array,
  { from, to }: Span,
  floor: number,
  { rows, estimates }: Passed,
): number {
  const { x, y, z, leastDetour, division } = query;
  const { known, buyers, otherwise, amount, material, reachKm, usualKm } = wanted;
  const own = query.place.radiusKm;
  const longestReach = query.maxKm === Infinity ? reachKm : query.maxKm;
  const longestUsual = query.maxKm === Infinity ? usualKm : query.maxKm;
  const fixed = wanted.fixed + WEIGHTS.facts;
  const least = floor - SLACK;
  let passed = 0;
  for (let row = from; row < to; row += 1) {
    const at = row * HOT.size;
    const dx = x - nth(hot, at + HOT.x);
    const dy = y - nth(hot, at + HOT.y);
    const dz = z - nth(hot, at + HOT.z);
    const air = Math.sqrt(dx * dx + dy * dy + dz * dz) * EARTH_KM;
    const open = own + nth(hot, at + HOT.radiusKm);
    const stated = nth(hot, at + HOT.maxKm);
    const limit = Math.min(longestReach, stated === Infinity ? reachKm : stated);
    const usual = Math.min(longestUsual, stated === Infinity ? usualKm : stated);
    const close = 1 - (Math.max(0, air - open) * leastDetour) / usual;
    const far = 1 - ((air + open) * leastDetour) / usual;
    const theirs = nth(hot, at + HOT.division);
    const other = nth(hot, at + HOT.amount);
    const estimate =
      fixed +
      material * nth(hot, at + HOT.trust) +
      WEIGHTS.practice * Math.max(nth(known, theirs), nth(buyers, theirs), otherwise) +
      (WEIGHTS.distance * (Math.max(0, close) + Math.max(0, far))) / 2 +
      (WEIGHTS.quantity * Math.min(amount, other)) / Math.max(amount, other, Number.MIN_VALUE) +
      (theirs === division ? 0 : WEIGHTS.industry);
    if (estimate >= least && (air - open - SLACK_KM) * leastDetour <= limit) {
      rows[passed] = row;
      estimates[passed] = estimate;
      passed += 1;
    }
  }
  return passed;
}

const shorter = (own: number, stated: number, material: number): number =>
  Math.min(own === Infinity ? material : own, stated === Infinity ? material : stated);

/** The bound as `boundOf` gives it, to the last digit: the same steps in the same order. */
export function exactOf(query: Query, wanted: Wanted, { hot, cold }: Shelf, row: number): number {
  const [warm, at] = [row * HOT.size, row * COLD.size];
  const latitude = nth(cold, at + COLD.latitude);
  const longitude = nth(cold, at + COLD.longitude);
  const stated = nth(hot, warm + HOT.maxKm);
  const open = query.place.radiusKm + nth(hot, warm + HOT.radiusKm);
  const air = greatCircleKm(query.place, { latitude, longitude });
  if ((air - open) * query.leastDetour > shorter(query.maxKm, stated, wanted.reachKm)) return -Infinity;
  const near = nearness(
    Math.max(0, air - open) * query.leastDetour,
    (air + open) * query.leastDetour,
    shorter(query.maxKm, stated, wanted.usualKm),
  );
  const division = nth(hot, warm + HOT.division);
  return (
    wanted.fixed +
    wanted.material * nth(hot, warm + HOT.trust) +
    WEIGHTS.practice * practiceWith(wanted, division) +
    WEIGHTS.distance * near +
    WEIGHTS.quantity * fitOf(wanted.amount, nth(hot, warm + HOT.amount)) +
    (division === query.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}
