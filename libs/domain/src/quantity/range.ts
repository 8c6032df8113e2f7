/** A closed interval; a known value has min = max. What is banded or uncertain is an interval from the start. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export const exactly = (value: number): Range => ({ min: value, max: value });
export const isExact = (range: Range): boolean => range.min === range.max;

/** One value to reckon with: the geometric middle of a positive interval, otherwise the arithmetic one. */
export const middle = ({ min, max }: Range): number =>
  min === max ? min : min > 0 ? Math.sqrt(min * max) : (min + max) / 2;

export const scale = ({ min, max }: Range, by: number): Range => ({ min: min * by, max: max * by });

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
