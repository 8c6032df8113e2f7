import type { Day } from '../calendar/day.js';
import type { Decimal } from '../quantity/decimal.js';

/** How far a factor can be trusted: read in its source, in a secondary one, or an estimate. */
export type Trust = 'high' | 'medium' | 'low';

/** One emission factor with where it comes from; kg CO2e per `unit`, well-to-wheel. */
export interface Factor {
  readonly key: string;
  readonly kind: 'production' | 'disposal' | 'transport' | 'energy' | 'treatment';
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly unit: string;
  readonly source: string;
  readonly year: number;
  readonly trust: Trust;
}

/** A factor with all that it takes to look it up and to know what it covers. */
export interface SourcedFactor extends Factor {
  /** Empty where the source is no page. */
  readonly sourceUrl: string;
  /** What is counted: fuel supply and use (WTW), cradle to gate, and so on. */
  readonly boundary: string;
  readonly geography: string;
  readonly note: string;
}

/** A named, frozen version of all factors: every result says which one it was reckoned with. */
export interface FactorSet {
  readonly id: string;
  readonly get: (key: string) => Factor | undefined;
  readonly all: readonly Factor[];
}

/** A set among others: from which day it is the one that is used, and which one it takes the place of. */
export interface FactorSetTerms {
  readonly id: string;
  /** Undefined while it is only compared with. */
  readonly usedFrom: Day | undefined;
  readonly replaces: string | undefined;
  readonly note: string;
}

export interface DatedFactorSet extends FactorSet, FactorSetTerms {
  readonly all: readonly SourcedFactor[];
}

/**
 * Builds a set under its name.
 *
 * @throws Error when a key stands twice: two values for one thing are none
 * @example buildFactorSet('2026-1', [crushing]).get('treatment:crush')?.value.toString() // '1.5'
 */
export function buildFactorSet(id: string, factors: readonly Factor[]): FactorSet {
  const byKey = new Map(factors.map((one) => [one.key, one]));
  if (byKey.size !== factors.length) throw new Error(`Factor set ${id}: a key stands twice`);
  return Object.freeze({ id, get: (key: string) => byKey.get(key), all: factors });
}

/**
 * The set that new matches and entries are reckoned with on a day: the one used last before it or on it. Of two from
 * the same day the one whose name comes last; before the first day of any, the first.
 *
 * @returns undefined where no set is used at all
 * @example setInUse([{ id: '2026-2', usedFrom: '2026-01-01' }, { id: '2027-1', usedFrom: '2027-01-01' }], '2026-12-31')?.id // '2026-2'
 */
export function setInUse<T extends Pick<FactorSetTerms, 'id' | 'usedFrom'>>(
  sets: readonly T[],
  day: Day,
): T | undefined {
  const dated = sets
    .flatMap((set) => (set.usedFrom === undefined ? [] : [{ set, from: set.usedFrom }]))
    .sort((a, b) => (`${a.from} ${a.set.id}` < `${b.from} ${b.set.id}` ? -1 : 1));
  const first = dated.filter(({ from }) => from === dated[0]?.from).at(-1);
  return (dated.filter(({ from }) => from <= day).at(-1) ?? first)?.set;
}

export const TRUCK_FACTOR = 'transport:truck-articulated';
