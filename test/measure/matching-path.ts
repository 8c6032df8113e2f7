import { InputError } from './input-error.js';

/** Where candidates are searched: MATCHING_INDEX of the worker. */
export type MatchingPath = 'sql' | 'memory';

/**
 * What a command was told of it.
 *
 * @throws InputError for anything else
 */
export function matchingPath(stated: unknown): MatchingPath {
  if (stated === undefined || stated === 'sql') return 'sql';
  if (stated === 'memory') return 'memory';
  throw new InputError('--index must be sql or memory.');
}
