import { Decimal } from '../quantity/decimal.js';

/** A sum that is known only as an interval, with the value to reckon with; low ≤ central ≤ high, any sign. */
export interface Band {
  readonly low: Decimal;
  readonly central: Decimal;
  readonly high: Decimal;
}

type Amount = Decimal | number;

const band = (low: Amount, central: Amount, high: Amount): Band => ({
  low: new Decimal(low),
  central: new Decimal(central),
  high: new Decimal(high),
});

/**
 * A band of plain numbers.
 *
 * @example bandFrom({ low: 1, central: 2, high: 4 }).high.toString() // '4'
 */
export const bandFrom = (rough: {
  readonly low: Amount;
  readonly central: Amount;
  readonly high: Amount;
}): Band => band(rough.low, rough.central, rough.high);

/** What costs and emits nothing, for sure. */
export const NOTHING: Band = Object.freeze(band(0, 0, 0));

/**
 * Low with low, high with high: the bands are taken as able to go wrong all in the same direction.
 *
 * @example bandSum(bandFrom({ low: 1, central: 2, high: 3 }), bandFrom({ low: 1, central: 1, high: 1 })).high.toString() // '4'
 */
export const bandSum = (...bands: readonly Band[]): Band =>
  bands.reduce(
    (sum, one) => band(sum.low.plus(one.low), sum.central.plus(one.central), sum.high.plus(one.high)),
    NOTHING,
  );

/**
 * A benefit less a cost: at the least the low benefit less the high cost.
 *
 * @example bandLess(bandFrom({ low: 5, central: 6, high: 7 }), bandFrom({ low: 1, central: 2, high: 3 })).low.toString() // '2'
 */
export const bandLess = (benefit: Band, cost: Band): Band =>
  band(benefit.low.minus(cost.high), benefit.central.minus(cost.central), benefit.high.minus(cost.low));

/**
 * Both ends times one number, 0 or more.
 *
 * @example bandTimes(bandFrom({ low: 1, central: 2, high: 3 }), 2).low.toString() // '2'
 */
export const bandTimes = (one: Band, by: Amount): Band =>
  band(one.low.times(by), one.central.times(by), one.high.times(by));

/**
 * The product of two bands that vary independently: the outermost of the four products of their ends.
 *
 * @example bandProduct(bandFrom({ low: -1, central: 2, high: 3 }), bandFrom({ low: 1, central: 1, high: 4 })).low.toString() // '-4'
 */
export function bandProduct(a: Band, b: Band): Band {
  const ends = [a.low, a.high].flatMap((one) => [one.times(b.low), one.times(b.high)]);
  return band(Decimal.min(...ends), a.central.times(b.central), Decimal.max(...ends));
}
