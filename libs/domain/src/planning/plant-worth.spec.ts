import { describe, expect, it } from '@jest/globals';
import { buildFactorSet, TRUCK_FACTOR } from '../effects/factor-set.js';
import type { ValuedFlow, ValueRules } from '../effects/haul.js';
import { buildPriceSet } from '../effects/price-set.js';
import { d, factor, GRAVEL, HEAT, SLAG } from '../testing/builders.js';
import { plantWorth } from './plant-worth.js';

const price = (key: string, value: number) => ({ ...factor(key, value), unit: 'NOK per t' });
const RULES: ValueRules = {
  prices: buildPriceSet('prices-test', [
    price('production:gravel', 200),
    price('disposal:landfill', 150),
    price('treatment:crush', 40),
    price(TRUCK_FACTOR, 1.5),
    price('transport:loading', 20),
  ]),
  factors: buildFactorSet('factors-test', [
    factor('production:gravel', 4),
    factor('disposal:landfill', 10),
    factor('treatment:crush', 1.5),
    factor(TRUCK_FACTOR, 0.1),
  ]),
};
const way = (km: number) => ({ km, minKm: km, maxKm: km, basis: 'test' });
const slag: ValuedFlow = {
  byProduct: SLAG,
  input: GRAVEL,
  link: { suitability: 1, ratio: 0.9, treatment: 'treatment:crush', limits: [], evidence: '' },
  yearlyBase: d(100_000),
  distances: { road: way(999), pipe: way(999) },
};

describe('plantWorth', () => {
  it('example: both ways, loaded twice, at the plant’s own price', () => {
    const worth = plantWorth(slag, { to: way(20), on: way(30), costNokPerTonne: d(60) }, RULES)!;
    // 0.9 × 200 + 150 − 60 − (50 × 1.5 + 2 × 20) = 155 NOK; 0.9 × 4 + 10 − 1.5 − 50 × 0.1 = 7.1 kg
    expect(worth).toMatchObject({ km: 50, mode: 'truck', fixedNok: 0, tonnes: 1 });
    expect(worth.nok).toBeCloseTo(155, 9);
    expect(worth.co2eKg).toBeCloseTo(7.1, 9);
  });

  it('is nothing for what has no weight', () => {
    const heat = { ...slag, byProduct: HEAT, input: HEAT };
    expect(plantWorth(heat, { to: way(1), on: way(1), costNokPerTonne: d(0) }, RULES)).toBeUndefined();
  });
});
