import { bandFrom, bandLess, bandProduct, bandTimes, NOTHING, type Band } from '../effects/band.js';
import { TRUCK_FACTOR, type FactorSet } from '../effects/factor-set.js';
import type { Both } from '../effects/haul.js';
import type { PriceSet } from '../effects/price-set.js';
import type { Distance, Place } from '../place/distance.js';
import { Decimal } from '../quantity/decimal.js';
import { cargoObstacle, type Cargo } from './cargo.js';
import { bestPairing, type Edge } from './pairing.js';
import { sharedCost } from './shared-cost.js';
import { toursTogether } from './tours.js';

/** A flow by lorry from one place to another: an agreement that runs, or one that a plan proposes. */
export interface HauledFlow {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
  readonly cargo: Cargo;
  /** Lorry loads in each of the months ahead, 0 or more (`tripsByMonth`). */
  readonly trips: readonly number[];
}

/** Both sets that the saving is reckoned with, and how long a road is. */
export interface HaulageRules {
  readonly factors: FactorSet;
  readonly prices: PriceSet;
  readonly road: (from: Place, to: Place) => Distance;
}

/** Two flows that one lorry drives in a round: out with the one load, home with the other. */
export interface JointTransport {
  /** Ids, in the order in which the flows were given. */
  readonly flows: readonly [string, string];
  /** Rounds in the months ahead, fractions included. */
  readonly tours: number;
  /** Kilometres without a load in the months ahead, of these rounds only. */
  readonly emptyKm: { readonly before: Band; readonly after: Band; readonly saved: Band };
  /** NOK and kg CO2e in the months ahead, both flows together. */
  readonly saved: Both<Band>;
  /** What of it falls to each flow, in the order of `flows`; they add up to `saved`. */
  readonly shares: readonly [Both<Band>, Both<Band>];
  /** Prices and factors that were missing and counted as nothing. */
  readonly missing: readonly string[];
}

/** The pairs kept, and how good they surely are together. */
export interface ReturnLoads {
  readonly pairs: readonly JointTransport[];
  /** Central NOK that the pairs save, and what no choice of pairs could exceed. */
  readonly nok: number;
  readonly bound: number;
}

/**
 * Of the ways back, the share that is driven empty today. At the least that of all lorries in Norway: 28.5 % of their
 * kilometres at home are empty (Statistics Norway, road goods transport, 2nd quarter 2021), 0.285 ÷ 0.715 = 0.40 empty
 * kilometres for each with a load. At the most all of them, as the price of haulage supposes ("pays for the empty way
 * back", data/factors/prices-2026-1.csv). Between them the middle.
 */
const EMPTY_SHARE: Band = bandFrom({ low: 0.4, central: 0.7, high: 1 });

/** Tonnes that the price of a tonne-kilometre stands for ("some 32 t", data/factors/prices-2026-1.csv). */
const PRICED_TONNES = 32;
/**
 * Of that price, which pays for two kilometres, what one empty kilometre costs: half, of which up to a fifth goes into
 * waiting for the other's load. Own knowledge, as in the share of return loads of `valueOf`.
 */
const EMPTY_PART: Band = bandFrom({ low: 0.4, central: 0.45, high: 0.5 });

/**
 * Tonnes that stand behind the factor of a lorry: 17.5 for the fleet it was measured on (its figures per kilometre over
 * those per tonne-kilometre), 26 for Norwegian rigs, which are longer. Own knowledge.
 */
const FACTOR_TONNES: Band = bandFrom({ low: 17.5, central: 20, high: 26 });

/**
 * Pairs of flows whose lorries would drive empty one way: A → B and C → D where B is near C and D near A. The round
 * A → B → C → D → A takes the empty ways between B and C and between D and A instead of the two ways back, on as many tours
 * as both have loads for. A flow stands in one pair at most; the pairs are chosen so that together they save the most
 * central NOK. A pair is kept only where the round has fewer empty kilometres in the central reckoning, and no saving is
 * below nothing: who would lose does not drive it. Each flow gets half of the saving (`sharedCost`).
 *
 * @param flows each id once; places as exact as the reader of the result may know
 * @param rules price and factor of `transport:truck-articulated`; the factor's range must be from fully laden (low) to half
 * laden (high), because half laden less fully laden is what a lorry emits with no load, per tonne that it could carry
 * @returns pairs, the one that saves most first
 * @throws RangeError when an id stands twice
 * @example returnLoads([slagNorth, chipsSouth], rules).pairs[0]?.flows // ['slag-north', 'chips-south']
 */
export function returnLoads(flows: readonly HauledFlow[], rules: HaulageRules): ReturnLoads {
  if (new Set(flows.map((one) => one.id)).size !== flows.length) throw new RangeError('A flow stands twice');
  const missing = [
    ...(rules.prices.get(TRUCK_FACTOR) === undefined ? [`price ${TRUCK_FACTOR}`] : []),
    ...(rules.factors.get(TRUCK_FACTOR) === undefined ? [`factor ${TRUCK_FACTOR}`] : []),
  ];
  const perKm = { nok: nokPerKm(rules.prices), co2eKg: co2ePerKm(rules.factors) };
  // Without a price the kilometres themselves say which pair is better.
  const worthPerKm = perKm.nok.central.gt(0) ? perKm.nok.central.toNumber() : 1;
  const ways = flows.map((flow) => rules.road(flow.from, flow.to));
  const rounds = new Map<string, Round>();
  const edges: Edge[] = [];
  flows.forEach((first, a) => {
    for (let b = a + 1; b < flows.length; b += 1) {
      const second = flows[b];
      const round = second && roundOf(first, second, [ways[a], ways[b]], rules.road);
      if (round === undefined) continue;
      rounds.set(`${a}-${b}`, round);
      edges.push({ a, b, weight: round.savedKm.central.toNumber() * worthPerKm });
    }
  });
  const { edges: chosen, bound } = bestPairing(edges);
  const pairs = chosen.flatMap(({ a, b }) => {
    const round = rounds.get(`${a}-${b}`);
    return round === undefined ? [] : [jointOf(round, perKm, missing)];
  });
  const nok = pairs.reduce((sum, one) => sum + one.saved.nok.central.toNumber(), 0);
  return { pairs, nok, bound: perKm.nok.central.gt(0) ? bound : 0 };
}

interface Round {
  readonly flows: readonly [string, string];
  readonly tours: number;
  readonly before: Band;
  readonly after: Band;
  readonly savedKm: Band;
}

/** Undefined where the two cannot share a lorry, are never due in the same month, or lie too far apart. */
function roundOf(
  first: HauledFlow,
  second: HauledFlow,
  [out, home]: readonly [Distance | undefined, Distance | undefined],
  road: HaulageRules['road'],
): Round | undefined {
  if (out === undefined || home === undefined || cargoObstacle(first.cargo, second.cargo) !== undefined)
    return undefined;
  const tours = toursTogether(first.trips, second.trips);
  if (!(tours > 0)) return undefined;
  const between = [road(first.to, second.from), road(second.to, first.from)];
  const before = bandTimes(bandProduct(EMPTY_SHARE, kmOf([out, home])), tours);
  const after = bandTimes(kmOf(between), tours);
  const savedKm = notBelowNothing(bandLess(before, after));
  return savedKm.central.gt(0) ? { flows: [first.id, second.id], tours, before, after, savedKm } : undefined;
}

const kmOf = (ways: readonly Distance[]): Band =>
  bandFrom({
    low: ways.reduce((sum, one) => sum + one.minKm, 0),
    central: ways.reduce((sum, one) => sum + one.km, 0),
    high: ways.reduce((sum, one) => sum + one.maxKm, 0),
  });

const notBelowNothing = ({ low, central, high }: Band): Band => ({
  low: Decimal.max(0, low),
  central: Decimal.max(0, central),
  high: Decimal.max(0, high),
});

function nokPerKm(prices: PriceSet): Band {
  const price = prices.get(TRUCK_FACTOR);
  return price === undefined
    ? NOTHING
    : bandTimes(
        bandProduct(bandFrom({ low: price.low, central: price.value, high: price.high }), EMPTY_PART),
        PRICED_TONNES,
      );
}

/** A lorry emits a + b × load: fully laden a + b, half laden 2a + b per tonne-kilometre, so empty their difference. */
function co2ePerKm(factors: FactorSet): Band {
  const factor = factors.get(TRUCK_FACTOR);
  return factor === undefined
    ? NOTHING
    : bandTimes(FACTOR_TONNES, Decimal.max(0, factor.high.minus(factor.low)));
}

function jointOf(
  { savedKm, ...round }: Round,
  perKm: Both<Band>,
  missing: readonly string[],
): JointTransport {
  const saved = {
    nok: bandProduct(savedKm, perKm.nok),
    co2eKg: bandProduct(savedKm, perKm.co2eKg),
  };
  const [first, second] = [sharesOf(saved.nok), sharesOf(saved.co2eKg)] as const;
  return {
    flows: round.flows,
    tours: round.tours,
    emptyKm: { before: round.before, after: round.after, saved: savedKm },
    saved,
    shares: [
      { nok: first[0], co2eKg: second[0] },
      { nok: first[1], co2eKg: second[1] },
    ],
    missing,
  };
}

/** What each saves: the cost alone less the cost shared, whatever the cost alone was. */
function sharesOf(saved: Band): readonly [Band, Band] {
  const half = (amount: Decimal): readonly [Decimal, Decimal] => {
    const [first, second] = sharedCost([amount, amount], amount);
    return [amount.minus(first), amount.minus(second)];
  };
  const [low, central, high] = [half(saved.low), half(saved.central), half(saved.high)];
  return [
    { low: low[0], central: central[0], high: high[0] },
    { low: low[1], central: central[1], high: high[1] },
  ];
}
