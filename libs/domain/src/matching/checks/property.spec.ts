import { describe, expect, it } from '@jest/globals';
import type { MaterialLink, PropertyRange } from '../../material/material.js';
import { roadDistance } from '../../place/distance.js';
import { buildFacts, buildMaterial, limit, SLAG } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { propertyChecks } from './property.js';

type Facts = Partial<ListingFacts>;
const AS_IS: MaterialLink = { suitability: 1, ratio: 1, treatment: 'none', limits: [], evidence: 'the same' };
const used = (treatment: string) => ({ ...AS_IS, treatment: `treatment:${treatment}` });
function checked(ofOffer: Facts, ofNeed: Facts, link = AS_IS) {
  const offer = buildFacts('OFFER', ofOffer);
  const need = buildFacts('NEED', ofNeed);
  return propertyChecks({ offer, need, link, distance: roadDistance(offer.place, need.place) });
}
const firstOf = (...args: Parameters<typeof checked>) => checked(...args)[0];
const states = (name: string, min?: number, max?: number, unit = '%', basis?: string) => ({
  properties: [limit(name, { min, max }, { unit, basis })],
});
const fukt = (min: number, max = min) => states('moisture', min, max);
const asked = (max: number) => states('moisture', undefined, max);

describe('the property checks', () => {
  it.each([
    ['inside the limit', fukt(18), 'PASS'],
    ['on the limit', fukt(20), 'PASS'],
    ['beyond the limit', fukt(21), 'FAIL'],
    ['partly beyond it', fukt(15, 25), 'UNKNOWN'],
    ['not stated', {}, 'UNKNOWN'],
  ])('of what is %s', (_what, offer, result) => expect(firstOf(offer, asked(20))?.result).toBe(result));

  it('say both sides in the detail, ask, and know the step that would help', () => {
    expect(firstOf(fukt(15, 25), asked(20))).toEqual({
      name: 'moisture',
      result: 'UNKNOWN',
      detail: '15–25 % offered, at most 20 % asked for: part of the range lies outside',
      asks: [{ fact: 'moisture', of: 'GIVER' }],
      remedy: { kind: 'TREAT', treatment: 'treatment:dry', text: 'dry to at most 20 %' },
    });
    expect(firstOf({}, asked(20))).toEqual({
      name: 'moisture',
      result: 'UNKNOWN',
      detail: 'the taker asks for at most 20 %; the giver has not stated it',
      asks: [{ fact: 'moisture', of: 'GIVER' }],
    });
  });

  it('find the property however it is written, and its complement', () => {
    expect(firstOf(states('Fukt', 18, 18), asked(20))?.result).toBe('PASS');
    expect(firstOf(states('Tørrstoff', 30, 30), asked(20))).toMatchObject({
      result: 'FAIL',
      detail: '30 % dry matter offered, at most 20 % asked for: that is 70 %',
    });
    expect(firstOf(fukt(10), states('dry matter', 85))).toMatchObject({ result: 'PASS' });
  });

  it('ask nothing about a property without limits', () => {
    expect(checked({}, { properties: [limit('moisture', {})] })).toEqual([]);
  });

  it('example: come in the order of their names, one for each', () => {
    const need = {
      properties: [
        ...asked(20).properties,
        ...states('Cl', undefined, 1).properties,
        ...fukt(5, 30).properties,
      ],
    };
    expect(checked({}, need).map((one) => one.name)).toEqual(['chlorine', 'moisture']);
  });

  it('hold the offer to every limit on one property', () => {
    const both = { properties: [limit('pH', { min: 6 }), limit('pH', { max: 9 })] };
    expect(firstOf({ properties: [limit('pH', { min: 10, max: 10 })] }, both)?.result).toBe('FAIL');
    expect(firstOf({ properties: [limit('pH', { min: 7, max: 7 })] }, both)?.result).toBe('PASS');
  });

  it('leave open what a giver states twice and differently, unless one was measured', () => {
    const twice = (measured: boolean) => ({
      properties: [limit('moisture', { max: 19 }, { unit: '%', measured }), ...fukt(24).properties],
    });
    expect(firstOf(twice(false), asked(20))?.result).toBe('UNKNOWN');
    expect(firstOf(twice(true), asked(20))?.result).toBe('PASS');
  });
});

describe('the limits of a use', () => {
  const LOI: PropertyRange = {
    property: 'loss on ignition',
    range: { min: -Infinity, max: 5 },
    unit: '%',
    basis: 'dry',
  };
  const concrete = { ...AS_IS, limits: [LOI], evidence: 'EN 450-1; a plant at Granvåk does it' };

  it('hold where the taker is silent, and name the standard but no place', () => {
    const found = firstOf({ material: SLAG }, {}, concrete);
    expect(found).toEqual({
      name: 'lossonignition',
      result: 'UNKNOWN',
      detail: 'this use asks for at most 5 % dry (EN 450-1); the giver has not stated it',
      asks: [{ fact: 'lossonignition', of: 'GIVER' }],
    });
    expect(firstOf(states('LOI', 6, 6, '%', 'dry'), {}, concrete)).toMatchObject({
      result: 'FAIL',
      detail: '6 % dry offered, this use asks for at most 5 % dry (EN 450-1)',
    });
  });

  it("give way to the taker's own, on the property or its complement", () => {
    const found = checked({}, states('Glødetap', undefined, 9, '%', 'dry'), concrete);
    expect(found).toHaveLength(1);
    expect(found[0]?.detail).toContain('the taker asks for at most 9 %');
    const dry = { ...AS_IS, limits: [{ property: 'moisture', range: { min: 0, max: 20 }, unit: '%' }] };
    expect(checked({}, states('dry matter', 85), dry).map((one) => one.name)).toEqual(['drymatter']);
  });

  it('say where what is typical meets them, and decide nothing by it', () => {
    const typical = { ...LOI, range: { min: 1, max: 4 } };
    const ash = buildMaterial({ code: 'ash', properties: [typical] });
    const found = firstOf({ material: ash }, {}, concrete);
    expect(found?.result).toBe('UNKNOWN');
    expect(found?.detail).toContain('it is usually met: 1–4 % dry is typical');
    const bad = buildMaterial({ code: 'ash', properties: [{ ...LOI, range: { min: 7, max: 9 } }] });
    expect(firstOf({ material: bad }, {}, concrete)?.result).toBe('UNKNOWN');
  });
});

describe('remedies and the treatment of a use', () => {
  const size = (min: number | undefined, max: number) => states('particle size', min, max, 'mm');

  it('crush, sieve or granulate to size', () => {
    expect(firstOf(size(45, 45), size(0, 32))).toMatchObject({
      result: 'FAIL',
      remedy: { text: 'crush to 0–32 mm', treatment: 'treatment:crush' },
    });
    expect(firstOf(size(45, 45), size(0, 32), used('crush'))).toEqual({
      name: 'particlesize',
      result: 'PASS',
      detail: '45 mm offered, 0–32 mm asked for; crushed to that, as this use includes',
    });
    expect(firstOf(size(0, 45), size(0, 32), used('sieve'))?.result).toBe('PASS');
    expect(firstOf(size(40, 45), size(0, 32), used('sieve'))?.result).toBe('FAIL');
    expect(firstOf(size(0, 1), size(2, 8), used('granulate'))?.result).toBe('PASS');
    expect(firstOf(size(0, 1), size(2, 8), used('crush'))?.result).toBe('FAIL');
  });

  it('dry what the use dries anyway', () => {
    expect(firstOf(fukt(50), asked(20), used('dry'))?.result).toBe('PASS');
    expect(firstOf({}, asked(20), used('dry'))?.result).toBe('UNKNOWN');
  });

  it('leave washing to a trial', () => {
    const found = firstOf(states('chlorine', 3, 3), states('chlorine', undefined, 1), used('wash'));
    expect(found).toMatchObject({ result: 'UNKNOWN', asks: [{ fact: 'chlorine', of: 'GIVER' }] });
    expect(found?.detail).toContain('washed for this use');
  });

  it('know none for heavy metals', () => {
    const found = firstOf(
      states('lead', 300, 300, 'mg/kg'),
      states('Pb', undefined, 200, 'mg/kg'),
      used('wash'),
    );
    expect(found?.result).toBe('FAIL');
    expect(found?.remedy).toBeUndefined();
  });

  it('dry a wet fuel only where its dry matter has the heat', () => {
    const fuel = (mj: number, water: number) => ({
      properties: [
        limit('calorific value', { min: mj, max: mj }, { unit: 'MJ/kg', basis: 'wet' }),
        ...states('moisture', water, water, '%', 'wet').properties,
      ],
    });
    const wanted = states('calorific value', 12, undefined, 'MJ/kg', 'wet');
    // (8.3 + 2.443 × 0.5) / 0.5 = 19.0 when dry; (8.3 + 2.443 × 0.1) / 0.9 = 9.5 when dry
    expect(firstOf(fuel(8.3, 50), wanted)?.remedy?.treatment).toBe('treatment:dry');
    expect(firstOf(fuel(8.3, 10), wanted)?.remedy).toBeUndefined();
  });

  it('ask the taker for the basis of its limit, and the giver for the moisture', () => {
    const found = firstOf(states('ash', 4.5, 4.5, '%', 'wet'), states('ash', undefined, 5));
    expect(found?.asks).toEqual([
      { fact: 'ash', of: 'TAKER' },
      { fact: 'moisture', of: 'GIVER' },
    ]);
  });
});
