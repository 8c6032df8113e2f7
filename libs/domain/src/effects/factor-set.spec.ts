import { describe, expect, it } from '@jest/globals';
import { setInUse } from './factor-set.js';

const OLD = { id: '2026-2', usedFrom: '2026-01-01' };
const NEW = { id: '2027-1', usedFrom: '2027-01-01' };

describe('the set in use', () => {
  it('example: is the one used last on the day, from its own day on', () => {
    expect(setInUse([OLD, NEW], '2026-12-31')?.id).toBe('2026-2');
    expect(setInUse([NEW, OLD], '2027-01-01')?.id).toBe('2027-1');
    expect(setInUse([NEW, OLD], '2030-01-01')?.id).toBe('2027-1');
  });

  it('is, of two from the same day, the one whose name comes last', () => {
    const sets = [OLD, { id: '2026-1', usedFrom: '2026-01-01' }];
    expect([setInUse(sets, '2026-05-01')?.id, setInUse(sets, '2020-05-01')?.id]).toEqual([
      '2026-2',
      '2026-2',
    ]);
  });

  it('is the first before the first day of any, and never one without a day', () => {
    expect(setInUse([NEW, OLD], '2019-12-31')?.id).toBe('2026-2');
    expect(setInUse([OLD, { id: '2099-1', usedFrom: undefined }], '2100-01-01')?.id).toBe('2026-2');
    expect(setInUse([{ id: '2099-1', usedFrom: undefined }], '2100-01-01')).toBeUndefined();
  });
});
