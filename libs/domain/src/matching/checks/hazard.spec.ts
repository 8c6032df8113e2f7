import { describe, expect, it } from '@jest/globals';
import { buildFacts, buildMaterial, FEED, GRAVEL, SLAG } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { hazardCheck } from './hazard.js';

type Facts = Partial<ListingFacts>;
const checked = (offer: Facts, need: Facts = {}) =>
  hazardCheck({ offer: buildFacts('OFFER', offer), need: buildFacts('NEED', need) })[0];
const BY_PRODUCT = { furtherUseCertain: true, usableDirectly: true, integralPart: true, lawfulUse: true };

describe('the hazard check', () => {
  it.each<[string, Facts, Facts, string | undefined]>([
    ['a non-hazardous code', { hazardous: false }, {}, 'PASS'],
    ['a hazardous code', { hazardous: true }, {}, 'UNKNOWN'],
    ['a hazardous code and permits stated', { hazardous: true }, { permits: [] }, 'PASS'],
    ['a hazardous code into feed', { hazardous: true }, { material: FEED }, 'FAIL'],
    ['a hazardous code of a by-product', { hazardous: true, byProductTest: BY_PRODUCT }, {}, 'PASS'],
    ['no code for what travels under one', { hazardous: undefined }, {}, 'UNKNOWN'],
    ['no code for what has none', { hazardous: undefined, material: SLAG }, {}, undefined],
    ['no code for a by-product', { hazardous: undefined, byProductTest: BY_PRODUCT }, {}, undefined],
  ])('with %s', (_what, offer, need, result) => expect(checked(offer, need)?.result).toBe(result));

  it('example: says why', () => {
    expect(checked({ hazardous: false })?.detail).toBe('stated under a non-hazardous waste code');
  });

  it.each(['fertiliser', 'feed', 'food', 'drinking-water'])('keeps hazardous waste out of %s', (rule) => {
    const material = { ...GRAVEL, legal: [rule] };
    expect(checked({ hazardous: true }, { material, permits: ['10 02 07'] })?.result).toBe('FAIL');
  });

  it('asks the giver of a mirror twin for the code', () => {
    const twin = buildMaterial({ code: 'dust', legal: ['hazardous-twin'] });
    const found = checked({ hazardous: undefined, material: twin });
    expect(found?.asks).toEqual([{ fact: 'wasteCode', of: 'GIVER' }]);
    expect(found?.detail).toContain('its content decides whether it is hazardous');
  });
});
