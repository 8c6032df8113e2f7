import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retryAfterOf, WEBHOOK_TRIES, webhookOutcome, webhookPause } from './retry.js';

describe('the schedule of tries', () => {
  it('example: five seconds after the first', () => {
    expect(webhookPause(1, 0.5)).toBe(5);
  });

  it('is that of the specification, with nothing after the tenth', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tries) => webhookPause(tries, 0.5));
    // 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h
    expect(pauses).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, undefined]);
    expect(WEBHOOK_TRIES).toBe(10);
  });

  it('law: lies within a tenth of the pause, and not before what the receiver asked, up to a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        (tries, chance, asked) => {
          const middle = webhookPause(tries, 0.5) ?? NaN;
          const pause = webhookPause(tries, chance) ?? NaN;
          expect(Math.abs(pause - middle)).toBeLessThanOrEqual(middle * 0.1 + 1e-9);
          expect(webhookPause(tries, chance, asked)).toBe(Math.max(pause, Math.min(asked, 86_400)));
        },
      ),
    );
  });
});

describe('what an answer means', () => {
  it('example: a redirect is no success', () => expect(webhookOutcome(302)).toBe('REDIRECTED'));

  it.each([
    [200, 'DELIVERED'],
    [204, 'DELIVERED'],
    [299, 'DELIVERED'],
    [308, 'REDIRECTED'],
    [400, 'REFUSED'],
    [410, 'GONE'],
    [500, 'REFUSED'],
    [101, 'REFUSED'],
  ])('%i', (status, outcome) => expect(webhookOutcome(status)).toBe(outcome));
});

describe('Retry-After', () => {
  it('example: seconds', () => expect(retryAfterOf(503, '120', new Date(0))).toBe(120));

  it.each([
    [429, 'Thu, 01 Jan 1970 00:01:00 GMT', 60],
    [503, 'Wed, 31 Dec 1969 23:00:00 GMT', 0],
    [503, 'soon', 0],
    [503, undefined, 0],
    [500, '120', 0],
  ])('%i %j', (status, header, seconds) => expect(retryAfterOf(status, header, new Date(0))).toBe(seconds));
});
