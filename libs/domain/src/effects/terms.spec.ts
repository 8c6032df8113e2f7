import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MaterialLink } from '../material/material.js';
import { d, factor, FACTORS, GRAVEL, SLAG } from '../testing/builders.js';
import type { Band } from './band.js';
import { effectsOf, type Flow } from './effects.js';
import { buildFactorSet, TRUCK_FACTOR, type Factor } from './factor-set.js';
import { termsOf } from './terms.js';

const CRUSHED: MaterialLink = {
  suitability: 1,
  ratio: 0.9,
  treatment: 'treatment:crush',
  limits: [],
  evidence: '',
};
const slag = (kilos: number, roadKm = 50): Flow => ({
  byProduct: SLAG,
  input: GRAVEL,
  link: CRUSHED,
  amountBase: d(kilos),
  roadKm: d(roadKm),
});
const spread = (key: string, low: string, value: string, high: string): Factor => ({
  ...factor(key, value),
  low: d(low),
  high: d(high),
});
const WIDE = buildFactorSet('wide', [
  spread('production:gravel', '3', '4', '6'),
  spread('disposal:landfill', '8', '10', '12'),
  spread('treatment:crush', '1', '1.5', '2'),
  spread(TRUCK_FACTOR, '0.08', '0.1', '0.12'),
]);
const ends = ({ low, central, high }: Band): string =>
  [low, central, high].map((one) => one.toString()).join(' ');

describe('termsOf', () => {
  it('example: 100 t of slag, crushed, over 50 km, in place of gravel', () => {
    const { production, disposal, treatment, transport, net } = termsOf(slag(100_000), WIDE);
    expect(ends(production)).toBe('270 360 540'); // 90 t × 3, 4, 6
    expect(ends(disposal)).toBe('800 1000 1200'); // 100 t × 8, 10, 12
    expect(ends(treatment)).toBe('100 150 200'); // 100 t × 1, 1.5, 2
    expect(ends(transport)).toBe('400 500 600'); // 5 000 tkm × 0.08, 0.1, 0.12
    // low 270 + 800 − 200 − 600, high 540 + 1 200 − 100 − 400
    expect(ends(net)).toBe('270 710 1240');
  });

  it('names what was missing', () => {
    expect(termsOf(slag(1000), buildFactorSet('none', [])).missing).toEqual([
      'production:gravel',
      'disposal:landfill',
      'treatment:crush',
      TRUCK_FACTOR,
    ]);
  });

  const kilos = fc.integer({ min: -1_000_000, max: 1_000_000 });

  it('has the central effects in its middle, and is nothing again when as much is taken back', () => {
    fc.assert(
      fc.property(kilos, fc.integer({ min: 0, max: 2000 }), (amount, km) => {
        const [there, back] = [termsOf(slag(amount, km), WIDE), termsOf(slag(-amount, km), WIDE)];
        expect(there.net.central.eq(effectsOf(slag(amount, km), WIDE).net)).toBe(true);
        for (const end of ['low', 'central', 'high'] as const)
          expect(there.net[end].plus(back.net[end]).isZero()).toBe(true);
      }),
    );
  });

  it('adds up: the terms of two amounts are those of their sum', () => {
    fc.assert(
      fc.property(kilos, kilos, (one, other) => {
        const both = termsOf(slag(one + other), WIDE).net;
        const [a, b] = [termsOf(slag(one), WIDE).net, termsOf(slag(other), WIDE).net];
        expect([a.low.plus(b.low).eq(both.low), a.high.plus(b.high).eq(both.high)]).toEqual([true, true]);
      }),
    );
  });

  it('is no wider than its factors: one value has no spread', () => {
    expect(ends(termsOf(slag(100_000), FACTORS).net)).toBe('710 710 710');
  });
});
