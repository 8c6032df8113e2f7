import { describe, expect, it } from '@jest/globals';
import { maskProperties } from './disclose.js';
import { commonBasis, commonUnit, isCommonProperty, propertyName } from './property-words.js';

describe('words of properties', () => {
  it('example: names fold together', () => expect(propertyName('Korn-størrelse')).toBe('particlesize'));
  it('example: words of the trade are common', () => expect(isCommonProperty('Fukt')).toBe(true));

  it.each([
    ['Partikkelstørrelse', 'particle size'],
    ['Turtemperatur', 'temperature'],
    ['Tørrstoff', 'dry matter'],
    ['Brennverdi', 'calorific value'],
    ['LOI', 'Glødetap'],
    ['krom 6', 'Chromium VI'],
    ['alkali (Na2Oeq)', 'alkali'],
    ['Cl', 'klor'],
  ])('folds %s and %s together', (one, other) => expect(propertyName(one)).toBe(propertyName(other)));

  it('keeps apart what only looks alike', () => {
    expect(propertyName('Cl (wt)')).toBe('clwt');
    expect(propertyName('chloride')).not.toBe(propertyName('chlorine'));
    expect(propertyName('chromium')).not.toBe(propertyName('chromium VI'));
    expect(propertyName('return temperature')).not.toBe(propertyName('temperature'));
  });

  it('forgets nothing that it needs, however many names it meets', () => {
    const names = Array.from({ length: 5000 }, (_, at) => `quality ${at}`);
    expect(names.map(propertyName).at(-1)).toBe('quality4999');
    expect(propertyName('Korn-størrelse')).toBe('particlesize');
  });

  it.each([
    'moisture',
    'particle size',
    'CaO',
    'chromium VI',
    'free fatty acids',
    'Si',
    'tørrstoff',
    'foreign matter',
    'metal content',
    'carbon content',
    'alkali (Na2Oeq)',
  ])('knows %s', (word) => expect(isCommonProperty(word)).toBe(true));

  it.each(['Granvåk quality', 'as from line 3 at Mo', 'Kari 90000000', ''])('does not pass on "%s"', (word) =>
    expect(isCommonProperty(word)).toBe(false),
  );

  it('masks what a firm made up, in names, units and bases', () => {
    const range = { min: 30, max: 30 };
    const stated = [
      { property: 'moisture', range, unit: '%', basis: 'wet', measured: true },
      { property: 'moisture', range, unit: 'Granvåk scale', basis: 'at Granvåk', measured: true },
      { property: 'Granvåk grade', range, measured: true },
    ];
    expect(maskProperties(stated)).toEqual([
      { property: 'moisture', range: { min: 20, max: 50 }, unit: '%', basis: 'wet', measured: true },
      {
        property: 'moisture',
        range: { min: 20, max: 50 },
        unit: undefined,
        basis: undefined,
        measured: true,
      },
    ]);
    expect([commonUnit('Granvåk scale'), commonBasis(undefined)]).toEqual([undefined, undefined]);
    expect([commonUnit('mg/kg TS'), commonBasis('as received')]).toEqual(['mg/kg TS', 'as received']);
  });
});
