import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { d } from '../testing/builders.js';
import { materialCircularity } from './material-circularity.js';

describe('materialCircularity', () => {
  it('example: 60 of 100 virgin, 20 lost', () => {
    const one = materialCircularity({ mass: d(100), virgin: d(60), lost: d(20) });
    // (60 + 20) / 200 = 0.4; 1 − 0.4 × 0.9
    expect([one.waste, one.linearFlow, one.indicator].map(String)).toEqual(['20', '0.4', '0.64']);
  });

  it('is 0.1 for what is all virgin and all lost, 1 for what is neither', () => {
    expect(materialCircularity({ mass: d(5), virgin: d(5), lost: d(5) }).indicator.toString()).toBe('0.1');
    expect(materialCircularity({ mass: d(5), virgin: d(0), lost: d(0) }).indicator.toString()).toBe('1');
  });

  it('counts half of what recycling loses, before and after', () => {
    const one = materialCircularity({
      mass: d(100),
      virgin: d(50),
      lost: d(30),
      lostInRecycling: d(4),
      lostInFeedstock: d(12),
    });
    // W = 30 + (12 + 4) / 2 = 38; LFI = (50 + 38) / (200 + (12 − 4) / 2) = 88 / 204
    expect(one.waste.toString()).toBe('38');
    expect(one.linearFlow.toNumber()).toBeCloseTo(88 / 204, 12);
  });

  it('rises with use, and never falls below 0', () => {
    const worn = { mass: d(1), virgin: d(1), lost: d(1) };
    // 1 − 0.9 / 0.5 = −0.8
    expect(materialCircularity({ ...worn, utility: d('0.5') }).indicator.toString()).toBe('0');
    // 1 − 0.9 / 2
    expect(materialCircularity({ ...worn, utility: d(2) }).indicator.toString()).toBe('0.55');
  });

  it('lies between 0.1 and 1 at the use of the industry', () => {
    const part = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(part, part, (virgin, lost) => {
        const { indicator } = materialCircularity({ mass: d(1000), virgin: d(virgin), lost: d(lost) });
        return indicator.gte('0.1') && indicator.lte(1);
      }),
    );
  });

  it('refuses nothing', () => {
    expect(() => materialCircularity({ mass: d(0), virgin: d(0), lost: d(0) })).toThrow(RangeError);
  });
});
