import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SYSTEM } from '#domain';
import { Store, type Cursor, type StoredEvent } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await testDatabase();
  store = await Store.open(database.url);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const read = (firmId: string, after: Cursor): Promise<StoredEvent[]> =>
  store.read(SYSTEM, (tx) => tx.events.after({ firmIds: [firmId] }, ['matchFound'], after, 100));
const now = (): Promise<Cursor> => store.read(SYSTEM, (tx) => tx.events.now());
const append = (firmId: string): Promise<Cursor> =>
  store.transaction(SYSTEM, (tx) => tx.events.append({ type: 'matchFound', firmId }));

describe('the order of events', () => {
  it('hides none that commits late: a slow transaction holds back those after it, and nothing is skipped', async () => {
    const firmId = randomUUID();
    const start = await now();
    const slow = new pg.Client(database.url);
    await slow.connect();
    await slow.query('begin');
    await slow.query(`insert into event (type, firm_id) values ('matchFound', $1)`, [firmId]);
    await append(firmId);
    expect(await read(firmId, start)).toHaveLength(0);
    await slow.query('commit');
    await slow.end();
    const all = await read(firmId, start);
    expect(all).toHaveLength(2);
    expect(await read(firmId, all[0]?.cursor ?? start)).toHaveLength(1);
    expect(await read(firmId, all[1]?.cursor ?? start)).toHaveLength(0);
  });

  it('gives with a publication a cursor after which even a transaction begun before it is read', async () => {
    const firmId = randomUUID();
    // The matching of another listing is under way: it has its number, and will still see what is published now.
    const matching = new pg.Client(database.url);
    await matching.connect();
    await matching.query('begin');
    await matching.query('select pg_current_xact_id()');
    const published = await append(firmId);
    await matching.query(`insert into event (type, firm_id, match_id) values ('matchFound', $1, $2)`, [
      firmId,
      randomUUID(),
    ]);
    await matching.query('commit');
    await matching.end();
    expect((await read(firmId, published)).filter((event) => event.matchId !== undefined)).toHaveLength(1);
  });

  it('holds for many writers at once: reading on from the last cursor gives each event once', async () => {
    const firmId = randomUUID();
    const start = await now();
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let one = 0; one < 25; one += 1) await append(firmId);
      }),
    ).finally(() => (writing = false));
    const seen: string[] = [];
    let cursor = start;
    const readOn = async (): Promise<void> => {
      for (const event of await read(firmId, cursor)) {
        seen.push(`${event.cursor.xid}.${event.cursor.seq}`);
        cursor = event.cursor;
      }
    };
    while (writing) await readOn();
    await writers;
    await readOn();
    // 6 × 25 = 150
    expect(seen).toHaveLength(150);
    expect(new Set(seen).size).toBe(150);
  });

  it('is nothing to a firm that the events are not for', async () => {
    const start = await now();
    await append(randomUUID());
    expect(await read(randomUUID(), start)).toHaveLength(0);
  });
});
