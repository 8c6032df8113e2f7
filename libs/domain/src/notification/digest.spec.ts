import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextDigest } from './digest.js';

const HOUR_MS = 3_600_000;
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
/** Within two weeks of one of the days on which the clocks change, to the minute. */
const aroundASwitch = fc
  .tuple(
    fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'),
    fc.integer({ min: -14 * 24 * 60, max: 14 * 24 * 60 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000));
const rhythm = fc.constantFrom('DAILY' as const, 'WEEKLY' as const);

describe('nextDigest', () => {
  it('example: the morning on which the clocks go forward', () => {
    expect(nextDigest('DAILY', new Date('2026-03-28T12:00:00Z')).toISOString()).toBe(
      '2026-03-29T05:00:00.000Z',
    );
  });

  it.each([
    ['DAILY', '2026-03-28T05:59:59Z', '2026-03-28T06:00:00.000Z'],
    ['DAILY', '2026-03-28T06:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['DAILY', '2026-10-24T05:00:00Z', '2026-10-25T06:00:00.000Z'],
    // 25 October 2026 is a Sunday, so is 29 March
    ['WEEKLY', '2026-03-23T06:00:00Z', '2026-03-30T05:00:00.000Z'],
    ['WEEKLY', '2026-10-19T05:00:00Z', '2026-10-26T06:00:00.000Z'],
    ['WEEKLY', '2026-12-31T23:30:00Z', '2027-01-04T06:00:00.000Z'],
  ] as const)('%s after %s is %s', (every, after, expected) =>
    expect(nextDigest(every, new Date(after)).toISOString()).toBe(expected),
  );

  it('is later, at seven in Oslo, on a Monday where it is of a week', () => {
    fc.assert(
      fc.property(rhythm, aroundASwitch, (every, after) => {
        const next = nextDigest(every, after);
        expect(next.getTime()).toBeGreaterThan(after.getTime());
        expect(CLOCK.format(next)).toMatch(every === 'DAILY' ? /07:00:00$/ : /^Mon,? 07:00:00$/);
      }),
    );
  });

  it('leaves none out: from one to the next are 23 to 25 hours, or seven days and an hour more or less', () => {
    fc.assert(
      fc.property(rhythm, aroundASwitch, (every, after) => {
        const next = nextDigest(every, after);
        const days = every === 'DAILY' ? 1 : 7;
        const hours = (nextDigest(every, next).getTime() - next.getTime()) / HOUR_MS;
        expect(Math.abs(hours - days * 24)).toBeLessThanOrEqual(1);
        expect((next.getTime() - after.getTime()) / HOUR_MS).toBeLessThanOrEqual(days * 24 + 1);
      }),
    );
  });
});
