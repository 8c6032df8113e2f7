import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leavesOpen, PROTECTION, type Secrets } from './witness.js';

/** Exchanges between pairs of firms that have no other one. */
const pairs = (...amounts: readonly number[]): Secrets => ({
  amounts,
  parties: amounts.map((_, at) => [`giver ${at}`, `taker ${at}`] as const),
});

describe('leavesOpen', () => {
  it('example: one sum of three exchanges leaves each of them open', () =>
    expect(leavesOpen([[40, 30, 50]], pairs(40, 30, 50))).toBe(true));

  it.each([
    ['one exchange', [[40]], [40], false],
    ['two exchanges, of which each party knows the other one', [[40, 30]], [40, 30], false],
    [
      'a second sum that leaves one out',
      [
        [40, 30, 50, 60],
        [40, 30, 50, 0],
      ],
      [40, 30, 50, 60],
      false,
    ],
    [
      'a second sum that leaves two out, each of which knows the other',
      [
        [1, 1, 1, 1, 1],
        [1, 1, 1, 0, 0],
      ],
      [1, 1, 1, 1, 1],
      false,
    ],
    [
      'a second sum that leaves three out',
      [
        [1, 1, 1, 1, 1, 1],
        [1, 1, 1, 0, 0, 0],
      ],
      [1, 1, 1, 1, 1, 1],
      true,
    ],
    [
      'the same sum twice, in other units',
      [
        [4, 3, 5],
        [40, 30, 50],
      ],
      [4, 3, 5],
      true,
    ],
    // who knows the first sees two sums of two unknown amounts, with weights that differ: solved
    [
      'two sums of three with other weights',
      [
        [4, 3, 5],
        [8, 3, 10],
      ],
      [4, 3, 5],
      false,
    ],
    // the second less the first leaves the first three: two sums, each of three
    [
      'two sums of six with other weights',
      [
        [4, 3, 5, 4, 6, 2],
        [8, 6, 10, 4, 6, 2],
      ],
      [4, 3, 5, 4, 6, 2],
      true,
    ],
    // who knows the small one of 1 knows the large one to 1 %: 1 ÷ 100
    ['one that dwarfs the others', [[100, 1, 1]], [100, 1, 1], false],
  ])('%s', (_what, sums, amounts, expected) => expect(leavesOpen(sums, pairs(...amounts))).toBe(expected));

  it('sees a firm behind several exchanges of which each is open', () => {
    const parties = [
      ['a', 'b'],
      ['a', 'c'],
      ['d', 'e'],
      ['f', 'g'],
      ['h', 'i'],
    ] as const;
    const amounts = [5, 5, 5, 5, 5];
    // the first sum is what a gives to b and c
    expect(leavesOpen([[5, 5, 0, 0, 0]], { amounts, parties })).toBe(false);
    expect(leavesOpen([[5, 5, 5, 5, 5]], { amounts, parties })).toBe(true);
  });

  it('counts what was taken back by its size', () =>
    expect(leavesOpen([[-4, 3, 5]], pairs(-4, 3, 5))).toBe(true));

  it('says yes to one sum only where the p % rule does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 7 }), (amounts) => {
        if (!leavesOpen([amounts], pairs(...amounts))) return;
        const [largest = 0, second = 0] = [...amounts].sort((a, b) => b - a);
        // the second largest knows itself; the rest is all that hides the largest
        const rest = amounts.reduce((sum, one) => sum + one, 0) - largest - second;
        expect(rest).toBeGreaterThanOrEqual(PROTECTION * largest - 1e-9);
      }),
    );
  });
});
