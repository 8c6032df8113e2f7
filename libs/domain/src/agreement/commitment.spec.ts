import { describe, expect, it } from '@jest/globals';
import { CHIPS, d, GRAVEL, quantity, SLAG } from '../testing/builders.js';
import { agreementState, commitmentOn, fromOwnBase, holdsStream, ownBase } from './commitment.js';

const from = { startsOn: '2026-07-01' };
const taken = (...args: Parameters<typeof commitmentOn>) => commitmentOn(...args)?.toString();
const listing = (value: number, unit: string, per: Parameters<typeof quantity>[2], material = CHIPS) => ({
  quantity: quantity(value, unit, per),
  material,
});

describe('commitmentOn', () => {
  it('example: a stream is held at its yearly rate', () => {
    // 10 t a month are 120 t a year
    expect(taken(listing(1000, 't', 'YEAR'), quantity(10, 't', 'MONTH'), from, CHIPS, 1)).toBe('120');
  });

  it.each([
    ['a stream by the month of a stream by the week', 'WEEK', 'MONTH', '2.301369863'], // 10 × 12 × 7 / 365
    ['a lot of a stream by the year', 'YEAR', 'ONCE', '10'],
    ['a lot of a stream by the month', 'MONTH', 'ONCE', '0.833333333'], // 10 / 12
    ['a lot of a lot', 'ONCE', 'ONCE', '10'],
  ] as const)('takes %s', (_what, listed, agreed, expected) => {
    expect(taken(listing(1000, 't', listed), quantity(10, 't', agreed), from, CHIPS, 1)).toBe(expected);
  });

  it('takes from a lot what the whole term moves, first and last day counted', () => {
    const lot = listing(1000, 't', 'ONCE');
    // 365 t a year × 31 days / 365
    expect(taken(lot, quantity(365), { ...from, endsOn: '2026-07-31' }, CHIPS, 1)).toBe('31');
    expect(taken(lot, quantity(365), { ...from, endsOn: '2026-07-01' }, CHIPS, 1)).toBe('1');
    expect(taken(lot, quantity(365), from, CHIPS, 1)).toBeUndefined();
  });

  it('carries units by the named figures of the material', () => {
    // 40 m3 × 0.25 t/m3 = 10 t; 40 MWh / 4 MWh/t = 10 t
    expect(taken(listing(1000, 't', 'YEAR'), quantity(40, 'm3'), from, CHIPS, 1)).toBe('10');
    expect(taken(listing(1000, 'kg', 'YEAR'), quantity(40, 'MWh'), from, CHIPS, 1)).toBe('10000');
  });

  it("counts a need in its own material's units", () => {
    // 100 t of slag × 0.9 = 90 t of gravel
    expect(taken(listing(500, 'kg', 'YEAR', GRAVEL), quantity(100), from, SLAG, 0.9)).toBe('90000');
  });

  it('takes nothing where no figure ties the units', () => {
    expect(taken(listing(500, 't', 'YEAR', SLAG), quantity(1, 'm3'), from, SLAG, 1)).toBeUndefined();
    expect(taken(listing(500, 't', 'YEAR', SLAG), quantity(1, 'MWh'), from, SLAG, 1)).toBeUndefined();
  });
});

describe('ownBase and fromOwnBase', () => {
  it('example: two tonnes of chips are 2 000 kg, and 8 m3 of them are too', () => {
    expect(ownBase(d(2), 't', CHIPS)?.toString()).toBe('2000');
    expect(ownBase(d(8), 'm3', CHIPS)?.toString()).toBe('2000');
    expect(fromOwnBase(d(2000), 'm3', CHIPS)?.toString()).toBe('8');
  });

  it('know nothing without a named figure', () => {
    expect(ownBase(d(2), 'm3', SLAG)).toBeUndefined();
    expect(fromOwnBase(d(2), 'MWh', SLAG)).toBeUndefined();
  });
});

describe('holdsStream', () => {
  it.each([
    ['YEAR', undefined, true],
    ['YEAR', '2026-12-31', true],
    ['YEAR', '2026-06-15', true],
    ['YEAR', '2026-06-14', false], // over: the stream is free again
    ['ONCE', '2026-06-14', true], // a lot that left does not come back
  ] as const)('of an amount per %s that ends on %s: %s', (per, endsOn, expected) => {
    expect(holdsStream(per, { startsOn: '2026-01-01', endsOn }, '2026-06-15')).toBe(expected);
  });

  it('example: a stream agreed without an end is held', () => {
    expect(holdsStream('YEAR', { startsOn: '2026-01-01' }, '2036-01-01')).toBe(true);
  });
});

describe('agreementState', () => {
  const term = { startsOn: '2026-01-01', endsOn: '2026-06-30' };

  it.each([
    ['2025-12-31', 'COMING'],
    ['2026-01-01', 'RUNNING'],
    ['2026-06-30', 'RUNNING'],
    ['2026-07-01', 'ENDED'],
  ])('on %s it is %s', (today, state) => {
    expect(agreementState(term, today)).toBe(state);
  });

  it('runs on without a last day', () => {
    expect(agreementState({ startsOn: '2026-01-01' }, '2066-01-01')).toBe('RUNNING');
  });
});
