import { dayInOslo, noonOf, type Day } from './day.js';

const HOUR_MS = 3_600_000;
/** Hours that Oslo is ahead of UTC, in summer and in winter (Directive 2000/84/EC: the changes are at 01:00 UTC). */
const AHEAD = [2, 1] as const;

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' });

/**
 * The instant at which clocks in Oslo show a full hour of a day. An hour that comes twice in a night is the first; one
 * that is left out is the hour after it.
 *
 * @param day the day in Oslo
 * @param hour 0 to 23
 * @example osloAt('2026-03-30', 7).toISOString() // '2026-03-30T05:00:00.000Z'
 */
export function osloAt(day: Day, hour: number): Date {
  const midnight = noonOf(day).getTime() - 12 * HOUR_MS;
  const [inSummer, inWinter] = AHEAD.map((ahead) => new Date(midnight + (hour - ahead) * HOUR_MS));
  const shows = (instant: Date): boolean =>
    dayInOslo(instant) === day && Number(HOUR.format(instant)) === hour;
  return shows(inSummer as Date) ? (inSummer as Date) : (inWinter as Date);
}
