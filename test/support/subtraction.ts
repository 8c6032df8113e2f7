import { Chance } from './chance.js';

/** An exchange's amount, with the places of its two firms among all firms. */
interface Moved {
  readonly giver: number;
  readonly taker: number;
  readonly tonnes: number;
}

/** What two published answers differ by, and the entries that one of the two questions is about and the other not. */
export interface Difference<R extends Moved> {
  readonly told: number;
  readonly entries: readonly R[];
}

/** A difference that lies within this part of what a firm moved would be taken for it. */
const WITHIN = 0.1;

/** Whether a difference lies near to an amount. */
export const isNear = (told: number, amount: number): boolean =>
  amount > 0 && Math.abs(told - amount) <= WITHIN * amount;

/** How often a difference lies near to what the firm moved that is party to most of what the questions differ by. */
export const hits = (differences: readonly Difference<Moved>[]): number =>
  differences.filter(({ told, entries }) => isNear(told, largestOf(entries))).length;

/**
 * The same count, so often, after the exchanges were dealt out anew among those that count in the same figures: what
 * somebody hits who knows which exchanges there are and has nothing but the marginals to guess their firms and amounts.
 * A permutation test (E. S. Edgington, Randomization Tests, 1980): a count above all of n deals has p < 1 / n.
 *
 * @param groupOf exchanges of one group change places
 * @param originOf the exchange that an entry repeats, or the entry itself
 * @returns the counts, lowest first
 */
export function hitsByChance<R extends Moved>(
  differences: readonly Difference<R>[],
  groupOf: (entry: R) => string,
  originOf: (entry: R) => R,
  { deals, seed }: { readonly deals: number; readonly seed: number },
): readonly number[] {
  const random = new Chance(seed);
  const origins = [...new Set(differences.flatMap(({ entries }) => entries.map(originOf)))];
  const placeOf = new Map(origins.map((one, at) => [one, at]));
  const placed = differences.map(({ told, entries }) => ({
    told,
    places: entries.map((one) => placeOf.get(originOf(one)) ?? 0),
  }));
  const groups = new Map<string, number[]>();
  for (const [at, one] of origins.entries())
    groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), at]);
  return Array.from({ length: deals }, () => {
    const dealt = [...origins];
    for (const group of groups.values())
      for (const [at, from] of random.shuffled(group).entries())
        dealt[group[at] as number] = origins[from] as R;
    const drawn = placed.map(({ told, places }) => ({ told, entries: places.map((at) => dealt[at] as R) }));
    return hits(drawn);
  }).sort((a, b) => a - b);
}

function largestOf(entries: readonly Moved[]): number {
  const shares: number[] = [];
  for (const { giver, taker, tonnes } of entries) {
    shares[giver] = (shares[giver] ?? 0) + tonnes;
    shares[taker] = (shares[taker] ?? 0) + tonnes;
  }
  return shares.reduce((largest, one) => Math.max(largest, one), 0);
}
