import { describe, expect, it } from '@jest/globals';
import { buildMaterialBase } from '../material/tree.js';
import { d, MATERIALS, SUBSTITUTIONS } from '../testing/builders.js';
import { unknownArea, watchProblems, type WatchTerms } from './watch.js';

const tree = buildMaterialBase(MATERIALS, SUBSTITUTIONS);
const woodInKongsvinger: WatchTerms = {
  name: 'Wood near by',
  side: 'OFFER',
  materialCodes: ['wood'],
  areas: ['3401'],
  properties: [],
  crossIndustryOnly: false,
};
const pathsOf = (overrides: Partial<WatchTerms>): readonly string[] =>
  watchProblems({ ...woodInKongsvinger, ...overrides }, tree).map((one) => one.path.join('.'));

describe('watchProblems', () => {
  it('example: a watch without a material', () => {
    expect(watchProblems({ ...woodInKongsvinger, materialCodes: [] }, tree)[0]?.path).toEqual([
      'input',
      'materialIds',
    ]);
  });

  it('finds none in a sound watch, of areas or of a site', () => {
    expect(pathsOf({})).toEqual([]);
    expect(pathsOf({ areas: ['34', '3401'], amount: { min: d(0), unit: 't' }, leastScore: 1 })).toEqual([]);
    expect(pathsOf({ areas: [], siteId: 'site', withinKm: 80 })).toEqual([]);
  });

  it.each<[string, Partial<WatchTerms>, string]>([
    ['no name', { name: '  ' }, 'input.name'],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, 'input.name'],
    ['an unknown material', { materialCodes: ['wood', 'gold'] }, 'input.materialIds.1'],
    ['too many materials', { materialCodes: Array<string>(21).fill('wood') }, 'input.materialIds'],
    ['an area by its name', { areas: ['34', 'Kongsvinger'] }, 'input.areas.1'],
    ['areas and a site', { siteId: 'site', withinKm: 80 }, 'input.areas'],
    ['a site without a reach', { areas: [], siteId: 'site' }, 'input.withinKm'],
    ['a reach of nothing', { areas: [], siteId: 'site', withinKm: 0 }, 'input.withinKm'],
    ['a reach without a site', { withinKm: 80 }, 'input.siteId'],
    ['an unknown unit', { amount: { min: d(1), unit: 'barrels' } }, 'input.amount.unit'],
    ['an amount of neither end', { amount: { unit: 't' } }, 'input.amount'],
    ['less than nothing', { amount: { min: d(-1), unit: 't' } }, 'input.amount.min'],
    ['a most below the least', { amount: { min: d(5), max: d(4), unit: 't' } }, 'input.amount.max'],
    ['energy of wood without a heating value', { amount: { min: d(5), unit: 'MWh' } }, 'input.amount.unit'],
    ['a score above 1', { leastScore: 1.01 }, 'input.leastScore'],
    ['no number', { leastScore: Number.NaN }, 'input.leastScore'],
    ['a silent property', { properties: [{ property: 'ash', measured: false }] }, 'input.properties.0'],
    [
      'a property upside down',
      { properties: [{ property: 'ash', min: d(2), max: d(1), measured: false }] },
      'input.properties.0.max',
    ],
  ])('refuses %s', (_what, overrides, path) => expect(pathsOf(overrides)).toEqual([path]));
});

describe('unknownArea', () => {
  it('example: a name', () =>
    expect(unknownArea('Kongsvinger')).toBe(
      '"Kongsvinger" is no municipality (four digits, such as 3401) and no county (two, such as 34).',
    ));
});
