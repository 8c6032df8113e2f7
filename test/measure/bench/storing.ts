import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { dayInOslo, SYSTEM } from '#domain';
import { Market } from '#market';
import { Store } from '#store';
import { freePort } from '../../../apps/local/src/free-port.js';
import { listingsOf, type GeneratedListing } from '../../support/market-generator.js';
import { settlements } from '../../support/settlements.js';
import { Program, whileHalted } from '../chaos/program.js';
import type { Say } from '../command.js';
import { inParallel } from '../in-parallel.js';
import type { MatchingPath } from '../matching-path.js';
import { atLeast, atMost, figure, type Figure } from '../report.js';
import { withClient, type TemporaryServer } from '../temporary-server.js';
import { loadByCopy } from './load-by-copy.js';
import { Publisher } from './publisher.js';
import { timingOf, type Timing } from './timing.js';

const WARM_UP = 20;
/** Publications that wait for the worker, made by so many at once. */
const BACKLOG = 300;
const PUBLISHERS = 4;
/** A firm may not list a material twice at a site: some of the spare listings are refused. */
const SPARE = 2;
const METRICS_FROM = 26_900;
const LOOK_EVERY_MS = 3;
const STUCK_AFTER_MS = 120_000;

/** What one path came to: commit to stored in ms, and listings a second of a backlog. */
interface Stored {
  readonly timing: Timing;
  readonly perSecond: number;
}

interface Plan {
  readonly listings: number;
  readonly seed: number;
  readonly runs: number;
}

/**
 * T4: from the commit of a publication to its matches being stored, by the worker as a program of its own: outbox, relay,
 * search, judging, storing. On the index in memory, and on the search in the database beside it.
 */
export async function benchStoring(
  server: TemporaryServer,
  plan: Plan,
  say: Say,
): Promise<readonly Figure[]> {
  const url = await server.database();
  const clusterId = randomUUID();
  const spare = await filled(url, clusterId, plan, say);
  const store = await Store.open(url);
  try {
    const publisher = new Publisher(await Market.open(store), clusterId, spare);
    const found: Record<MatchingPath, Stored> = {
      sql: await measured(url, 'sql', publisher, plan, say),
      memory: await measured(url, 'memory', publisher, plan, say),
    };
    say(JSON.stringify(found));
    return figuresOf(found, plan);
  } finally {
    await store.close();
  }
}

/** @returns listings that nobody has published yet */
async function filled(
  url: string,
  clusterId: string,
  { listings, seed, runs }: Plan,
  say: Say,
): Promise<GeneratedListing[]> {
  const store = await Store.open(url, 1);
  const materials = await store.read(SYSTEM, (tx) => tx.reference.materials()).finally(() => store.close());
  const many = 2 * SPARE * (runs + WARM_UP + BACKLOG);
  const generated = () =>
    listingsOf({
      seed,
      listings: listings + many,
      materials,
      settlements: settlements(),
      today: dayInOslo(new Date()),
    });
  const market = () => between(generated(), 0, listings);
  const spare = [...between(generated(), listings, listings + many)];
  say(`Loading ${listings} whole listings …`);
  const firms = spare.map(({ firm }) => firm);
  await withClient(url, (client) => loadByCopy(client, clusterId, market, firms));
  return spare;
}

function* between<T>(all: Iterable<T>, from: number, to: number): Generator<T> {
  let at = 0;
  for (const one of all) {
    if (at >= to) return;
    if (at >= from) yield one;
    at += 1;
  }
}

async function measured(
  url: string,
  path: MatchingPath,
  publisher: Publisher,
  { runs }: Plan,
  say: Say,
): Promise<Stored> {
  say(`Publishing, the worker's index: ${path} …`);
  const port = await freePort(METRICS_FROM);
  const worker = new Program('worker', 'worker', '.', {
    DATABASE_URL: url,
    MATCHING_INDEX: path,
    METRICS_PORT: String(port),
    LOG_LEVEL: 'error',
  });
  await worker.start();
  try {
    if (path === 'memory') await isLoaded(port);
    return await withClient(url, async (client) => ({
      timing: await oneByOne(client, publisher, runs),
      perSecond: await ofBacklog(client, publisher, worker),
    }));
  } finally {
    await worker.stop();
  }
}

async function oneByOne(client: pg.Client, publisher: Publisher, runs: number): Promise<Timing> {
  const times: number[] = [];
  for (let at = 0; at < runs + WARM_UP; at += 1) {
    // As autovacuum would have done within a minute; plans rest on what it counts.
    if (at === WARM_UP) await client.query('analyze match, match_list, event, search_change, job_request');
    const listingId = await publisher.publishNext();
    const committed = performance.timeOrigin + performance.now();
    const time = (await doneAt(client, [listingId])) - committed;
    if (at >= WARM_UP) times.push(time);
  }
  return timingOf(times);
}

/** What was published while the worker stood still: how fast it is through, publishing left out. */
async function ofBacklog(client: pg.Client, publisher: Publisher, worker: Program): Promise<number> {
  const publish = (): Promise<string> => publisher.publishNext();
  const ids = await whileHalted([worker], () =>
    inParallel(Array.from({ length: BACKLOG }), publish, PUBLISHERS),
  );
  const begun = performance.timeOrigin + performance.now();
  return (BACKLOG * 1000) / ((await doneAt(client, ids)) - begun);
}

/** When the last of these was matched, ms since 1970 by the machine's clock. */
async function doneAt(client: pg.Client, listingIds: readonly string[]): Promise<number> {
  const keys = listingIds.map((id) => `match-${id}`);
  const deadline = Date.now() + STUCK_AFTER_MS;
  while (Date.now() < deadline) {
    const { rows } = await client.query<{ done: number; at: number }>({
      name: 'done',
      text: DONE,
      values: [keys],
    });
    if (rows[0]?.done === keys.length) return rows[0].at;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`Listings were not matched within ${STUCK_AFTER_MS / 1000} s.`);
}

const DONE = `
  select count(*)::int as done, extract(epoch from max(done_at))::float8 * 1000 as at
    from job_request where key = any($1) and done_at is not null`;

async function isLoaded(port: number): Promise<void> {
  const deadline = Date.now() + STUCK_AFTER_MS;
  while (Date.now() < deadline) {
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text());
    if (/^bistrom_index_listings [1-9]/m.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The worker did not load its index.');
}

const figuresOf = ({ sql, memory }: Record<MatchingPath, Stored>, { listings }: Plan): readonly Figure[] => [
  figure({
    name: 'T4 p50 ms',
    value: memory.timing.p50,
    unit: 'ms',
    baseline: { name: 'sql', value: sql.timing.p50 },
    target: atMost(6),
  }),
  figure({
    name: 'T4 p99 ms',
    value: memory.timing.p99,
    unit: 'ms',
    baseline: { name: 'sql', value: sql.timing.p99 },
    target: atMost(15),
  }),
  figure({
    name: 'T4 per second',
    value: memory.perSecond,
    unit: 'listings',
    baseline: { name: 'sql', value: sql.perSecond },
    target: atLeast(700),
  }),
  figure({ name: 'T4 sql ratio', value: sql.timing.p50 / memory.timing.p50, unit: '×' }),
  figure({ name: 'T4 listings', value: listings, unit: '' }),
];
