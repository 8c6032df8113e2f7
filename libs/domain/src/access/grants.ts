import type { Day } from '../calendar/day.js';
import { DISCLOSURE_GROUPS, type DisclosureGroup } from '../listing/disclose.js';
import { problem, type Problem } from '../problem.js';

/** What one party of a match asked the other to disclose. */
export type DisclosureRequestState = 'ASKED' | 'GRANTED' | 'REFUSED';

/** From → to. An answer is final: what follows is a new request on the same match. */
export const DISCLOSURE_REQUEST_STATES: Readonly<
  Record<DisclosureRequestState, readonly DisclosureRequestState[]>
> = Object.freeze({ ASKED: ['GRANTED', 'REFUSED'], GRANTED: [], REFUSED: [] });

/**
 * Whether a request may still be answered.
 *
 * @example canAnswer('REFUSED') // false
 */
export const canAnswer = (state: DisclosureRequestState): boolean =>
  DISCLOSURE_REQUEST_STATES[state].length > 0;

/** What was granted, as far as the clock and the parties decide whether it still holds. */
export interface GrantTerm {
  /** Last day on which it holds. */
  readonly until: Day;
  readonly withdrawn: boolean;
  /** The match on which it was granted may still lead somewhere. */
  readonly matchLive: boolean;
}

export type GrantState = 'IN_FORCE' | 'WITHDRAWN' | 'EXPIRED' | 'ENDED';

/**
 * Whether a grant holds on a day, and if not, why. Withdrawing goes before the clock, the clock before the match; a
 * grant dies with its match and is not revived by a later match of the same pair, for which nobody was asked.
 *
 * @param today day in Europe/Oslo
 * @example grantStateOf({ until: '2026-06-30', withdrawn: false, matchLive: true }, '2026-07-01') // 'EXPIRED'
 */
export function grantStateOf({ until, withdrawn, matchLive }: GrantTerm, today: Day): GrantState {
  if (withdrawn) return 'WITHDRAWN';
  if (until < today) return 'EXPIRED';
  return matchLive ? 'IN_FORCE' : 'ENDED';
}

/**
 * The groups that several grants open together, each once and in the common order.
 *
 * @param grants those of one listing to one firm that are in force
 * @example groupsIn([['TEXT'], ['AMOUNT', 'TEXT']]) // ['AMOUNT', 'TEXT']
 */
export const groupsIn = (grants: readonly (readonly DisclosureGroup[])[]): readonly DisclosureGroup[] =>
  DISCLOSURE_GROUPS.filter((group) => grants.some((groups) => groups.includes(group)));

/** Letters that a note of a request may have: it says why, the rest is said on the proposal. */
const MOST_NOTE = 1000;

/**
 * What is wrong with a request, each at the argument's name.
 *
 * @example askProblems([]).map((one) => one.path) // [['groups']]
 */
export function askProblems(groups: readonly DisclosureGroup[], note?: string): readonly Problem[] {
  return [
    ...(groups.length === 0 ? [problem('groups', 'Name at least one group.')] : []),
    ...((note?.length ?? 0) > MOST_NOTE ? [problem('note', `At most ${MOST_NOTE} letters.`)] : []),
  ];
}

/**
 * What is wrong with a grant, each at the argument's name: it opens what was asked for or less, and holds today.
 *
 * @param asked groups of the request that it answers
 * @param until last day on which it shall hold
 * @param today day in Europe/Oslo
 * @example grantProblems(['PRICE'], ['AMOUNT'], '2026-07-01', '2026-06-15').map((one) => one.path) // [['groups']]
 */
export function grantProblems(
  groups: readonly DisclosureGroup[],
  asked: readonly DisclosureGroup[],
  until: Day,
  today: Day,
): readonly Problem[] {
  const beyond = groups.filter((group) => !asked.includes(group));
  return [
    ...(groups.length === 0 ? [problem('groups', 'Grant at least one group, or refuse the request.')] : []),
    ...(beyond.length > 0 ? [problem('groups', `Not asked for: ${beyond.join(', ')}.`)] : []),
    ...(until < today ? [problem('until', `Must be today (${today}, Europe/Oslo) or later.`)] : []),
  ];
}
