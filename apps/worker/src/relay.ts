import type { Logger } from 'pino';
import type { DoneJob, JobRequest, Outbox } from '#market';
import type { Express } from './express.js';

/** How long the relay sleeps when nobody wakes it: a lost notification costs this much delay, never a job. */
const IDLE_MS = 1000;
const BATCH = 200;

export interface Relay {
  wake(): void;
  stop(): Promise<void>;
}

export interface RelayParts {
  readonly outbox: Outbox;
  readonly handOver: (requests: readonly JobRequest[]) => Promise<void>;
  /** For a request that is the only one of its kind in a batch. */
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
        const { count, done } = await outbox.relay(BATCH, (requests) => pass(requests, handOver, express));
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
 * The only urgent request of a batch is done at once, within the transaction that claims it: a crash leaves it
 * unclaimed. A publication asks for more than its matches, and what else it asks for is handed over meanwhile.
 *
 * @returns ids of what is done already
 */
async function pass(
  requests: readonly JobRequest[],
  handOver: RelayParts['handOver'],
  express: Express,
): Promise<readonly string[]> {
  const [urgent, ...more] = requests.filter((one) => express.takes(one));
  const alone = more.length === 0 ? urgent : undefined;
  const others = requests.filter((one) => one !== alone);
  const [isDone] = await Promise.all([
    alone !== undefined && express.run(alone),
    others.length > 0 && handOver(others),
  ]);
  if (alone === undefined) return [];
  if (isDone) return [alone.id];
  await handOver([alone]);
  return [];
}
