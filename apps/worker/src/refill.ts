import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { SCHEDULES, type Outbox } from '#market';

/** How soon it is noticed that the queue was emptied. */
const LOOK_MS = 2_000;

export interface RefillParts {
  readonly queue: Pick<Queue, 'getJobSchedulersCount' | 'upsertJobScheduler'>;
  readonly outbox: Outbox;
  readonly log: Logger;
}

/**
 * Fills a queue again that has lost what it held: a Redis that keeps nothing on disk and was started again, one that was
 * emptied, or another one than before. The schedules tell: they are put there once and stay. Whatever was handed over
 * and is not done goes back to the relay, then the schedules are put there. Where they go at the same time in another
 * worker, jobs may run twice, which they may at any time.
 *
 * @returns ends the looking
 */
export async function keepFilled(parts: RefillParts): Promise<() => void> {
  await handOutWhatIsLost(parts);
  // Also where nothing is lost: how often they run may have changed.
  await schedule(parts);
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      if (await handOutWhatIsLost(parts)) await schedule(parts);
    } catch (error) {
      parts.log.warn({ err: error }, 'Whether the queue still holds its jobs could not be asked');
    } finally {
      looking = false;
    }
  };
  const clock = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(clock);
}

async function handOutWhatIsLost({ queue, outbox, log }: RefillParts): Promise<boolean> {
  if ((await queue.getJobSchedulersCount()) >= Object.keys(SCHEDULES).length) return false;
  const count = await outbox.handOutAgain();
  if (count > 0) log.warn({ count }, 'The queue was empty; what it held is handed out again');
  return true;
}

async function schedule({ queue }: RefillParts): Promise<void> {
  for (const [name, { everyMs }] of Object.entries(SCHEDULES)) {
    await queue.upsertJobScheduler(
      name,
      { every: everyMs },
      { name, opts: { removeOnComplete: true, removeOnFail: true } },
    );
  }
}
