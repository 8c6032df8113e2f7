import { addDays, dayInOslo, noonOf, type Day } from '../calendar/day.js';
import { osloAt } from '../calendar/oslo.js';

/** Digests lie in the mailbox when work begins, and those of a week at its beginning. */
const DIGEST_HOUR = 7;
const MONDAY = 1;

/**
 * When the next digest is made: every day, or every Monday, at seven in Oslo, daylight saving included.
 *
 * @param after a digest at this very instant is not the next any more
 * @example nextDigest('DAILY', new Date('2026-03-28T12:00:00Z')).toISOString() // '2026-03-29T05:00:00.000Z'
 */
export function nextDigest(rhythm: 'DAILY' | 'WEEKLY', after: Date): Date {
  for (let day = dayInOslo(after); ; day = addDays(day, 1)) {
    const digest = osloAt(day, DIGEST_HOUR);
    if (digest > after && (rhythm === 'DAILY' || isMonday(day))) return digest;
  }
}

const isMonday = (day: Day): boolean => noonOf(day).getUTCDay() === MONDAY;
