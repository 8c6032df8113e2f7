import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { d } from '../testing/builders.js';
import { sharedCost } from './shared-cost.js';

describe('sharedCost', () => {
  it('example: 40 saved are 20 each', () =>
    // 100 + 60 − 120 = 40; 100 − 20, 60 − 20
    expect(sharedCost([d(100), d(60)], d(120)).map(String)).toEqual(['80', '40']));

  it('nobody pays more than alone, both save alike, and the payments add up', () => {
    const cost = fc.integer({ min: 0, max: 1_000_000 }).map((one) => d(one).div(100));
    fc.assert(
      fc.property(cost, cost, fc.integer({ min: 0, max: 100 }), (a, b, percent) => {
        const together = a.plus(b).times(percent).div(100);
        const [first, second] = sharedCost([a, b], together);
        expect(first.lte(a) && second.lte(b)).toBe(true);
        expect(first.plus(second).eq(together)).toBe(true);
        expect(a.minus(first).minus(b.minus(second)).abs().lt(1e-9)).toBe(true);
      }),
    );
  });

  it('is the mean of what each adds, whoever comes first', () => {
    // Shapley's value of two: ½ × alone + ½ × (together − the other alone)
    const [first] = sharedCost([d(90), d(70)], d(100));
    expect(first.eq(d(90).div(2).plus(d(100).minus(70).div(2)))).toBe(true);
  });

  it('refuses to share a loss', () =>
    expect(() => sharedCost([d(1), d(1)], d(3))).toThrow('more than apart'));
});
