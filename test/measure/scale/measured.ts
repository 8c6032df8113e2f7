import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { MATCH_FOUND } from '../chaos/documents.js';
import { whileHalted } from '../chaos/program.js';
import { OwnRedis } from '../chaos/redis.js';
import { Stage } from '../chaos/stage.js';
import type { Say } from '../command.js';
import { madeMarket } from '../bench/bench-matching.js';
import { loadMarket } from '../bench/load.js';
import { ours } from '../live/ours.js';
import { round } from '../live/rounds.js';
import type { Side } from '../live/side.js';
import { withClient } from '../temporary-server.js';
import { EARLIER, type Sourced } from './costs.js';
import { familySeconds, parentOf, processorSeconds } from './processor-time.js';

const PUBLICATIONS = 60;
/** Of `round`: told to all before anything is counted, and part of what the processors did. */
const WARM_UP = 5;
/** Sockets of as many firms, each of which hears of every publication in its own words. */
const FIRMS = 20;
const READS = 300;
const IDLE_MS = 4000;
/** A publication makes up to twenty matches, each of them in the lists of two listings. */
const MATCHES_A_LISTING = 10;

const READ = `{ matches(first: 20) { edges { node { id score offer { id title } need { id title } } } } }`;

/** Processor seconds of api, worker and database. */
interface Used {
  readonly api: number;
  readonly worker: number;
  readonly database: number;
}

/** Puts the real programs up and measures what each step costs whom: processor time over doings, less that of rest. */
export function measuredCosts(listings: number, say: Say): Promise<Sourced> {
  const backend = OwnRedis.isThere() ? 'redis' : 'postgres';
  return Stage.with({ backend, of: 1, proxied: false }, (stage) =>
    withClient(stage.databaseUrl, async (client) => {
      say(`Loading ${listings} listings …`);
      const { market } = await madeMarket(stage.databaseUrl, { listings, seed: 1, spare: 0 });
      await loadMarket(client, randomUUID(), market, []);
      const meter = await Meter.of(stage, client);
      const side = await ours(stage);
      say(`Publishing ${2 * PUBLICATIONS} listings, reading ${READS} pages …`);
      await round(side, MATCH_FOUND, FIRMS, 10);
      await meter.rest();
      const heardBy = (sockets: number): Promise<Used> =>
        meter.each(PUBLICATIONS + WARM_UP, () => round(side, MATCH_FOUND, sockets, PUBLICATIONS));
      const [one, all] = [await heardBy(1), await heardBy(FIRMS)];
      const aFirm = (whose: 'api' | 'database'): number =>
        Math.max(1e-5, (all[whose] - one[whose]) / (FIRMS - 1));
      const times: number[] = [];
      const read = await meter.each(READS, () => reads(side, times));
      // Last: what waits for the worker that stood still would be counted with whatever came after.
      const alone = await publishedAlone(stage, meter, side);
      const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
      return {
        costs: {
          publishApiS: alone.api,
          publishDatabaseS: alone.database,
          matchWorkerS: one.worker,
          matchDatabaseS: Math.max(1e-5, one.database - alone.database - aFirm('database')),
          hearApiS: aFirm('api'),
          hearDatabaseS: aFirm('database'),
          readApiS: read.api,
          readDatabaseS: read.database,
          queueS: EARLIER.queueS,
          changeDatabaseS: await changeSeconds(client),
          searchAtMillionS: EARLIER.searchAtMillionS,
          indexBytesAMillion: EARLIER.indexBytesAMillion,
          databaseBytesAListing: await bytesAListing(client, market.length),
          shape: times.map((time) => time / mean),
        },
        sources: SOURCES,
      };
    }),
  );
}

const HERE = 'measured in this run';
const SOURCES: Sourced['sources'] = Object.freeze({
  publishApiS: HERE,
  publishDatabaseS: HERE,
  matchWorkerS: HERE,
  matchDatabaseS: HERE,
  hearApiS: HERE,
  hearDatabaseS: HERE,
  readApiS: HERE,
  readDatabaseS: HERE,
  changeDatabaseS: HERE,
  databaseBytesAListing: HERE,
  queueS: EARLIER.from,
  searchAtMillionS: EARLIER.from,
  indexBytesAMillion: EARLIER.from,
});

/** What the three have used, read before and after. */
class Meter {
  private idle: Used = { api: 0, worker: 0, database: 0 };

  private constructor(
    private readonly stage: Stage,
    private readonly postmaster: number,
  ) {}

  static async of(stage: Stage, client: pg.Client): Promise<Meter> {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return new Meter(stage, parentOf(rows[0]?.pid ?? 0));
  }

  /** What a second takes in which nothing is asked: the looks by the clock. */
  async rest(): Promise<void> {
    const start = this.now();
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    this.idle = per(IDLE_MS / 1000, this.now(), start);
  }

  async each(doings: number, work: () => Promise<unknown>): Promise<Used> {
    const [start, from] = [this.now(), performance.now()];
    await work();
    const seconds = (performance.now() - from) / 1000;
    const used = per(doings, this.now(), start);
    const rest = (whose: keyof Used): number =>
      Math.max(1e-5, used[whose] - (this.idle[whose] * seconds) / doings);
    return { api: rest('api'), worker: rest('worker'), database: rest('database') };
  }

  private now(): Used {
    const pids = (name: 'api' | 'worker'): readonly number[] =>
      this.stage.of(name).flatMap(({ program }) => (program.pid === undefined ? [] : [program.pid]));
    const sum = (all: readonly number[]): number =>
      all.reduce((total, pid) => total + processorSeconds(pid), 0);
    return { api: sum(pids('api')), worker: sum(pids('worker')), database: familySeconds(this.postmaster) };
  }
}

const per = (doings: number, after: Used, before: Used): Used => ({
  api: (after.api - before.api) / doings,
  worker: (after.worker - before.worker) / doings,
  database: (after.database - before.database) / doings,
});

/** Publications that nobody matches: the worker stands still meanwhile, so what the database does is theirs. */
async function publishedAlone(stage: Stage, meter: Meter, side: Side): Promise<Used> {
  const workers = stage.of('worker').map(({ program }) => program);
  return whileHalted(workers, () =>
    meter.each(PUBLICATIONS, async () => {
      for (let at = 0; at < PUBLICATIONS; at += 1) await side.publish();
    }),
  );
}

/** One after the other, so that a time is that of the request and not of a queue. */
async function reads(side: Side, times: number[]): Promise<void> {
  const [seat] = side.seats(1);
  if (seat === undefined) throw new Error('There is nobody who reads.');
  for (let at = 0; at < READS; at += 1) {
    const start = performance.now();
    const response = await fetch(`${seat.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: seat.authorization },
      body: JSON.stringify({ query: READ }),
    });
    const answer = (await response.json()) as { readonly data?: unknown };
    if (answer.data === undefined) throw new Error(`A page was refused: ${JSON.stringify(answer)}`);
    times.push(performance.now() - start);
  }
}

const AT_ONCE = 100;

/** A hundred changed listings by their keys, as a worker that holds an index reads them; the time of one. */
async function changeSeconds(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ id: string }>(`select id from listing order by id limit ${AT_ONCE}`);
  const ids = rows.map(({ id }) => id);
  const times: number[] = [];
  for (let at = 0; at < 30; at += 1) {
    const start = performance.now();
    await client.query(CHANGED, [ids]);
    times.push((performance.now() - start) / 1000 / ids.length);
  }
  return times.sort((a, b) => a - b)[15] ?? NaN;
}

const CHANGED = `
  select l.id, l.version, l.state, s.* from listing l join listing_search s on s.listing_id = l.id where l.id = any($1)`;

async function bytesAListing(client: pg.Client, listings: number): Promise<number> {
  const { rows } = await client.query<{ listing: string; one_match: string }>(`
    select (pg_total_relation_size('listing') + pg_total_relation_size('listing_version')
            + pg_total_relation_size('listing_search')) as listing,
           pg_total_relation_size('match') / greatest(1, (select count(*) from match)) as one_match`);
  return Number(rows[0]?.listing) / listings + Number(rows[0]?.one_match) * MATCHES_A_LISTING;
}
