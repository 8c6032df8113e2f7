import { describe, expect, it } from '@jest/globals';
import { DateTimeScalar } from './scalars.js';

describe('DateTime', () => {
  it.each([
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00+02:00', '2026-11-22T08:00:00.000Z'],
    ['2028-02-29T00:00:00.123Z', '2028-02-29T00:00:00.123Z'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
    ['2999-12-31T23:59:59Z', '2999-12-31T23:59:59.000Z'],
  ])('takes %s', (text, instant) => {
    expect(DateTimeScalar.parseValue(text).toISOString()).toBe(instant);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T12:00:00+02:00',
    '2026-13-01T00:00:00Z',
    '2026-11-22',
    'now',
    5,
    null,
  ])('refuses %s, which names no instant', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow(/ISO 8601/);
  });

  it.each([
    '0000-01-01T00:00:00Z',
    '0999-12-31T00:00:00Z',
    '1899-12-31T23:59:59Z',
    '3000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-14:00',
  ])('refuses %s, for which no day can be told', (text) => {
    expect(() => DateTimeScalar.parseValue(text)).toThrow(/from 1900 to 2999/);
  });
});
