import type { PriceSet } from '../effects/price-set.js';
import type { MaterialBase } from '../material/material.js';
import { middle } from '../quantity/range.js';
import { overlapOf, reachOf, type Check, type Pair } from './check.js';
import { practiceOf } from './practice.js';
import { useValueOf } from './use-value.js';

/** One term of the score: contribution = weight × value; the contributions add up to the score. */
export interface ScoreTerm {
  readonly name: string;
  readonly weight: number;
  readonly value: number;
  readonly contribution: number;
  readonly detail: string;
}

/**
 * They add up to 1. What the stream is decides first; then whether the two industries are known for it; then the
 * road. An exchange across industries is what the clusters exist for (decision 0014 tells how they were weighed).
 */
export const WEIGHTS = Object.freeze({
  material: 0.38,
  use: 0.1,
  practice: 0.19,
  distance: 0.14,
  quantity: 0.06,
  industry: 0.1,
  facts: 0.03,
});

/** What the terms that rest neither on the link nor on its practice come to at their best. */
export const REST_AT_BEST = WEIGHTS.distance + WEIGHTS.quantity + WEIGHTS.industry + WEIGHTS.facts;

/** A pair with all that its terms are made of. */
export interface Scored extends Pair {
  readonly materials: MaterialBase;
  readonly prices: PriceSet;
  /** How sure the two readings are together, 0 to 1. */
  readonly sureness: number;
  readonly checks: readonly Check[];
}

/** The soft side of a match, term by term, in a fixed order. */
export const termsOf = (pair: Scored): readonly ScoreTerm[] => [
  materialTerm(pair),
  useTerm(pair),
  practiceTerm(pair),
  distanceTerm(pair),
  quantityTerm(pair),
  industryTerm(pair),
  factsTerm(pair.checks),
];

const term = (name: keyof typeof WEIGHTS, value: number, detail: string): ScoreTerm => ({
  name,
  weight: WEIGHTS[name],
  value,
  contribution: WEIGHTS[name] * value,
  detail,
});

function materialTerm({ link, offer, need, sureness }: Scored): ScoreTerm {
  const unsure = sureness < 1 ? `; read from the text, ${(sureness * 100).toFixed(0)} % sure` : '';
  const detail = `${offer.material.labels.en} as ${need.material.labels.en}: ${link.evidence}${unsure}`;
  return term('material', link.suitability * sureness, detail);
}

function useTerm({ link, offer, need, prices }: Scored): ScoreTerm {
  const value = useValueOf(link, offer.material, need.material, prices);
  return term('use', value, 'what this use saves per unit, before the road');
}

function practiceTerm({ materials, offer, need }: Scored): ScoreTerm {
  const value = practiceOf(materials, offer.material, need.material, offer.division, need.division);
  const said =
    value === 1 ? 'both industries are' : value > 0 ? 'not both industries are' : 'neither industry is';
  return term(
    'practice',
    value,
    `${said} known for giving or taking it (NACE ${offer.division} to ${need.division})`,
  );
}

function distanceTerm(pair: Scored): ScoreTerm {
  // However far is looked, it is the usual reach that says how near is near.
  const reach = reachOf({ ...pair, widening: 1 });
  const { km, minKm, maxKm } = pair.distance;
  return term('distance', nearness(minKm, maxKm, reach), `${km.toFixed(0)} of ${reach.toFixed(0)} km`);
}

/**
 * How near two sides are for their reach, 0 to 1: the mean of the nearest and the farthest that their places allow,
 * so that a place nobody knows counts half.
 *
 * @param minKm, maxKm road distance, km
 * @param reachKm above 0
 * @example nearness(50, 50, 200) // 0.75
 */
export const nearness = (minKm: number, maxKm: number, reachKm: number): number =>
  (Math.max(0, 1 - minKm / reachKm) + Math.max(0, 1 - maxKm / reachKm)) / 2;

/** How well the two amounts fit, smaller over larger; what cannot be stored counts only where months coincide. */
function quantityTerm({ offer, need, link }: Scored): ScoreTerm {
  const fit = fitOf(middle(offer.yearlyBase), middle(need.yearlyBase) / link.ratio);
  const overlap = offer.material.storable ? 1 : (overlapOf(offer.monthlyProfile, need.monthlyProfile) ?? 1);
  return term('quantity', fit * overlap, `the smaller amount is ${(fit * 100).toFixed(0)} % of the larger`);
}

/**
 * The smaller of two amounts over the larger, 0 to 1.
 *
 * @example fitOf(20, 50) // 0.4
 */
export const fitOf = (give: number, take: number): number => {
  const larger = Math.max(give, take);
  return larger > 0 ? Math.min(give, take) / larger : 0;
};

const industryTerm = ({ offer, need }: Scored): ScoreTerm =>
  offer.division === need.division
    ? term('industry', 0, 'both sides are of the same NACE division')
    : term('industry', 1, 'across industries: the NACE divisions differ');

function factsTerm(checks: readonly Check[]): ScoreTerm {
  const known = checks.filter((one) => one.result !== 'UNKNOWN').length;
  return term('facts', known / checks.length, `${known} of ${checks.length} conditions are known`);
}
