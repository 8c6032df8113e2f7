import { describe, expect, it } from '@jest/globals';
import { nextLoad } from './index-keeper.js';

describe('the nightly load of the matching index', () => {
  it.each([
    ['example: at noon, tomorrow', '2026-06-15T10:00:00Z', '2026-06-16T01:00:00.000Z'],
    ['after midnight, the same night', '2026-06-15T22:30:00Z', '2026-06-16T01:00:00.000Z'],
    ['at the very hour, the next one', '2026-06-16T01:00:00Z', '2026-06-17T01:00:00.000Z'],
    ['in winter an hour later', '2026-12-15T10:00:00Z', '2026-12-16T02:00:00.000Z'],
  ])('%s', (_when, now, at) => {
    expect(nextLoad(new Date(now)).toISOString()).toBe(at);
  });
});
