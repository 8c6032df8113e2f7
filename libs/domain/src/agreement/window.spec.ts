import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { windowOf } from './window.js';

describe('windowOf', () => {
  it('example: a yearly amount counts from anniversary to anniversary', () => {
    expect(windowOf('2026-05-02', 'YEAR', { startsOn: '2025-03-01' })).toEqual({
      from: '2026-03-01',
      until: '2027-03-01',
    });
  });

  it.each([
    ['2026-03-01', '2025-03-01', '2026-03-01', '2027-03-01'], // the anniversary opens the new round
    ['2026-02-28', '2025-03-01', '2025-03-01', '2026-03-01'],
    ['2041-12-31', '2025-03-01', '2041-03-01', '2042-03-01'],
    ['2025-02-27', '2024-02-29', '2024-02-29', '2025-02-28'], // begun on a leap day
    ['2028-03-01', '2024-02-29', '2028-02-29', '2029-02-28'],
  ])('on %s of a year begun on %s: %s to %s', (day, startsOn, from, until) => {
    expect(windowOf(day, 'YEAR', { startsOn })).toEqual({ from, until });
  });

  it.each([
    ['2026-01-31', '2026-01-31', '2026-02-28'],
    ['2026-02-27', '2026-01-31', '2026-02-28'],
    ['2026-02-28', '2026-02-28', '2026-03-31'],
    ['2026-03-30', '2026-02-28', '2026-03-31'],
    ['2026-03-31', '2026-03-31', '2026-04-30'], // the 31st comes back after the short month
    ['2028-02-29', '2028-02-29', '2028-03-31'],
    ['2036-01-30', '2035-12-31', '2036-01-31'],
  ])('on %s of months begun on the 31st of January: %s to %s', (day, from, until) => {
    expect(windowOf(day, 'MONTH', { startsOn: '2026-01-31' })).toEqual({ from, until });
  });

  it('counts weeks and days from the start, not from Mondays', () => {
    const term = { startsOn: '2026-07-01' }; // a Wednesday
    expect(windowOf('2026-07-07', 'WEEK', term)).toEqual({ from: '2026-07-01', until: '2026-07-08' });
    expect(windowOf('2026-07-08', 'WEEK', term)).toEqual({ from: '2026-07-08', until: '2026-07-15' });
    expect(windowOf('2026-10-25', 'DAY', term)).toEqual({ from: '2026-10-25', until: '2026-10-26' });
  });

  it('is the whole term for a single lot', () => {
    const lot = { startsOn: '2026-07-01', endsOn: '2029-07-01' };
    expect(windowOf('2028-01-01', 'ONCE', lot)).toEqual({ from: '2026-07-01', until: undefined });
  });

  it('takes days outside the term to the first and the last round', () => {
    const term = { startsOn: '2026-07-01', endsOn: '2027-06-30' };
    expect(windowOf('2020-01-01', 'MONTH', term).from).toBe('2026-07-01');
    expect(windowOf('2030-01-01', 'MONTH', term).from).toBe('2027-06-01');
  });

  it('gives every day one round, and rounds that follow on one another without a gap', () => {
    const starts = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2024-01-01', count));
    const periods = fc.constantFrom('DAY', 'WEEK', 'MONTH', 'YEAR' as const);
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 12_000 }), periods, (startsOn, later, per) => {
        const day = addDays(startsOn, later);
        const { from, until = '' } = windowOf(day, per, { startsOn });
        expect(from <= day && day < until).toBe(true);
        expect(windowOf(until, per, { startsOn }).from).toBe(until);
        expect(windowOf(from, per, { startsOn })).toEqual({ from, until });
      }),
      { numRuns: 500 },
    );
  });
});
