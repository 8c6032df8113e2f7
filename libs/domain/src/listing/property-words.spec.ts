import { describe, expect, it } from '@jest/globals';
import { maskProperties } from './disclose.js';
import { commonBasis, commonUnit, isCommonProperty, propertyName } from './property-words.js';

describe('words of properties', () => {
  it('example: names fold together', () => expect(propertyName('Korn-størrelse')).toBe('particlesize'));
  it('example: words of the trade are common', () => expect(isCommonProperty('Fukt')).toBe(true));

  it.each(['moisture', 'particle size', 'CaO', 'chromium VI', 'free fatty acids', 'Si', 'tørrstoff'])(
    'knows %s',
    (word) => expect(isCommonProperty(word)).toBe(true),
  );

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
  });
});
