type Known = Readonly<Record<string, unknown>>;

const SIDES = ['OFFER', 'NEED'] as const;
const STATES = ['ACTIVE', 'PAUSED', 'FULFILLED', 'EXPIRED', 'WITHDRAWN'] as const;
export type StreamState = (typeof STATES)[number];
type Side = (typeof SIDES)[number];

export interface ListSearch {
  readonly side?: Side;
  readonly state?: StreamState;
  /** Words that stand in the listing. */
  readonly q?: string;
  readonly view?: 'drafts';
}

/** Saved views of the list, as its tabs. */
export const TABS = ['all', 'offers', 'needs', 'drafts'] as const;

/**
 * The tab that an address means.
 *
 * @example tabOf({ side: 'NEED' }) // 'needs'
 */
export function tabOf({ side, view }: ListSearch): (typeof TABS)[number] {
  if (view === 'drafts') return 'drafts';
  return side === undefined ? 'all' : side === 'OFFER' ? 'offers' : 'needs';
}

export interface NewSearch {
  readonly side?: Side;
  /** The draft that is gone on with. */
  readonly draft?: string;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value);

/**
 * What the address says of the list; what it does not know it leaves out.
 *
 * @example listSearch({ side: 'OFFER', state: 'gone' }) // { side: 'OFFER' }
 */
export function listSearch({ side, state, q, view }: Known): ListSearch {
  if (view === 'drafts') return { view };
  const [ofSide, ofState] = [oneOf(SIDES, side), oneOf(STATES, state)];
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) : '';
  return {
    ...(ofSide && { side: ofSide }),
    ...(ofState && { state: ofState }),
    ...(words !== '' && { q: words }),
  };
}

/**
 * What a new listing begins as.
 *
 * @example newSearch({ side: 'NEED' }) // { side: 'NEED' }
 */
export function newSearch({ side, draft }: Known): NewSearch {
  const ofSide = oneOf(SIDES, side);
  return { ...(ofSide && { side: ofSide }), ...(typeof draft === 'string' && { draft }) };
}

export { STATES };
