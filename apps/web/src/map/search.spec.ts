import { describe, expect, it } from '@jest/globals';
import { periodsUntil, readMapSearch, spanOfPeriod } from './search.js';

describe('readMapSearch', () => {
  it('keeps what means something', () => {
    expect(
      readMapSearch({ period: 2026, unit: 'MWh', family: 'heat', list: 'sites', site: 'a', flow: 'b' }),
    ).toEqual({
      period: '2026',
      unit: 'MWh',
      family: 'heat',
      list: 'sites',
      site: 'a',
      flow: 'b',
    });
  });

  it.each([
    {},
    { period: '26' },
    { period: '2026-Q5' },
    { list: 'x' },
    { unit: 3 },
    { site: 'x'.repeat(201) },
  ])('drops %j', (search) => {
    expect(Object.values(readMapSearch(search)).filter((one) => one !== undefined)).toEqual([]);
  });
});

describe('spanOfPeriod', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2026-Q1', '2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['2026-Q4', '2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ])('%s is from %s to before %s', (period, from, to) => {
    expect(spanOfPeriod(period)).toEqual({ from, to });
  });
});

describe('periodsUntil', () => {
  it('begins with this year and its quarters that have begun', () => {
    const periods = periodsUntil(new Date('2026-05-01'));
    expect(periods.slice(0, 5)).toEqual(['2026', '2026-Q2', '2026-Q1', '2025', '2025-Q4']);
    expect(periods).toHaveLength(3 + 4 * 5);
  });
});
