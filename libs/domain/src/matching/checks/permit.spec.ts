import { describe, expect, it } from '@jest/globals';
import { buildFacts } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { permitCheck } from './permit.js';

type Facts = Partial<ListingFacts>;
const checked = (offer: Facts, need: Facts = {}) =>
  permitCheck({ offer: buildFacts('OFFER', offer), need: buildFacts('NEED', need) })[0];
const CODE = { wasteCode: '10 02 07' };
const BY_PRODUCT = { furtherUseCertain: true, usableDirectly: true, integralPart: true, lawfulUse: true };

describe('the permit check', () => {
  it.each<[string, Facts, Facts, string | undefined]>([
    ['the code covered', CODE, { permits: ['10 02 07'] }, 'PASS'],
    ['the group covered', CODE, { permits: ['10 02'] }, 'PASS'],
    ['the code not covered', CODE, { permits: ['10 01'] }, 'FAIL'],
    ['no permit at all', CODE, { permits: [] }, 'FAIL'],
    ['permits not stated', CODE, {}, 'UNKNOWN'],
    ['a hazardous code that is masked', { hazardous: true }, { permits: ['10 02'] }, 'UNKNOWN'],
    ['no code', {}, { permits: ['10 02'] }, undefined],
    ['a by-product', { ...CODE, byProductTest: BY_PRODUCT }, { permits: [] }, undefined],
    [
      'a by-product test half done',
      { ...CODE, byProductTest: { lawfulUse: true } },
      { permits: [] },
      'UNKNOWN',
    ],
  ])('with %s', (_what, offer, need, result) => expect(checked(offer, need)?.result).toBe(result));

  it('example: names the code that is not covered, and no step that could cure it', () => {
    expect(checked(CODE, { permits: [] })).toEqual({
      name: 'permit',
      result: 'FAIL',
      detail:
        'the taker has stated no permission for waste code 10 02 07; the authority decides on a wider permission',
    });
  });

  it('asks the side that can say more', () => {
    expect(checked(CODE)?.asks).toEqual([{ fact: 'permit', of: 'TAKER' }]);
    expect(checked({ hazardous: true })?.asks).toEqual([
      { fact: 'permit', of: 'TAKER' },
      { fact: 'wasteCode', of: 'GIVER' },
    ]);
    const half = checked({ ...CODE, byProductTest: { lawfulUse: true } }, { permits: [] });
    expect(half?.asks?.map((one) => one.fact)).toEqual([
      'byProductTest.furtherUseCertain',
      'byProductTest.usableDirectly',
      'byProductTest.integralPart',
    ]);
  });
});
