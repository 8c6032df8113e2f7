import type { Plan } from '../plan/plan.js';
import type { PlanLink, PlanObjective, PlanQuestion } from '../plan/plan-problem.js';
import type { LinkWorth } from './link-worth.js';
import type { SharedLimit } from './shared-limit.js';

/** A pair that may exchange: which offer and need of the lists, counted from 0, and what the exchange is worth. */
export interface PlanCandidate {
  readonly offer: number;
  readonly need: number;
  /** Own units of the need's material for one of the by-product, above 0. */
  readonly ratio: number;
  readonly worth: LinkWorth;
  /** Which plant of the list treats it on the way, counted from 0; absent where none does. */
  readonly plant?: number | undefined;
}

/** What the streams of a plan are: own units of their material that remain for a year, 0 or more. */
export interface PlanStreams {
  readonly supply: readonly number[];
  readonly demand: readonly number[];
}

/** What flows come to, in everything that a plan may aim at. */
export interface PlanTotals {
  /** Fixed costs taken off. */
  readonly nok: number;
  readonly co2eKg: number;
  readonly tonnes: number;
  /** Tonnes × km. */
  readonly tonneKm: number;
  /** Links that something flows over. */
  readonly links: number;
}

const WORTH_OF: Readonly<Record<PlanObjective, (worth: LinkWorth) => number>> = Object.freeze({
  NOK: ({ nok }) => nok,
  CO2E: ({ co2eKg }) => co2eKg,
  TONNES: ({ tonnes }) => tonnes,
});

/**
 * Candidates that can be part of a plan at all: an exchange that costs both sides together money would leave one of
 * them worse off than staying out, whatever the plan aims at, and one that does not serve the aim is not wanted.
 *
 * @example plannable([loss, gain], 'CO2E') // [gain]
 */
export const plannable = (
  candidates: readonly PlanCandidate[],
  objective: PlanObjective,
): readonly PlanCandidate[] =>
  candidates.filter(({ worth }) => worth.nok >= 0 && WORTH_OF[objective](worth) > 0);

/**
 * The question that a solver is asked, a link for each candidate in the same order.
 *
 * @param fixedNok NOK a year for each link that is used, on top of a pipe's own, 0 or more
 * @example planQuestion('NOK', { supply: [10], demand: [4] }, [candidate], 0).links.length // 1
 */
export const planQuestion = (
  objective: PlanObjective,
  { supply, demand }: PlanStreams,
  candidates: readonly PlanCandidate[],
  fixedNok: number,
): PlanQuestion => ({
  objective,
  supply,
  demand,
  treatments: [],
  links: candidates.map(({ offer, need, ratio, worth }): PlanLink => ({
    from: { kind: 'OFFER', at: offer },
    to: { kind: 'NEED', at: need },
    ratio,
    value: WORTH_OF[objective](worth),
    money: worth.nok,
    fixed: worth.fixedNok + fixedNok,
  })),
});

/** What links of a plan share. */
export interface PlanBounds {
  /** Tonnes that each plant can take in a year, above 0. */
  readonly plants: readonly number[];
  /** Most tonne-kilometres by lorry in a year, above 0; undefined where nothing limits them. */
  readonly mostTonneKm: number | undefined;
}

/**
 * The limits that links of a plan share: one for each plant, in their order, then that of transport where there is one.
 *
 * @example sharedLimits([candidate], { plants: [], mostTonneKm: 1000 })[0]?.use // tonnes × km of one unit: [20]
 */
export const sharedLimits = (
  candidates: readonly PlanCandidate[],
  { plants, mostTonneKm }: PlanBounds,
): readonly SharedLimit[] => [
  ...plants.map((most, at) => ({
    most,
    use: candidates.map(({ plant, worth }) => (plant === at ? worth.tonnes : 0)),
  })),
  ...(mostTonneKm === undefined ? [] : [{ most: mostTonneKm, use: candidates.map(lorryTonneKm) }]),
];

/** Of one own unit, tonne-kilometres by lorry. */
const lorryTonneKm = ({ worth }: PlanCandidate): number =>
  worth.mode === 'truck' ? worth.tonnes * worth.km : 0;

/**
 * What amounts over links come to.
 *
 * @param flows own units of the by-product over each candidate, in their order; what is not above 0 is none
 * @param fixedNok as in {@link planQuestion}
 * @example planTotals([candidate], [4], 0).links // 1
 */
export function planTotals(
  candidates: readonly Pick<PlanCandidate, 'worth'>[],
  flows: ArrayLike<number>,
  fixedNok: number,
): PlanTotals {
  const totals = { nok: 0, co2eKg: 0, tonnes: 0, tonneKm: 0, links: 0 };
  for (const [at, { worth }] of candidates.entries()) {
    const flow = flows[at] ?? 0;
    if (flow <= 0) continue;
    totals.nok += worth.nok * flow - worth.fixedNok - fixedNok;
    totals.co2eKg += worth.co2eKg * flow;
    totals.tonnes += worth.tonnes * flow;
    totals.tonneKm += worth.tonnes * flow * worth.km;
    totals.links += 1;
  }
  return totals;
}

/**
 * What the least rewarding tonne-kilometre of a plan brings, NOK: what one more would have to cost to be left out.
 *
 * @returns undefined where nothing is carried
 * @example leastPerTonneKm([candidate], [4]) // NOK per tonne-kilometre
 */
export function leastPerTonneKm(
  candidates: readonly Pick<PlanCandidate, 'worth'>[],
  flows: ArrayLike<number>,
): number | undefined {
  const carried = candidates.filter(
    ({ worth }, at) => (flows[at] ?? 0) > 0 && worth.tonnes > 0 && worth.km > 0,
  );
  const rewards = carried.map(({ worth }) => worth.nok / (worth.tonnes * worth.km));
  return rewards.length === 0 ? undefined : Math.min(...rewards);
}

/** What a plan says of one listing, each number per own unit of its material and in what the plan aims at. */
export interface ListingPrice {
  /** Own units that the plan uses of it. */
  readonly used: number;
  /** What one more unit of it would bring all together, 0 or more: the dual price. */
  readonly worth: number;
  /** Of one with something left: how much more another is worth where it comes nearest to being used, 0 or more. */
  readonly outbidBy: number | undefined;
}

/** Beside amounts of millions, what lies below is the rounding of a float. */
const NOTHING = 1e-9;

/**
 * What the plan says of each offer and each need. One with something left waits either because nothing answers it, or
 * because those that could take it have something better: by as much as the reduced cost of its best unused link
 * (Ahuja, Magnanti & Orlin, Network Flows, ch. 11).
 *
 * @example listingPrices(question, plan).offers[1]?.outbidBy // 14: another is worth 14 NOK more a tonne
 */
export function listingPrices(
  { supply, demand, links }: PlanQuestion,
  { flow, prices }: Pick<Plan, 'flow' | 'prices'>,
): { readonly offers: readonly ListingPrice[]; readonly needs: readonly ListingPrice[] } {
  const offers = supply.map((_, at) => standing(prices.supply[at] ?? 0));
  const needs = demand.map((_, at) => standing(prices.demand[at] ?? 0));
  for (const [at, { from, to, ratio, value }] of links.entries()) {
    const [offer, need] = [offers[from.at], needs[to.at]];
    if (offer === undefined || need === undefined) continue;
    const moved = flow[at] ?? 0;
    offer.used += moved;
    need.used += moved * ratio;
    if (moved > NOTHING) continue;
    const short = Math.max(0, offer.worth + ratio * need.worth - value);
    offer.outbidBy = Math.min(offer.outbidBy, short);
    need.outbidBy = Math.min(need.outbidBy, short / ratio);
  }
  return {
    offers: offers.map((one, at) => settled(one, supply[at] ?? 0)),
    needs: needs.map((one, at) => settled(one, demand[at] ?? 0)),
  };
}

const standing = (worth: number) => ({ used: 0, worth: Math.max(0, worth), outbidBy: Infinity });

const settled = ({ used, worth, outbidBy }: ReturnType<typeof standing>, all: number): ListingPrice => ({
  used,
  worth,
  outbidBy: all - used > NOTHING * Math.max(1, all) && Number.isFinite(outbidBy) ? outbidBy : undefined,
});
