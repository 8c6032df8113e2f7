import { describe, expect, it } from '@jest/globals';
import { buildMaterialBase } from '../material/tree.js';
import { buildMaterial, MATERIALS, RULES } from '../testing/builders.js';
import { wasteStepOf } from './waste-step.js';

const tree = buildMaterialBase(
  [
    ...MATERIALS,
    buildMaterial({ code: 'fill-material' }),
    buildMaterial({ code: 'landfill-cover', parent: 'fill-material' }),
    buildMaterial({ code: 'waste-fuel' }),
    buildMaterial({ code: 'kiln-fuel', parent: 'waste-fuel' }),
    buildMaterial({ code: 'reusable-packaging', unit: 'pcs' }),
    buildMaterial({ code: 'ibc', parent: 'reusable-packaging', unit: 'pcs' }),
    buildMaterial({ code: 'condensate', class: 'water', unit: 'm3' }),
    buildMaterial({ code: 'flue-co2', class: 'co2' }),
  ],
  [],
);

describe('wasteStepOf', () => {
  it('example: crushed slag in place of gravel is recycled', () => {
    const use = { byProductCode: 'copper-slag', inputCode: 'gravel', treatment: 'treatment:crush' };
    expect(wasteStepOf(use, RULES.materials)).toBe('RECYCLING');
  });

  it.each([
    ['a container used again as it is', 'ibc', 'ibc', 'none', 'REUSE'],
    ['a container used again after washing', 'ibc', 'ibc', 'treatment:wash-packaging', 'REUSE'],
    ['a container that was shredded first', 'ibc', 'ibc', 'treatment:shred', 'RECYCLING'],
    ['slag used as it comes, which is still another use', 'copper-slag', 'gravel', 'none', 'RECYCLING'],
    ['slag laid over a landfill', 'copper-slag', 'landfill-cover', 'none', 'FILL'],
    ['chips burned in a kiln', 'wood-chips', 'kiln-fuel', 'none', 'ENERGY_RECOVERY'],
    ['chips that become heat', 'wood-chips', 'district-heat', 'none', 'ENERGY_RECOVERY'],
    ['heat, which is no waste', 'heat-low', 'district-heat', 'none', 'NOT_WASTE'],
    ['condensate, which is waste water', 'condensate', 'condensate', 'none', 'NOT_WASTE'],
    ['CO2, which goes into the air', 'flue-co2', 'gravel', 'none', 'NOT_WASTE'],
  ])('of %s', (_what, byProductCode, inputCode, treatment, expected) => {
    expect(wasteStepOf({ byProductCode, inputCode, treatment }, tree)).toBe(expected);
  });

  it('stops at a material that is not in the tree', () => {
    expect(() =>
      wasteStepOf({ byProductCode: 'unobtainium', inputCode: 'gravel', treatment: 'none' }, tree),
    ).toThrow('unobtainium');
  });
});
