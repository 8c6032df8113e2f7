import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/day.js';
import type { Cell } from './columns.js';
import { dayOfSerial, readDay } from './day.js';

const read = (cell: Cell): string => {
  const result = readDay(cell);
  return 'day' in result ? result.day : result.wrong;
};

describe('readDay', () => {
  it('example: the time behind a day is passed over', () =>
    expect(readDay('01.06.2026 14:35')).toEqual({ day: '2026-06-01' }));

  it.each<[Cell, string]>([
    ['1.6.2026', '2026-06-01'],
    ['01. 06. 2026', '2026-06-01'],
    ['01.06.26', '2026-06-01'],
    ['29.02.2028', '2028-02-29'],
    ['2026-06-01', '2026-06-01'],
    ['2026-06-01T23:30:00', '2026-06-01'],
    // half past eleven at night in UTC is half past one in Oslo
    ['2026-06-01T23:30:00Z', '2026-06-02'],
    ['2026-06-01 00:30+02:00', '2026-06-01'],
    ['20260601', '2026-06-01'],
    [46174, '2026-06-01'],
    [46174.75, '2026-06-01'],
    ['46174', '2026-06-01'],
    ['46174,75', '2026-06-01'],
  ])('reads %s as %s', (cell, as) => expect(read(cell)).toBe(as));

  it.each<Cell>([
    '31.02.2026',
    '29.02.2026',
    '2026-13-01',
    '01.06.1999',
    'i går',
    '',
    12.5,
    '12,5',
    '01.06.2026 x',
  ])('refuses %s and says what would be right', (cell) =>
    expect(read(cell)).toContain('write 01.06.2026 or 2026-06-01'),
  );

  it('refuses slashes, which two countries read as two days', () =>
    expect(read('06/07/2026')).toContain('cannot be told apart'));

  it('reads every day of the century in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: daysBetween('2000-01-01', '2099-12-31') }), (days) => {
        const day = addDays('2000-01-01', days);
        const [year = '', month = '', date = ''] = day.split('-');
        // Excel: the first of January 2000 is 36526
        const ways: Cell[] = [
          `${date}.${month}.${year}`,
          `${Number(date)}.${Number(month)}.${year.slice(2)}`,
          36_526 + days,
        ];
        expect(ways.map(read)).toEqual([day, day, day]);
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(read(text).length).toBeGreaterThan(0)),
    );
  });
});

describe('dayOfSerial', () => {
  it('example: days since 1900, with the 29 February of 1900 that never was', () =>
    expect(dayOfSerial(46174)).toBe('2026-06-01'));
  it('counts from 1904 where the file says so', () =>
    // 1 462 days lie between the two
    expect(dayOfSerial(46174 - 1462, '1904')).toBe('2026-06-01'));
  it.each([0, -1, 1, 36525, 73051, Infinity, NaN])('knows no day for %s', (serial) =>
    expect(dayOfSerial(serial)).toBeUndefined(),
  );
});
