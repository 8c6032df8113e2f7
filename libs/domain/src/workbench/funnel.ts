import { medianDays, olderThan, shareOf, totalOf, type AgeCount } from './ages.js';
import { isMatched, type ListingCount } from './listed.js';

/** How far a stream has come. Up to LISTED it is a listing, from MATCHED on a pair of an offer and a need. */
export const FUNNEL_STAGES = Object.freeze([
  'LISTED',
  'MATCHED',
  'SEEN',
  'PROPOSED',
  'AGREED',
  'DELIVERING',
  'VERIFIED',
] as const);
export type FunnelStage = (typeof FUNNEL_STAGES)[number];
export type PairStage = Exclude<FunnelStage, 'LISTED'>;

/** How a pair ended: a firm said no, it lapsed unanswered, or its agreement ran to its last day. */
export type PairEnd = 'DECLINED' | 'EXPIRED' | 'COMPLETED';

/** Pairs whose farthest stage is the same, that ended the same way or wait as long. */
export interface PairCount extends AgeCount {
  readonly stage: PairStage;
  /** Absent while it goes on. */
  readonly ended?: PairEnd | undefined;
}

/** One stage as staff follow it up. */
export interface StageView {
  readonly stage: FunnelStage;
  /** All that came here, whatever became of them. */
  readonly reached: number;
  /** Of those that reached the stage before; of MATCHED the part of the listings that have a match. */
  readonly share: number | undefined;
  /** Those that are here now and may go on. Declined of LISTED means withdrawn by its firm. */
  readonly waiting: number;
  readonly medianDays: number | undefined;
  readonly olderThan14: number;
  readonly olderThan30: number;
  readonly olderThan90: number;
  readonly declined: number;
  readonly expired: number;
  readonly completed: number;
}

/**
 * The funnel of a cluster: how many came how far, how many wait there and how long, how many ended there. A pair that
 * was overtaken by another version of itself is not counted twice: callers leave those out. Ages are days since a pair
 * came to the stage it is at; of LISTED since the listing was published.
 *
 * @param listings of the cluster's firms, drafts left out
 * @param pairs of which at least one firm is of the cluster, each counted at its farthest stage
 * @returns every stage, in order
 * @example funnelOf([], [{ stage: 'SEEN', days: 3, count: 2 }])[2]?.reached // 2
 */
export const funnelOf = (
  listings: readonly ListingCount[],
  pairs: readonly PairCount[],
): readonly StageView[] =>
  FUNNEL_STAGES.map((stage) => (stage === 'LISTED' ? listed(listings) : paired(stage, listings, pairs)));

function listed(listings: readonly ListingCount[]): StageView {
  const alone = listings.filter((one) => !isMatched(one));
  const waiting = alone
    .filter((one) => one.state === 'ACTIVE')
    .map(({ listedDays: days, count }) => ({ days, count }));
  const ended = (state: ListingCount['state']): number => totalOf(alone.filter((one) => one.state === state));
  return {
    stage: 'LISTED',
    reached: totalOf(listings),
    share: undefined,
    ...agesOf(waiting),
    declined: ended('WITHDRAWN'),
    expired: ended('EXPIRED'),
    completed: 0,
  };
}

function paired(stage: PairStage, listings: readonly ListingCount[], pairs: readonly PairCount[]): StageView {
  const here = pairs.filter((one) => one.stage === stage);
  const ended = (how: PairEnd): number => totalOf(here.filter((one) => one.ended === how));
  return {
    stage,
    reached: reachedBy(pairs, stage),
    share:
      stage === 'MATCHED'
        ? shareOf(totalOf(listings.filter(isMatched)), totalOf(listings))
        : shareOf(reachedBy(pairs, stage), reachedBy(pairs, before(stage))),
    ...agesOf(here.filter((one) => one.ended === undefined)),
    declined: ended('DECLINED'),
    expired: ended('EXPIRED'),
    completed: ended('COMPLETED'),
  };
}

const rank = (stage: FunnelStage): number => FUNNEL_STAGES.indexOf(stage);

const before = (stage: PairStage): FunnelStage => FUNNEL_STAGES[rank(stage) - 1] ?? 'LISTED';

/** Who stands farther on has been here too. */
const reachedBy = (pairs: readonly PairCount[], stage: FunnelStage): number =>
  totalOf(pairs.filter((one) => rank(one.stage) >= rank(stage)));

const agesOf = (waiting: readonly AgeCount[]) => ({
  waiting: totalOf(waiting),
  medianDays: medianDays(waiting),
  olderThan14: olderThan(waiting, 14),
  olderThan30: olderThan(waiting, 30),
  olderThan90: olderThan(waiting, 90),
});
