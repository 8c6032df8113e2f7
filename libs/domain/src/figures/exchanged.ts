import type { DaySpan } from '../calendar/day.js';
import { wasteStepOf } from '../effects/waste-step.js';
import type { Basis, Exchange, NewEntry } from '../ledger/entry.js';
import type { Rules } from '../matching/assess.js';
import { Decimal } from '../quantity/decimal.js';
import { countedIn, foldFigures, type Counted, type FigureName } from './fold.js';
import { evidenceOf, type GoalEvidence } from './goal.js';
import { foldIndicators } from './indicators.js';
import type { Exchanged, ExchangedFlow } from './ratios.js';

/** What is read of the ledger: entries of one basis that fall in some days. */
export interface LedgerReading {
  readonly entries: readonly NewEntry[];
  readonly basis: Exclude<Basis, 'POTENTIAL'>;
  readonly period: DaySpan;
}

type Which = (one: { readonly exchange: Exchange }) => boolean;

const foldedOf = (counted: readonly Counted[], basis: Basis) => {
  const figures = foldFigures(counted, basis);
  return (name: FigureName): Decimal => figures.find((one) => one.name === name)?.value ?? new Decimal(0);
};

/**
 * What firms took in and handed over through exchanges. An exchange between two of them stands on both sides, which are
 * two views of one flow and are never added (CircLean reporting methodology).
 *
 * @param firmIds one firm, or the firms whose totals the amounts are held against
 * @throws Error when an entry names a material that is not in the tree
 * @example exchangedBy(new Set(['giver']), reading, rules).outgoing.material.toString() // '100'
 */
export function exchangedBy(
  firmIds: ReadonlySet<string>,
  { entries, basis, period }: LedgerReading,
  rules: Rules,
): Exchanged {
  const counted = countedIn(entries, basis, period, rules);
  const flow = (of: Which): ExchangedFlow => {
    const own = counted.filter(of);
    const among = (which: Which) => foldedOf(own.filter(which), basis);
    const onStep = (step: string) => among(({ exchange }) => wasteStepOf(exchange, rules.materials) === step);
    const ofWater: Which = ({ exchange }) => rules.materials.get(exchange.byProductCode)?.class === 'water';
    const all = foldedOf(own, basis);
    return {
      material: all('materialMoved'),
      toEnergy: onStep('ENERGY_RECOVERY')('materialMoved'),
      toFill: onStep('FILL')('materialMoved'),
      energy: all('energyMoved'),
      water: among(ofWater)('volumeMoved'),
    };
  };
  return {
    incoming: flow(({ exchange }) => firmIds.has(exchange.takerFirmId)),
    outgoing: flow(({ exchange }) => firmIds.has(exchange.giverFirmId)),
  };
}

/**
 * What of an exchange is the giver's, and what the taker's, in a firm's own goal. Sales and avoided waste are the giver's;
 * material that need not be made is what the taker need not buy; effects of the exchange as such are half each's, so that
 * the parts of both make the whole once.
 */
const PARTS: readonly (readonly [name: string, giver: string, taker: string])[] = [
  ['materialMoved', '1', '1'],
  ['energyMoved', '1', '1'],
  ['volumeMoved', '1', '1'],
  ['gasMoved', '1', '1'],
  ['piecesMoved', '1', '1'],
  ['virginMaterialDisplaced', '0', '1'],
  ['wasteAvoided', '1', '0'],
  ['netCo2eAvoided', '0.5', '0.5'],
  ['transportWork', '0.5', '0.5'],
  ['salesValue', '1', '0'],
  ['costSaved', '0.5', '0.5'],
  ['exchanges', '1', '1'],
  ['crossIndustryExchanges', '1', '1'],
];

/**
 * A firm's own figures as its goals count them.
 *
 * @example ownEvidence('giver', reading, rules).find((one) => one.name === 'salesValue')?.value?.toString() // '5000'
 */
export function ownEvidence(firmId: string, reading: LedgerReading, rules: Rules): readonly GoalEvidence[] {
  const of = (which: Which): readonly GoalEvidence[] =>
    clusterEvidence({ ...reading, entries: reading.entries.filter(which) }, rules);
  const given = of(({ exchange }) => exchange.giverFirmId === firmId);
  const taken = of(({ exchange }) => exchange.takerFirmId === firmId);
  return PARTS.map(([name, giver, taker]) => {
    const [one, other] = [evidenceOf(name, given), evidenceOf(name, taken)];
    const part = (end: 'value' | 'low' | 'high'): Decimal =>
      new Decimal(one?.[end] ?? one?.value ?? 0)
        .times(giver)
        .plus(new Decimal(other?.[end] ?? other?.value ?? 0).times(taker));
    return { name, value: part('value'), low: part('low'), high: part('high'), withheld: false };
  });
}

/**
 * Figures and indicators of a reading, each exchange once: what a cluster's goals are held against.
 *
 * @example clusterEvidence(reading, rules).find((one) => one.name === 'materialMoved')?.value?.toString() // '100'
 */
export function clusterEvidence(
  { entries, basis, period }: LedgerReading,
  rules: Rules,
): readonly GoalEvidence[] {
  const counted = countedIn(entries, basis, period, rules);
  return [
    ...foldFigures(counted, basis).map(({ name, value }) => ({ name, value, withheld: false })),
    ...foldIndicators(counted, basis, { rules, traits: new Map() }).map(({ name, value, low, high }) => ({
      name,
      value,
      low,
      high,
      withheld: false,
    })),
  ];
}
