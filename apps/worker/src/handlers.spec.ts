import { describe, expect, it } from '@jest/globals';
import { JOB_NAMES, SCHEDULES } from '#market';
import { refuseUnhandled } from './handlers.js';

const all = Object.fromEntries(JOB_NAMES.map((name) => [name, () => Promise.resolve()]));

describe('starting the worker', () => {
  it('goes well when every job and schedule has one handler', () => {
    expect(() => refuseUnhandled(all, SCHEDULES)).not.toThrow();
  });

  it('is refused when a job has no handler', () => {
    const { 'match-listing': _left, ...rest } = all;
    expect(() => refuseUnhandled(rest, SCHEDULES)).toThrow('match-listing: no handler');
  });

  it('is refused when a handler answers to no job', () => {
    expect(() => refuseUnhandled({ ...all, 'mow-lawn': all['match-listing'] }, SCHEDULES)).toThrow(
      'mow-lawn: no such job',
    );
  });
});
