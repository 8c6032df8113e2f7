import { createHash } from 'node:crypto';
import { addDays, addMonths, Decimal, type Day } from '#domain';
import type { DemoExchange } from './read.js';

/** A UUID that is the same for the same name in every installation, so that an interrupted seeding finds its own. */
export function demoId(name: string): string {
  const bytes = createHash('sha256').update(`bistrom-demo/${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** From when to when an exchange runs, counted from the day that the demo was made. */
export function termOf(
  exchange: DemoExchange,
  anchor: Day,
): { readonly startsOn: Day; readonly endsOn?: Day } {
  const { startsInMonths, startedMonthsAgo, endedMonthsAgo } = exchange;
  if (startedMonthsAgo === undefined) return { startsOn: firstOfMonth(anchor, startsInMonths ?? 1) };
  const startsOn = firstOfMonth(anchor, -startedMonthsAgo);
  if (endedMonthsAgo === undefined) return { startsOn };
  return { startsOn, endsOn: addDays(firstOfMonth(anchor, 1 - endedMonthsAgo), -1) };
}

export interface PlannedDelivery {
  readonly number: number;
  readonly amount: Decimal;
  readonly deliveredOn: Day;
  readonly reference: string;
  readonly verified: boolean;
}

/**
 * What has been delivered up to the anchor day, oldest first. The current month always has its delivery, so that
 * a demo made in the first days of a year has figures too.
 *
 * @param profile twelve weights by which a yearly amount is spread, January first; evenly without one
 */
export function deliveriesOf(
  exchange: DemoExchange,
  anchor: Day,
  profile?: readonly number[],
): readonly PlannedDelivery[] {
  if (exchange.startedMonthsAgo === undefined) return [];
  const { startsOn, endsOn } = termOf(exchange, anchor);
  const last = endsOn ?? anchor;
  const months = everyMonths(exchange);
  const count = Math.floor(monthsBetween(startsOn, last) / months) + 1;
  const planned = Array.from({ length: count }, (_, number) => {
    const month = addMonths(startsOn, number * months);
    return {
      number,
      amount: amountOf(exchange, number, month, profile),
      deliveredOn: dayIn(month, anchor, `${exchange.key}/${number}`),
      reference: referenceOf(exchange, number, month),
      verified: number < count - exchange.unverified,
    };
  });
  return planned.filter((one) => !one.amount.isZero());
}

const everyMonths = ({ every }: DemoExchange): number => (every === 'QUARTER' ? 3 : 1);

/** Between 86 and 98 % of the agreed rate: nobody delivers to the tonne, and a round never exceeds its amount. */
function amountOf(exchange: DemoExchange, number: number, month: Day, profile?: readonly number[]): Decimal {
  const { value, unit, per } = exchange.quantity;
  const rate = per === 'MONTH' ? value : value.times(shareOfYear(exchange, month, profile));
  const amount = rate.times((0.86 + 0.12 * chance(`${exchange.key}/${number}/amount`)).toFixed(4));
  return unit === 'pcs' ? amount.floor() : amount.toSignificantDigits(4);
}

function shareOfYear(exchange: DemoExchange, month: Day, profile?: readonly number[]): Decimal {
  if (profile === undefined) return new Decimal(everyMonths(exchange)).div(12);
  const total = profile.reduce((sum, weight) => sum + weight, 0);
  return new Decimal(profile[Number(month.slice(5, 7)) - 1] ?? 0).div(total);
}

/** Some weekday of the month, not after the anchor. */
function dayIn(month: Day, anchor: Day, name: string): Day {
  const nominal = onWeekday(addDays(month, 2 + Math.floor(24 * chance(name))));
  if (nominal <= anchor) return nominal;
  return addDays(month, Math.floor(Number(anchor.slice(8)) * chance(name)));
}

function onWeekday(day: Day): Day {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}

const referenceOf = ({ key, quantity }: DemoExchange, number: number, month: Day): string =>
  /Wh$/.test(quantity.unit)
    ? `Måler ${month.slice(0, 7)}`
    : `Veieseddel ${10_000 + Math.floor(90_000 * chance(`${key}/${number}/reference`))}`;

const firstOfMonth = (day: Day, months: number): Day => addMonths(`${day.slice(0, 7)}-01`, months);

const monthsBetween = (from: Day, to: Day): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

/** A number from 0 up to 1 that is always the same for the same name. */
const chance = (name: string): number => createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;
