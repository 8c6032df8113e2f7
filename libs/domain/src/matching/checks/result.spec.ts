import { describe, expect, it } from '@jest/globals';
import { agreed, allOf, failed, ofGiver, open, passed } from './result.js';

describe('results', () => {
  it('example: a condition that holds', () => {
    expect(passed('window', 'now on')).toStrictEqual({ name: 'window', result: 'PASS', detail: 'now on' });
  });

  it('example: a condition that does not hold, with the step that would help where there is one', () => {
    expect(failed('reach', 'too far')).toStrictEqual({ name: 'reach', result: 'FAIL', detail: 'too far' });
    const remedy = { kind: 'SPLIT', text: 'split it' } as const;
    expect(failed('lot', 'too large', remedy).remedy).toBe(remedy);
  });

  it('example: a condition that is open asks', () => {
    expect(open('hazard', 'no waste code', [ofGiver('wasteCode')])).toStrictEqual({
      name: 'hazard',
      result: 'UNKNOWN',
      detail: 'no waste code',
      asks: [{ fact: 'wasteCode', of: 'GIVER' }],
    });
  });

  it('example: together they fail where one fails, and are open where one is open', () => {
    expect(allOf(['PASS', 'UNKNOWN', 'PASS'])).toBe('UNKNOWN');
    expect(allOf(['UNKNOWN', 'FAIL'])).toBe('FAIL');
    expect(allOf([])).toBe('PASS');
  });

  it('example: readings that differ decide nothing', () => {
    expect(agreed(['PASS', 'FAIL'])).toBe('UNKNOWN');
    expect(agreed(['FAIL', 'FAIL'])).toBe('FAIL');
  });
});
