import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayInOslo } from './day.js';
import { osloAt } from './oslo.js';

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('osloAt', () => {
  it('example: the morning after the clocks went forward', () => {
    expect(osloAt('2026-03-30', 7).toISOString()).toBe('2026-03-30T05:00:00.000Z');
  });

  it.each([
    ['2026-03-28', 7, '2026-03-28T06:00:00.000Z'],
    ['2026-03-29', 7, '2026-03-29T05:00:00.000Z'],
    ['2026-10-24', 7, '2026-10-24T05:00:00.000Z'],
    ['2026-10-25', 7, '2026-10-25T06:00:00.000Z'],
    ['2026-10-25', 0, '2026-10-24T22:00:00.000Z'],
    // 02:00 is left out in March, and comes twice in October
    ['2026-03-29', 2, '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', 2, '2026-10-25T00:00:00.000Z'],
  ])('%s at %i is %s', (day, hour, expected) => expect(osloAt(day, hour).toISOString()).toBe(expected));

  it('is what the clock shows, on every day of twenty years', () => {
    fc.assert(
      fc.property(fc.nat(7300), fc.integer({ min: 3, max: 23 }), (days, hour) => {
        const day = addDays('2020-01-01', days);
        const instant = osloAt(day, hour);
        expect(CLOCK.format(instant)).toBe(`${day} ${String(hour).padStart(2, '0')}:00:00`);
        expect(dayInOslo(instant)).toBe(day);
      }),
    );
  });
});
