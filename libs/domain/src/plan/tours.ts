import type { Term } from '../agreement/commitment.js';
import { addDays, addMonths, daysBetween, type Day } from '../calendar/day.js';

/** Months that are looked ahead: a year, so that every season counts once. */
const MONTHS_AHEAD = 12;

/** An amount over time. */
export interface Moving {
  /** Tonnes in a year, or of the whole lot; 0 or more. */
  readonly tonnes: number;
  /** A lot that comes once is spread over its term; a stream moves all the time. */
  readonly once: boolean;
  readonly term: Term;
  /** Twelve weights, January first; undefined where it moves alike in all months. */
  readonly profile?: readonly number[] | undefined;
}

/**
 * Lorry loads in each of the twelve months from a day on.
 *
 * @param loadTonnes tonnes in one lorry, above 0
 * @param from first day of the first month; months count from it
 * @returns twelve numbers, 0 or more, fractions included: the 0.5 of a month is a load every other month
 * @throws RangeError when a lorry holds nothing or the amount is below 0
 * @example tripsByMonth({ tonnes: 1200, once: false, term: { startsOn: '2026-01-01' } }, 25, '2026-01-01')[0] // 4
 */
export function tripsByMonth(moving: Moving, loadTonnes: number, from: Day): readonly number[] {
  if (!(loadTonnes > 0)) throw new RangeError('A lorry holds more than 0 t');
  if (!(moving.tonnes >= 0)) throw new RangeError('An amount is 0 t or more');
  const weights = weightsOf(moving.profile);
  const term = moving.once ? lotTerm(moving.term) : moving.term;
  return Array.from({ length: MONTHS_AHEAD }, (_one, at) => {
    const [start, next] = [addMonths(from, at), addMonths(from, at + 1)];
    const days = daysWithin(term, start, next);
    const share = moving.once
      ? days / (daysBetween(term.startsOn, term.endsOn ?? term.startsOn) + 1)
      : (weights[monthOf(start)] ?? 0) * (days / daysBetween(start, next));
    return (moving.tonnes * share) / loadTonnes;
  });
}

const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1;

function weightsOf(profile: readonly number[] | undefined): readonly number[] {
  const total = profile?.reduce((sum, one) => sum + one, 0) ?? 0;
  return profile === undefined || total <= 0
    ? Array.from({ length: 12 }, () => 1 / 12)
    : profile.map((one) => one / total);
}

/** Days of a term from `start` until before `next`. */
function daysWithin({ startsOn, endsOn }: Term, start: Day, next: Day): number {
  const first = startsOn > start ? startsOn : start;
  const after = endsOn !== undefined && endsOn < next ? addDays(endsOn, 1) : next;
  return Math.max(0, daysBetween(first, after < next ? after : next));
}

/** A lot without a last day is taken to be gone within a year. */
const lotTerm = ({ startsOn, endsOn }: Term): Term => ({
  startsOn,
  endsOn: endsOn ?? addDays(addMonths(startsOn, 12), -1),
});

/**
 * Tours that two flows can drive together: in each month as many as the rarer of them has loads.
 *
 * @example toursTogether([4, 4, 0], [1, 6, 2]) // 5
 */
export const toursTogether = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, trips, month) => sum + Math.min(trips, b[month] ?? 0), 0);
