import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FUNNEL_STAGES, funnelOf, type PairCount } from './funnel.js';
import { branchBalances, marketHealth, paceOf, type ListingCount } from './listed.js';

const listing = (overrides: Partial<ListingCount> = {}): ListingCount => ({
  side: 'OFFER',
  branch: 'wood',
  state: 'ACTIVE',
  listedDays: 10,
  confirmedDays: 10,
  matched: false,
  count: 1,
  ...overrides,
});
const LISTINGS: readonly ListingCount[] = [
  listing({ count: 3, matched: true }),
  listing({ count: 2, listedDays: 40, confirmedDays: 40 }),
  listing({ side: 'NEED', listedDays: 100, confirmedDays: 91 }),
  listing({ state: 'EXPIRED', count: 2 }),
  listing({ state: 'WITHDRAWN', branch: 'metal' }),
];
const PAIRS: readonly PairCount[] = [
  { stage: 'MATCHED', days: 3, count: 4 },
  { stage: 'MATCHED', days: 0, count: 1, ended: 'EXPIRED' },
  { stage: 'SEEN', days: 15, count: 2 },
  { stage: 'SEEN', days: 0, count: 3, ended: 'DECLINED' },
  { stage: 'PROPOSED', days: 31, count: 1 },
  { stage: 'AGREED', days: 0, count: 1, ended: 'COMPLETED' },
  { stage: 'VERIFIED', days: 91, count: 1 },
];

describe('the funnel', () => {
  const stages = new Map(funnelOf(LISTINGS, PAIRS).map((one) => [one.stage, one]));

  it('example', () => {
    expect(funnelOf([], [{ stage: 'SEEN', days: 3, count: 2 }])[2]?.reached).toBe(2);
  });

  it('begins with the listings, of which those without a match wait', () => {
    expect(stages.get('LISTED')).toEqual({
      stage: 'LISTED',
      // 3 + 2 + 1 + 2 + 1
      reached: 9,
      share: undefined,
      // active and never matched: 2 for 40 days, 1 for 100
      waiting: 3,
      medianDays: 40,
      olderThan14: 3,
      olderThan30: 3,
      olderThan90: 1,
      declined: 1,
      expired: 2,
      completed: 0,
    });
  });

  it('counts a pair at every stage that it came through, and lets it wait at the last', () => {
    expect([...stages.values()].map(({ stage, reached, waiting }) => [stage, reached, waiting])).toEqual([
      ['LISTED', 9, 3],
      // 4 + 1 + 2 + 3 + 1 + 1 + 1
      ['MATCHED', 13, 4],
      // 13 - 5 that nobody has seen
      ['SEEN', 8, 2],
      // 8 - 5
      ['PROPOSED', 3, 1],
      ['AGREED', 2, 0],
      ['DELIVERING', 1, 0],
      ['VERIFIED', 1, 1],
    ]);
  });

  it('says what part of a stage came to the next', () => {
    // 3 of 9 listings have had a match; then 8/13, 3/8, 2/3, 1/2, 1/1
    expect([...stages.values()].map(({ share }) => share)).toEqual([
      undefined,
      3 / 9,
      8 / 13,
      3 / 8,
      2 / 3,
      1 / 2,
      1,
    ]);
  });

  it('tells by its ends how the others ended', () => {
    const ends = FUNNEL_STAGES.map((stage) => stages.get(stage)!).map(({ declined, expired, completed }) => [
      declined,
      expired,
      completed,
    ]);
    expect(ends).toEqual([
      [1, 2, 0],
      [0, 1, 0],
      [3, 0, 0],
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('loses no pair: whoever came to a stage waits there, ended there or came on', () => {
    const pair = fc.record({
      stage: fc.constantFrom('MATCHED', 'SEEN', 'PROPOSED', 'AGREED', 'DELIVERING', 'VERIFIED' as const),
      days: fc.nat(200),
      count: fc.integer({ min: 1, max: 9 }),
      ended: fc.constantFrom(undefined, 'DECLINED', 'EXPIRED', 'COMPLETED' as const),
    });
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const [, ...paired] = funnelOf([], pairs);
        paired.forEach((one, at) => {
          const here = one.waiting + one.declined + one.expired + one.completed;
          expect(one.reached).toBe(here + (paired[at + 1]?.reached ?? 0));
        });
      }),
    );
  });
});

describe('what is on the market', () => {
  it('is as fresh as its firms say', () => {
    // active: 3 of 10 days, 2 of 40, 1 of 91
    expect(marketHealth(LISTINGS)).toEqual({
      active: 6,
      confirmedWithin30: 3 / 6,
      confirmedWithin90: 5 / 6,
      withMatch: 3 / 6,
    });
    expect(marketHealth([]).active).toBe(0);
    expect(marketHealth([]).withMatch).toBeUndefined();
    expect(marketHealth([listing({ confirmedDays: 30 })]).confirmedWithin30).toBe(1);
  });

  it('is weighed by families, those that are gone left out', () => {
    expect(branchBalances(LISTINGS)).toEqual([
      { branch: 'wood', offers: 5, needs: 1, unmatchedOffers: 2, unmatchedNeeds: 1 },
    ]);
    expect(branchBalances([])).toEqual([]);
  });

  it('came so far in so many days', () => {
    const pace = paceOf([
      { step: 'AGREEMENT', days: 9, count: 1 },
      { step: 'FIRST_MATCH', days: 1, count: 2 },
      { step: 'FIRST_MATCH', days: 4, count: 1 },
    ]);
    expect(pace).toEqual([
      // 1, 1, 4
      { step: 'FIRST_MATCH', listings: 3, medianDays: 1 },
      { step: 'FIRST_PROPOSAL', listings: 0, medianDays: undefined },
      { step: 'AGREEMENT', listings: 1, medianDays: 9 },
    ]);
  });
});
