import type { PropertyRange } from '../../material/material.js';
import type { Range } from '../../quantity/range.js';
import type { ListingFacts } from '../facts.js';
import { ANY_MOISTURE, complementOf, moistureOf, rebased, statedOf } from './basis.js';
import { atMost, compare, type Comparison } from './compare.js';
import {
  agreed,
  allOf,
  failed,
  ofGiver,
  ofTaker,
  open,
  passed,
  type Asks,
  type Check,
  type CheckResult,
  type MissingFact,
  type Pair,
  type Remedy,
} from './result.js';
import { statementsOf, weightiest, type Statement, type Statements } from './statement.js';
import { temperatureCheck, temperatureDecides, usualTemperatureCheck } from './temperature.js';
import { remedyFor, treatedBy, type End } from './treatment.js';
import { limitsText } from './wording.js';

/** What one property is held to, and by whom. */
export interface Limit {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly by: 'TAKER' | 'USE';
}

/**
 * One check for each property that the taker, or else the use, sets limits to; by name, so that the order of the rows
 * does not matter. Heat and cold are compared through an exchanger, all else number by number.
 *
 * @example propertyChecks(pair).map((one) => one.name) // ['chlorine', 'moisture']
 */
export function propertyChecks(pair: Pair): readonly Check[] {
  const limits = limitsOf(pair.need.properties, pair.link.limits);
  const flows = temperatureDecides(pair.offer.material);
  const checks = limits.map((limit) =>
    flows && limit.name === 'temperature'
      ? temperatureCheck(pair, limit.statements)
      : propertyCheck(pair, limit),
  );
  const silent = flows && !limits.some((one) => one.name === 'temperature');
  return silent ? [...checks, ...usualTemperatureCheck(pair)] : checks;
}

/** The taker's own limits, and those of the use where the taker is silent on the property and its complement. */
function limitsOf(own: readonly PropertyRange[], ofUse: readonly PropertyRange[]): readonly Limit[] {
  if (own.length === 0 && ofUse.length === 0) return [];
  const taker = statementsOf(own);
  const limits: Limit[] = [];
  for (const [name, statements] of taker) limits.push({ name, statements, by: 'TAKER' });
  for (const [name, statements] of statementsOf(ofUse)) {
    if (!taker.has(name) && !taker.has(complementOf(name) ?? ''))
      limits.push({ name, statements, by: 'USE' });
  }
  return limits.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function propertyCheck(pair: Pair, limit: Limit): Check {
  const stated = statedOf(statementsOf(pair.offer.properties), limit.name);
  if (stated.length === 0) return unstatedCheck(pair, limit);
  const moisture = moistureFor(pair.offer, stated, limit);
  const held = limit.statements.map((one) => heldTo(pair, stated, one, moisture, limit));
  const result = allOf(held.map((one) => one.result));
  const telling = held.find((one) => one.result === result) ?? held[0];
  const detail = telling?.detail ?? '';
  if (result === 'PASS') return passed(limit.name, detail);
  if (result === 'FAIL') return failed(limit.name, detail, telling?.remedy);
  const asks = held.filter((one) => one.result === 'UNKNOWN').flatMap((one) => one.asks);
  return open(limit.name, detail, distinct(asks, ofGiver(limit.name)), telling?.remedy);
}

/** The water counts only where a basis has to be converted, or where a fuel could be dried. */
const moistureFor = (offer: ListingFacts, stated: readonly Statement[], limit: Limit): Range =>
  limit.name === 'calorificvalue' ||
  stated.some((one) => limit.statements.some((wanted) => wanted.basis !== one.basis))
    ? moistureOf(offer.properties)
    : ANY_MOISTURE;

function distinct(asks: readonly MissingFact[], otherwise: MissingFact): Asks {
  const [first = otherwise, ...rest] = asks.filter(
    (one, at) => asks.findIndex((other) => other.fact === one.fact && other.of === one.of) === at,
  );
  return [first, ...rest];
}

/** How all that is stated stands to one limit. */
interface Held {
  readonly result: CheckResult;
  readonly detail: string;
  readonly asks: readonly MissingFact[];
  readonly remedy: Remedy | undefined;
}

function heldTo(
  pair: Pair,
  stated: readonly Statement[],
  wanted: Statement,
  moisture: Range,
  limit: Limit,
): Held {
  const compared = stated.map((one) => {
    const comparison = compare(one, wanted, moisture);
    return treated(pair, wanted, comparison, {
      result: comparison.result,
      detail: detailOf(pair, one, wanted, comparison.note, limit.by),
      asks: asksOf(comparison, limit),
      remedy: remedyOf(one, wanted, comparison, moisture),
    });
  });
  const result = agreed(compared.map((one) => one.result));
  const [first] = compared as [Held, ...Held[]];
  const differs = compared.some((one) => one.result !== first.result);
  return differs
    ? {
        ...first,
        result,
        detail: `${first.detail}; another statement of it comes out otherwise`,
        asks: [ofGiver(limit.name), ...compared.flatMap((one) => one.asks)],
      }
    : first;
}

function detailOf(
  { link }: Pair,
  stated: Statement,
  wanted: Statement,
  note: string,
  by: Limit['by'],
): string {
  const offered = stated.name === wanted.name ? stated.text : turnedText(stated);
  const asked =
    by === 'TAKER'
      ? `${wanted.text} asked for`
      : `this use asks for ${wanted.text}${standardOf(link.evidence)}`;
  const shown = `${offered} offered, ${asked}`;
  return note === '' ? shown : `${shown}: ${note}`;
}

/** A complement, by its own name: 30 % dry matter where moisture is asked for. */
const turnedText = ({ range, unit, name }: Statement): string =>
  `${limitsText(range, unit)} ${name === 'drymatter' ? 'dry matter' : name}`;

const WHOSE = { stated: ofGiver, limit: ofTaker };

const asksOf = ({ result, lacking }: Comparison, { name }: Limit): readonly MissingFact[] =>
  result === 'UNKNOWN'
    ? lacking.map((one) => (one === 'moisture' ? ofGiver('moisture') : WHOSE[one](name)))
    : [];

const missedEnds = ({ above, below }: Pick<Comparison, 'above' | 'below'>): readonly End[] => [
  ...(above ? (['above'] as const) : []),
  ...(below ? (['below'] as const) : []),
];

function remedyOf(
  stated: Statement,
  wanted: Statement,
  found: Comparison,
  moisture: Range,
): Remedy | undefined {
  const [end] = missedEnds(found);
  if (found.result === 'PASS' || end === undefined) return undefined;
  if (wanted.name === 'calorificvalue' && !dryingReaches(stated, wanted, moisture)) return undefined;
  return remedyFor(wanted.name, end, limitsText(wanted.range, wanted.unit));
}

/** Drying helps a wet fuel only: the bone-dry calorific value is the most that it can reach. */
function dryingReaches(stated: Statement, wanted: Statement, moisture: Range): boolean {
  const dry = rebased(wanted.name, stated.base, stated.basis ?? 'wet', 'dry', moisture);
  return atMost(wanted.base.min, dry.max);
}

/** What the use's own treatment makes of a missed limit: met, or left to a trial. */
function treated({ link }: Pair, wanted: Statement, { above, below, result }: Comparison, held: Held): Held {
  if (result === 'PASS' || !(above || below)) return held;
  const overlaps = result !== 'FAIL';
  const done = missedEnds({ above, below }).map((end) =>
    treatedBy(wanted.name, end, overlaps, link.treatment),
  );
  const [first] = done;
  if (first === undefined || done.includes(undefined)) return held;
  const met = done.every((one) => one?.met);
  return met
    ? { ...held, result: 'PASS', detail: `${held.detail}; ${first.done} to that, as this use includes` }
    : {
        ...held,
        result: 'UNKNOWN',
        detail: `${held.detail}; it is ${first.done} for this use, and a treated sample would decide`,
        asks: [ofGiver(wanted.name)],
        remedy: undefined,
      };
}

function unstatedCheck({ offer, link }: Pair, { name, statements, by }: Limit): Check {
  const limits = statements.map((one) => one.text).join(' and ');
  const who = by === 'TAKER' ? 'the taker asks' : 'this use asks';
  const standard = by === 'USE' ? standardOf(link.evidence) : '';
  const usual = usuallyMet(statementsOf(offer.material.properties), name, statements);
  const ending = usual === undefined ? '' : `; it is usually met: ${usual} is typical`;
  return open(name, `${who} for ${limits}${standard}; the giver has not stated it${ending}`, [ofGiver(name)]);
}

/** What is typical of a material decides nothing; where all of it lies inside the limits, it is worth saying. */
function usuallyMet(typical: Statements, name: string, limits: readonly Statement[]): string | undefined {
  const [usual] = weightiest(typical.get(name) ?? []);
  const met =
    usual !== undefined && limits.every((limit) => compare(usual, limit, ANY_MOISTURE).result === 'PASS');
  return met ? usual.text : undefined;
}

/** A standard that the evidence of a use names; the rest of the evidence may tell of places, and stays out. */
const STANDARD = /\b(?:NS-)?(?:EN|ISO|ASTM)(?:[ -](?:EN|ISO|IEC))?[ -][A-Z]?\d{2,5}(?:-\d+)?\b/u;

function standardOf(evidence: string): string {
  const found = STANDARD.exec(evidence)?.[0];
  return found === undefined ? '' : ` (${found})`;
}
