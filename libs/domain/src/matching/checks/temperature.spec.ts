import { describe, expect, it } from '@jest/globals';
import type { MaterialLink } from '../../material/material.js';
import { roadDistance } from '../../place/distance.js';
import { buildFacts, buildMaterial, CHIPS, HEAT, limit, WARM_WATER } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { propertyChecks } from './property.js';
import { copOf, temperatureDecides } from './temperature.js';

type Facts = Partial<ListingFacts>;
const AS_IS: MaterialLink = { suitability: 1, ratio: 1, treatment: 'none', limits: [], evidence: 'the same' };
const PUMPED = { ...AS_IS, treatment: 'treatment:heat-pump' };
function checked(ofOffer: Facts, ofNeed: Facts, link = AS_IS) {
  const offer = buildFacts('OFFER', { material: HEAT, ...ofOffer });
  const need = buildFacts('NEED', { material: HEAT, ...ofNeed });
  const checks = propertyChecks({ offer, need, link, distance: roadDistance(offer.place, need.place) });
  return checks.find((one) => one.name === 'temperature');
}
const degrees = (range: { min?: number; max?: number }, unit: string | undefined = '°C') => ({
  properties: [limit('temperature', range, { unit })],
});
const at = (celsius: number) => degrees({ min: celsius, max: celsius });

describe('the temperature check of heat', () => {
  it.each<[string, Facts, string]>([
    ['five degrees above what is wanted', at(75), 'PASS'], // 75 − 5 lost in the exchanger = 70
    ['four degrees above it', at(74), 'FAIL'],
    ['an interval around it', degrees({ min: 60, max: 90 }), 'UNKNOWN'],
    ['far above it', at(180), 'PASS'],
    ['75 °C in kelvin', degrees({ min: 348.15, max: 348.15 }, 'K'), 'PASS'],
    ['a unit that is no temperature', degrees({ min: 75, max: 75 }, '%'), 'UNKNOWN'],
    ['not known', {}, 'UNKNOWN'],
  ])('at %s', (_what, offer, result) => expect(checked(offer, degrees({ min: 70 }))?.result).toBe(result));

  it('lets a heat pump lift what is too cold, and says what it takes', () => {
    const offer = { material: WARM_WATER, ...at(40) };
    // 0.5 × 343.15 / 30 = 5.7
    expect(checked(offer, degrees({ min: 70 }), PUMPED)).toEqual({
      name: 'temperature',
      result: 'PASS',
      detail:
        '40 °C offered, at least 70 °C asked for, 5 K lost in the exchanger; a heat pump lifts it with a COP of about 5.7',
    });
    expect(checked(offer, degrees({ min: 70 }))).toMatchObject({
      result: 'FAIL',
      remedy: {
        kind: 'LIFT',
        treatment: 'treatment:heat-pump',
        text: 'a heat pump lifts 40 to 70 °C, COP about 5.7',
      },
    });
  });

  it('knows what a heat pump cannot do', () => {
    expect(checked(at(15), degrees({ min: 90 }), PUMPED)?.result).toBe('FAIL'); // a lift of 75 K
    expect(checked(at(90), degrees({ min: 140 }), PUMPED)?.result).toBe('FAIL'); // a sink of 140 °C
    expect(checked(degrees({ min: 20, max: 60 }), degrees({ min: 90 }), PUMPED)?.result).toBe('UNKNOWN');
    expect(checked(at(15), degrees({ min: 90 }))?.remedy).toBeUndefined();
  });

  it('does not take the most that a taker can bear for the least that it needs', () => {
    expect(checked(at(55), degrees({ max: 60 }))?.result).toBe('PASS');
    expect(checked(at(30), degrees({ max: 60 }))?.result).toBe('PASS');
  });

  it('meets the hottest of several wishes', () => {
    const wishes = { properties: [limit('temperature', { min: 50 }), limit('temperature', { min: 70 })] };
    expect(checked(at(60), wishes)?.result).toBe('FAIL');
  });

  it('asks for degrees where the wish is in no unit of temperature', () => {
    expect(checked(at(60), degrees({ min: 70 }, 'bar'))?.asks).toEqual([
      { fact: 'temperature', of: 'TAKER' },
    ]);
  });

  it('example: COP of a heat pump', () => {
    expect(copOf(35, 75).toFixed(1)).toBe('4.4'); // 0.5 × 348.15 / 40
    expect(copOf(60, 90).toFixed(1)).toBe('6.1'); // 0.5 × 363.15 / 30
  });
});

describe('heat whose taker states no temperature', () => {
  const usual = [{ property: 'temperature', range: { min: 60, max: 90 }, unit: '°C' }];
  const network = buildMaterial({ ...HEAT, code: 'district-heat', properties: usual });

  it('example: is asked after by what is usual, which never refuses', () => {
    const found = checked(at(20), { material: network });
    expect(found).toMatchObject({ result: 'UNKNOWN', asks: [{ fact: 'temperature', of: 'TAKER' }] });
    expect(found?.detail).toContain('60–90 °C is usual');
    expect(checked({}, { material: network })?.asks).toHaveLength(2);
  });

  it('is not asked after where nothing is usual, nor of what is not moved for its heat', () => {
    expect(checked(at(20), {})).toBeUndefined();
    expect(checked({ material: CHIPS }, { material: network })).toBeUndefined();
    expect([temperatureDecides(HEAT), temperatureDecides(CHIPS)]).toEqual([true, false]);
  });
});

describe('the temperature check of cold', () => {
  const COLD = buildMaterial({ ...HEAT, code: 'cooling', class: 'cooling' });
  const cold = (celsius: number, wanted: { min?: number; max?: number }) =>
    checked({ material: COLD, ...at(celsius) }, { material: COLD, ...degrees(wanted) })?.result;

  it('turns the exchanger round', () => {
    expect(cold(7, { max: 12 })).toBe('PASS'); // 7 + 5 = 12
    expect(cold(8, { max: 12 })).toBe('FAIL');
    expect(cold(8, { min: 4 })).toBe('PASS');
    const between = checked({ material: COLD, ...degrees({ min: 6, max: 9 }) }, degrees({ max: 12 }));
    expect(between?.result).toBe('UNKNOWN');
  });
});
