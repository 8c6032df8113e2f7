import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM, type LookRules } from '#domain';
import { Store } from '#store';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { generateMarket, type GeneratedListing } from '../../support/market-generator.js';
import { settlements } from '../../support/settlements.js';
import { withClient } from '../temporary-server.js';
import { BruteForce, isSame, lookFor } from './brute-force.js';
import { loadMarket } from './load.js';
import { plainSearch, preparePlain, type Bounded } from './plain-search.js';
import { middleOf, timingOf } from './timing.js';

const SPARE = 60;

describe('candidate search in a made-up market', () => {
  let database: TestDatabase;
  let store: Store;
  let rules: LookRules;
  let market: readonly GeneratedListing[];
  let spare: readonly GeneratedListing[];

  beforeAll(async () => {
    database = await testDatabase();
    store = await Store.open(database.url);
    rules = await store.read(SYSTEM, async (tx) => ({
      materials: await tx.reference.materials(),
      prices: await tx.reference.priceSet(),
    }));
    const { materials } = rules;
    const plan = { seed: 7, listings: 4000, materials, settlements: settlements(), today: '2026-06-15' };
    const all = generateMarket(plan);
    [market, spare] = [all.slice(SPARE), all.slice(0, SPARE)];
    await withClient(database.url, async (client) => {
      await loadMarket(client, randomUUID(), market, spare);
      await preparePlain(client);
    });
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('finds what looking at every listing finds, with the same bounds', async () => {
    const brute = new BruteForce(market);
    let found = 0;
    for (const one of spare) {
      const look = lookFor(one, rules);
      const wanted = brute.candidates(look);
      const all = { first: 100_000, skip: 0 };
      const answer = await store.read(SYSTEM, (tx) => tx.search.candidates(look, [], all));
      expect(isSame(answer, wanted)).toBe(true);
      found += wanted.length;
    }
    expect(found).toBeGreaterThan(SPARE);
  });

  it('is held against a plain search that finds the same', async () => {
    const brute = new BruteForce(market);
    await withClient(database.url, async (client) => {
      for (const one of spare) {
        const look = lookFor(one, rules);
        const [statement, values] = plainSearch(look, [], { first: 100_000, skip: 0 });
        const { rows } = await client.query<Bounded>(statement, values);
        expect(isSame(rows, brute.candidates(look))).toBe(true);
      }
    });
  });

  it('tells a missing candidate and a wrong bound', () => {
    const wanted = [
      { id: 'a', bound: 0.9 },
      { id: 'b', bound: 0.5 },
    ];
    expect(isSame(wanted, wanted)).toBe(true);
    expect(isSame(wanted.slice(1), wanted)).toBe(false);
    expect(isSame([{ id: 'a', bound: 0.8 }, ...wanted.slice(1)], wanted)).toBe(false);
  });
});

describe('times', () => {
  it('are told by their middle and by what one in a hundred exceeds', () => {
    const times = Array.from({ length: 100 }, (_, at) => 100 - at);
    // 1 + … + 100 = 5 050
    expect(timingOf(times)).toEqual({ p50: 51, p99: 100, mean: 50.5, runs: 100 });
  });

  it('of several runs are the middle ones, whatever disturbed one of them', () => {
    const calm = { p50: 2, p99: 9, mean: 3, runs: 10 };
    // the middle of 2, 2, 8 is 2; of 9, 9, 900 it is 9; of 3, 3, 40 it is 3; 10 + 10 + 10 = 30
    expect(middleOf([calm, { p50: 8, p99: 900, mean: 40, runs: 10 }, calm])).toEqual({ ...calm, runs: 30 });
  });
});
