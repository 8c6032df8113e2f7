import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactly } from '../../quantity/range.js';
import { limit } from '../../testing/builders.js';
import { ANY_MOISTURE, complementOf, moistureOf, rebased, statedOf } from './basis.js';
import { statementsOf } from './statement.js';

const percent = (property: string, value: number, basis?: string) =>
  limit(property, { min: value, max: value }, { unit: '%', basis });

describe('moistureOf', () => {
  it('example: dry matter is the rest', () => {
    const { min, max } = moistureOf([{ property: 'dry matter', range: { min: 30, max: 30 }, unit: '%' }]);
    expect([min, max]).toEqual([0.7, 0.7]);
  });

  it('reads moisture per dry mass: 25 % of it is 20 % of the whole', () => {
    // 0.25 / 1.25 = 0.2
    expect(moistureOf([percent('moisture', 25, 'dry')])).toEqual(exactly(0.2));
    expect(moistureOf([percent('moisture', 25)])).toEqual({ min: 0.2, max: 0.25 });
    expect(moistureOf([percent('moisture', 25, 'wet')])).toEqual(exactly(0.25));
  });

  it('knows nothing where nothing usable is stated', () => {
    expect(moistureOf([])).toEqual(ANY_MOISTURE);
    expect(moistureOf([limit('moisture', { max: 20 })])).toEqual(ANY_MOISTURE);
  });
});

describe('rebased', () => {
  it('example: a share of what is four fifths dry is a quarter more of the dry', () => {
    // 0.4 % / (1 − 0.2) = 0.5 %
    expect(rebased('chlorine', exactly(0.004), 'wet', 'dry', exactly(0.2))).toEqual(exactly(0.005));
    expect(rebased('chlorine', exactly(0.005), 'dry', 'wet', exactly(0.2))).toEqual(exactly(0.004));
  });

  it('leaves open what the water leaves open', () => {
    expect(rebased('ash', exactly(0.01), 'wet', 'dry', ANY_MOISTURE)).toEqual({ min: 0.01, max: Infinity });
    expect(rebased('ash', exactly(0.01), 'dry', 'wet', ANY_MOISTURE)).toEqual({ min: 0, max: 0.01 });
  });

  it('takes the heat of its water off a calorific value', () => {
    // 19 × 0.5 − 2.443 × 0.5 = 8.2785 MJ/kg, the usual 2.3 MWh/t of fresh wood
    const wet = rebased('calorificvalue', exactly(19), 'dry', 'wet', exactly(0.5));
    expect(wet.min).toBeCloseTo(8.2785, 9);
    expect(rebased('calorificvalue', wet, 'wet', 'dry', exactly(0.5)).max).toBeCloseTo(19, 9);
  });

  it('carries moisture itself: a half of the whole is as much as the dry', () => {
    expect(rebased('moisture', exactly(0.5), 'wet', 'dry', ANY_MOISTURE)).toEqual(exactly(1));
    expect(rebased('moisture', exactly(1), 'dry', 'wet', ANY_MOISTURE)).toEqual(exactly(0.5));
  });

  it('there and back holds what it started from, however little is known of the water', () => {
    const part = fc.integer({ min: 0, max: 90 }).map((value) => value / 100);
    fc.assert(
      fc.property(
        part,
        part,
        part,
        fc.constantFrom('ash', 'moisture', 'calorificvalue'),
        (value, a, b, name) => {
          const water = { min: Math.min(a, b), max: Math.max(a, b) };
          const back = rebased(name, rebased(name, exactly(value), 'wet', 'dry', water), 'dry', 'wet', water);
          expect(back.min).toBeLessThanOrEqual(value + 1e-9);
          expect(back.max).toBeGreaterThanOrEqual(value - 1e-9);
        },
      ),
    );
  });
});

describe('statedOf', () => {
  it('example: finds moisture through dry matter, and dry matter through moisture', () => {
    const [moisture] = statedOf(statementsOf([percent('tørrstoff', 30)]), 'moisture');
    expect(moisture?.base).toEqual(exactly(0.7));
    const [dry] = statedOf(statementsOf([percent('moisture', 25, 'dry')]), 'drymatter');
    expect(dry?.base).toEqual(exactly(0.8)); // 1 − 0.25 / 1.25
    expect(complementOf('moisture')).toBe('drymatter');
  });

  it('takes the direct statement first, and nothing else', () => {
    const stated = statementsOf([percent('moisture', 20, 'wet'), percent('dry matter', 70)]);
    expect(statedOf(stated, 'moisture').map((one) => one.base)).toEqual([exactly(0.2)]);
    expect(statedOf(stated, 'ash')).toEqual([]);
  });
});
