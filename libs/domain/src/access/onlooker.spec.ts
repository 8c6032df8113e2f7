import { describe, expect, it } from '@jest/globals';
import { MASKED_LEVELS } from '../listing/disclose.js';
import type { Visibility } from '../listing/listing.js';
import { levelsOf } from './disclosure.js';
import { levelsFor, ONLOOKERS, type Onlooker } from './onlooker.js';

const listing = (visibility: Visibility) => ({ firmId: 'giver', clusterIds: ['eyde', 'arctic'], visibility });
const EVERYTHING = levelsOf('own');
const BY_STAFF = levelsOf('staff');

describe('levelsFor', () => {
  it('example', () => {
    expect(levelsFor('STAFF', { firmId: 'a', clusterIds: ['eyde'], visibility: 'MASKED' })?.PRICE).toBe(
      'HIDDEN',
    );
  });

  it.each<[Visibility, Partial<Record<Onlooker, unknown>>]>([
    ['MASKED', { MATCHED: MASKED_LEVELS, PARTNER: EVERYTHING, STAFF: BY_STAFF }],
    ['CLUSTER', { SAME_CLUSTER: EVERYTHING, MATCHED: MASKED_LEVELS, PARTNER: EVERYTHING, STAFF: BY_STAFF }],
  ])('a listing that is %s is told to these and to nobody else', (visibility, told) => {
    for (const onlooker of ONLOOKERS)
      expect([onlooker, levelsFor(onlooker, listing(visibility))]).toEqual([onlooker, told[onlooker]]);
  });

  it('open to all means everybody who takes part, and nobody outside', () => {
    const open = ONLOOKERS.filter((one) => levelsFor(one, listing('FEDERATION')) === EVERYTHING);
    expect(open).toEqual(['SAME_CLUSTER', 'OTHER_CLUSTER', 'MATCHED', 'PARTNER', 'STAFF', 'AUDITOR']);
    expect(levelsFor('PUBLIC', listing('FEDERATION'))).toBeUndefined();
  });

  it('a grant counts for the matched firm alone', () => {
    const granted = ['AMOUNT'] as const;
    expect(levelsFor('MATCHED', listing('MASKED'), granted)).toEqual({ ...MASKED_LEVELS, AMOUNT: 'EXACT' });
    expect(levelsFor('SAME_CLUSTER', listing('MASKED'), granted)).toBeUndefined();
  });
});
