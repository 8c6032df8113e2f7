import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandFrom, bandLess, bandProduct, bandSum, bandTimes, type Band } from './band.js';

const of = (low: number, central: number, high: number): Band => bandFrom({ low, central, high });
const shown = ({ low, central, high }: Band): string => [low, central, high].map(String).join(' ');

describe('a band', () => {
  it('example: adds low to low', () => expect(shown(bandSum(of(1, 2, 3), of(1, 1, 1)))).toBe('2 3 4'));

  it('example: takes the high cost off the low benefit', () =>
    expect(shown(bandLess(of(5, 6, 7), of(1, 2, 3)))).toBe('2 4 6'));

  it('example: is scaled whole', () => expect(shown(bandTimes(of(1, 2, 3), 2))).toBe('2 4 6'));

  it('example: is multiplied by its outermost ends', () =>
    // −1 × 4; 2 × 1; 3 × 4
    expect(shown(bandProduct(of(-1, 2, 3), of(1, 1, 4)))).toBe('-4 2 12'));

  it('holds every product of two values in it', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    const bands = fc
      .tuple(number, number, number)
      .map((three) => three.sort((a, b) => a - b))
      .map(([low = 0, central = 0, high = 0]) => of(low, central, high));
    fc.assert(
      fc.property(bands, bands, (a, b) => {
        const product = bandProduct(a, b);
        for (const one of [a.low, a.central, a.high]) {
          for (const other of [b.low, b.central, b.high]) {
            expect(one.times(other).gte(product.low) && one.times(other).lte(product.high)).toBe(true);
          }
        }
      }),
    );
  });
});
