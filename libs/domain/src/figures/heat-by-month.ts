import type { Side } from '../listing/listing.js';
import { Decimal } from '../quantity/decimal.js';
import { fromBase, READING_UNIT } from '../quantity/unit.js';

/** Heat that is offered or needed, as its listing states it. */
export interface HeatStream {
  readonly side: Side;
  /** What is left of it in a year, kWh. */
  readonly yearlyBase: Decimal;
  /** Twelve weights, January first; undefined when not stated. */
  readonly monthlyProfile?: readonly number[] | undefined;
}

export interface HeatMonth {
  /** 1 for January. */
  readonly month: number;
  /** MWh. */
  readonly offered: Decimal;
  readonly needed: Decimal;
  /** The smaller of the two: what could move without a store, were every pipe there. */
  readonly coincides: Decimal;
}

/** Listings of heat over the year. */
export interface HeatByMonth {
  readonly unit: string;
  /** Twelve, January first. */
  readonly months: readonly HeatMonth[];
  /** A year's amount of listings that do not say how it is spread; in no month. */
  readonly offeredUnspread: Decimal;
  readonly neededUnspread: Decimal;
}

const MONTHS = Array.from({ length: 12 }, (_one, at) => at);
const NONE = new Decimal(0);

/**
 * How heat that is offered and needed is spread over the months, each stream by the weights that its listing states.
 * Nothing is guessed: a stream without weights stands apart, in no month.
 *
 * @param streams each listing once, in kWh a year
 * @returns twelve months in MWh, rounded to the kWh
 * @example heatByMonth([]).months[0]?.offered.toString() // '0'
 */
export function heatByMonth(streams: readonly HeatStream[]): HeatByMonth {
  const spread = (side: Side, month: number): Decimal =>
    sum(streams.filter((one) => one.side === side).map((one) => partIn(one, month)));
  const unspread = (side: Side): Decimal =>
    sum(
      streams
        .filter((one) => one.side === side && one.monthlyProfile === undefined)
        .map(({ yearlyBase }) => inMWh(yearlyBase)),
    );
  return {
    unit: READING_UNIT.energy,
    months: MONTHS.map((month) => {
      const [offered, needed] = [spread('OFFER', month), spread('NEED', month)];
      return { month: month + 1, offered, needed, coincides: Decimal.min(offered, needed) };
    }),
    offeredUnspread: unspread('OFFER'),
    neededUnspread: unspread('NEED'),
  };
}

function partIn({ yearlyBase, monthlyProfile }: HeatStream, month: number): Decimal {
  if (monthlyProfile === undefined) return NONE;
  const whole = monthlyProfile.reduce((total, weight) => total.plus(weight), NONE);
  if (whole.isZero()) return NONE;
  return inMWh(yearlyBase.times(monthlyProfile[month] ?? 0).div(whole));
}

const inMWh = (base: Decimal): Decimal => fromBase(base, READING_UNIT.energy).toDecimalPlaces(3);
const sum = (parts: readonly Decimal[]): Decimal => parts.reduce((total, one) => total.plus(one), NONE);
