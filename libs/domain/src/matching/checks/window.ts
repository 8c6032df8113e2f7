import { daysBetween, type Day } from '../../calendar/day.js';
import { failed, passed, type Check, type Pair, type Remedy } from './result.js';

/** Longer than half a year, stock ties up more ground and money than a side stream is usually worth. */
const LONGEST_STORAGE_DAYS = 183;

/**
 * Whether the days in which the two are available share one.
 *
 * @example windowCheck(pair).detail // 'from 2026-03-01 to 2026-12-31'
 */
export function windowCheck({ offer, need }: Pick<Pair, 'offer' | 'need'>): Check {
  const from = latest(offer.availableFrom, need.availableFrom);
  const until = earliest(offer.availableUntil, need.availableUntil);
  if (from !== undefined && until !== undefined && until < from) {
    return failed(
      'window',
      `one side ends on ${until}, before the other begins on ${from}`,
      storage(offer, need.availableFrom),
    );
  }
  return passed(
    'window',
    `${from === undefined ? 'now' : `from ${from}`}${until === undefined ? ' on' : ` to ${until}`}`,
  );
}

const latest = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a > b ? a : b;
const earliest = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;

/** What comes too early can wait where it can be stored; what comes too late cannot. */
function storage(
  { availableUntil, material }: Pair['offer'],
  wantedFrom: Day | undefined,
): Remedy | undefined {
  if (!material.storable || availableUntil === undefined || wantedFrom === undefined) return undefined;
  const days = daysBetween(availableUntil, wantedFrom);
  return days > 0 && days <= LONGEST_STORAGE_DAYS
    ? { kind: 'SHIFT', text: `store it for ${days} days, from ${availableUntil} to ${wantedFrom}` }
    : undefined;
}
