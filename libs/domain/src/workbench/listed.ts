import type { Side } from '../listing/listing.js';
import type { ListingState } from '../listing/states.js';
import { medianDays, shareOf, totalOf, type AgeCount } from './ages.js';

/** Listings that are alike in all that the measures ask. */
export interface ListingCount {
  readonly side: Side;
  /** Root of the material's family. */
  readonly branch: string;
  readonly state: ListingState;
  /** Whole days since it was published. */
  readonly listedDays: number;
  /** Whole days since its firm last said that it is true. */
  readonly confirmedDays: number;
  /** Whether it has ever had a match. */
  readonly matched: boolean;
  readonly count: number;
}

export const isMatched = ({ matched }: ListingCount): boolean => matched;

/** How sure one can be that the market is what it says it is, and how much of it finds a counterpart. */
export interface MarketHealth {
  /** Listings that are on the market now. */
  readonly active: number;
  readonly confirmedWithin30: number | undefined;
  readonly confirmedWithin90: number | undefined;
  readonly withMatch: number | undefined;
}

/**
 * Freshness and liquidity of what is on the market now: shares of its active listings that were confirmed within 30 and
 * within 90 days, the last day counted in, and that have had a match.
 *
 * @returns shares from 0 to 1, undefined where nothing is on the market
 * @example marketHealth([]).active // 0
 */
export function marketHealth(listings: readonly ListingCount[]): MarketHealth {
  const active = listings.filter((one) => one.state === 'ACTIVE');
  const share = (holds: (one: ListingCount) => boolean): number | undefined =>
    shareOf(totalOf(active.filter(holds)), totalOf(active));
  return {
    active: totalOf(active),
    confirmedWithin30: share((one) => one.confirmedDays <= 30),
    confirmedWithin90: share((one) => one.confirmedDays <= 90),
    withMatch: share(isMatched),
  };
}

/** What is offered and needed of one family of materials. */
export interface BranchBalance {
  readonly branch: string;
  readonly offers: number;
  readonly needs: number;
  readonly unmatchedOffers: number;
  readonly unmatchedNeeds: number;
}

/**
 * Active offers and needs by family of materials: a branch of offers without needs is where takers are to be looked for.
 *
 * @returns in the order of the branches' codes; branches without an active listing are left out
 * @example branchBalances([]) // []
 */
export function branchBalances(listings: readonly ListingCount[]): readonly BranchBalance[] {
  const active = listings.filter((one) => one.state === 'ACTIVE');
  const branches = [...new Set(active.map((one) => one.branch))].sort();
  return branches.map((branch) => {
    const counted = (side: Side, alone: boolean): number =>
      totalOf(active.filter((one) => one.branch === branch && one.side === side && !(alone && one.matched)));
    return {
      branch,
      offers: counted('OFFER', false),
      needs: counted('NEED', false),
      unmatchedOffers: counted('OFFER', true),
      unmatchedNeeds: counted('NEED', true),
    };
  });
}

/** What a listing waits for, from the day it is published. */
export const PACE_STEPS = Object.freeze(['FIRST_MATCH', 'FIRST_PROPOSAL', 'AGREEMENT'] as const);
export type PaceStep = (typeof PACE_STEPS)[number];

export interface PaceCount extends AgeCount {
  readonly step: PaceStep;
}

export interface Pace {
  readonly step: PaceStep;
  /** Listings that came so far; the others are not in the median. */
  readonly listings: number;
  readonly medianDays: number | undefined;
}

/**
 * How long it took from publication to the first match, the first proposal and the agreement, of the listings that came
 * so far. It says nothing of those that still wait: beside it stands how many they are.
 *
 * @example paceOf([{ step: 'AGREEMENT', days: 9, count: 1 }])[2]?.medianDays // 9
 */
export const paceOf = (counts: readonly PaceCount[]): readonly Pace[] =>
  PACE_STEPS.map((step) => {
    const own = counts.filter((one) => one.step === step);
    return { step, listings: totalOf(own), medianDays: medianDays(own) };
  });
