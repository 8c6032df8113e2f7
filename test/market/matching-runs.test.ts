import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RULE_SET } from '#domain';
import { SYSTEM, type MatchingRunView, type Refresher } from '#market';
import type { ChunkKey } from '#store';
import { World, type WorldFirm } from '../support/world.js';

/** More of each side than a listing keeps. */
const PAIRS = 24;
const LISTINGS = 2 * PAIRS;
const LONG_MS = 120_000;
const OLD = 'rules of old';

let world: World;
let givers: WorldFirm[];
let takers: WorldFirm[];

beforeAll(async () => {
  world = await World.open();
  await world.market.matchingRuns.beginWhenRulesChanged(SYSTEM);
  givers = await Promise.all([1, 2, 3].map(() => world.firm()));
  takers = await Promise.all([1, 2, 3].map(() => world.firm({ naceCode: '35.30' })));
  for (let at = 0; at < PAIRS; at += 1) {
    await world.publish(givers[at % 3] as WorldFirm, 'OFFER');
    await world.publish(takers[at % 3] as WorldFirm, 'NEED');
  }
  await world.work();
}, 120_000);
afterAll(() => world.close());

/** As if everything had been matched by the rules before the present ones. */
beforeEach(async () => {
  await world.database.query('delete from matching_run');
  await world.database.query('delete from job_request');
  await world.database.query('update match set rule_set = $1', [OLD]);
});

interface LivePair {
  readonly pair: string;
  readonly ruleSet: string;
}
const livePairs = (): Promise<LivePair[]> =>
  world.database.query<LivePair>(
    `select offer_id || ' ' || need_id as pair, rule_set as "ruleSet" from match
      where state in ('OPEN', 'NEGOTIATING') order by 1`,
  );

async function latest(): Promise<MatchingRunView> {
  const run = await world.market.matchingRuns.latest(SYSTEM);
  if (run === undefined) throw new Error('There is no run.');
  return run;
}

/** Jobs that are asked for now. */
async function asked(): Promise<{ readonly id: string; readonly name: string; readonly payload: never }[]> {
  const jobs: { id: string; name: string; payload: never }[] = [];
  await world.market.outbox.relay(500, async (requests) => void jobs.push(...(requests as never[])));
  return jobs;
}

/** Does so many jobs of the run, and says which are left. */
async function workOff(most: number): Promise<ChunkKey[]> {
  const queue = await asked();
  for (let count = 0; count < most && queue.length > 0; count += 1) {
    const job = queue.shift();
    if (job?.name === 'match-chunk') await world.market.matchingRuns.work(SYSTEM, job.payload);
    queue.push(...(await asked()));
  }
  return queue.map((job) => job.payload);
}

async function stage(): Promise<string | undefined> {
  const [row] = await world.database.query<{ stage: string }>(
    `select stage from matching_chunk order by array_position(array['PREPARE', 'MATCH', 'SETTLE', 'DONE'], stage) limit 1`,
  );
  return row?.stage;
}

describe('a run after new rules', () => {
  it(
    'example: matches everything again, and each pair keeps one live match all the time',
    async () => {
      const before = await livePairs();
      expect(before.length).toBeGreaterThan(PAIRS);
      expect(await world.market.matchingRuns.again(SYSTEM)).toBe(LISTINGS);
      let rounds = 0;
      while ((await latest()).state === 'RUNNING') {
        const readable = new Set((await livePairs()).map((one) => one.pair));
        // in the last stage what the new rules do not find any more is closed
        if ((await stage()) !== 'SETTLE') expect(before.filter((one) => !readable.has(one.pair))).toEqual([]);
        const left = await workOff(1);
        for (const key of left) await world.market.matchingRuns.work(SYSTEM, key);
        rounds += 1;
      }
      // 48 listings are 2 chunks of 25 and 23, each gone through three times: to prepare, to match, to settle
      expect(rounds).toBeGreaterThan(2);
      expect(await latest()).toMatchObject({
        state: 'DONE',
        listings: LISTINGS,
        done: LISTINGS,
        ruleSet: RULE_SET,
      });
      const after = await livePairs();
      expect(new Set(after.map((one) => one.ruleSet))).toEqual(new Set([RULE_SET]));
      expect(new Set(after.map((one) => one.pair)).size).toBe(after.length);
    },
    LONG_MS,
  );

  it('is begun when rules or reference data are not the last ones, once', async () => {
    const { matchingRuns } = world.market;
    expect(await matchingRuns.beginWhenRulesChanged(SYSTEM)).toBe(false);
    await world.market.registry.setMark(SYSTEM, 'matched-with', OLD);
    const begun = await Promise.all([1, 2, 3].map(() => matchingRuns.beginWhenRulesChanged(SYSTEM)));
    expect(begun.filter(Boolean)).toEqual([true]);
    expect(await latest()).toMatchObject({ state: 'RUNNING', done: 0 });
  });

  it(
    'ends the one before',
    async () => {
      await world.market.matchingRuns.again(SYSTEM);
      const first = await latest();
      world.now = new Date(world.now.getTime() + 1000);
      await world.market.matchingRuns.again(SYSTEM);
      expect((await latest()).id).not.toBe(first.id);
      const states = await world.database.query('select state from matching_run order by started_at');
      expect(states).toEqual([{ state: 'SUPERSEDED' }, { state: 'RUNNING' }]);
      await world.work();
      expect(await latest()).toMatchObject({ state: 'DONE', done: LISTINGS });
    },
    LONG_MS,
  );

  it(
    'counts each listing once, though every job runs twice at once',
    async () => {
      await world.market.matchingRuns.again(SYSTEM);
      let jobs = await asked();
      while (jobs.length > 0) {
        const same = jobs.flatMap(({ payload }) => [payload, payload] as ChunkKey[]);
        await Promise.all(same.map((key) => world.market.matchingRuns.work(SYSTEM, key)));
        jobs = await asked();
      }
      expect(await latest()).toMatchObject({ state: 'DONE', done: LISTINGS });
      const after = await livePairs();
      expect(new Set(after.map((one) => one.pair)).size).toBe(after.length);
    },
    LONG_MS,
  );
});

describe('a pause', () => {
  it(
    'stops a run where it is, and it goes on from there',
    async () => {
      const { matchingRuns } = world.market;
      await matchingRuns.again(SYSTEM);
      // two chunks are prepared in two jobs; the third matches
      const left = await workOff(3);
      const { done } = await latest();
      expect(done).toBeGreaterThan(0);
      expect(await matchingRuns.pause(SYSTEM)).toBe(true);
      expect(await matchingRuns.pause(SYSTEM)).toBe(false);
      for (const key of left) await matchingRuns.work(SYSTEM, key);
      await matchingRuns.tend(SYSTEM);
      expect(await asked()).toEqual([]);
      expect(await latest()).toMatchObject({ state: 'PAUSED', done, expectedEnd: undefined });
      expect(await matchingRuns.resume(SYSTEM)).toBe(true);
      expect(await matchingRuns.resume(SYSTEM)).toBe(false);
      await world.work();
      expect(await latest()).toMatchObject({ state: 'DONE', done: LISTINGS });
    },
    LONG_MS,
  );

  it('of no run is none', async () => {
    expect(await world.market.matchingRuns.pause(SYSTEM)).toBe(false);
    expect(await world.market.matchingRuns.resume(SYSTEM)).toBe(false);
  });
});

describe('a chunk', () => {
  it('whose job is lost is asked for again, after five minutes and not before', async () => {
    await world.market.matchingRuns.again(SYSTEM);
    const lost = await asked();
    const later = async (minutes: number): Promise<number> => {
      world.now = new Date(world.now.getTime() + minutes * 60_000);
      await world.market.matchingRuns.tend(SYSTEM);
      return (await asked()).length;
    };
    expect([await later(4), await later(2)]).toEqual([0, lost.length]);
  });

  it('is left alone by a worker of other rules', async () => {
    await world.market.matchingRuns.again(SYSTEM);
    await world.database.query('update matching_run set rule_set = $1', ['rules to come']);
    await workOff(100);
    expect(await latest()).toMatchObject({ state: 'RUNNING', done: 0 });
  });

  it('goes on without a listing that fails, which gets a job of its own', async () => {
    await world.market.matchingRuns.again(SYSTEM);
    const [ill] = await world.database.query<{ id: string }>('select id from listing order by id limit 1');
    const refresher: Refresher = {
      atOnce: 10,
      refresh: async (ids) => ids.filter((id) => id === ill?.id),
    };
    const others: string[] = [];
    let jobs = await asked();
    while (jobs.length > 0) {
      for (const { name, payload } of jobs) {
        if (name === 'match-chunk') await world.market.matchingRuns.work(SYSTEM, payload, refresher);
        else others.push((payload as { listingId: string }).listingId);
      }
      jobs = await asked();
    }
    expect(others).toContain(ill?.id);
    expect(new Set(others).size).toBe(1);
  });
});

describe('how far a run is', () => {
  it('is for staff of a cluster', async () => {
    const { matchingRuns } = world.market;
    expect(await matchingRuns.forStaff(await world.staff())).toBeUndefined();
    await matchingRuns.again(SYSTEM);
    expect(await matchingRuns.forStaff(await world.staff())).toMatchObject({
      state: 'RUNNING',
      listings: LISTINGS,
    });
    for (const other of [await world.staff('auditor'), (givers[0] as WorldFirm).actor])
      expect(await matchingRuns.forStaff(other)).toBeUndefined();
    await expect(matchingRuns.pause((givers[0] as WorldFirm).actor)).rejects.toThrow('Only the installation');
  });
});
