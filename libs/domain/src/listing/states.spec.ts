import { describe, expect, it } from '@jest/globals';
import { canMoveListing, LISTING_STATES, type ListingState } from './states.js';

const all = Object.keys(LISTING_STATES) as ListingState[];

describe('the states of a listing', () => {
  it('can all be reached from a draft', () => {
    const reached = new Set<ListingState>(['DRAFT']);
    for (const state of reached) for (const next of LISTING_STATES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...all].sort());
  });

  it('end with withdrawal, and can all be withdrawn before it', () => {
    expect(LISTING_STATES.WITHDRAWN).toEqual([]);
    for (const state of all) expect(canMoveListing(state, 'WITHDRAWN')).toBe(state !== 'WITHDRAWN');
  });

  it('never return to a draft', () => {
    for (const state of all) expect(canMoveListing(state, 'DRAFT')).toBe(false);
  });

  it('example: what is fulfilled opens again when an agreement ends, what is withdrawn does not', () => {
    expect(canMoveListing('FULFILLED', 'ACTIVE')).toBe(true);
    expect(canMoveListing('WITHDRAWN', 'ACTIVE')).toBe(false);
  });

  it('let only an active listing be fulfilled', () => {
    expect(all.filter((state) => canMoveListing(state, 'FULFILLED'))).toEqual(['ACTIVE', 'FULFILLED']);
  });
});
