import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestMixture } from './mixture.js';

const share = fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10);
const plans = (limits: number) =>
  fc.array(
    fc.record({
      worth: fc.integer({ min: 0, max: 1000 }),
      takes: fc.array(share, { minLength: limits, maxLength: limits }),
    }),
    { maxLength: 12 },
  );

describe('bestMixture', () => {
  it('example: half of a plan that takes twice what there is', () => {
    expect(bestMixture([{ worth: 100, takes: [2] }], 1)).toEqual({ weights: [0.5], prices: [50], worth: 50 });
  });

  it('mixes what takes much with what takes little', () => {
    // all of the limit by ½ of each: ½ × 1.5 + ½ × 0.5 = 1; ½ × 100 + ½ × 60 = 80
    const { weights, worth } = bestMixture(
      [
        { worth: 100, takes: [1.5] },
        { worth: 60, takes: [0.5] },
      ],
      1,
    );
    expect(weights).toEqual([0.5, 0.5]);
    expect(worth).toBeCloseTo(80, 9);
  });

  it('keeps within every limit, and its prices prove that no mixture is worth more', () => {
    const markets = fc
      .integer({ min: 1, max: 4 })
      .chain((limits) => fc.tuple(fc.constant(limits), plans(limits)));
    fc.assert(
      fc.property(markets, ([limits, all]) => {
        const { weights, prices, worth } = bestMixture(all, limits);
        const sum = (of: (plan: (typeof all)[number]) => number): number =>
          all.reduce((whole, plan, at) => whole + of(plan) * weights[at]!, 0);
        expect(weights.every((one) => one >= 0) && prices.every((one) => one >= 0)).toBe(true);
        expect(sum(() => 1)).toBeLessThanOrEqual(1 + 1e-9);
        for (let at = 0; at < limits; at += 1)
          expect(sum((plan) => plan.takes[at]!)).toBeLessThanOrEqual(1 + 1e-9);
        expect(sum((plan) => plan.worth)).toBeCloseTo(worth, 6);
        // weak duality: every limit at its price, and the dearest plan for what is left
        const paid = (plan: (typeof all)[number]): number =>
          plan.worth - prices.reduce((all_, price, at) => all_ + price * plan.takes[at]!, 0);
        const dearest = Math.max(0, ...all.map(paid));
        const bound = prices.reduce((whole, price) => whole + price, dearest);
        expect(bound).toBeCloseTo(worth, 6);
      }),
    );
  });
});
