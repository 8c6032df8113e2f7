import { describe, expect, it } from '@jest/globals';
import { buildFactorSet, TRUCK_FACTOR } from '../effects/factor-set.js';
import { buildPriceSet } from '../effects/price-set.js';
import type { ValuedFlow, ValueRules } from '../effects/haul.js';
import { valueOf } from '../effects/value.js';
import type { MaterialLink } from '../material/material.js';
import { d, factor, GRAVEL, HEAT, SLAG } from '../testing/builders.js';
import { linkWorth } from './link-worth.js';

const price = (key: string, value: number) => ({ ...factor(key, value), unit: 'NOK per t' });
const RULES: ValueRules = {
  prices: buildPriceSet('prices-test', [
    price('production:gravel', 200),
    price('energy:district-heat', 600),
    price('energy:electricity-norway', 700),
    price('disposal:landfill', 150),
    price('disposal:released', 0),
    price('treatment:crush', 40),
    price(TRUCK_FACTOR, 1.5),
    price('transport:loading', 20),
  ]),
  factors: buildFactorSet('factors-test', [
    factor('production:gravel', 4),
    factor('energy:district-heat', 200),
    factor('energy:electricity-norway', 15),
    factor('disposal:landfill', 10),
    factor('disposal:released', 0),
    factor('treatment:crush', 1.5),
    factor(TRUCK_FACTOR, 0.1),
  ]),
};
const way = (km: number) => ({ km, minKm: km, maxKm: km, basis: 'test' });
const crushed: MaterialLink = {
  suitability: 1,
  ratio: 0.9,
  treatment: 'treatment:crush',
  limits: [],
  evidence: 'seen in practice',
};
const slag: ValuedFlow = {
  byProduct: SLAG,
  input: GRAVEL,
  link: crushed,
  yearlyBase: d(100_000),
  distances: { road: way(50), pipe: way(50) },
};
const heat: ValuedFlow = {
  ...slag,
  byProduct: { ...HEAT, disposalFactor: 'disposal:released' },
  input: { ...HEAT, productionFactor: 'energy:district-heat' },
  link: { ...crushed, ratio: 1, treatment: 'none' },
  yearlyBase: d(10_000_000),
  distances: { road: way(3), pipe: way(3) },
  sourceC: 90,
  sinkC: 70,
};

describe('linkWorth', () => {
  it('example: what a lorry carries has no fixed part', () => {
    // 0.9 × 200 + 150 − 40 − (50 × 1.5 + 20) = 195 NOK; 0.9 × 4 + 10 − 1.5 − 50 × 0.1 = 7.1 kg
    const worth = linkWorth(slag, RULES);
    expect(worth).toMatchObject({ fixedNok: 0, tonnes: 1, mode: 'truck', km: 50, missing: [] });
    expect(worth!.nok).toBeCloseTo(195, 9);
    expect(worth!.co2eKg).toBeCloseTo(7.1, 9);
  });

  it('goes through the whole amount and half of it, with a pipe for its step', () => {
    const worth = linkWorth(heat, RULES)!;
    expect(worth).toMatchObject({ mode: 'pipe', tonnes: 0 });
    expect(worth.fixedNok).toBeGreaterThan(0);
    for (const part of [1, 0.5]) {
      const units = 10_000 * part; // MWh
      const yearly = valueOf({ ...heat, yearlyBase: heat.yearlyBase.times(part) }, RULES).perYear.nok.net
        .central;
      // to the øre, that the fixed part is rounded to
      expect(Math.abs(worth.nok * units - worth.fixedNok - yearly.toNumber())).toBeLessThan(0.02);
    }
  });

  it('is nothing where nothing could flow', () => {
    expect(linkWorth({ ...slag, yearlyBase: d(0) }, RULES)).toBeUndefined();
  });
});
