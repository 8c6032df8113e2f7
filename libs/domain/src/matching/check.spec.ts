import { describe, expect, it } from '@jest/globals';
import type { MaterialLink } from '../material/material.js';
import { roadDistance } from '../place/distance.js';
import { exactly } from '../quantity/range.js';
import { buildFacts, CHIPS, FEED, HEAT, KONGSVINGER, limit, SLAG, WARM_WATER } from '../testing/builders.js';
import { propertyName } from '../listing/property-words.js';
import { checksOf, overlapOf, reachOf } from './check.js';
import type { ListingFacts } from './facts.js';

const AS_IS: MaterialLink = { suitability: 1, ratio: 1, treatment: 'none', evidence: 'the same' };
type Facts = Partial<ListingFacts>;

function checked(name: string, ofOffer: Facts = {}, ofNeed: Facts = {}, link = AS_IS) {
  const offer = buildFacts('OFFER', ofOffer);
  const need = buildFacts('NEED', ofNeed);
  const checks = checksOf({ offer, need, link, distance: roadDistance(offer.place, need.place) });
  return checks.find((one) => one.name === name);
}
const resultOf = (...args: Parameters<typeof checked>) => checked(...args)?.result;
/** A place so many kilometres to the north: a degree of latitude is 111.195 km. */
const north = (km: number, radiusKm = 0) => ({
  ...KONGSVINGER,
  latitude: KONGSVINGER.latitude + km / 111.195,
  radiusKm,
});

describe('checksOf', () => {
  it('example: two firms side by side that state nothing special meet four conditions', () => {
    const offer = buildFacts('OFFER');
    const need = buildFacts('NEED');
    const checks = checksOf({ offer, need, link: AS_IS, distance: roadDistance(offer.place, need.place) });
    expect(checks.map(({ name, result }) => `${name}: ${result}`)).toEqual([
      'quantity: PASS',
      'reach: PASS',
      'window: PASS',
      'hazard: PASS',
    ]);
  });
});

describe('the quantity check', () => {
  it('passes while both sides have something left, and fails when one has not', () => {
    expect(resultOf('quantity')).toBe('PASS');
    expect(checked('quantity', { yearlyBase: exactly(0) })).toMatchObject({
      result: 'FAIL',
      detail: 'nothing remains of the offer',
    });
    expect(checked('quantity', {}, { yearlyBase: exactly(0) })?.detail).toBe('nothing remains of the need');
  });
});

describe('the reach check', () => {
  it('passes within, fails beyond, and stays open where an area could lie on either side', () => {
    // 100 km × 1.3 = 130 km by road
    expect(resultOf('reach', { maxDistanceKm: 131 }, { place: north(100) })).toBe('PASS');
    expect(checked('reach', { maxDistanceKm: 129 }, { place: north(100) })).toEqual({
      name: 'reach',
      result: 'FAIL',
      detail: '130 km by road, reach 129 km: too far',
    });
    // 75 to 125 km, so 97.5 to 162.5 km by road
    expect(resultOf('reach', { maxDistanceKm: 129 }, { place: north(100, 25) })).toBe('UNKNOWN');
    expect(resultOf('reach', { maxDistanceKm: 97 }, { place: north(100, 25) })).toBe('FAIL');
    expect(resultOf('reach', { maxDistanceKm: 163 }, { place: north(100, 25) })).toBe('PASS');
  });

  it("example: takes the shorter of the two sides' limits, and the material's own where one is silent", () => {
    const reach = (offer: Facts, need: Facts) =>
      reachOf({ offer: buildFacts('OFFER', offer), need: buildFacts('NEED', need) });
    expect(reach({ maxDistanceKm: 80 }, { maxDistanceKm: 50 })).toBe(50);
    expect(reach({ maxDistanceKm: 80 }, {})).toBe(80);
    expect(reach({ maxDistanceKm: 900 }, {})).toBe(CHIPS.reachKm);
    expect(reach({}, {})).toBe(200);
  });
});

describe('the window check', () => {
  it.each([
    ['neither says when', {}, {}, 'PASS'],
    ['the two share a day', { availableUntil: '2026-07-01' }, { availableFrom: '2026-07-01' }, 'PASS'],
    [
      'one ends before the other begins',
      { availableUntil: '2026-06-30' },
      { availableFrom: '2026-07-01' },
      'FAIL',
    ],
    ['the other ends first', { availableFrom: '2027-01-01' }, { availableUntil: '2026-12-31' }, 'FAIL'],
    ['only ends are known', { availableUntil: '2026-06-30' }, { availableUntil: '2027-06-30' }, 'PASS'],
  ])('where %s', (_when, offer, need, result) => expect(resultOf('window', offer, need)).toBe(result));

  it('says when both can', () => {
    const offer = { availableFrom: '2026-01-01', availableUntil: '2026-12-31' };
    const need = { availableFrom: '2026-03-01', availableUntil: '2027-12-31' };
    expect(checked('window', offer, need)?.detail).toBe('from 2026-03-01 to 2026-12-31');
  });
});

describe('the simultaneity check', () => {
  const winter = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const summer = [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
  const january = [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

  it('is not asked of what can be stored', () => {
    expect(checked('simultaneity', { monthlyProfile: winter }, { monthlyProfile: summer })).toBeUndefined();
  });

  it.each([
    ['the same months', winter, winter, 'PASS'],
    ['one month of two', winter, january, 'PASS'],
    ['no month in common', winter, summer, 'FAIL'],
    ['a silent taker', winter, undefined, 'UNKNOWN'],
    ['a silent giver', undefined, winter, 'UNKNOWN'],
  ])('of heat with %s', (_what, give, take, result) => {
    const offer = { material: HEAT, monthlyProfile: give };
    expect(resultOf('simultaneity', offer, { material: HEAT, monthlyProfile: take })).toBe(result);
  });

  it('asks the side that has not said', () => {
    expect(checked('simultaneity', { material: HEAT, monthlyProfile: winter })?.detail).toContain('taker');
    expect(checked('simultaneity', { material: HEAT })?.detail).toContain('giver');
  });

  it('example: half of what comes in two months meets a need of one', () => {
    // January: the smaller of 1/2 and 5/5 = 0.5
    expect(overlapOf(winter, january)).toBe(0.5);
    expect(overlapOf(winter, winter)).toBe(1);
    expect(overlapOf(winter, undefined)).toBeUndefined();
  });
});

describe('the hazard check', () => {
  it.each<[string, Facts, Facts, string | undefined]>([
    ['a non-hazardous code', { hazardous: false }, {}, 'PASS'],
    ['a hazardous code', { hazardous: true }, {}, 'UNKNOWN'],
    ['a hazardous code into feed', { hazardous: true }, { material: FEED }, 'FAIL'],
    ['no code for what travels under one', { hazardous: undefined }, {}, 'UNKNOWN'],
    ['no code for what has none', { hazardous: undefined, material: SLAG }, {}, undefined],
  ])('with %s', (_what, offer, need, result) => expect(resultOf('hazard', offer, need)).toBe(result));
});

describe('the property checks', () => {
  const offered = (min: number, max = min) => ({
    properties: [limit('moisture', { min, max }, { unit: '%' })],
  });
  const asked = (max: number) => ({ properties: [limit('moisture', { max }, { unit: '%' })] });

  it.each([
    ['inside the limit', offered(18), 'PASS'],
    ['on the limit', offered(20), 'PASS'],
    ['beyond the limit', offered(21), 'FAIL'],
    ['partly beyond it', offered(15, 25), 'UNKNOWN'],
    ['not stated', {}, 'UNKNOWN'],
  ])('of what is %s', (_what, offer, result) => expect(resultOf('moisture', offer, asked(20))).toBe(result));

  it('say both sides in the detail', () => {
    expect(checked('moisture', offered(15, 25), asked(20))?.detail).toBe(
      '15–25 % offered, at most 20 % asked for: part of the range lies outside',
    );
  });

  it('compare nothing across units or bases', () => {
    const wet = { properties: [limit('moisture', { max: 10 }, { unit: '%', basis: 'wet' })] };
    expect(resultOf('moisture', wet, asked(20))).toBe('UNKNOWN');
    const grams = { properties: [limit('moisture', { max: 10 }, { unit: 'g/kg' })] };
    expect(resultOf('moisture', grams, asked(20))).toBe('UNKNOWN');
  });

  it('find the property however it is written', () => {
    const fukt = { properties: [limit('Fukt', { min: 18, max: 18 }, { unit: '%' })] };
    expect(resultOf('moisture', fukt, asked(20))).toBe('PASS');
  });

  it('ask nothing about a property without limits', () => {
    expect(checked('moisture', {}, { properties: [limit('moisture', {})] })).toBeUndefined();
  });

  it('example: Norwegian and English words for a property are one', () => {
    expect(propertyName('Partikkelstørrelse')).toBe(propertyName('particle size'));
    expect(propertyName('Turtemperatur')).toBe('temperature');
    expect(propertyName('Cl (wt)')).toBe('clwt');
  });
});

describe('the temperature check of heat', () => {
  const degrees = (range: { min?: number; max?: number }, material = HEAT) => ({
    material,
    properties: [limit('temperature', range, { unit: '°C' })],
  });
  const at = (celsius: number) => degrees({ min: celsius, max: celsius });

  it.each([
    ['five degrees above what is wanted', at(75), 'PASS'], // 75 − 5 lost in the exchanger = 70
    ['four degrees above it', at(74), 'FAIL'],
    ['an interval around it', degrees({ min: 60, max: 90 }), 'UNKNOWN'],
    ['far above it', at(180), 'PASS'],
    ['not known', { material: HEAT }, 'UNKNOWN'],
  ])('at %s', (_what, offer, result) =>
    expect(resultOf('temperature', offer, degrees({ min: 70 }))).toBe(result),
  );

  it('lets a heat pump lift what is too cold', () => {
    const pumped = { ...AS_IS, treatment: 'treatment:heat-pump' };
    const offer = degrees({ min: 40, max: 40 }, WARM_WATER);
    expect(resultOf('temperature', offer, degrees({ min: 70 }), pumped)).toBe('PASS');
    expect(resultOf('temperature', offer, degrees({ min: 70 }))).toBe('FAIL');
  });

  it('does not take the most that a taker can bear for the least that it needs', () => {
    expect(resultOf('temperature', at(55), degrees({ max: 60 }))).toBe('PASS');
    expect(resultOf('temperature', at(30), degrees({ max: 60 }))).toBe('PASS');
  });
});
