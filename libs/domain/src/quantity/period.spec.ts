import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Decimal } from './decimal.js';
import { annual, perPeriod, PERIODS } from './period.js';

const d = (value: string | number) => new Decimal(value);

describe('annual', () => {
  it('example: ten a month are 120 a year', () => {
    expect(annual(d(10), 'MONTH').toString()).toBe('120');
  });

  it.each([
    ['DAY', '3650'], // 10 × 365
    ['MONTH', '120'], // 10 × 12
    ['YEAR', '10'],
    ['ONCE', '10'], // a lot moves whole, once
  ] as const)('counts ten per %s as %s', (per, expected) =>
    expect(annual(d(10), per).toString()).toBe(expected),
  );

  it('counts 365/7 weeks, not 52', () => {
    // 7 t a week is 1 t a day: 365 t
    expect(annual(d(7), 'WEEK').toDecimalPlaces(30).toString()).toBe('365');
  });
});

describe('perPeriod', () => {
  it('example: 120 a year are ten a month', () => {
    expect(perPeriod(d(120), 'MONTH').toString()).toBe('10');
  });

  it('brings every rate back to nine decimals', () => {
    const rates = fc.integer({ min: 0, max: 1e15 }).map((nano) => d(nano).div(1e9));
    fc.assert(
      fc.property(rates, fc.constantFrom(...PERIODS), (rate, per) => {
        expect(perPeriod(annual(rate, per), per).toString()).toBe(rate.toString());
      }),
    );
  });
});
