import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toursTogether, tripsByMonth, type Moving } from './tours.js';

const stream = (overrides: Partial<Moving> = {}): Moving => ({
  tonnes: 1200,
  once: false,
  term: { startsOn: '2026-01-01' },
  ...overrides,
});
const sum = (months: readonly number[]): number => months.reduce((all, one) => all + one, 0);

describe('tripsByMonth', () => {
  it('example: 1 200 t a year in lorries of 25 t are 4 a month', () => {
    // 1 200 ÷ 12 ÷ 25
    const trips = tripsByMonth(stream(), 25, '2026-01-01');
    expect(trips).toHaveLength(12);
    trips.forEach((one) => expect(one).toBeCloseTo(4, 9));
  });

  it('follows the season, wherever the year begins', () => {
    const profile = [0, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0]; // a quarter in June, the rest in July
    const trips = tripsByMonth(stream({ profile }), 25, '2026-07-01');
    expect(trips[0]).toBeCloseTo(36, 9); // 1 200 × ¾ ÷ 25
    expect(trips[11]).toBeCloseTo(12, 9); // 1 200 × ¼ ÷ 25
    expect(sum(trips)).toBeCloseTo(48, 9);
  });

  it('stops with its term', () => {
    const trips = tripsByMonth(
      stream({ term: { startsOn: '2026-02-15', endsOn: '2026-03-31' } }),
      25,
      '2026-01-01',
    );
    // 14 of February's 28 days, the whole of March
    expect(trips.slice(0, 4).map((one) => Number(one.toFixed(6)))).toEqual([0, 2, 4, 0]);
  });

  it('spreads a lot over its days', () => {
    const lot = { tonnes: 500, once: true, term: { startsOn: '2026-04-21', endsOn: '2026-05-10' } };
    // 10 of 20 days in each month; 500 t ÷ 25 t = 20 loads
    expect(tripsByMonth(lot, 25, '2026-01-01').slice(3, 6)).toEqual([10, 10, 0]);
  });

  it('never drives more than there is', () => {
    const day = fc.constantFrom('2025-03-02', '2026-01-01', '2026-08-20', '2027-05-05');
    fc.assert(
      fc.property(day, day, fc.boolean(), fc.nat(9000), (startsOn, from, once, tonnes) => {
        const trips = tripsByMonth(stream({ tonnes, once, term: { startsOn } }), 20, from);
        expect(sum(trips)).toBeLessThanOrEqual(tonnes / 20 + 1e-9);
        trips.forEach((one) => expect(one).toBeGreaterThanOrEqual(0));
      }),
    );
  });

  it('refuses what is no lorry and no amount', () => {
    expect(() => tripsByMonth(stream(), 0, '2026-01-01')).toThrow('more than 0 t');
    expect(() => tripsByMonth(stream({ tonnes: -1 }), 25, '2026-01-01')).toThrow('0 t or more');
  });
});

describe('toursTogether', () => {
  it('example: the rarer of the two, month by month', () =>
    expect(toursTogether([4, 4, 0], [1, 6, 2])).toBe(5)); // 1 + 4 + 0
});
