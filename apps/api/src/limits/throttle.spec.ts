import { describe, expect, it } from '@jest/globals';
import type { Level } from './cost-bucket.js';
import { costOver, secondsUntil } from './throttle.js';

const level = (holder: Level['holder'], points: number, size: number): Level => ({
  holder,
  holderId: 'a',
  size,
  points,
});

describe('the account of an operation', () => {
  it('tells of the bucket with the least in it', () => {
    const levels = [level('PERSON', 900.7, 60_000), level('FIRM', 899.5, 240_000)];
    expect(costOver(levels, 31, 4)).toEqual({
      requestedQueryCost: 31,
      actualQueryCost: 4,
      // 240,000 / 60 a second
      throttleStatus: {
        bucket: 'FIRM',
        maximumAvailable: 240_000,
        currentlyAvailable: 899,
        restoreRate: 4000,
      },
    });
  });

  it('has nothing left rather than less', () => {
    expect(costOver([level('PERSON', -3, 600)], 1, null).throttleStatus.currentlyAvailable).toBe(0);
  });

  it('says when to come back: when the slowest bucket has enough', () => {
    // 100 − 40 at 600 / 60 = 10 a second: 6 s; 100 − 99 at 1 a second: 1 s
    expect(secondsUntil([level('PERSON', 40, 600), level('FIRM', 99, 60)], 100)).toBe(6);
    expect(secondsUntil([level('PERSON', 100, 600)], 100)).toBe(1);
  });
});
