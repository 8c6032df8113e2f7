import { describe, expect, it } from '@jest/globals';
import { expectedEnd, matchingRunStatesBefore } from './matching-run.js';

describe('a run through all listings', () => {
  it('example: goes on only from a pause, and once ended stays so', () => {
    expect(matchingRunStatesBefore('RUNNING')).toEqual(['PAUSED']);
    expect(matchingRunStatesBefore('DONE')).toEqual(['RUNNING']);
    expect(matchingRunStatesBefore('SUPERSEDED')).toEqual(['RUNNING', 'PAUSED']);
  });
});

describe('when a run will be through', () => {
  const [tenMinutesAgo, now] = [new Date('2026-06-15T10:00:00Z'), new Date('2026-06-15T10:10:00Z')];
  const end = (done: number, doneBefore = 0): string | undefined =>
    expectedEnd({ listings: 100, done, goingSince: tenMinutesAgo, doneBefore }, now)?.toISOString();

  it.each([
    ['example: half in ten minutes, so the other half in ten', 50, 0, '2026-06-15T10:20:00.000Z'],
    // 20 in 600 s are 30 s each; 40 are left: 1200 s
    ['what was done before a pause says nothing of the pace now', 60, 40, '2026-06-15T10:30:00.000Z'],
    ['nothing done since says nothing', 40, 40, undefined],
    ['all done is now', 100, 0, '2026-06-15T10:10:00.000Z'],
    ['more done than there were is now', 110, 0, '2026-06-15T10:10:00.000Z'],
  ])('%s', (_what, done, doneBefore, expected) => {
    expect(end(done, doneBefore)).toBe(expected);
  });
});
