import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM, type Actor } from '#domain';
import { EventFeed } from '#market';
import { openWake, Store, type Wake } from '#store';
import { OwnRedis } from '../measure/chaos/redis.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { wait } from '../support/running.js';

const CARRIERS = OwnRedis.isThere() ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);
if (CARRIERS.length === 1)
  process.stderr.write('Wake-ups over Redis are not tested: no redis-server on the PATH.\n');

const of = (firmId: string): Actor => ({
  personId: 'p',
  name: 'P',
  firms: [{ firmId, role: 'buyer', clusterIds: [] }],
  clusters: [],
});

let database: TestDatabase;
let redis: OwnRedis | undefined;
beforeAll(async () => {
  database = await testDatabase();
  redis = CARRIERS.length > 1 ? await OwnRedis.start() : undefined;
});
afterAll(async () => {
  await redis?.stop();
  await database.drop();
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A program of its own: a store and a feed that share a carrier. */
async function program(carrier: (typeof CARRIERS)[number], through: (wake: Wake) => Wake = (wake) => wake) {
  const wake = through(
    openWake(database.programsUrl, carrier === 'Redis' ? `redis://127.0.0.1:${redis?.port}` : undefined),
  );
  const store = await Store.open(database.programsUrl, 4, undefined, wake);
  const feed = new EventFeed(store, database.programsUrl, wake);
  closing.push(
    () => wake.close(),
    () => store.close(),
    () => feed.close(),
  );
  return { wake, store, feed };
}

const append = (store: Store, firmId: string): Promise<unknown> =>
  store.transaction(SYSTEM, (tx) => tx.events.append({ type: 'matchFound', firmId, matchId: randomUUID() }));

/** The next so many events of a firm, by the number that the database gave them. */
async function next(events: AsyncIterableIterator<{ cursor: string }>, count: number): Promise<string[]> {
  const cursors: string[] = [];
  while (cursors.length < count) cursors.push((await events.next()).value?.cursor ?? 'ended');
  return cursors;
}

const start = (store: Store) => store.read(SYSTEM, (tx) => tx.events.now());
const textOf = ({ xid, seq }: { xid: string; seq: string }): string =>
  Buffer.from(`${xid}.${seq}`).toString('base64url');

describe.each(CARRIERS)('wake-ups over %s', (carrier) => {
  it('reach every program once the commit is made, with the id and nothing else', async () => {
    const [writer, reader] = [await program(carrier), await program(carrier)];
    const firmId = randomUUID();
    const heard: (string | undefined)[] = [];
    const listener = reader.wake.listen((id) => heard.push(id));
    closing.push(() => listener.close());
    while (heard.length === 0) await wait(10);
    await append(writer.store, firmId);
    while (!heard.includes(firmId)) await wait(10);
    expect(heard.filter((id) => id !== undefined)).toEqual([firmId]);
  });

  it('say nothing of what was rolled back', async () => {
    const { wake, store } = await program(carrier);
    const [gone, stays] = [randomUUID(), randomUUID()];
    const heard: (string | undefined)[] = [];
    const listener = wake.listen((id) => heard.push(id));
    closing.push(() => listener.close());
    while (heard.length === 0) await wait(10);
    const broken = store.transaction(SYSTEM, async (tx) => {
      await tx.events.append({ type: 'matchFound', firmId: gone });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    await append(store, stays);
    while (!heard.includes(stays)) await wait(10);
    expect(heard).not.toContain(gone);
  });

  it('bring followers every event once and in order, replayed and live', async () => {
    const [writer, reader] = [await program(carrier), await program(carrier)];
    const firmId = randomUUID();
    const after = textOf(await start(reader.store));
    for (let one = 0; one < 3; one += 1) await append(writer.store, firmId);
    const events = reader.feed.follow(of(firmId), { topic: 'match', after });
    const first = await next(events, 3);
    for (let one = 0; one < 20; one += 1) await append(writer.store, firmId);
    const all = [...first, ...(await next(events, 20))];
    await events.return?.();
    expect(new Set(all).size).toBe(23);
    const again = reader.feed.follow(of(firmId), { topic: 'match', after });
    expect(await next(again, 23)).toEqual(all);
    await again.return?.();
  });

  it('cost delay and no event where all, or every other, are lost', async () => {
    let count = 0;
    const lossy =
      (keeps: (nth: number) => boolean) =>
      (wake: Wake): Wake => ({
        ...wake,
        listen: (hear) =>
          wake.listen((id) => {
            if (keeps((count += 1))) hear(id);
          }),
      });
    const writer = await program(carrier);
    for (const keeps of [() => false, (nth: number) => nth % 2 === 0]) {
      const { feed, store } = await program(carrier, lossy(keeps));
      const firmId = randomUUID();
      const events = feed.follow(of(firmId), { topic: 'match', after: textOf(await start(store)) });
      for (let one = 0; one < 10; one += 1) await append(writer.store, firmId);
      expect(new Set(await next(events, 10)).size).toBe(10);
      await append(writer.store, firmId);
      expect(await next(events, 1)).toHaveLength(1);
      await events.return?.();
    }
    expect(count).toBeGreaterThan(0);
  });
});

if (CARRIERS.length > 1)
  describe('a Redis that goes away', () => {
    it('keeps no commit from being made, and what was written meanwhile is read when it is back', async () => {
      const { store, feed } = await program('Redis');
      const firmId = randomUUID();
      const events = feed.follow(of(firmId), { topic: 'match', after: textOf(await start(store)) });
      await append(store, firmId);
      expect(await next(events, 1)).toHaveLength(1);
      await redis?.kill();
      await append(store, firmId);
      await append(store, firmId);
      await redis?.run();
      await append(store, firmId);
      expect(new Set(await next(events, 3)).size).toBe(3);
      await events.return?.();
    });
  });
