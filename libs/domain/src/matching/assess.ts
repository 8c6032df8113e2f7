import { effectsOf } from '../effects/effects.js';
import type { FactorSet } from '../effects/factor-set.js';
import { linkOf, type MaterialBase } from '../material/tree.js';
import type { MaterialLink } from '../material/material.js';
import { roadDistance } from '../place/distance.js';
import { Decimal, plain } from '../quantity/decimal.js';
import { middle, scale, smaller, type Range } from '../quantity/range.js';
import { checksOf, overlapOf, reachOf, type Check, type Pair } from './check.js';
import type { ListingFacts } from './facts.js';

/** Rule set: weights, checks and links together. A new one gets a new name, and everything is matched again. */
export const RULE_SET = '2026-1';

/** One term of the score: contribution = weight × value; the contributions add up to the score. */
export interface ScoreTerm {
  readonly name: string;
  readonly weight: number;
  readonly value: number;
  readonly contribution: number;
  readonly detail: string;
}

/** What the worker found on one pair, from the facts that one viewer may know. */
export interface Assessment {
  readonly ruleSet: string;
  readonly factorSet: string;
  readonly byProductCode: string;
  readonly score: number;
  readonly terms: readonly ScoreTerm[];
  readonly checks: readonly Check[];
  readonly distanceKm: number;
  readonly distanceBasis: string;
  /** What could move in a year, base units of the by-product's own kind. */
  readonly yearlyBase: Range;
  readonly netCo2eKg: string;
  readonly crossIndustry: boolean;
  readonly link: MaterialLink;
}

export interface Rules {
  readonly materials: MaterialBase;
  readonly factors: FactorSet;
}

/** They add up to 1. Material decides first; an exchange across industries is what the clusters exist for. */
const WEIGHTS = Object.freeze({ material: 0.4, distance: 0.2, quantity: 0.15, industry: 0.15, facts: 0.1 });

/**
 * Assesses an offer against a need from what is known of each, exact or banded.
 *
 * @param rules the material base and the factor set; both are named in the answer
 * @returns undefined when nothing ties the two materials or both are of one firm; otherwise checks, score (0 to 1,
 * the sum of its terms) and effect. A failed check does not lower the score: the caller drops the pair.
 * @example assess(slagOffer, gravelNeed, rules)?.netCo2eKg // '12100'
 */
export function assess(offer: ListingFacts, need: ListingFacts, rules: Rules): Assessment | undefined {
  if (offer.firmId === need.firmId) return undefined;
  const link = linkOf(rules.materials, offer.material.code, need.material.code);
  if (link === undefined) return undefined;
  const pair: Pair = { offer, need, link, distance: roadDistance(offer.place, need.place) };
  const checks = checksOf(pair);
  const terms = termsOf(pair, checks);
  const yearlyBase = smaller(offer.yearlyBase, scale(need.yearlyBase, 1 / link.ratio));
  return {
    ruleSet: RULE_SET,
    factorSet: rules.factors.id,
    byProductCode: offer.material.code,
    score: terms.reduce((sum, term) => sum + term.contribution, 0),
    terms,
    checks,
    distanceKm: pair.distance.km,
    distanceBasis: pair.distance.basis,
    yearlyBase,
    netCo2eKg: netCo2eKg(pair, yearlyBase, rules.factors),
    crossIndustry: offer.division !== need.division,
    link,
  };
}

/**
 * Whether a hard condition fails; an unknown one does not refuse, it asks.
 *
 * @example isRefused(found) // false while no check says FAIL
 */
export const isRefused = (found: Assessment): boolean => found.checks.some((one) => one.result === 'FAIL');

function termsOf(pair: Pair, checks: readonly Check[]): readonly ScoreTerm[] {
  return [materialTerm(pair), distanceTerm(pair), quantityTerm(pair), industryTerm(pair), factsTerm(checks)];
}

const term = (name: keyof typeof WEIGHTS, value: number, detail: string): ScoreTerm => ({
  name,
  weight: WEIGHTS[name],
  value,
  contribution: WEIGHTS[name] * value,
  detail,
});

const materialTerm = ({ link, offer, need }: Pair): ScoreTerm =>
  term(
    'material',
    link.suitability,
    `${offer.material.labels.en} as ${need.material.labels.en}: ${link.evidence}`,
  );

function distanceTerm(pair: Pair): ScoreTerm {
  const reach = reachOf(pair);
  const value = Math.max(0, 1 - pair.distance.km / reach);
  return term('distance', value, `${pair.distance.km.toFixed(0)} of ${reach.toFixed(0)} km`);
}

/** How well the two amounts fit, smaller over larger; what cannot be stored counts only where months coincide. */
function quantityTerm({ offer, need, link }: Pair): ScoreTerm {
  const [give, take] = [middle(offer.yearlyBase), middle(need.yearlyBase) / link.ratio];
  const fit = Math.max(give, take) > 0 ? Math.min(give, take) / Math.max(give, take) : 0;
  const overlap = offer.material.storable ? 1 : (overlapOf(offer.monthlyProfile, need.monthlyProfile) ?? 1);
  return term('quantity', fit * overlap, `the smaller amount is ${(fit * 100).toFixed(0)} % of the larger`);
}

const industryTerm = ({ offer, need }: Pair): ScoreTerm =>
  offer.division === need.division
    ? term('industry', 0, 'both sides are of the same NACE division')
    : term('industry', 1, 'across industries: the NACE divisions differ');

function factsTerm(checks: readonly Check[]): ScoreTerm {
  const known = checks.filter((one) => one.result !== 'UNKNOWN').length;
  return term('facts', known / checks.length, `${known} of ${checks.length} conditions are known`);
}

function netCo2eKg({ offer, need, link, distance }: Pair, yearlyBase: Range, factors: FactorSet): string {
  const effects = effectsOf(
    {
      byProduct: offer.material,
      input: need.material,
      link,
      amountBase: new Decimal(middle(yearlyBase)),
      roadKm: new Decimal(distance.km),
    },
    factors,
  );
  return plain(effects.net.toDecimalPlaces(0));
}
