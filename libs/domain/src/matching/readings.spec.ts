import { describe, expect, it } from '@jest/globals';
import { CHIPS, GRAVEL, RULES, SLAG } from '../testing/builders.js';
import { bestReading, trustIn } from './readings.js';

const sure = (material: typeof SLAG) => ({ material, confidence: 1 });

describe('bestReading', () => {
  it('example: slag answers gravel at nine tenths', () => {
    expect(bestReading(RULES.materials, [sure(SLAG)], [sure(GRAVEL)])?.link.ratio).toBe(0.9);
    expect(trustIn(0.0625)).toBe(0.5);
  });

  it('finds nothing where no reading answers another', () => {
    expect(bestReading(RULES.materials, [sure(GRAVEL)], [sure(CHIPS)])).toBeUndefined();
  });

  it('takes a less likely reading when only that one answers, and says how sure it is', () => {
    const offers = [
      { material: CHIPS, confidence: 0.7 },
      { material: SLAG, confidence: 0.0625 },
    ];
    const found = bestReading(RULES.materials, offers, [sure(GRAVEL)]);
    expect(found).toMatchObject({
      offered: { code: 'copper-slag' },
      wanted: { code: 'gravel' },
      sureness: 0.5,
    });
  });

  it('weighs the link with how sure the reading is', () => {
    const needs = [
      { material: SLAG, confidence: 0.0625 }, // 1 × 0.5
      { material: GRAVEL, confidence: 0.6561 }, // 0.8 × 0.9 = 0.72
    ];
    expect(bestReading(RULES.materials, [sure(SLAG)], needs)?.wanted.code).toBe('gravel');
  });
});
