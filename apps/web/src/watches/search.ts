/** `edit` is the watch that is being changed, or `new`. */
export interface WatchSearch {
  readonly edit?: string;
}

/**
 * Reads the address of the watches; what it does not know it leaves out.
 *
 * @example readWatchSearch({ edit: 'new', page: 3 }) // { edit: 'new' }
 */
export const readWatchSearch = ({ edit }: Readonly<Record<string, unknown>>): WatchSearch =>
  typeof edit === 'string' && edit !== '' ? { edit } : {};
