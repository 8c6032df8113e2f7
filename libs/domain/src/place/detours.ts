import { greatCircleKm, type DetourFactor, type DetourTable, type Point } from './distance.js';

/** Two towns with the road distance between them (data/places/road_pairs.csv). */
export interface RoadPair {
  readonly from: Point;
  readonly to: Point;
  readonly regionFrom: string;
  readonly regionTo: string;
  /** By the usual road, crossings by ferry included. */
  readonly roadKm: number;
}

/** A region's factor as learned; its name is for people and comes with the table. */
export type LearnedDetour = Omit<DetourFactor, 'name'>;

/** Nearer than this, where exactly a town's point lies says more than the road. */
const NEAREST_KM = 10;
/** Fewer pairs than this say more about themselves than about their region. */
const FEWEST_PAIRS = 3;

/**
 * Learns how much longer roads are than the great circle, region by region: the weighted median of road km over
 * great-circle km, with the tenth and ninetieth percentile as range. A pair within a region weighs two, a pair
 * between two regions one in each: half its way lies elsewhere.
 *
 * @param pairs of towns; those under 10 km apart are left out, and regions of fewer than 3 pairs
 * @returns factors with two decimals, by region
 * @throws RangeError when a road is shorter than the great circle
 * @example learnDetours(pairs)[0] // { region: '46', factor: 1.5, low: 1.4, high: 1.6, pairs: 3 }
 */
export function learnDetours(pairs: readonly RoadPair[]): readonly LearnedDetour[] {
  const seen = new Map<string, Weighed[]>();
  for (const { from, to, regionFrom, regionTo, roadKm } of pairs) {
    const air = greatCircleKm(from, to);
    if (roadKm < air)
      throw new RangeError(`A road of ${roadKm} km is shorter than its great circle of ${air.toFixed(1)} km`);
    if (air < NEAREST_KM) continue;
    for (const region of [regionFrom, regionTo]) {
      const ratios = seen.get(region) ?? [];
      ratios.push({ ratio: roadKm / air, whole: regionFrom === regionTo });
      seen.set(region, ratios);
    }
  }
  return [...seen]
    .map(([region, ratios]) => learned(region, ratios))
    .filter((one) => one.pairs >= FEWEST_PAIRS)
    .sort((a, b) => (a.region < b.region ? -1 : 1));
}

/** One half of a pair: a pair within a region is met twice there, which gives it its double weight. */
interface Weighed {
  readonly ratio: number;
  readonly whole: boolean;
}

function learned(region: string, ratios: readonly Weighed[]): LearnedDetour {
  const sorted = ratios.map((one) => one.ratio).sort((a, b) => a - b);
  const whole = ratios.filter((one) => one.whole).length;
  return {
    region,
    factor: quantile(sorted, 0.5),
    low: quantile(sorted, 0.1),
    high: quantile(sorted, 0.9),
    pairs: sorted.length - whole / 2,
  };
}

/** The smallest of the values below which, itself included, at least that share of them lies; two decimals. */
function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 1;
  return Math.round(value * 100) / 100;
}

/**
 * The factors indexed by region.
 *
 * @throws Error when a region stands twice, or a factor is below 1 or outside its own range
 * @example buildDetours([{ region: '46', name: 'Vestland', factor: 1.5, low: 1.3, high: 1.7, pairs: 9 }]).get('46')?.factor // 1.5
 */
export function buildDetours(rows: readonly DetourFactor[]): DetourTable {
  const table = new Map(rows.map((row) => [row.region, row]));
  if (table.size !== rows.length) throw new Error('Detour factors: a region stands twice');
  const wrong = rows.find(({ factor, low, high }) => !(factor >= 1 && low <= factor && factor <= high));
  if (wrong !== undefined)
    throw new Error(`Detour factors: ${wrong.name} is below 1 or outside its own range`);
  return table;
}
