import { VIEW_NAMES, type View } from './live-states.js';

/** What the list shows, as it stands in its address; what is left out is the first view, of all listings. */
export interface MatchSearch {
  readonly view?: View;
  readonly listing?: string;
}

/**
 * Reads the address of the list; what it does not know it leaves out.
 *
 * @example readMatchSearch({ view: 'agreed', page: 3 }) // { view: 'agreed' }
 */
export function readMatchSearch({ view, listing }: Readonly<Record<string, unknown>>): MatchSearch {
  const known = VIEW_NAMES.find((one) => one === view);
  return {
    ...(known === undefined || known === 'open' ? {} : { view: known }),
    ...(typeof listing === 'string' && listing !== '' ? { listing } : {}),
  };
}
