import { describe, expect, it } from '@jest/globals';
import { CHIPS, FEED, GRAVEL, PRICES, SLAG } from '../testing/builders.js';
import { useValueOf } from './use-value.js';

const link = { suitability: 1, ratio: 0.9, treatment: 'treatment:crush', limits: [], evidence: 'test' };

describe('useValueOf', () => {
  it('example: crushed slag instead of gravel', () => {
    // 0.9 × 100 NOK + 300 NOK of landfill − 20 NOK of crushing = 370 NOK; 370 / (370 + 500) = 0.4253
    expect(useValueOf(link, SLAG, GRAVEL, PRICES).toFixed(2)).toBe('0.43');
  });

  it('is nothing where treatment costs more than is saved', () => {
    const free = { ...SLAG, disposalFactor: undefined };
    // 0.1 × 100 NOK − 20 NOK = −10 NOK
    expect(useValueOf({ ...link, ratio: 0.1 }, free, GRAVEL, PRICES)).toBe(0);
  });

  it('is one half where the input has no price', () => {
    expect(useValueOf(link, SLAG, FEED, PRICES)).toBe(0.5);
    expect(useValueOf(link, CHIPS, { ...CHIPS, productionFactor: undefined }, PRICES)).toBe(0.5);
  });

  it('goes by what the use really displaces', () => {
    const better = { ...link, displaces: 'disposal:landfill' };
    // 0.9 × 300 + 300 − 20 = 550; 550 / 1 050 = 0.524
    expect(useValueOf(better, SLAG, GRAVEL, PRICES)).toBeCloseTo(550 / 1050, 12);
  });
});
