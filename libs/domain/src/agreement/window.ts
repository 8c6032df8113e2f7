import { addDays, addMonths, daysBetween, type Day } from '../calendar/day.js';
import type { Period } from '../quantity/period.js';
import type { Term } from './commitment.js';

/** One round of a recurring agreement: `from` is its first day, `until` the first day after it. */
export interface Window {
  readonly from: Day;
  readonly until: Day | undefined;
}

/**
 * The round of the agreement that a day falls in, counted from its start: an agreed yearly amount is what may be
 * delivered between two anniversaries, a single lot what may be delivered over the whole term.
 *
 * @param day a day in the term; earlier ones count as the first round, later ones as the last
 * @example windowOf('2026-05-02', 'YEAR', { startsOn: '2025-03-01' }) // { from: '2026-03-01', until: '2027-03-01' }
 */
export function windowOf(day: Day, per: Period, term: Term): Window {
  if (per === 'ONCE') return { from: term.startsOn, until: undefined };
  const within = clamp(day, term);
  const rounds = roundsBefore(within, per, term.startsOn);
  return { from: step(term.startsOn, per, rounds), until: step(term.startsOn, per, rounds + 1) };
}

const clamp = (day: Day, { startsOn, endsOn }: Term): Day => {
  const notAfter = endsOn !== undefined && day > endsOn ? endsOn : day;
  return notAfter < startsOn ? startsOn : notAfter;
};

const STEP_DAYS = { DAY: 1, WEEK: 7 } as const;
const STEP_MONTHS = { MONTH: 1, YEAR: 12 } as const;

function step(start: Day, per: Exclude<Period, 'ONCE'>, rounds: number): Day {
  return per === 'DAY' || per === 'WEEK'
    ? addDays(start, STEP_DAYS[per] * rounds)
    : addMonths(start, STEP_MONTHS[per] * rounds);
}

function roundsBefore(day: Day, per: Exclude<Period, 'ONCE'>, start: Day): number {
  if (per === 'DAY' || per === 'WEEK') return Math.floor(daysBetween(start, day) / STEP_DAYS[per]);
  let rounds = Math.floor(daysBetween(start, day) / (30.4 * STEP_MONTHS[per])) + 1;
  while (rounds > 0 && step(start, per, rounds) > day) rounds -= 1;
  return rounds;
}
