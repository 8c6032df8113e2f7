import { addDays, daysBetween, type Day } from '../calendar/day.js';
import type { Period } from '../quantity/period.js';

/**
 * Days that a listing stands on one word of its firm. What was listed once and never looked at again is what emptied
 * the waste exchanges that only listed ("sortable, current data", recycle.com/waste-exchanges-transformed). A stream is
 * asked about once a quarter, as often as a plant plans its production and as figures are published here; a single lot
 * is gone or not within a month.
 */
const STANDS_DAYS = Object.freeze({ stream: 90, lot: 30 });

/** Days between the reminder and the end of a listing: a fortnight of holidays is not to end it. */
const REMINDED_DAYS_BEFORE = 14;

/** Days after its last one in which a listing that faded can still be brought back from the reminder's mail. */
const LINK_OUTLIVES_DAYS = 30;

/** How lately the firm has said that a listing is still true. */
export type Freshness = 'WITHIN_30_DAYS' | 'WITHIN_90_DAYS' | 'LONGER_AGO';

/**
 * The last day that a listing stands unless its firm says again that it is true; nothing where it ends of itself by
 * then, because saying so again would not keep it.
 *
 * @param confirmedOn the day in Europe/Oslo on which the firm last said so, by publishing it too
 * @param per ONCE is a single lot, anything else a stream
 * @param availableUntil its own last day, where it has one
 * @example lastDayToConfirm('2026-01-01', 'YEAR') // '2026-04-01'
 */
export function lastDayToConfirm(confirmedOn: Day, per: Period, availableUntil?: Day): Day | undefined {
  const last = addDays(confirmedOn, per === 'ONCE' ? STANDS_DAYS.lot : STANDS_DAYS.stream);
  return availableUntil !== undefined && availableUntil <= last ? undefined : last;
}

/**
 * The last day of a listing whose firm is reminded today: its own, and never sooner than a fortnight from now, however
 * late the reminder comes; nothing while it is too early to remind.
 *
 * @param confirmBy the last day as {@link lastDayToConfirm} gave it
 * @param today in Europe/Oslo
 * @example lastDayOnceReminded('2026-04-01', '2026-03-18') // '2026-04-01'
 */
export function lastDayOnceReminded(confirmBy: Day, today: Day): Day | undefined {
  if (daysBetween(today, confirmBy) > REMINDED_DAYS_BEFORE) return undefined;
  const least = addDays(today, REMINDED_DAYS_BEFORE);
  return confirmBy < least ? least : confirmBy;
}

/**
 * The latest day whose listings are reminded of today.
 *
 * @param today in Europe/Oslo
 * @example remindedUntil('2026-03-18') // '2026-04-01'
 */
export const remindedUntil = (today: Day): Day => addDays(today, REMINDED_DAYS_BEFORE);

/**
 * The last day on which the link of a reminder confirms.
 *
 * @param confirmBy the last day of the listing that the reminder told
 * @example lastDayOfLink('2026-04-01') // '2026-05-01'
 */
export const lastDayOfLink = (confirmBy: Day): Day => addDays(confirmBy, LINK_OUTLIVES_DAYS);

/**
 * How lately a listing was confirmed, in one of three bands.
 *
 * @param confirmedOn the day in Europe/Oslo, not after `today`
 * @param today in Europe/Oslo
 * @example freshnessOf('2026-05-31', '2026-06-30') // 'WITHIN_30_DAYS'
 */
export function freshnessOf(confirmedOn: Day, today: Day): Freshness {
  const days = daysBetween(confirmedOn, today);
  if (days <= 30) return 'WITHIN_30_DAYS';
  return days <= 90 ? 'WITHIN_90_DAYS' : 'LONGER_AGO';
}
