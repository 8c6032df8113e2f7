import { describe, expect, it } from '@jest/globals';
import { propertyAt } from './found-properties.js';
import { amountOf, numberOf, numeralsIn, oneOf } from './numerals.js';

const first = (text: string) => {
  const [numeral] = numeralsIn(text);
  if (numeral === undefined) throw new Error(`no number in ${text}`);
  return numeral;
};

describe('numeralsIn', () => {
  it('finds numbers with their bounds, and none inside words', () => {
    expect(first('minst 1 000 t')).toMatchObject({ bound: 'least', from: '1 000', scale: 1 });
    expect(first('ca. 2,5 mill. t')).toMatchObject({ at: 0, from: '2,5', scale: 1_000_000 });
    expect(numeralsIn('CO2 og E18')).toEqual([]);
  });
});

describe('numberOf', () => {
  it.each([
    ['4.000', 'amount', 4000],
    ['4.000', 'measure', 4],
    ['0.125', 'amount', 0.125],
    ['4.5', 'amount', 4.5],
    ['4,5', 'amount', 4.5],
    ['1,234.5', 'amount', 1234.5],
    ['1.234,5', 'amount', 1234.5],
    ['1.234.567', 'amount', 1_234_567],
    ['12 500', 'amount', 12_500],
  ] as const)('reads %p as %p', (digits, as, value) => {
    expect(numberOf(digits, as)).toBe(value);
  });
});

describe('amountOf', () => {
  it('tells a range, an open end and a plain value apart', () => {
    expect(amountOf(first('10-12 GWh'), 'amount', '')).toEqual({ min: 10, max: 12 });
    expect(amountOf(first('12-10 GWh'), 'amount', '')).toEqual({ min: 10, max: 12 });
    expect(amountOf(first('> 10 GWh'), 'amount', '')).toEqual({ min: 10 });
    expect(amountOf(first('10 GWh'), 'amount', ' eller mindre')).toEqual({ max: 10 });
    expect(amountOf(first('10 GWh'), 'amount', '')).toEqual({ value: 10 });
  });
});

describe('oneOf', () => {
  it('tries longer words first', () => {
    expect(oneOf('t | tonn')).toBe('tonn|t');
  });
});

describe('propertyAt', () => {
  it('finds the name before the figure', () => {
    expect(propertyAt('fukt 20 %', first('fukt 20 %'), 0)?.found.property).toBe('moisture');
  });
});
