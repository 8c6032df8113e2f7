import { describe, expect, it } from '@jest/globals';
import type { Material } from '../../material/material.js';
import { buildFacts, buildMaterial, CHIPS, HEAT, SLAG } from '../../testing/builders.js';
import { kindCheck } from './kind.js';

const link = { suitability: 1, ratio: 3.5, treatment: 'none', limits: [], evidence: 'test' };
const checked = (offered: Material, wanted: Material) =>
  kindCheck({
    offer: buildFacts('OFFER', { material: offered }),
    need: buildFacts('NEED', { material: wanted }),
    link,
  });
const PALLETS = buildMaterial({ code: 'pallets', unit: 'pcs' });

describe('the kind check', () => {
  it('is not asked where both are measured alike', () => expect(checked(CHIPS, SLAG)).toEqual([]));

  it('example: the ratio of the use ties chips to heat', () => {
    const detail = 'measured in mass and energy, 3.5 MWh out of a tonne in this use';
    expect(checked(CHIPS, HEAT)).toEqual([{ name: 'kind', result: 'PASS', detail }]);
  });

  it('fails where nothing ties the two', () => {
    expect(checked(PALLETS, HEAT)[0]?.result).toBe('FAIL');
    expect(checked(HEAT, CHIPS)[0]?.result).toBe('FAIL');
  });
});
