import { SYSTEM } from '#domain';
import type { DoneJob, FailedJob, JobCounts, JobRequest } from '#store';
import type { JobName } from './jobs.js';
import { recordingFailed } from './recording.js';
import type { Setting } from './setting.js';

/**
 * Minutes after which a request that was handed out and never finished is handed out again. Somebody waits for the
 * first; of the others there may be so many that they wait for each other.
 */
const LOST_AFTER_MINUTES = 1;
const LOST_IN_BACKGROUND_MINUTES = 5;
/** As many failed requests as a terminal shows. */
const MOST_LISTED = 200;

/** The outbox as the worker sees it: hand over, mark as done, hand out again what was lost. */
export class Outbox {
  constructor(private readonly setting: Setting) {}

  /**
   * Takes a batch of requests: what can be done at once is done and marked, all else is handed over and marked; or
   * nothing is.
   *
   * @param atOnce answers with the ids of requests that it has fulfilled
   * @param names takes users' own requests of these names only; without them all that wait
   * @returns how many there were, and which of them are done
   */
  relay(
    most: number,
    handOver: (requests: readonly JobRequest[]) => Promise<void>,
    atOnce?: (requests: readonly JobRequest[]) => Promise<readonly string[]>,
    names?: readonly JobName[],
  ): Promise<{ readonly count: number; readonly done: readonly DoneJob[] }> {
    return this.setting.store.transaction(SYSTEM, async (tx) => {
      const requests = await tx.jobs.claim(most, names);
      const fulfilled = new Set(await atOnce?.(requests));
      const done = fulfilled.size > 0 ? await tx.jobs.done([...fulfilled]) : [];
      const others = requests.filter((one) => !fulfilled.has(one.id));
      if (others.length > 0) await handOver(others);
      return { count: requests.length, done };
    });
  }

  done(ids: readonly string[]): Promise<readonly DoneJob[]> {
    return this.setting.store.transaction(SYSTEM, (tx) => tx.jobs.done(ids));
  }

  /**
   * The job of these requests has failed for good: they are handed out no more until somebody says so.
   *
   * @param reason in names and codes: it is kept and shown, so it may quote nothing
   */
  failed(ids: readonly string[], reason: string): Promise<void> {
    return this.setting.store.transaction(SYSTEM, async (tx) => {
      await tx.jobs.failed(ids, reason);
      await recordingFailed(tx, ids, reason);
    });
  }

  /** Requests whose job failed for good, the latest first, 200 at most. */
  listFailed(): Promise<readonly FailedJob[]> {
    return this.setting.store.read(SYSTEM, (tx) => tx.jobs.listFailed(MOST_LISTED));
  }

  /**
   * Has failed requests handed out again.
   *
   * @param id of one; without it all of them
   * @returns how many
   */
  retry(id?: string): Promise<number> {
    return this.setting.store.transaction(SYSTEM, (tx) => tx.jobs.retry(id));
  }

  /** How many requests wait or have failed, and how far the relay is behind. */
  counts(): Promise<JobCounts> {
    return this.setting.store.read(SYSTEM, (tx) => tx.jobs.counts());
  }

  /** Job requests that have yet to be finished, without those that have failed for good. */
  async undone(): Promise<number> {
    return (await this.counts()).undone;
  }

  /**
   * Has everything handed out again that was handed over and is not done: the queue has lost what it held.
   *
   * @returns how many requests
   */
  handOutAgain(): Promise<number> {
    return this.setting.store.transaction(SYSTEM, (tx) => tx.jobs.reviveOlderThan(0, 0));
  }

  async tend(): Promise<void> {
    await this.setting.store.transaction(SYSTEM, async (tx) => {
      await tx.jobs.reviveOlderThan(LOST_AFTER_MINUTES, LOST_IN_BACKGROUND_MINUTES);
      await tx.jobs.forgetDone();
    });
  }
}

export type { DoneJob, JobRequest };
