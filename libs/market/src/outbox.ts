import { SYSTEM } from '#domain';
import type { JobRequest } from '#store';
import type { Setting } from './setting.js';

/** Minutes after which a request that was handed out and never finished is handed out again. */
const LOST_AFTER_MINUTES = 5;

/** The outbox as the worker sees it: hand over, mark as done, hand out again what was lost. */
export class Outbox {
  constructor(private readonly setting: Setting) {}

  /**
   * Hands a batch over and marks it, or neither.
   *
   * @param handOver answers with the ids of requests that it has already fulfilled
   * @returns how many there were
   */
  relay(
    most: number,
    handOver: (requests: readonly JobRequest[]) => Promise<readonly string[] | void>,
  ): Promise<number> {
    return this.setting.store.transaction(SYSTEM, async (tx) => {
      const requests = await tx.jobs.claim(most);
      const fulfilled = requests.length > 0 ? await handOver(requests) : undefined;
      if (fulfilled !== undefined && fulfilled.length > 0) await tx.jobs.done(fulfilled);
      return requests.length;
    });
  }

  done(ids: readonly string[]): Promise<void> {
    return this.setting.store.transaction(SYSTEM, (tx) => tx.jobs.done(ids));
  }

  /** Job requests that have yet to be finished. */
  undone(): Promise<number> {
    return this.setting.store.read(SYSTEM, (tx) => tx.jobs.undone());
  }

  /**
   * Has everything handed out again that was handed over and is not done: the queue has lost what it held.
   *
   * @returns how many requests
   */
  handOutAgain(): Promise<number> {
    return this.setting.store.transaction(SYSTEM, (tx) => tx.jobs.reviveOlderThan(0));
  }

  async tend(): Promise<void> {
    await this.setting.store.transaction(SYSTEM, async (tx) => {
      await tx.jobs.reviveOlderThan(LOST_AFTER_MINUTES);
      await tx.jobs.forgetDone();
    });
  }
}

export type { JobRequest };
