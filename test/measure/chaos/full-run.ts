import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import type { Fault } from './checker.js';
import { pause } from './program.js';

/** How often it is looked at: a run over a small market takes seconds. */
const LOOK_MS = 250;

export interface FullRuns {
  /**
   * Begins no more, and waits for the last.
   *
   * @returns how many there were, and what is wrong where the last one is not through in time
   */
  end(withinMs: number): Promise<{ readonly begun: number; readonly faults: readonly Fault[] }>;
}

/** Keeps a run through all listings under way: one begins as soon as the one before is through. */
export async function keepFullRuns(databaseUrl: string): Promise<FullRuns> {
  const store = await Store.open(databaseUrl, 1);
  const { matchingRuns } = await Market.open(store);
  let begun = 0;
  let goesOn = true;
  const isUnderWay = async (): Promise<boolean> => (await matchingRuns.latest(SYSTEM))?.state === 'RUNNING';
  const keeping = (async () => {
    while (goesOn) {
      // The database may be down just now.
      await (async () => {
        if (await isUnderWay()) return;
        await matchingRuns.again(SYSTEM);
        begun += 1;
      })().catch(() => undefined);
      await pause(LOOK_MS);
    }
  })();
  return {
    end: async (withinMs) => {
      goesOn = false;
      await keeping;
      const giveUpAt = Date.now() + withinMs;
      while ((await isUnderWay()) && Date.now() < giveUpAt) await pause(LOOK_MS);
      const last = await matchingRuns.latest(SYSTEM);
      await store.close();
      if (last?.state === 'DONE') return { begun, faults: [] };
      const says = `the last run through all listings stands still: ${last?.done} of ${last?.listings} are matched`;
      return { begun, faults: [{ kind: 'invariant', says }] };
    },
  };
}
