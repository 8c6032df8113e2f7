import type { Logger } from 'pino';
import type { JobRequest, Outbox } from '#market';

/** How long the relay sleeps when nobody wakes it: a lost notification costs this much delay, never a job. */
const IDLE_MS = 1000;
const BATCH = 200;

export interface Relay {
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Hands job requests from the outbox to the queue, at least once: a request is marked only in the transaction that
 * the hand-over succeeded in, so a crash between the two hands it over again.
 */
export function startRelay(
  outbox: Outbox,
  handOver: (requests: readonly JobRequest[]) => Promise<void>,
  log: Logger,
): Relay {
  let stopped = false;
  let awake = false;
  let rouse: () => void = () => undefined;

  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      if (awake) return resolve();
      const timer = setTimeout(resolve, IDLE_MS);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      awake = false;
      try {
        const count = await outbox.relay(BATCH, handOver);
        if (count === BATCH) continue;
      } catch (error) {
        log.error({ err: error }, 'Handing job requests to the queue failed; trying again');
      }
      await sleep();
    }
  };

  const running = run();
  return {
    wake: () => {
      awake = true;
      rouse();
    },
    stop: async () => {
      stopped = true;
      rouse();
      await running;
    },
  };
}
