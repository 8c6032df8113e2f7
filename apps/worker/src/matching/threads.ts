import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Config } from '#config';
import type { SharedKernel } from '#domain';
import { refreshEach, type Market, type MemoryIndex, type Refresher, type RunStep } from '#market';
import { Crew, type Thread } from './crew.js';

/** Small enough that no thread waits long for the last of a slice. */
const PORTION = 5;
/** Of one job for each thread: half a second's work or so. */
const SLICE_EACH = 25;
/** A smaller market is through before threads would have begun. */
const WORTH_THREADS = 10_000;
/** What has changed since the picture was taken is matched by jobs of its own; a newer one is taken after this time. */
const PICTURE_MS = 60_000;
/** Threads that nothing was asked of for so long are let go of, and the picture with them. */
const IDLE_MS = 15_000;

export interface ThreadsParts {
  readonly count: number;
  /** Listings from which on threads are begun at all. */
  readonly from?: number;
  readonly index: Pick<MemoryIndex, 'follow' | 'shared' | 'state'>;
  readonly matches: Pick<Market['matches'], 'refresh'>;
  /** Begins a thread over a picture of the market. */
  readonly begin: (shared: SharedKernel) => Thread;
}

/**
 * Matches the listings of a run in threads, each with its own connections, over one picture of the market in shared
 * memory: judging then uses all cores, and the worker's own thread stays free for what people publish.
 */
export class MatchingThreads implements Refresher {
  private crew: Promise<Crew | undefined> | undefined;
  private present: Crew | undefined;
  private takenAt = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ThreadsParts) {}

  get atOnce(): number {
    return SLICE_EACH * (this.present === undefined ? 1 : this.parts.count);
  }

  /** Threads that are there now. */
  get size(): number {
    return this.present?.size ?? 0;
  }

  async refresh(listingIds: readonly string[], step: RunStep): Promise<readonly string[]> {
    if (listingIds.length === 0) return [];
    clearTimeout(this.idle);
    const { matches } = this.parts;
    const crew = await this.current();
    if (crew === undefined) return refreshEach(matches, listingIds, step);
    const portions = Array.from({ length: Math.ceil(listingIds.length / PORTION) }, (_, at) =>
      listingIds.slice(at * PORTION, (at + 1) * PORTION),
    );
    const answers = await Promise.all(portions.map((ids) => crew.give({ listingIds: ids, step })));
    this.idle = setTimeout(() => this.letGo(), IDLE_MS).unref();
    // What a thread has not done, because it died or the database was away, is done here, where what is wrong is told.
    const undone = portions.filter((_, at) => answers[at] === undefined).flat();
    return [...answers.flatMap((failed) => failed ?? []), ...(await refreshEach(matches, undone, step))];
  }

  async close(): Promise<void> {
    clearTimeout(this.idle);
    await this.present?.close();
  }

  private current(): Promise<Crew | undefined> {
    if (this.crew !== undefined && Date.now() - this.takenAt > PICTURE_MS) this.letGo();
    return (this.crew ??= this.open());
  }

  private async open(): Promise<Crew | undefined> {
    this.takenAt = Date.now();
    const { index, count, from = WORTH_THREADS, begin } = this.parts;
    await index.follow();
    const shared = (await index.state()).listings < from ? undefined : index.shared();
    this.present = shared && new Crew(count, () => begin(shared));
    return this.present;
  }

  private letGo(): void {
    this.present?.retire();
    this.crew = undefined;
    this.present = undefined;
  }
}

/** What a thread is told of this program. */
export interface ThreadParts extends Pick<Config, 'databaseUrl' | 'redisUrl' | 'routerUrl' | 'database'> {
  readonly shared: SharedKernel;
}

/** As many threads as the operator says; or where that is worth it, as many as there are cores but one. */
export function openThreads(
  config: Config,
  { log, ...parts }: Pick<ThreadsParts, 'index' | 'matches'> & { readonly log: Logger },
): MatchingThreads {
  const { databaseUrl, redisUrl, routerUrl, database, matchingThreads } = config;
  return new MatchingThreads({
    ...parts,
    // One core is left to the worker's own thread, and to everybody else.
    count: matchingThreads ?? Math.max(1, availableParallelism() - 1),
    // Who says how many wants them.
    ...(matchingThreads === undefined ? {} : { from: 0 }),
    begin: (shared) => {
      const workerData: ThreadParts = { databaseUrl, redisUrl, routerUrl, database, shared };
      const thread = new Worker(new URL('./thread.js', import.meta.url), { workerData });
      return thread.on('error', (error) => log.error({ err: error }, 'A thread that matches has died'));
    },
  });
}
