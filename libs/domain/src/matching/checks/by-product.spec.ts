import { describe, expect, it } from '@jest/globals';
import { buildFacts, buildMaterial, HEAT, SLAG } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { byProductCheck } from './by-product.js';

type Facts = Partial<ListingFacts>;
const checked = (offer: Facts, need: Facts = {}) =>
  byProductCheck({ offer: buildFacts('OFFER', offer), need: buildFacts('NEED', need) })[0];
const YES = { furtherUseCertain: true, usableDirectly: true, integralPart: true, lawfulUse: true };

describe('the by-product check', () => {
  it('example: four times yes is a by-product', () => {
    expect(checked({ byProductTest: YES })).toEqual({
      name: 'legal',
      result: 'PASS',
      detail: 'by-product, not waste: all four questions are answered yes',
    });
  });

  it('asks the giver each question that is not answered', () => {
    const found = checked({ byProductTest: { lawfulUse: true, integralPart: true } });
    expect(found?.result).toBe('UNKNOWN');
    expect(found?.detail).toBe('by-product or waste: 2 of 4 questions of the by-product test are unanswered');
    expect(found?.asks).toEqual([
      { fact: 'byProductTest.furtherUseCertain', of: 'GIVER' },
      { fact: 'byProductTest.usableDirectly', of: 'GIVER' },
    ]);
  });

  it('lets waste move with code and permit, and asks for what is missing of them', () => {
    const waste = { byProductTest: { ...YES, integralPart: false } };
    expect(checked({ ...waste, wasteCode: '03 01 05' }, { permits: ['17'] })?.result).toBe('PASS');
    expect(checked(waste)?.asks).toEqual([
      { fact: 'wasteCode', of: 'GIVER' },
      { fact: 'permit', of: 'TAKER' },
    ]);
  });

  it('asks nothing of waste under a code that the taker may receive', () => {
    expect(checked({ wasteCode: '03 01 05' }, { permits: ['03 01 05'] })?.result).toBe('PASS');
    expect(checked({ wasteCode: '03 01 05' })?.result).toBe('UNKNOWN');
  });

  it('is not asked of what is never waste, nor of what has no code', () => {
    expect(checked({ material: HEAT })).toBeUndefined();
    expect(checked({ material: SLAG })).toBeUndefined();
    expect(checked({ material: SLAG, wasteCode: '10 02 01' })?.result).toBe('UNKNOWN');
    const hinted = buildMaterial({ code: 'silica', legal: ['by-product-test'] });
    expect(checked({ material: hinted })?.result).toBe('UNKNOWN');
  });
});
