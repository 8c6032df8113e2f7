export type ListingState = 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'FULFILLED' | 'EXPIRED' | 'WITHDRAWN';

/** From → to. FULFILLED opens again when an agreement ends or a version asks for more. */
export const LISTING_STATES: Readonly<Record<ListingState, readonly ListingState[]>> = Object.freeze({
  DRAFT: ['ACTIVE', 'WITHDRAWN'],
  ACTIVE: ['ACTIVE', 'PAUSED', 'FULFILLED', 'EXPIRED', 'WITHDRAWN'],
  PAUSED: ['ACTIVE', 'PAUSED', 'EXPIRED', 'WITHDRAWN'],
  FULFILLED: ['ACTIVE', 'FULFILLED', 'EXPIRED', 'WITHDRAWN'],
  EXPIRED: ['ACTIVE', 'WITHDRAWN'],
  WITHDRAWN: [],
});

/**
 * Whether a listing may go from one state to another. Only an active listing is matched; a paused one keeps its
 * place and its agreements.
 *
 * @example canMoveListing('WITHDRAWN', 'ACTIVE') // false
 */
export const canMoveListing = (from: ListingState, to: ListingState): boolean =>
  LISTING_STATES[from].includes(to);
