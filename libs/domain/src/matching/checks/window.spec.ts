import { describe, expect, it } from '@jest/globals';
import { buildFacts, HEAT } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { windowCheck } from './window.js';

type Facts = Partial<ListingFacts>;
const checked = (offer: Facts, need: Facts) =>
  windowCheck({ offer: buildFacts('OFFER', offer), need: buildFacts('NEED', need) });

describe('the window check', () => {
  it.each([
    ['neither says when', {}, {}, 'PASS'],
    ['the two share a day', { availableUntil: '2026-07-01' }, { availableFrom: '2026-07-01' }, 'PASS'],
    [
      'one ends before the other begins',
      { availableUntil: '2026-06-30' },
      { availableFrom: '2026-07-01' },
      'FAIL',
    ],
    ['the other ends first', { availableFrom: '2027-01-01' }, { availableUntil: '2026-12-31' }, 'FAIL'],
    ['only ends are known', { availableUntil: '2026-06-30' }, { availableUntil: '2027-06-30' }, 'PASS'],
  ])('where %s', (_when, offer, need, result) => expect(checked(offer, need).result).toBe(result));

  it('example: says when both can', () => {
    const offer = { availableFrom: '2026-01-01', availableUntil: '2026-12-31' };
    const need = { availableFrom: '2026-03-01', availableUntil: '2027-12-31' };
    expect(checked(offer, need).detail).toBe('from 2026-03-01 to 2026-12-31');
  });

  it('stores what comes too early, for half a year at most', () => {
    // July has 31 days
    const early = { availableUntil: '2026-07-01' };
    expect(checked(early, { availableFrom: '2026-08-01' }).remedy).toEqual({
      kind: 'SHIFT',
      text: 'store it for 31 days, from 2026-07-01 to 2026-08-01',
    });
    expect(checked(early, { availableFrom: '2027-08-01' }).remedy).toBeUndefined();
    expect(checked({ ...early, material: HEAT }, { availableFrom: '2026-08-01' }).remedy).toBeUndefined();
    expect(checked({ availableFrom: '2026-08-01' }, early).remedy).toBeUndefined();
  });
});
