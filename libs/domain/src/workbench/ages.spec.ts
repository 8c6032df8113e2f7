import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { medianDays, olderThan, shareOf, totalOf, type AgeCount } from './ages.js';

const counts = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 20 },
);
/** One number for each thing, as a reader would write them down. */
const spelledOut = (all: readonly AgeCount[]): readonly number[] =>
  all.flatMap(({ days, count }) => Array.from({ length: count }, () => days)).sort((a, b) => a - b);

describe('ages', () => {
  it('examples', () => {
    const ages: readonly AgeCount[] = [
      { days: 3, count: 2 },
      { days: 9, count: 1 },
    ];
    expect(totalOf(ages)).toBe(3);
    expect(
      olderThan(
        [
          { days: 14, count: 2 },
          { days: 15, count: 1 },
        ],
        14,
      ),
    ).toBe(1);
    // 1, 1, 10, 10: (1 + 10) / 2
    expect(
      medianDays([
        { days: 1, count: 2 },
        { days: 10, count: 2 },
      ]),
    ).toBe(5.5);
    expect(shareOf(1, 4)).toBe(0.25);
    expect([medianDays([]), shareOf(0, 0)]).toEqual([undefined, undefined]);
  });

  it('have the median of the things spelled out, whatever they come in', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const days = spelledOut(all);
        const middle = (days.length - 1) / 2;
        const expected =
          days.length === 0 ? undefined : (days[Math.floor(middle)]! + days[Math.ceil(middle)]!) / 2;
        expect(medianDays(all)).toBe(expected);
        expect(olderThan(all, 30)).toBe(days.filter((one) => one > 30).length);
      }),
    );
  });
});
