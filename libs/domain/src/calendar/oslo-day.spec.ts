import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayInOslo } from './day.js';
import { endOfOsloDay } from './oslo-day.js';

/** The last Sunday of a month of 31 days: when the clocks change (Directive 2000/84/EC, Articles 2 and 3). */
const lastSunday = (year: number, month: '03' | '10'): string => {
  const last = `${year}-${month}-31`;
  return addDays(last, -new Date(`${last}T12:00:00Z`).getUTCDay());
};
const hoursOf = (day: string): number =>
  (endOfOsloDay(day).getTime() - endOfOsloDay(addDays(day, -1)).getTime()) / 3_600_000;

const years = fc.integer({ min: 2002, max: 2040 });
const days = fc.integer({ min: 0, max: 14_000 }).map((count) => addDays('2002-01-01', count));

describe('endOfOsloDay', () => {
  it('example: midnight of a summer night', () => {
    expect(endOfOsloDay('2026-06-30').toISOString()).toBe('2026-06-30T22:00:00.000Z');
  });

  it.each([
    ['2026-01-15', '2026-01-15T23:00:00.000Z'],
    ['2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-24', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['2026-12-31', '2026-12-31T23:00:00.000Z'],
  ])('%s ends at %s', (day, end) => expect(endOfOsloDay(day).toISOString()).toBe(end));

  it('is the first instant after the day, whichever day it is', () => {
    fc.assert(
      fc.property(days, (day) => {
        const end = endOfOsloDay(day);
        expect(dayInOslo(end)).toBe(addDays(day, 1));
        expect(dayInOslo(new Date(end.getTime() - 1))).toBe(day);
      }),
    );
  });

  it('gives 23 hours to the day that the clocks go forward, 25 to the one that they go back, 24 to their neighbours', () => {
    fc.assert(
      fc.property(years, (year) => {
        const [spring, autumn] = [lastSunday(year, '03'), lastSunday(year, '10')];
        expect([hoursOf(spring), hoursOf(autumn)]).toEqual([23, 25]);
        for (const day of [spring, autumn]) {
          expect([hoursOf(addDays(day, -1)), hoursOf(addDays(day, 1))]).toEqual([24, 24]);
        }
      }),
    );
  });
});
