import { Decimal } from './decimal.js';

/** How often an amount recurs; ONCE is a single lot. */
export type Period = 'ONCE' | 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';
export const PERIODS: readonly Period[] = Object.freeze(['ONCE', 'DAY', 'WEEK', 'MONTH', 'YEAR']);

/** Periods in a year of 365 days; a week is seven of them. ONCE happens once in it. */
const PER_YEAR: Readonly<Record<Period, Decimal>> = Object.freeze({
  ONCE: new Decimal(1),
  DAY: new Decimal(365),
  WEEK: new Decimal(365).div(7),
  MONTH: new Decimal(12),
  YEAR: new Decimal(1),
});

/**
 * What moves in a year of 365 days at this rate; a single lot moves whole.
 *
 * @example annual(new Decimal(10), 'MONTH').toString() // '120'
 */
export const annual = (amount: Decimal, per: Period): Decimal => amount.times(PER_YEAR[per]);

/**
 * The rate per `per` of a yearly amount, rounded to nine decimals because a year is not a whole number of weeks.
 *
 * @example perPeriod(new Decimal(120), 'MONTH').toString() // '10'
 */
export const perPeriod = (yearly: Decimal, per: Period): Decimal =>
  yearly.div(PER_YEAR[per]).toDecimalPlaces(9);
