import {
  countedIn,
  type Basis,
  type Counted,
  type DaySpan,
  type ExchangeTraits,
  type IndicatorRules,
  type NewEntry,
} from '#domain';
import type { Tx } from '#store';
import { possibleEntry } from './possible.js';
import type { Setting } from './setting.js';

/** What stands behind indicators: entries counted in any part of the period, and what is true of their exchanges. */
export interface Counting {
  readonly countedIn: (part: DaySpan) => readonly Counted[];
  /** Up to the last day of the period; undefined of what is only possible, which has no past. */
  readonly sinceFirst: (span: DaySpan) => readonly Counted[] | undefined;
  readonly rules: IndicatorRules;
  readonly firmIds: readonly string[];
}

/** Before any ledger. */
const EVER = '1900-01-01';

/** The entries of a cluster, an exchange that several clusters share once. */
export async function countingOfCluster(
  tx: Tx,
  setting: Setting,
  { clusterId, basis, span }: { readonly clusterId: string; readonly basis: Basis; readonly span: DaySpan },
): Promise<Counting> {
  if (basis !== 'POTENTIAL')
    return countingOf(tx, setting, await tx.ledger.ofCluster(clusterId, basis), { basis, span });
  const rows = await tx.matches.potentialOf(clusterId);
  const entries = rows.map((row) => possibleEntry(row, span, setting.rules));
  return {
    ...(await countingOf(tx, setting, entries, { basis: 'AGREED', span })),
    sinceFirst: () => undefined,
  };
}

/** @param tx as the role of figures: what is true of an exchange is asked of both sides' rows */
export async function countingOf(
  tx: Tx,
  { rules }: Setting,
  entries: readonly NewEntry[],
  { basis, span }: { readonly basis: Exclude<Basis, 'POTENTIAL'>; readonly span: DaySpan },
): Promise<Counting> {
  const inPart = (part: DaySpan): readonly Counted[] => countedIn(entries, basis, part, rules);
  const exchanges = inPart(span).map((one) => one.exchange);
  return {
    countedIn: inPart,
    sinceFirst: ({ to }) => inPart({ from: EVER, to }),
    rules: { rules, traits: await traitsOf(tx, exchanges) },
    firmIds: [...new Set(exchanges.flatMap((one) => [one.giverFirmId, one.takerFirmId]))],
  };
}

const traitsOf = async (
  tx: Tx,
  exchanges: readonly NewEntry['exchange'][],
): Promise<ReadonlyMap<string, ExchangeTraits>> =>
  exchanges.length === 0 ? new Map() : tx.ledger.traitsOf(exchanges);
