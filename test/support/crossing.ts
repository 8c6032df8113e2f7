import { setTimeout as pause } from 'node:timers/promises';
import { SYSTEM } from '#market';
import type { Tx } from '#store';
import type { World } from './world.js';

const LOOK_EVERY_MS = 5;
const MOST_LOOKS = 1000;

/**
 * Lets works cross: each has read what it will act on and waits for the same rows before the first goes on. Without this
 * two calls at once run one after the other as often as not.
 *
 * @param hold locks what all of them lock first
 * @param works begun in this order, each once the one before it waits
 */
export async function crossing<T>(
  world: World,
  hold: (tx: Tx) => Promise<unknown>,
  works: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  const begun: Promise<T>[] = [];
  await world.store.transaction(SYSTEM, async (tx) => {
    await hold(tx);
    for (const work of works) {
      begun.push(work());
      await untilWaiting(world, begun.length);
    }
  });
  return Promise.all(begun);
}

async function untilWaiting(world: World, count: number): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    if ((await waiting(world)) >= count) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`Fewer than ${count} works wait for what is held.`);
}

/** How many transactions of this database wait for a lock. */
async function waiting(world: World): Promise<number> {
  const [row] = await world.database.query<{ count: number }>(
    `select count(distinct l.pid)::int as count from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where a.datname = current_database() and not l.granted`,
  );
  return row?.count ?? 0;
}
