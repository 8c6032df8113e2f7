import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandOf, exactly, isExact, middle, scale, smaller } from './range.js';

/** Amounts with up to six significant digits, from grams to gigatonnes. */
const amounts = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -6, max: 9 }))
  .map(([digits, power]) => Number(`${digits}e${power}`));

describe('bandOf', () => {
  it('example: 270 lies in 200 to 500', () => expect(bandOf(270)).toEqual({ min: 200, max: 500 }));

  it.each([
    [1, 1, 2],
    [1.999, 1, 2],
    [2, 2, 5],
    [5, 5, 10],
    [9.99, 5, 10],
    [10, 10, 20],
    [999, 500, 1000],
    [1000, 1000, 2000],
    [0.3, 0.2, 0.5],
    [0.001, 0.001, 0.002],
    [4e12, 2e12, 5e12],
  ])('puts %d into %d to %d', (value, min, max) => expect(bandOf(value)).toEqual({ min, max }));

  it('leaves nothing as nothing', () => {
    expect(bandOf(0)).toEqual({ min: 0, max: 0 });
    expect(bandOf(-4)).toEqual({ min: 0, max: 0 });
  });

  it('holds the amount and is wide, but not wider than two and a half times', () => {
    fc.assert(
      fc.property(amounts, (value) => {
        const { min, max } = bandOf(value);
        expect(min).toBeLessThanOrEqual(value);
        expect(max).toBeGreaterThan(value);
        expect(max / min).toBeGreaterThanOrEqual(2 - 1e-9);
        expect(max / min).toBeLessThanOrEqual(2.5 + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('tiles the line: where one band ends the next begins, and all in a band share it', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 0.999, noNaN: true }), (value, part) => {
        const band = bandOf(value);
        expect(bandOf(band.max).min).toBe(band.max);
        expect(bandOf(band.min)).toEqual(band);
        expect(bandOf(band.min + part * (band.max - band.min))).toEqual(band);
      }),
    );
  });
});

describe('a range', () => {
  it('example: is exact when both ends are one', () => {
    expect(exactly(4)).toEqual({ min: 4, max: 4 });
    expect(isExact(exactly(4))).toBe(true);
    expect(isExact({ min: 4, max: 5 })).toBe(false);
  });

  it('example: is reckoned with by its geometric middle', () => {
    expect(middle({ min: 200, max: 800 })).toBe(400); // √(200 × 800)
  });

  it('has an arithmetic middle where it reaches down to nothing', () => {
    expect(middle({ min: 0, max: 10 })).toBe(5);
    expect(middle(exactly(0))).toBe(0);
    expect(middle(exactly(-3))).toBe(-3);
  });

  it('example: scales at both ends', () => {
    expect(scale({ min: 2, max: 5 }, 10)).toEqual({ min: 20, max: 50 });
  });

  it('example: the smaller of two is the smaller at either end', () => {
    expect(smaller({ min: 200, max: 500 }, exactly(300))).toEqual({ min: 200, max: 300 });
  });
});
