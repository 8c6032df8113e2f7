import { DATABASE_INDEX, MemoryIndex, type CandidateIndex } from '#market';
import type { Store } from '#store';

/** The index in memory, loaded when it is asked for the first time. */
export function inMemory(store: Store): CandidateIndex & { readonly memory: MemoryIndex } {
  const memory = new MemoryIndex(store);
  return {
    memory,
    catchUp: async (tx) => {
      if (!memory.isLoaded) await memory.load();
      await memory.catchUp(tx);
    },
    candidates: (...asked) => memory.candidates(...asked),
    entering: (...asked) => memory.entering(...asked),
  };
}

/** Bounds are reckoned in another order of steps: they agree to this. */
const NEARLY = 1e-9;

/**
 * Asks the index in memory and the database, and answers only what both say: whatever is matched with it would have
 * been matched on either path.
 *
 * @throws Error where the two differ
 */
export function onBothPaths(store: Store): CandidateIndex {
  const memory = inMemory(store);
  return {
    catchUp: (tx) => memory.catchUp(tx),
    candidates: async (...asked) =>
      same(await memory.candidates(...asked), await DATABASE_INDEX.candidates(...asked)),
    entering: async (...asked) =>
      same(await memory.entering(...asked), await DATABASE_INDEX.entering(...asked)),
  };
}

interface Answered {
  readonly id: string;
  readonly bound: number;
  readonly floor?: number | undefined;
}

/** Listings whose bounds are equal but for the last digit may stand in another order. */
function same<T extends Answered>(ours: readonly T[], theirs: readonly T[]): readonly T[] {
  const wanted = new Map(theirs.map((one) => [one.id, one]));
  const isSame = (one: T): boolean => {
    const other = wanted.get(one.id);
    return other !== undefined && Math.abs(one.bound - other.bound) < NEARLY && one.floor === other.floor;
  };
  if (ours.length !== theirs.length || !ours.every(isSame))
    throw new Error(`Memory and database differ: ${JSON.stringify({ ours, theirs }, null, 1)}`);
  return ours;
}
