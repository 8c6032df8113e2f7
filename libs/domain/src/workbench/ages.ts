/** How many things are so many whole days old. */
export interface AgeCount {
  readonly days: number;
  readonly count: number;
}

/**
 * How many there are together.
 *
 * @param counts in any order, a day may come several times
 * @example totalOf([{ days: 3, count: 2 }, { days: 9, count: 1 }]) // 3
 */
export const totalOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, one) => sum + one.count, 0);

/**
 * How many are older than so many days; exactly so old is not older.
 *
 * @param days 0 or more
 * @example olderThan([{ days: 14, count: 2 }, { days: 15, count: 1 }], 14) // 1
 */
export const olderThan = (counts: readonly AgeCount[], days: number): number =>
  totalOf(counts.filter((one) => one.days > days));

/**
 * The middle age; of an even number the mean of the two in the middle.
 *
 * @param counts whole days, in any order
 * @returns days, or undefined where there are none
 * @example medianDays([{ days: 1, count: 2 }, { days: 10, count: 2 }]) // 5.5
 */
export function medianDays(counts: readonly AgeCount[]): number | undefined {
  const total = totalOf(counts);
  if (total === 0) return undefined;
  const sorted = [...counts].sort((a, b) => a.days - b.days);
  const lower = ageAt(sorted, Math.floor((total - 1) / 2));
  const upper = ageAt(sorted, Math.floor(total / 2));
  return (lower + upper) / 2;
}

/** The age of the one that stands at this place, counted from 0. */
function ageAt(sorted: readonly AgeCount[], place: number): number {
  let passed = 0;
  for (const { days, count } of sorted) {
    passed += count;
    if (place < passed) return days;
  }
  return 0;
}

/**
 * A part of a whole.
 *
 * @returns from 0 up, or undefined where there is no whole
 * @example shareOf(1, 4) // 0.25
 */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole;
