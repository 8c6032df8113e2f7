import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dayInOslo, daysBetween, instantOf, noonOf, spanOf, yearOf } from './day.js';

const days = fc.integer({ min: 0, max: 36_524 }).map((count) => addDays('2000-01-01', count));
const at = (text: string) => new Date(text);

describe('dayInOslo', () => {
  it('example: half past midnight on a summer night', () => {
    expect(dayInOslo(at('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  });

  it.each([
    // clocks go forward on 29 March 2026 at 01:00 UTC: the day before ends at 23:00 UTC, the day itself at 22:00
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    // and back on 25 October 2026 at 01:00 UTC: the day before ends at 22:00 UTC, the day itself at 23:00
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s it is %s', (instant, day) => expect(dayInOslo(at(instant))).toBe(day));

  it('takes both instants that stand for a day to that day', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayInOslo(instantOf(day))).toBe(day);
        expect(dayInOslo(noonOf(day))).toBe(day);
      }),
    );
  });
});

describe('noonOf, instantOf and yearOf', () => {
  it('example: of the first of July', () => {
    expect(noonOf('2026-07-01').toISOString()).toBe('2026-07-01T12:00:00.000Z');
    expect(instantOf('2026-07-01').toISOString()).toBe('2026-07-01T00:00:00.000Z');
    expect(yearOf('2026-12-31')).toBe(2026);
  });
});

describe('addDays and daysBetween', () => {
  it('example: cross a leap day', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });

  it('count whole days through both changes of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });

  it('undo each other, forwards and backwards', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });
});

describe('addMonths', () => {
  it('example: the end of January becomes the end of February', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });

  it.each([
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-01-31', 12, '2027-01-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-07-09', 0, '2026-07-09'],
  ])('%s and %d months: %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  it('lands in the month meant, never one further', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const month = (text: string) => yearOf(text) * 12 + Number(text.slice(5, 7));
        expect(month(addMonths(day, months))).toBe(month(day) + months);
      }),
    );
  });
});

describe('spanOf', () => {
  const year2026 = { from: '2026-01-01', to: '2026-12-31' };

  it('example: a year written from midnight to midnight', () => {
    expect(spanOf(at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z'))).toEqual(year2026);
  });

  it.each([
    ['midnight UTC of the day after', '2027-01-01T00:00:00.000Z'],
    ['midnight in Oslo', '2026-12-31T23:00:00.000Z'],
    ['the last second of a UTC day', '2026-12-31T23:59:59.000Z'],
    ['the last millisecond of a UTC day', '2026-12-31T23:59:59.999Z'],
    ['the last second in Oslo', '2026-12-31T22:59:59.000Z'],
  ])('understands an end written as %s', (_how, to) => {
    expect(spanOf(at('2026-01-01T00:00:00Z'), at(to))).toEqual(year2026);
  });

  it("begins on Oslo's day, written at Oslo's midnight or UTC's", () => {
    expect(spanOf(at('2025-12-31T23:00:00Z'), at('2027-01-01T00:00:00Z'))).toEqual(year2026);
  });

  it.each([
    ['2026-06-30T22:00:00.000Z', '2026-06-30'], // midnight in Oslo in summer
    ['2026-07-01T00:00:00.000Z', '2026-06-30'],
    ['2026-06-30T23:59:59.999Z', '2026-06-30'],
    ['2026-07-01T08:00:00.000Z', '2026-07-01'],
  ])('ends a half-year written as %s on %s', (to, day) => {
    expect(spanOf(at('2026-01-01T00:00:00Z'), at(to))?.to).toBe(day);
  });

  it('holds one day when asked for one', () => {
    expect(spanOf(at('2026-05-17T00:00:00Z'), at('2026-05-18T00:00:00Z'))).toEqual({
      from: '2026-05-17',
      to: '2026-05-17',
    });
  });

  it('is nothing when no day lies between', () => {
    expect(spanOf(at('2026-05-17T00:00:00Z'), at('2026-05-17T00:00:00Z'))).toBeUndefined();
    expect(spanOf(at('2026-05-17T00:00:00Z'), at('2026-05-01T00:00:00Z'))).toBeUndefined();
  });
});
