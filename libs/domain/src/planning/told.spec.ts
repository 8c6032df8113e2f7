import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandOf } from '../quantity/range.js';
import { priceHint, toldAmount } from './told.js';

describe('toldAmount', () => {
  it('example: 340 lie between 200 and 500', () => expect(toldAmount(340, false)).toBe(200));

  it('is exact where both know the other’s amounts', () => expect(toldAmount(340, true)).toBe(340));

  it('tells the same of every amount of a band, and never more than was planned', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (amount) => {
        const told = toldAmount(amount, false);
        expect(told).toBe(toldAmount(told, false));
        expect(told).toBe(bandOf(amount).min);
        expect(told).toBeLessThanOrEqual(amount * (1 + 1e-9));
      }),
    );
  });
});

describe('priceHint', () => {
  it('example: another is worth between 10 and 20 more', () => {
    expect(priceHint({ used: 0, worth: 0, outbidBy: 14 })).toEqual({
      kind: 'OUTBID',
      by: { min: 10, max: 20 },
    });
  });

  it.each([
    ['scarce', { worth: 86, outbidBy: undefined }, { kind: 'SCARCE', by: { min: 50, max: 100 } }],
    ['less than anybody acts on', { worth: 0, outbidBy: 0.3 }, { kind: 'OUTBID', by: { min: 0, max: 1 } }],
    ['nothing to tell', { worth: 0, outbidBy: undefined }, undefined],
  ])('%s', (_what, price, hint) => expect(priceHint({ used: 0, ...price })).toEqual(hint));
});
