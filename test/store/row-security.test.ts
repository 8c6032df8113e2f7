import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain';
import { SYSTEM } from '#market';
import { Store } from '#store';
import { Chance } from '../support/chance.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { managerOf } from '../support/walled.js';

const TRANSACTIONS = 4_000;
const FIRMS = 50;
const CONNECTIONS = 10;
/** More at once than there are connections, so that each is handed from firm to firm. */
const AT_ONCE = 40;

interface Firm {
  readonly actor: Actor;
  readonly id: string;
  readonly siteId: string;
  /** From one to five, so that a neighbour's number is another one. */
  readonly listings: number;
}

/** What came of the transactions. */
interface Tally {
  /** Rows of another firm that somebody was given. */
  leaks: number;
  /** Transactions that saw another number of rows than their own. */
  miscounts: number;
  /** Rows that were taken in the name of another firm. */
  forged: number;
  readonly done: Record<Kind, number>;
}
type Kind =
  'read' | 'written' | 'rolled back' | 'failed' | 'asked after it failed' | 'forging' | 'installation';
const KINDS: readonly Kind[] = [
  'read',
  'written',
  'rolled back',
  'failed',
  'asked after it failed',
  'forging',
  'installation',
];

const LISTING = `insert into listing (id, firm_id, site_id, side, state, version, remaining, material_code)
  values (gen_random_uuid(), $1, $2, 'OFFER', 'DRAFT', 1, 1, 'wood-chips')`;
const EVENT = `insert into event (type, firm_id) values ('listingChanged', $1)`;

describe(`${TRANSACTIONS} transactions of ${FIRMS} firms over ${CONNECTIONS} connections`, () => {
  let database: TestDatabase;
  let store: Store;
  let firms: Firm[];

  beforeAll(async () => {
    database = await testDatabase();
    store = await Store.open(database.programsUrl, CONNECTIONS);
    firms = Array.from({ length: FIRMS }, (_, at) => firmOf(1 + (at % 5)));
    for (const firm of firms) await enter(database, firm);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('leak no row to anybody, and leave nothing of an actor on a connection', async () => {
    const chance = new Chance(20);
    const tally: Tally = {
      leaks: 0,
      miscounts: 0,
      forged: 0,
      done: Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>,
    };
    const asked = Array.from({ length: TRANSACTIONS }, () => ({
      kind: chance.of(KINDS),
      firm: chance.of(firms),
      other: chance.of(firms),
    }));
    const queue = [...asked];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          await RUN[next.kind](store, next.firm, next.other, tally);
          tally.done[next.kind] += 1;
        }
      }),
    );
    expect(Object.values(tally.done).reduce((sum, count) => sum + count, 0)).toBe(TRANSACTIONS);
    for (const kind of KINDS) expect(tally.done[kind]).toBeGreaterThan(400);
    expect(tally).toMatchObject({ leaks: 0, miscounts: 0, forged: 0 });
    const [kept] = await database.query<{ events: number }>('select count(*)::int as events from event');
    expect(kept?.events).toBe(tally.done.written);
  });

  it('and a connection that is nobody’s is refused', async () => {
    const client = new pg.Client(database.programsUrl);
    await client.connect();
    await expect(client.query('select * from listing')).rejects.toThrow('permission denied');
    await client.query('begin; set local role bistrom_app');
    expect((await client.query('select * from listing')).rows).toEqual([]);
    await client.query(`commit; begin; set local role bistrom_app; set local "bistrom.firm_ids" = ''`);
    expect((await client.query('select * from firm')).rows).toEqual([]);
    await client.end();
  });
});

function firmOf(listings: number): Firm {
  const [id, siteId] = [randomUUID(), randomUUID()];
  const membership = { firmId: id, role: 'buyer' as const, clusterIds: [] };
  const actor = {
    personId: `person of ${id}`,
    name: `O'Hara \\ ${listings}`,
    firms: [membership],
    clusters: [],
  };
  return { actor, id, siteId, listings };
}

async function enter(database: TestDatabase, { id, siteId, listings }: Firm): Promise<void> {
  await database.query(
    `insert into firm (id, name, nace_code, division) values ($1, 'Firm', '16.10', '16')`,
    [id],
  );
  const site = `insert into site (id, firm_id, name, latitude, longitude) values ($1, $2, 'Works', 60, 11)`;
  await database.query(site, [siteId, id]);
  await database.query(
    LISTING.replace('values (', 'select ').replace(/\)$/, ' from generate_series(1, $3::int)'),
    [id, siteId, listings],
  );
}

type Manager = ReturnType<typeof managerOf>;
const ROLLED_BACK = new Error('rolled back on purpose');

/** Asks without any filter, and notes whatever is not the firm's. */
async function look(manager: Manager, firm: Firm, tally: Tally): Promise<void> {
  const rows = await manager.query<{ firm_id: string }>('select firm_id from listing');
  tally.leaks += rows.filter((row) => row.firm_id !== firm.id).length;
  if (rows.length !== firm.listings) tally.miscounts += 1;
}

type Run = (store: Store, firm: Firm, other: Firm, tally: Tally) => Promise<unknown>;

const RUN: Readonly<Record<Kind, Run>> = {
  read: (store, firm, _other, tally) => store.read(firm.actor, (tx) => look(managerOf(tx), firm, tally)),
  written: (store, firm, _other, tally) =>
    store.transaction(firm.actor, async (tx) => {
      await managerOf(tx).query(EVENT, [firm.id]);
      await look(managerOf(tx), firm, tally);
    }),
  'rolled back': (store, firm, _other, tally) =>
    mustFail(
      store.transaction(firm.actor, async (tx) => {
        await managerOf(tx).query(EVENT, [firm.id]);
        await look(managerOf(tx), firm, tally);
        throw ROLLED_BACK;
      }),
      'rolled back on purpose',
    ),
  failed: (store, firm, _other, tally) =>
    mustFail(
      store.read(firm.actor, async (tx) => {
        await look(managerOf(tx), firm, tally);
        await managerOf(tx).query('select 1 / 0');
      }),
      'division by zero',
    ),
  'asked after it failed': (store, firm, _other, tally) =>
    mustFail(
      store.transaction(firm.actor, async (tx) => {
        await managerOf(tx)
          .query('select 1 / 0')
          .catch(() => undefined);
        await look(managerOf(tx), firm, tally);
      }),
      'current transaction is aborted',
    ),
  forging: async (store, firm, other, tally) => {
    if (other === firm) return store.read(firm.actor, (tx) => look(managerOf(tx), firm, tally));
    const forge = store.transaction(firm.actor, (tx) => managerOf(tx).query(EVENT, [other.id]));
    await mustFail(forge, 'row-level security').catch(() => (tally.forged += 1));
  },
  installation: (store, _firm, _other, tally) =>
    store.read(SYSTEM, async (tx) => {
      const rows = await managerOf(tx).query('select id from listing');
      // (1 + 2 + 3 + 4 + 5) × 10
      if (rows.length !== 150) tally.miscounts += 1;
    }),
};

async function mustFail(work: Promise<unknown>, why: string): Promise<void> {
  const message = await work.then(
    () => 'it went well',
    (error: unknown) => (error as Error).message,
  );
  if (!message.includes(why)) throw new Error(`Should have failed with "${why}", but: ${message}`);
}
