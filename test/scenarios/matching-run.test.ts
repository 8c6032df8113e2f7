import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RULE_SET, type Actor } from '#domain';
import { SYSTEM, type MatchingRunView } from '#market';
import { freePort, Running, wait } from '../support/running.js';
import { ok, tonnes } from '../support/world.js';

/** Far enough from each other that only what lies at one place fits. */
const PLACES = [55, 58, 61, 64, 67, 70];
/** Of each side at a place: fewer than a listing keeps, so that every pair of a place is a match. */
const EACH = 10;
const LISTINGS = PLACES.length * 2 * EACH;
const PAIRS = PLACES.length * EACH * EACH;
const LONGEST_MS = 120_000;

let running: Running;
let pairs: readonly string[];

/** Two firms at one place, each with as many listings as there may be of a side. */
async function settle(latitude: number): Promise<void> {
  for (const [side, naceCode] of [
    ['OFFER', '16.10'],
    ['NEED', '35.30'],
  ] as const) {
    const { actor, siteId } = await firmAt(latitude, naceCode);
    for (let count = 0; count < EACH; count += 1)
      ok(
        await running.market.listings.publish(actor, {
          siteId,
          side,
          title: 'Tørr flis',
          materialCode: 'wood-chips',
          quantity: tonnes('100'),
          properties: [],
          maxDistanceKm: 30,
          currency: 'NOK',
          visibility: 'FEDERATION',
        }),
      );
  }
}

async function firmAt(
  latitude: number,
  naceCode: string,
): Promise<{ readonly actor: Actor; readonly siteId: string }> {
  const { registry } = running.market;
  const [id, siteId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const site = { id: siteId, name: 'Works', municipalityNumber: '3401', latitude, longitude: 12 };
  const firm = { id, name: `Firm ${id}`, naceCode, demo: false };
  await registry.addFirm(SYSTEM, { ...firm, clusterIds: [running.clusterId], sites: [site] });
  const email = `${personId}@test.example`;
  const firms = [{ firmId: id, role: 'plant_manager' as const }];
  await registry.addPerson(SYSTEM, {
    id: personId,
    name: 'Person',
    email,
    password: 'a password for tests',
    firms,
    clusters: [],
  });
  return { actor: await registry.actor(personId, 'Person'), siteId };
}

async function until(is: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; !(await is());) {
    if (Date.now() > end) throw new Error('It took too long.');
    await wait(25);
  }
}

async function livePairs(ruleSet?: string): Promise<readonly string[]> {
  const rows = await running.database.query<{ pair: string }>(
    `select offer_id || ' ' || need_id as pair from match
      where state = 'OPEN' and ($1::text is null or rule_set = $1) order by 1`,
    [ruleSet ?? null],
  );
  return rows.map((row) => row.pair);
}

async function latest(): Promise<MatchingRunView> {
  const run = await running.market.matchingRuns.latest(SYSTEM);
  if (run === undefined) throw new Error('There is no run.');
  return run;
}

/** As if everything had been matched by the rules before the present ones. */
const withOldRules = async (): Promise<void> => {
  await running.database.query(`update match set rule_set = 'rules of old'`);
  await running.market.registry.setMark(SYSTEM, 'matched-with', 'rules of old');
};

/** Nobody who reads meanwhile misses a match or sees one twice. */
async function readAllTheTime(isOver: () => boolean): Promise<number> {
  let reads = 0;
  for (; !isOver(); reads += 1) {
    expect(await livePairs()).toEqual(pairs);
    await wait(50);
  }
  return reads;
}

/** How many threads the worker says that it matches in. */
async function threadsOf(port: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^bistrom_matching_threads\S* (\d+)$/m.exec(text)?.[1]);
}

describe.each([
  ['with the search in the database', {}, 0],
  ['with the index in memory, in two threads', { MATCHING_INDEX: 'memory', MATCHING_THREADS: '2' }, 2],
])('a run through all listings, %s', (_how, settings, threads) => {
  let watched: { readonly METRICS_PORT: string };

  beforeAll(async () => {
    running = await Running.start(settings, ['worker']);
    watched = { METRICS_PORT: String(await freePort()) };
    for (const place of PLACES) await settle(place);
    await until(async () => (await running.market.outbox.undone()) === 0);
    pairs = await livePairs();
  }, 240_000);
  afterAll(() => running.stop());

  it('survives a worker that is killed in the middle: none lost, none doubled, all readable all the time', async () => {
    expect(pairs).toHaveLength(PAIRS);
    await running.kill('worker');
    await withOldRules();
    await running.run('worker');
    let isOver = false;
    const reading = readAllTheTime(() => isOver);
    await until(async () => (await latest()).done > 0);
    await running.kill('worker');
    const { state, done } = await latest();
    expect(state).toBe('RUNNING');
    expect(done).toBeLessThan(LISTINGS);

    await running.run('worker', watched);
    let mostThreads = 0;
    await until(async () => {
      // They are let go of again while the last chunk waits for the worker that was killed.
      mostThreads = Math.max(mostThreads, await threadsOf(watched.METRICS_PORT));
      return (await latest()).state === 'DONE';
    });
    isOver = true;
    expect(await reading).toBeGreaterThan(10);
    expect(mostThreads).toBe(threads);
    expect(await latest()).toMatchObject({ done: LISTINGS, listings: LISTINGS, ruleSet: RULE_SET });
    expect(await livePairs(RULE_SET)).toEqual(pairs);
    // Each match of the new rules was told to both its firms, once.
    const [told] = await running.database.query<{ events: number; matches: number }>(
      `select count(*)::int as events, count(distinct match_id)::int as matches from event
        where type = 'matchFound' and match_id in (select id from match where rule_set = $1)`,
      [RULE_SET],
    );
    expect(told).toEqual({ events: 2 * PAIRS, matches: PAIRS });
  }, 300_000);

  it('is paused, goes on, and is shared by two workers', async () => {
    await running.another('worker');
    await withOldRules();
    expect(await running.market.matchingRuns.beginWhenRulesChanged(SYSTEM)).toBe(true);
    await until(async () => (await latest()).done > 0);
    expect(await running.market.matchingRuns.pause(SYSTEM)).toBe(true);
    await until(async () => (await running.market.outbox.undone()) === 0);
    const { done } = await latest();
    await wait(1500);
    expect(await latest()).toMatchObject({ state: 'PAUSED', done });
    expect(await livePairs()).toEqual(pairs);
    await running.market.matchingRuns.resume(SYSTEM);
    await until(async () => (await latest()).state === 'DONE');
    expect(await latest()).toMatchObject({ done: LISTINGS });
    expect(await livePairs(RULE_SET)).toEqual(pairs);
  }, 300_000);
});
