import { pino } from 'pino';
import type { Look } from '#domain';
import { readConfig } from '#config';
import { Market, SYSTEM } from '#market';
import { JOB_CHANNEL, listen, Store, type Tx } from '#store';
import { openBackend } from '../../../apps/worker/src/backend.js';
import { expressOf } from '../../../apps/worker/src/express.js';
import { handlersOf, scheduleHandlersOf } from '../../../apps/worker/src/handlers.js';
import { openQueue } from '../../../apps/worker/src/queue.js';
import { startRelay } from '../../../apps/worker/src/relay.js';
import type { GeneratedListing } from '../../support/market-generator.js';
import { Publisher } from './publisher.js';
import { plainSearch, type Bounded } from './plain-search.js';
import { timed, timingOf, WAYS, type Both, type Timing, type Way } from './timing.js';

const WARM_UP = 12;
const LOOK_EVERY_MS = 4;
const STUCK_AFTER_MS = 30_000;

/** Publishes spare listings into the full market, one after the other, and times what follows. */
export class Publishing {
  private way: Way = 'ours';
  private searched = 0;

  private constructor(
    private readonly url: string,
    private readonly store: Store,
    readonly market: Market,
    private readonly publisher: Publisher,
  ) {}

  static async open(url: string, clusterId: string, spare: readonly GeneratedListing[]): Promise<Publishing> {
    const store = await Store.open(url);
    const market = await Market.open(store);
    const publishing = new Publishing(url, store, market, new Publisher(market, clusterId, spare));
    await store.read(SYSTEM, async (tx) => publishing.putBetween(tx));
    return publishing;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** The search alone, first page of it, as matching asks for it. */
  async searches(looks: readonly Look[], first: number): Promise<Both<Timing>> {
    return this.bothWays(looks.length, (at) =>
      timed(() =>
        this.store.read(SYSTEM, async (tx) => {
          const look = looks[at % looks.length];
          return look && tx.search.candidates(look, [], { first, skip: 0 });
        }),
      ),
    );
  }

  /** Everything that the search finds for a look, in our way. */
  all(look: Look): Promise<readonly Bounded[]> {
    this.way = 'ours';
    return this.store.read(SYSTEM, (tx) => tx.search.candidates(look, [], { first: 1_000_000, skip: 0 }));
  }

  /** Matching a listing that has just been published, without queue and relay. */
  async refreshes(runs: number): Promise<Both<Timing> & { readonly searchesEach: number }> {
    const { outbox, matches } = this.market;
    this.searched = 0;
    const timings = await this.bothWays(runs, async () => {
      const listingId = await this.publisher.publishNext();
      const time = await timed(() => matches.refresh(listingId));
      const asked: string[] = [];
      await outbox.relay(100, async (requests) => void asked.push(...requests.map((one) => one.id)));
      await outbox.done(asked);
      return time;
    });
    return { ...timings, searchesEach: this.searched / (WAYS.length * (runs + WARM_UP)) };
  }

  /** From the publication's commit to its matches stored: outbox, relay, BullMQ on PostgreSQL, matching. */
  async commits(runs: number): Promise<Both<Timing>> {
    const stop = await this.startWorker();
    try {
      return await this.bothWays(runs, async () => {
        const listingId = await this.publisher.publishNext();
        const committed = performance.timeOrigin + performance.now();
        return (await this.doneAt(listingId)) - committed;
      });
    } finally {
      await stop();
    }
  }

  private async bothWays(runs: number, time: (at: number) => Promise<number>): Promise<Both<Timing>> {
    const times: Record<Way, number[]> = { ours: [], plain: [] };
    for (let at = 0; at < runs + WARM_UP; at += 1) {
      for (const way of WAYS) {
        this.way = way;
        const one = await time(at);
        if (at >= WARM_UP) times[way].push(one);
      }
    }
    this.way = 'ours';
    return { ours: timingOf(times.ours), plain: timingOf(times.plain) };
  }

  /** The worker's own parts, in this process, so that the way of searching can be changed between two listings. */
  private async startWorker(): Promise<() => Promise<void>> {
    const log = pino({ level: 'error' }, pino.destination(2));
    const backend = await openBackend(readConfig({ DATABASE_URL: this.url }));
    const { outbox } = this.market;
    const mail = { market: this.market, way: 'wait', webUrl: this.url, log } as const;
    const handlers = handlersOf(this.market, mail, { begin: () => undefined });
    const schedules = scheduleHandlersOf(this.market, mail);
    const onDone = (): void => undefined;
    const queue = await openQueue({ name: 'bench', backend, handlers, schedules, outbox, onDone, log });
    const relay = startRelay({
      outbox,
      handOver: (requests) => queue.add(requests),
      express: expressOf(this.market, handlers, log),
      onDone,
      log,
    });
    const listener = listen(this.url, [JOB_CHANNEL], () => relay.wake());
    return async () => {
      // From here on the queue only complains of connections that are being closed.
      log.level = 'silent';
      await listener.close();
      await relay.stop();
      await queue.close();
      await backend.close();
    };
  }

  /** When the matching of a listing was marked as done, ms since 1970 by the machine's clock. */
  private async doneAt(listingId: string): Promise<number> {
    const deadline = Date.now() + STUCK_AFTER_MS;
    while (Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const at = await this.store.read(SYSTEM, (tx) =>
        managerOf(tx.search).query(DONE, [`match-${listingId}`]),
      );
      if (at[0] !== undefined) return at[0]['at'] as number;
    }
    throw new Error(`Listing ${listingId} was not matched within ${STUCK_AFTER_MS / 1000} s.`);
  }

  /** Puts the plain search in the place of ours whenever it is its turn. */
  private putBetween(tx: Tx): void {
    const search = Object.getPrototypeOf(tx.search) as Tx['search'];
    const ours = Reflect.get(search, 'candidates');
    const isPlain = (): boolean => this.way === 'plain';
    const count = (): void => void (this.searched += 1);
    search.candidates = function (look, leaveOut, page) {
      count();
      if (!isPlain()) return ours.call(this, look, leaveOut, page);
      const [statement, values] = plainSearch(look, leaveOut, page);
      return managerOf(this).query<Bounded>(statement, values);
    };
  }
}

const DONE = `
  select extract(epoch from done_at)::float8 * 1000 as at from job_request where key = $1 and done_at is not null`;

interface Manager {
  query<Row = Record<string, unknown>>(statement: string, values: readonly unknown[]): Promise<Row[]>;
}

/** The connection behind a repository: only a measurement looks behind the store's door. */
const managerOf = (search: object): Manager => Reflect.get(search, 'manager') as Manager;
