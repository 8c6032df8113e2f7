import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildMaterialBase } from '../material/tree.js';
import { d, MATERIALS, PRICES, SUBSTITUTIONS } from '../testing/builders.js';
import {
  plantHint,
  plantProblems,
  plantTreatments,
  takesMaterial,
  type PlantTerms,
} from './treatment-plant.js';

const row = (key: string, unit: string) => ({ ...PRICES.all[0]!, kind: 'treatment' as const, key, unit });
const prices = {
  all: [
    row('treatment:none', 'NOK per t'),
    row('treatment:dry', 'NOK per t'),
    row('treatment:crush', 'NOK per t'),
    row('treatment:gas-clean', 'NOK per MWh'),
  ],
};
const materials = buildMaterialBase(MATERIALS, SUBSTITUTIONS);
const narrow = MATERIALS.find(({ parent }) => parent !== null)!;
const dryer: PlantTerms = {
  treatment: 'treatment:dry',
  materialCodes: [narrow.code],
  capacityTonnes: d(5000),
  costNokPerTonne: d(250),
};

describe('plantTreatments', () => {
  it('example: those that are counted by the tonne', () =>
    expect(plantTreatments(prices)).toEqual(['treatment:crush', 'treatment:dry']));
});

describe('plantProblems', () => {
  const pathsOf = (overrides: Partial<PlantTerms>) =>
    plantProblems({ ...dryer, ...overrides }, { prices, materials }).map(({ path }) => path.join('.'));

  it('example: one that takes nothing', () =>
    expect(pathsOf({ materialCodes: [] })).toEqual(['input.materialIds']));

  it.each<[string, Partial<PlantTerms>, readonly string[]]>([
    ['a dryer', {}, []],
    ['one that works for nothing', { costNokPerTonne: d(0) }, []],
    ['what is no treatment of tonnes', { treatment: 'treatment:gas-clean' }, ['input.treatment']],
    ['what needs no plant', { treatment: 'treatment:none' }, ['input.treatment']],
    ['a material that there is not', { materialCodes: [narrow.code, 'moon'] }, ['input.materialIds.1']],
    ['too many', { materialCodes: Array<string>(21).fill(narrow.code) }, ['input.materialIds']],
    ['no room', { capacityTonnes: d(0) }, ['input.capacityTonnes']],
    ['a price below nothing', { costNokPerTonne: d(-1) }, ['input.costNokPerTonne']],
  ])('%s', (_what, overrides, paths) => expect(pathsOf(overrides)).toEqual(paths));
});

describe('takesMaterial', () => {
  it('example: what lies below a material that it names', () => {
    expect(takesMaterial({ materialCodes: [narrow.parent!] }, narrow.code, materials)).toBe(true);
    expect(takesMaterial({ materialCodes: [narrow.code] }, narrow.parent!, materials)).toBe(false);
    expect(takesMaterial({ materialCodes: [] }, narrow.code, materials)).toBe(false);
  });
});

describe('plantHint', () => {
  it('example: one more tonne brings between 200 and 500', () =>
    expect(plantHint(310)).toEqual({ min: 200, max: 500 }));

  it('says nothing where there is room, and the same of every price of a band', () => {
    expect(plantHint(0)).toBeUndefined();
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (worth) => {
        const told = plantHint(worth)!;
        expect(told.min).toBeLessThanOrEqual(worth * (1 + 1e-9));
        expect(told.max).toBeGreaterThanOrEqual(worth * (1 - 1e-9));
      }),
    );
  });
});
