import { describe, expect, it } from '@jest/globals';
import { buildMaterialBase } from '../material/tree.js';
import { buildExchange, buildMaterial, d, MATERIALS, RULES } from '../testing/builders.js';
import type { UnitKind } from '../quantity/unit.js';
import { impactOf } from './impact.js';
import type { Summed } from './fold.js';

const rules = {
  ...RULES,
  materials: buildMaterialBase(
    [
      ...MATERIALS,
      buildMaterial({ code: 'loose-chips', unit: 'm3', density: { value: 0.25, name: 'loose' } }),
      buildMaterial({ code: 'condensate', class: 'water', unit: 'm3' }),
      buildMaterial({ code: 'seawater', class: 'water', unit: 'm3' }),
    ],
    [],
  ),
};
const moved = (
  byProductCode: string,
  inputCode: string,
  base: number,
  ratio = 0.9,
  unitKind: UnitKind = 'mass',
) => {
  const summed: Summed = {
    exchange: buildExchange({ byProductCode, inputCode, ratio }),
    unitKind,
    amountBase: d(base),
    amountKm: d(base).times(50),
    entries: 1,
  };
  return impactOf(summed, rules);
};

describe('impactOf', () => {
  it('example: 100 t of slag in place of gravel', () => {
    const { step, wasteT, wouldBeLandfilled, nok, energyMWh, freshWaterM3 } = moved(
      'copper-slag',
      'gravel',
      100_000,
    );
    expect([step, wasteT?.toString(), wouldBeLandfilled]).toEqual(['RECYCLING', '100', true]);
    // 90 t × 100 + 100 t × 300 − 100 t × 20 − 5 000 tkm × 1
    expect(nok.net.central.toString()).toBe('32000');
    expect([energyMWh, freshWaterM3]).toEqual([undefined, undefined]);
  });

  it('is signed as its amount', () => {
    const { wasteT, co2e } = moved('copper-slag', 'gravel', -100_000);
    expect([wasteT?.toString(), co2e.net.central.toString()]).toEqual(['-100', '-710']);
  });

  it('tells the energy of what becomes energy, with the substitution ratio', () => {
    // 500 000 kWh × 0.9
    expect(moved('heat-low', 'district-heat', 500_000, 0.9, 'energy').energyMWh?.toString()).toBe('450');
  });

  it('tells fresh water of what serves as it, and none of what serves as seawater', () => {
    expect(moved('condensate', 'condensate', 80, 0.5, 'volume').freshWaterM3?.toString()).toBe('40'); // 80 m3 × 0.5
    expect(moved('condensate', 'seawater', 80, 0.5, 'volume').freshWaterM3).toBeUndefined();
  });

  it('weighs by the named density, and names no weight of what is no waste', () => {
    // 400 m3 × 0.25 t/m3
    expect(moved('loose-chips', 'gravel', 400, 1, 'volume').wasteT?.toString()).toBe('100');
    expect(moved('heat-low', 'district-heat', 500_000, 1, 'energy').wasteT).toBeUndefined();
  });
});
