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
  const dx = query.x - (nodes[at + NODE.x] ?? 0);
  const dy = query.y - (nodes[at + NODE.y] ?? 0);
  const dz = query.z - (nodes[at + NODE.z] ?? 0);
  const chord = Math.sqrt(dx * dx + dy * dy + dz * dz) - (nodes[at + NODE.radius] ?? 0);
  const air = chord > 0 ? chord * EARTH_KM : 0;
  const open = query.place.radiusKm + (nodes[at + NODE.openKm] ?? 0);
  const stated = nodes[at + NODE.maxKm] ?? 0;
  const silent = (nodes[at + NODE.silent] ?? 0) > 0;
  const limit = longest(query.maxKm, wanted.reachKm, stated, silent);
  if ((air - open - SLACK_KM) * query.leastDetour > limit) return OUT_OF_REACH;
  const usual = longest(query.maxKm, wanted.usualKm, stated, silent);
  // a place that may be anywhere within an area has its near end near, and an exact one its far end nearer
  const far = 1 - ((air + query.place.radiusKm) * query.leastDetour) / usual;
  const close = 1 - ((air > open ? air - open : 0) * query.leastDetour) / usual;
  const division = nodes[at + NODE.division] ?? -1;
  const { practice } = wanted;
  return (
    wanted.fixed +
    wanted.material * (nodes[at + NODE.trust] ?? 0) +
    WEIGHTS.practice * (practice[division < 0 ? practice.length - 1 : division] ?? 0) +
    (WEIGHTS.distance * ((close > 0 ? close : 0) + (far > 0 ? far : 0))) / 2 +
    WEIGHTS.quantity * fitWithin(wanted.amount, nodes[at + NODE.least] ?? 0, nodes[at + NODE.most] ?? 0) +
    (division === query.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}

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
  const dx = query.x - (hot[at + HOT.x] ?? 0);
  const dy = query.y - (hot[at + HOT.y] ?? 0);
  const dz = query.z - (hot[at + HOT.z] ?? 0);
  const air = Math.sqrt(dx * dx + dy * dy + dz * dz) * EARTH_KM;
  const open = query.place.radiusKm + (hot[at + HOT.radiusKm] ?? 0);
  const stated = hot[at + HOT.maxKm] ?? Infinity;
  const limit = shorter(query.maxKm, stated, wanted.reachKm);
  if ((air - open - SLACK_KM) * query.leastDetour > limit) return OUT_OF_REACH;
  const usual = shorter(query.maxKm, stated, wanted.usualKm);
  const far = 1 - ((air + open) * query.leastDetour) / usual;
  const close = 1 - ((air > open ? air - open : 0) * query.leastDetour) / usual;
  const division = hot[at + HOT.division] ?? 0;
  const amount = hot[at + HOT.amount] ?? 0;
  const fit = amount < wanted.amount ? amount / wanted.amount : amount > 0 ? wanted.amount / amount : 0;
  return (
    wanted.fixed +
    wanted.material * (hot[at + HOT.trust] ?? 0) +
    WEIGHTS.practice * (wanted.practice[division] ?? 0) +
    (WEIGHTS.distance * ((close > 0 ? close : 0) + (far > 0 ? far : 0))) / 2 +
    WEIGHTS.quantity * fit +
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
  const latitude = cold[at + COLD.latitude] ?? 0;
  const longitude = cold[at + COLD.longitude] ?? 0;
  const stated = hot[warm + HOT.maxKm] ?? Infinity;
  const open = query.place.radiusKm + (hot[warm + HOT.radiusKm] ?? 0);
  const air = greatCircleKm(query.place, { latitude, longitude });
  if ((air - open) * query.leastDetour > shorter(query.maxKm, stated, wanted.reachKm)) return OUT_OF_REACH;
  const near = nearness(
    Math.max(0, air - open) * query.leastDetour,
    (air + open) * query.leastDetour,
    shorter(query.maxKm, stated, wanted.usualKm),
  );
  const division = hot[warm + HOT.division] ?? 0;
  return (
    wanted.fixed +
    wanted.material * (hot[warm + HOT.trust] ?? 0) +
    WEIGHTS.practice * (wanted.practice[division] ?? 0) +
    WEIGHTS.distance * near +
    WEIGHTS.quantity * fitOf(wanted.amount, hot[warm + HOT.amount] ?? 0) +
    (division === query.division ? 0 : WEIGHTS.industry) +
    WEIGHTS.facts
  );
}
