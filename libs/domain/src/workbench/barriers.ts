import type { Day } from '../calendar/day.js';
import type { DeclineReason } from '../matching/declines.js';
import { totalOf } from './ages.js';
import { groupedBy, inOrder } from './grouped.js';

/** What was said no to: a match, or terms that were proposed on one. */
export type DeclinedThing = 'MATCH' | 'PROPOSAL';

/** Declines that are alike; what was written beside the reason is the firms' own and comes nowhere near. */
export interface DeclineCount {
  /** Root of the family of the offered material. */
  readonly branch: string;
  readonly reason: DeclineReason;
  readonly of: DeclinedThing;
  /** First day of the quarter, Europe/Oslo. */
  readonly quarter: Day;
  readonly count: number;
}

/** One line of the barrier report. */
export interface Barrier {
  readonly branch: string;
  readonly quarter: Day;
  readonly reason: DeclineReason;
  readonly matches: number;
  readonly proposals: number;
}

/**
 * Why firms say no, by quarter and family of materials. Each decline is counted once: a match that was declined with a
 * proposal on it is a declined match.
 *
 * @returns by quarter, branch, then the most frequent reason first
 * @example barriersOf([{ branch: 'wood', reason: 'PRICE', of: 'MATCH', quarter: '2026-04-01', count: 2 }])[0]?.matches // 2
 */
export const barriersOf = (counts: readonly DeclineCount[]): readonly Barrier[] =>
  groupedBy(counts, ({ quarter, branch, reason }) => [quarter, branch, reason].join('|'))
    .map(barrierOf)
    .sort(
      (a, b) =>
        inOrder(a.quarter, b.quarter) ||
        inOrder(a.branch, b.branch) ||
        weightOf(b) - weightOf(a) ||
        inOrder(a.reason, b.reason),
    );

const barrierOf = (all: readonly [DeclineCount, ...DeclineCount[]]): Barrier => {
  const { branch, quarter, reason } = all[0];
  return { branch, quarter, reason, matches: countOf(all, 'MATCH'), proposals: countOf(all, 'PROPOSAL') };
};

const countOf = (counts: readonly DeclineCount[], of: DeclinedThing): number =>
  totalOf(counts.filter((one) => one.of === of));

const weightOf = ({ matches, proposals }: Barrier): number => matches + proposals;
