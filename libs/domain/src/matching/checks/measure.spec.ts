import { describe, expect, it } from '@jest/globals';
import { findMeasure, readBasis, unitsLike } from './measure.js';

const factorOf = (unit: string) => findMeasure(unit)?.factor;

describe('findMeasure', () => {
  it('example: reads a unit with its basis, case and blanks aside', () => {
    expect(findMeasure('MG/KG TS')).toEqual({
      code: 'mg/kg',
      dimension: 'share',
      factor: 1e-6,
      offset: 0,
      basis: 'dry',
    });
  });

  it.each([
    ['prosent', '%'],
    [' vekt-% ', '%'],
    ['ug/kg', 'µg/kg'],
    ['MJ/kg', 'MJ/kg'],
    ['kg/m³', 'kg/m3'],
    ['c', '°C'],
    ['um', 'µm'],
    ['% TS', '%'],
  ])('knows "%s" as %s', (written, code) => expect(findMeasure(written)?.code).toBe(code));

  it('knows what each is worth', () => {
    expect(factorOf('g/kg')).toBe(0.001);
    expect(factorOf('MWh/t')).toBe(3.6); // 1 MWh/t = 3 600 MJ / 1 000 kg
    expect(factorOf('GJ/t')).toBe(1); // 1 000 MJ / 1 000 kg
    expect(factorOf('MPa')).toBe(10); // bar
  });

  it.each(['Granvåk scale', '', 'TS', undefined])('does not guess at "%s"', (written) =>
    expect(findMeasure(written)).toBeUndefined(),
  );

  it('keeps shares of volume and of mass apart', () => {
    expect(findMeasure('vol%')?.dimension).not.toBe(findMeasure('%')?.dimension);
  });

  it('example: says what could be compared', () => {
    expect(unitsLike({ code: '%', dimension: 'share', factor: 0.01, offset: 0 })).toEqual([
      '%',
      '‰',
      'g/kg',
      'mg/g',
    ]);
  });

  it('example: reads a basis, or nothing', () => {
    expect(readBasis('as received')).toBe('wet');
    expect(['TS', 'Tørr', 'daf', 'at Granvåk', undefined].map(readBasis)).toEqual([
      'dry',
      'dry',
      'daf',
      undefined,
      undefined,
    ]);
  });
});
