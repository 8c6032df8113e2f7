/** A closed interval; a known value has min = max. What is banded or uncertain is an interval from the start. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/**
 * The interval of one known value.
 *
 * @example exactly(4) // { min: 4, max: 4 }
 */
export const exactly = (value: number): Range => ({ min: value, max: value });
/**
 * Whether an interval is one value.
 *
 * @example isExact({ min: 4, max: 5 }) // false
 */
export const isExact = (range: Range): boolean => range.min === range.max;

/**
 * One value to reckon with: the geometric middle of a positive interval, otherwise the arithmetic one.
 *
 * @example middle({ min: 200, max: 800 }) // 400
 */
export const middle = ({ min, max }: Range): number =>
  min === max ? min : min > 0 ? Math.sqrt(min * max) : (min + max) / 2;

/**
 * Both ends times a factor above 0.
 *
 * @example scale({ min: 2, max: 5 }, 10) // { min: 20, max: 50 }
 */
export const scale = ({ min, max }: Range, by: number): Range => ({ min: min * by, max: max * by });

/**
 * What the smaller of two uncertain amounts can be.
 *
 * @example smaller({ min: 200, max: 500 }, { min: 300, max: 300 }) // { min: 200, max: 300 }
 */
export const smaller = (a: Range, b: Range): Range => ({
  min: Math.min(a.min, b.min),
  max: Math.min(a.max, b.max),
});

/**
 * The band of the series 1, 2, 5, 10, 20, 50 … that holds a positive amount. Wide enough (a factor of two or
 * more) that several plants fit each band, the same for everyone so that bands of two viewers say no more than one.
 *
 * @param value amount, 0 or more
 * @example bandOf(270) // { min: 200, max: 500 }
 */
export function bandOf(value: number): Range {
  if (value <= 0) return exactly(0);
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const step = [1, 2, 5].findLast((one) => value >= one * decade * (1 - 1e-12)) ?? 1;
  const top = { 1: 2, 2: 5, 5: 10 }[step] ?? 10;
  return { min: round(step * decade), max: round(top * decade) };
}

const round = (value: number): number => Number(value.toPrecision(6));
