import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/day.js';
import {
  freshnessOf,
  lastDayOfLink,
  lastDayOnceReminded,
  lastDayToConfirm,
  remindedUntil,
} from './confirming.js';

const days = fc.integer({ min: 0, max: 10_000 }).map((count) => addDays('2020-01-01', count));

describe('lastDayToConfirm', () => {
  it('example: a stream of the first of January', () => {
    // 30 days are left of January, 28 February, 31 March: 89, so the 90th is the first of April
    expect(lastDayToConfirm('2026-01-01', 'YEAR')).toBe('2026-04-01');
  });

  it('asks about a lot after 30 days', () => {
    expect(lastDayToConfirm('2026-01-01', 'ONCE')).toBe('2026-01-31');
  });

  it('asks nothing of what ends of itself by then', () => {
    expect(lastDayToConfirm('2026-01-01', 'YEAR', '2026-04-01')).toBeUndefined();
    expect(lastDayToConfirm('2026-01-01', 'YEAR', '2026-04-02')).toBe('2026-04-01');
  });
});

describe('lastDayOnceReminded', () => {
  it('example: a fortnight before the last day', () => {
    expect(lastDayOnceReminded('2026-04-01', '2026-03-18')).toBe('2026-04-01');
    expect(lastDayOnceReminded('2026-04-01', '2026-03-17')).toBeUndefined();
  });

  it('leaves a fortnight to whoever is reminded late', () => {
    expect(lastDayOnceReminded('2026-04-01', '2026-05-01')).toBe('2026-05-15');
  });

  it('never ends a listing sooner than a fortnight after the reminder, nor sooner than it would have', () => {
    fc.assert(
      fc.property(days, days, (confirmBy, today) => {
        const last = lastDayOnceReminded(confirmBy, today);
        expect(last === undefined).toBe(confirmBy > remindedUntil(today));
        if (last === undefined) return;
        expect(daysBetween(today, last)).toBeGreaterThanOrEqual(14);
        expect(last >= confirmBy).toBe(true);
      }),
    );
  });
});

describe('remindedUntil and lastDayOfLink', () => {
  it('example: a fortnight ahead, and thirty days behind', () => {
    expect(remindedUntil('2026-03-18')).toBe('2026-04-01');
    expect(lastDayOfLink('2026-04-01')).toBe('2026-05-01');
  });
});

describe('freshnessOf', () => {
  it('example: thirty days ago', () => {
    expect(freshnessOf('2026-05-31', '2026-06-30')).toBe('WITHIN_30_DAYS');
  });

  it.each([
    ['2026-06-30', 'WITHIN_30_DAYS'],
    ['2026-05-30', 'WITHIN_90_DAYS'],
    // 90 days before 30 June: 30 + 31 + 29
    ['2026-04-01', 'WITHIN_90_DAYS'],
    ['2026-03-31', 'LONGER_AGO'],
  ])('of %s is %s on 30 June', (day, band) => expect(freshnessOf(day, '2026-06-30')).toBe(band));
});
