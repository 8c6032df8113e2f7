import { effectsOf } from '../effects/effects.js';
import type { FactorSet } from '../effects/factor-set.js';
import type { Material, MaterialBase, MaterialLink } from '../material/material.js';
import type { PriceSet } from '../effects/price-set.js';
import { roadDistance, type Distance, type DetourTable, type Place } from '../place/distance.js';
import { pipeDistance } from '../place/pipe.js';
import { Decimal, plain } from '../quantity/decimal.js';
import { middle, scale, smaller, type Range } from '../quantity/range.js';
import { checksOf, type Check, type Pair } from './check.js';
import type { ListingFacts } from './facts.js';
import { bestReading } from './readings.js';
import { termsOf, type ScoreTerm } from './terms.js';

/** Rule set: weights, checks and links together. A new one gets a new name, and everything is matched again. */
export const RULE_SET = '2026-3';

/** What the worker found on one pair, from the facts that one viewer may know. */
export interface Assessment {
  readonly ruleSet: string;
  readonly factorSet: string;
  readonly byProductCode: string;
  /** The input it would serve as. */
  readonly inputCode: string;
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
  readonly prices: PriceSet;
  readonly detours: DetourTable;
}

/** What the caller knows of the pair beyond the two listings. */
export interface PairHints {
  /** From a router, where one is configured; never for a side whose place is masked. */
  readonly road?: Distance | undefined;
  /** How much farther than the material's own reach to look, where takers near by are few; 1 or more. */
  readonly widening?: number | undefined;
}

/** A pair as far as its place in a list asks for; {@link assessmentOf} works out the rest. */
export interface Judgement {
  readonly pair: Pair;
  readonly score: number;
  readonly terms: readonly ScoreTerm[];
  readonly checks: readonly Check[];
}

/**
 * Judges an offer against a need: checks, terms and score.
 *
 * @returns undefined when nothing ties the two materials or both are of one firm
 * @example judge(slagOffer, gravelNeed, rules)?.checks.length // 4
 */
export function judge(
  offer: ListingFacts,
  need: ListingFacts,
  rules: Rules,
  hints: PairHints = {},
): Judgement | undefined {
  if (offer.firmId === need.firmId) return undefined;
  const read = bestReading(rules.materials, offer.readings, need.readings);
  if (read === undefined) return undefined;
  const pair: Pair = {
    offer: asOf(offer, read.offered),
    need: asOf(need, read.wanted),
    link: read.link,
    distance: hints.road ?? wayBetween(read.offered, offer.place, need.place, rules.detours),
    widening: hints.widening,
  };
  const checks = checksOf(pair);
  const terms = termsOf({
    ...pair,
    checks,
    sureness: read.sureness,
    materials: rules.materials,
    prices: rules.prices,
  });
  return { pair, checks, terms, score: terms.reduce((sum, term) => sum + term.contribution, 0) };
}

/**
 * What could move between two in a year, base units of the by-product's own kind: the offer, or as much of it as the need
 * takes.
 *
 * @param link its ratio is how much of the input one unit of the by-product serves as; above 0
 * @example movableOf({ yearlyBase: exactly(1_000_000) }, { yearlyBase: exactly(450_000) }, { ratio: 0.9 }).min // 500000
 */
export const movableOf = (
  offer: Pick<ListingFacts, 'yearlyBase'>,
  need: Pick<ListingFacts, 'yearlyBase'>,
  link: Pick<MaterialLink, 'ratio'>,
): Range => smaller(offer.yearlyBase, scale(need.yearlyBase, 1 / link.ratio));

/** What a judgement comes to: amounts and effects beside it, each under the name of its rules. */
function assessmentOf({ pair, score, terms, checks }: Judgement, rules: Rules): Assessment {
  const { offer, need, link, distance } = pair;
  const yearlyBase = movableOf(offer, need, link);
  return {
    ruleSet: RULE_SET,
    factorSet: rules.factors.id,
    byProductCode: offer.material.code,
    inputCode: need.material.code,
    score,
    terms,
    checks,
    distanceKm: distance.km,
    distanceBasis: distance.basis,
    yearlyBase,
    netCo2eKg: netCo2eKg(pair, yearlyBase, rules.factors),
    crossIndustry: offer.division !== need.division,
    link,
  };
}

/**
 * Assesses an offer against a need from what is known of each, exact or banded.
 *
 * @param rules material base, factors, prices and detours; the answer names rule set and factor set
 * @returns undefined when nothing ties the two materials or both are of one firm; otherwise checks, score (0 to 1,
 * the sum of its terms) and effect. A failed check does not lower the score: the caller drops the pair.
 * @example assess(slagOffer, gravelNeed, rules)?.netCo2eKg // '12100'
 */
export function assess(
  offer: ListingFacts,
  need: ListingFacts,
  rules: Rules,
  hints: PairHints = {},
): Assessment | undefined {
  const judged = judge(offer, need, rules, hints);
  return judged && assessmentOf(judged, rules);
}

/** A copy of everything that is known takes longer than most checks. */
const asOf = (facts: ListingFacts, material: Material): ListingFacts =>
  facts.material === material ? facts : { ...facts, material };

/** What cannot be stored comes by pipe, all else by road. */
const wayBetween = (material: Material, a: Place, b: Place, detours: DetourTable): Distance =>
  material.storable ? roadDistance(a, b, detours) : pipeDistance(a, b);

/**
 * Whether a hard condition fails; an unknown one does not refuse, it asks.
 *
 * @example isRefused(found) // false while no check says FAIL
 */
export const isRefused = (found: Pick<Assessment, 'checks'>): boolean =>
  found.checks.some((one) => one.result === 'FAIL');

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
