import { describe, expect, it } from '@jest/globals';
import { d } from '../testing/builders.js';
import { referenceProblems, sumOf, type ReferenceStatement } from './reference-totals.js';

const statement: ReferenceStatement = {
  year: 2025,
  amounts: { rawMaterial: d(100), recycledInput: d(10), renewableInput: d(90), energy: d(8) },
  scope: 'both plants; CO2e with transport and third-party deliveries',
};
const paths = (overrides: Partial<ReferenceStatement>, lastYear = 2025): readonly string[] =>
  referenceProblems({ ...statement, ...overrides }, lastYear).map((one) => one.path.join('.'));

describe('referenceProblems', () => {
  it('example: less than nothing', () => {
    expect(paths({ amounts: { energy: d(-1) } })).toEqual(['input.energy']);
    expect(
      referenceProblems({ year: 2025, amounts: { energy: d(-1) }, scope: 'both plants' }, 2025)[0]?.message,
    ).toBe('State MWh of the year, 0 or more.');
  });

  it('lets a year that is over stand, and no other', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ year: 2026 })).toEqual(['input.year']);
    expect(paths({ year: 1989 })).toEqual(['input.year']);
  });

  it('asks for a scope and for an amount', () => {
    expect(paths({ scope: 'all', amounts: {} })).toEqual(['input.scope', 'input']);
  });

  it('holds parts to their whole', () => {
    // 10 + 91 > 100
    expect(paths({ amounts: { ...statement.amounts, renewableInput: d(91) } })).toEqual([
      'input.recycledInput',
    ]);
    expect(paths({ amounts: { renewableEnergy: d(1) } })).toEqual(['input.energy']);
    expect(paths({ amounts: { turnover: d('1e15') } })).toEqual(['input.turnover']);
  });
});

describe('sumOf', () => {
  it('example: adds what is stated, and tells nothing where one is not', () => {
    expect(
      sumOf({ wasteToFill: d(2), wasteDisposed: d(3) }, ['wasteToFill', 'wasteDisposed'])?.toString(),
    ).toBe('5');
    expect(sumOf({ wasteToFill: d(2) }, ['wasteToFill', 'wasteDisposed'])).toBeUndefined();
    expect(sumOf({}, [])).toBeUndefined();
  });
});
