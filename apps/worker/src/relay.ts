import type { Logger } from 'pino';
import type { DoneJob, JobRequest, Outbox } from '#market';
import type { Express } from './express.js';

/** How long the relay sleeps when nobody wakes it: a lost notification costs this much delay, never a job. */
const IDLE_MS = 1000;
const BATCH = 200;
/** Urgent requests of a name that are done without the queue. More of them are spread over workers. */
const MOST_AT_ONCE = 4;

export interface Relay {
  wake(): void;
  stop(): Promise<void>;
}

export interface RelayParts {
  readonly outbox: Outbox;
  readonly handOver: (requests: readonly JobRequest[]) => Promise<void>;
  /** For the urgent requests of a batch, where they are few. */
  readonly express: Express;
  /** Hears of what has been done at once. */
  readonly onDone: (jobs: readonly DoneJob[]) => void;
  readonly log: Logger;
}

/**
 * Hands job requests from the outbox to the queue, at least once: a request is marked only in the transaction that
 * the hand-over succeeded in, so a crash between the two hands it over again.
 */
export function startRelay({ outbox, handOver, express, onDone, log }: RelayParts): Relay {
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
        const atOnce = (requests: readonly JobRequest[]): Promise<readonly string[]> =>
          doUrgent(requests, express);
        // Nobody reads what was found while a transaction that is older than it goes on: this one ends with it.
        const first = await outbox.relay(MOST_AT_ONCE + 1, handOver, atOnce, express.first);
        onDone(first.done);
        const { count, done } = await outbox.relay(BATCH, handOver, atOnce);
        onDone(done);
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

/**
 * Urgent requests are done at once, within the transaction that claims them: a crash leaves them unclaimed.
 *
 * @returns ids of what is done
 */
async function doUrgent(requests: readonly JobRequest[], express: Express): Promise<readonly string[]> {
  const urgent = requests.filter((one) => express.takes(one));
  const alike = ({ name }: JobRequest): number => urgent.filter((one) => one.name === name).length;
  return express.run(urgent.filter((one) => alike(one) <= MOST_AT_ONCE));
}
