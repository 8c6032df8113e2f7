import { addDays, dayInOslo, type Day } from './day.js';

/** Norway's clocks are one hour ahead of UTC, two in summer (Directive 2000/84/EC). */
const OFFSETS_HOURS = [2, 1];
const HOUR_MS = 3_600_000;

/**
 * The instant at which a day ends in Europe/Oslo: the first that is no longer in it. The day that the clocks go
 * forward has 23 hours, the one that they go back has 25.
 *
 * @example endOfOsloDay('2026-06-30').toISOString() // '2026-06-30T22:00:00.000Z'
 */
export function endOfOsloDay(day: Day): Date {
  const next = addDays(day, 1);
  const midnight = Date.parse(`${next}T00:00:00Z`);
  const candidates = OFFSETS_HOURS.map((hours) => new Date(midnight - hours * HOUR_MS));
  return candidates.find((one) => dayInOslo(one) === next) ?? new Date(midnight);
}
