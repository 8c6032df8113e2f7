import { nth } from './nth.js';
import { EARTH_KM, greatCircleKm } from '../../place/distance.js';
import { fitOf, nearness, WEIGHTS } from '../terms.js';
import type { Query, Wanted } from './query.js';
import { COLD, HOT, NODE, type Shelf } from './shelf.js';

/** What an estimate may fall short by for rounding alone. */
export const SLACK = 1e-9;
/** The same of a distance, km. */
const SLACK_KM = 1e-6;
const OUT_OF_REACH = -Infinity;

/**
 * The most that any row of a node can come to, never below the bound of one: the nearest point of its sphere, straight
 * through the Earth, with the best that its rows state for every other term.
 */
export function boundOfNode(query: Query, wanted: Wanted, nodes: Float64Array, at: number): number {
  const dx = query.x - nth(nodes, at + NODE.x);
  const dy = query.y - nth(nodes, at + NODE.y);
  const dz = query.z - nth(nodes, at + NODE.z);
  const chord = Math.sqrt(dx * dx + dy * dy + dz * dz) - nth(nodes, at + NODE.radius);
  const air = positive(chord) * EARTH_KM;
  const open = query.place.radiusKm + nth(nodes, at + NODE.openKm);
  const stated = nth(nodes, at + NODE.maxKm);
  const silent = nth(nodes, at + NODE.silent) > 0;
  const limit = longest(query.maxKm, wanted.reachKm, stated, silent);
  if ((air - open - SLACK_KM) * query.leastDetour > limit) return OUT_OF_REACH;
  const usual = longest(query.maxKm, wanted.usualKm, stated, silent);
  // a place that may be anywhere within an area has its near end near, and an exact one its far end nearer
  const far = 1 - ((air + query.place.radiusKm) * query.leastDetour) / usual;
  const close = 1 - (positive(air - open) * query.leastDetour) / usual;
  const division = nth(nodes, at + NODE.division);
  return (
    wanted.fixed +
    wanted.material * nth(nodes, at + NODE.trust) +
    WEIGHTS.practice * practiceAt(wanted, division) +
    (WEIGHTS.distance * (positive(close) + positive(far))) / 2 +
    WEIGHTS.quantity * fitWithin(wanted.amount, nth(nodes, at + NODE.least), nth(nodes, at + NODE.most)) +
    (division === query.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}

const positive = (value: number): number => (value > 0 ? value : 0);

const practiceAt = ({ practice }: Wanted, division: number): number =>
  nth(practice, division < 0 ? practice.length - 1 : division);

/** Longest limit of any row: those that state none stop at what the material bears. */
const longest = (own: number, material: number, stated: number, silent: boolean): number => {
  const other = silent && material > stated ? material : stated;
  const self = own === Infinity ? material : own;
  return self < other ? self : other;
};

const fitWithin = (amount: number, least: number, most: number): number => {
  if (amount < least) return amount / least;
  return amount > most ? most / amount : 1;
};

/** The bound of one row, or a little above: the chord in the place of the arc, so that no angle is worked out. */
export function estimateOf(query: Query, wanted: Wanted, hot: Float64Array, at: number): number {
  const dx = query.x - nth(hot, at + HOT.x);
  const dy = query.y - nth(hot, at + HOT.y);
  const dz = query.z - nth(hot, at + HOT.z);
  const air = Math.sqrt(dx * dx + dy * dy + dz * dz) * EARTH_KM;
  const open = query.place.radiusKm + nth(hot, at + HOT.radiusKm);
  const stated = nth(hot, at + HOT.maxKm);
  const limit = shorter(query.maxKm, stated, wanted.reachKm);
  if ((air - open - SLACK_KM) * query.leastDetour > limit) return OUT_OF_REACH;
  const usual = shorter(query.maxKm, stated, wanted.usualKm);
  const far = 1 - ((air + open) * query.leastDetour) / usual;
  const close = 1 - (positive(air - open) * query.leastDetour) / usual;
  const division = nth(hot, at + HOT.division);
  return (
    wanted.fixed +
    wanted.material * nth(hot, at + HOT.trust) +
    WEIGHTS.practice * nth(wanted.practice, division) +
    (WEIGHTS.distance * (positive(close) + positive(far))) / 2 +
    WEIGHTS.quantity * fitOf(wanted.amount, nth(hot, at + HOT.amount)) +
    (division === query.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}

const shorter = (own: number, stated: number, material: number): number => {
  const a = own === Infinity ? material : own;
  const b = stated === Infinity ? material : stated;
  return a < b ? a : b;
};

/** The bound as `boundOf` gives it, to the last digit: the same steps in the same order. */
export function exactOf(query: Query, wanted: Wanted, { hot, cold }: Shelf, row: number): number {
  const [warm, at] = [row * HOT.size, row * COLD.size];
  const latitude = nth(cold, at + COLD.latitude);
  const longitude = nth(cold, at + COLD.longitude);
  const stated = nth(hot, warm + HOT.maxKm);
  const open = query.place.radiusKm + nth(hot, warm + HOT.radiusKm);
  const air = greatCircleKm(query.place, { latitude, longitude });
  if ((air - open) * query.leastDetour > shorter(query.maxKm, stated, wanted.reachKm)) return OUT_OF_REACH;
  const near = nearness(
    Math.max(0, air - open) * query.leastDetour,
    (air + open) * query.leastDetour,
    shorter(query.maxKm, stated, wanted.usualKm),
  );
  const division = nth(hot, warm + HOT.division);
  return (
    wanted.fixed +
    wanted.material * nth(hot, warm + HOT.trust) +
    WEIGHTS.practice * nth(wanted.practice, division) +
    WEIGHTS.distance * near +
    WEIGHTS.quantity * fitOf(wanted.amount, nth(hot, warm + HOT.amount)) +
    (division === query.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}
