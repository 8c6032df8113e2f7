/** A calendar day, "2026-11-22". Days, not instants, are what agreements and deliveries are written in. */
export type Day = string;

const OSLO = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day that an instant falls on in Europe/Oslo, daylight saving included.
 *
 * @example dayInOslo(new Date('2026-06-30T22:30:00Z')) // '2026-07-01'
 */
export const dayInOslo = (instant: Date): Day => OSLO.format(instant);

/**
 * Noon UTC of a day: an instant that lies in the same Oslo day all year round.
 *
 * @example noonOf('2026-07-01').toISOString() // '2026-07-01T12:00:00.000Z'
 */
export const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/**
 * Days from `from` to `to`, changes of the clock notwithstanding; negative when `to` is earlier.
 *
 * @example daysBetween('2028-02-28', '2028-03-01') // 2
 */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);

/**
 * The day so many days on, or back where `days` is negative.
 *
 * @example addDays('2028-02-28', 2) // '2028-03-01'
 */
export const addDays = (day: Day, days: number): Day =>
  new Date(noonOf(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The same day of the month some months on; the last day of a shorter month.
 *
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1, 12));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0, 12)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/**
 * The calendar year of a day.
 *
 * @example yearOf('2026-12-31') // 2026
 */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** A span of whole days, first and last included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The instant a day is written as in the API: midnight UTC, which lies in the same day in Oslo.
 *
 * @example instantOf('2026-07-01').toISOString() // '2026-07-01T00:00:00.000Z'
 */
export const instantOf = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);

/**
 * The days between two instants. `to` at midnight (Oslo's or UTC's) is the end of the day before, and the last
 * minute of a UTC day is that day, because callers write the end of a year in all three ways.
 *
 * @returns undefined when no day lies between them
 * @example spanOf(new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')) // { from: '2026-01-01', to: '2026-12-31' }
 */
export function spanOf(from: Date, to: Date): DaySpan | undefined {
  const span = { from: dayInOslo(from), to: lastDayBefore(to) };
  return span.to < span.from ? undefined : span;
}

function lastDayBefore(to: Date): Day {
  const utcDay = to.toISOString().slice(0, 10);
  const utcTime = to.toISOString().slice(11, 19);
  if (utcTime === '00:00:00') return addDays(utcDay, -1);
  if (utcTime >= '23:59:00') return utcDay;
  return dayInOslo(new Date(to.getTime() - 1));
}
