/** Which plan the page shows, in its address. */
export interface PlansSearch {
  /** The newest where nothing is said. */
  readonly plan?: string | undefined;
}

const ID = /^[0-9a-f-]{36}$/i;

/**
 * What of an address means something here.
 *
 * @example readPlansSearch({ plan: 'x' }) // { plan: undefined }
 */
export function readPlansSearch(search: Record<string, unknown>): PlansSearch {
  const plan = search['plan'];
  return { plan: typeof plan === 'string' && ID.test(plan) ? plan : undefined };
}
