import {
  byAgreement,
  countedIn,
  countedOf,
  summedIn,
  type Basis,
  type Counted,
  type DaySpan,
  type IndicatorRules,
  type NewEntry,
  type Rules,
} from '#domain';
import type { LedgerSums, Tx } from '#store';
import { possibleEntries } from './possible.js';

/** What stands behind indicators: entries counted in any part of the period, and what is true of their exchanges. */
export interface Counting {
  readonly countedIn: (part: DaySpan) => Promise<readonly Counted[]>;
  /** Up to the last day of the period; undefined of what is only possible, which has no past. */
  readonly sinceFirst: readonly Counted[] | undefined;
  readonly rules: IndicatorRules;
  readonly firmIds: readonly string[];
}

type CountedIn = Counting['countedIn'];

/** Before any ledger. */
export const EVER = '1900-01-01';

/** The chain of a cluster, summed by agreement; an exchange that several clusters share once. */
export function countingOfCluster(
  tx: Tx,
  rules: Rules,
  { clusterId, basis, span }: { readonly clusterId: string; readonly basis: Basis; readonly span: DaySpan },
): Promise<Counting> {
  if (basis === 'POTENTIAL') return countingOfPossible(tx, rules, clusterId, span);
  return countingOf(tx, rules, span, async (part) =>
    countedFrom(await tx.ledger.sumsOf(clusterId, basis, part), basis, part, rules),
  );
}

/** What sums of the ledger count for in a period, by agreement. */
export const countedFrom = (
  { summed, rates }: LedgerSums,
  basis: Exclude<Basis, 'POTENTIAL'>,
  period: DaySpan,
  rules: Rules,
): readonly Counted[] => countedOf(byAgreement([...summed, ...summedIn(rates, basis, period)]), rules);

async function countingOfPossible(tx: Tx, rules: Rules, clusterId: string, span: DaySpan): Promise<Counting> {
  const entries = await possibleEntries(tx, clusterId, span, rules);
  const counting = await countingOf(tx, rules, span, inEntries(entries, 'AGREED', rules));
  return { ...counting, sinceFirst: undefined };
}

/** Single entries, counted in any part of a period. */
export const inEntries =
  (entries: readonly NewEntry[], basis: Exclude<Basis, 'POTENTIAL'>, rules: Rules): CountedIn =>
  (part) =>
    Promise.resolve(countedIn(entries, basis, part, rules));

/** @param tx as the role of figures: what is true of an exchange is asked of both sides' rows */
export async function countingOf(tx: Tx, rules: Rules, span: DaySpan, counted: CountedIn): Promise<Counting> {
  const sinceFirst = await counted({ from: EVER, to: span.to });
  const exchanges = sinceFirst.map((one) => one.exchange);
  const traits = exchanges.length === 0 ? new Map() : await tx.entries.traitsOf(exchanges);
  return {
    countedIn: counted,
    sinceFirst,
    rules: { rules, traits },
    firmIds: [...new Set(exchanges.flatMap((one) => [one.giverFirmId, one.takerFirmId]))],
  };
}
