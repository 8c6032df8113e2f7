import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#domain';
import { isUnavailable, rolePool, Store } from '#store';
import { TcpProxy } from '../measure/chaos/tcp-proxy.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const LIMITS = { statement: 500, lock: 500, idle: 5_000, connection: 2_000 };

let database: TestDatabase;
let network: TcpProxy;
let url: string;
beforeAll(async () => {
  database = await testDatabase();
  const direct = new URL(database.programsUrl);
  network = await TcpProxy.open(Number(direct.port));
  direct.port = String(network.port);
  url = direct.href;
});
afterAll(async () => {
  await network.close();
  await database.drop();
});

/** What went wrong; undefined when nothing did. */
const faultOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('a connection whose other end has gone without a word', () => {
  it('is given up by the store: what waits fails, what comes next goes well', async () => {
    const store = await Store.open(url, 1, LIMITS);
    const read = (): Promise<unknown> => store.read(SYSTEM, (tx) => tx.events.now());
    // Unlike a read, it has ended on the connection too when it is done.
    await store.transaction(SYSTEM, (tx) => tx.events.now());
    network.forget();
    expect(isUnavailable(await faultOf(read))).toBe(true);
    expect(await faultOf(read)).toBeUndefined();
    await store.close();
  });

  it('is given up in the middle of a transaction too', async () => {
    const store = await Store.open(url, 1, LIMITS);
    const write = (spoil: () => void): Promise<unknown> =>
      store.transaction(SYSTEM, async (tx) => {
        await tx.events.now();
        spoil();
        await tx.events.now();
      });
    expect(isUnavailable(await faultOf(() => write(() => network.forget())))).toBe(true);
    expect(await faultOf(() => write(() => undefined))).toBeUndefined();
    await store.close();
  });

  it('is given up by the pools of one role, and an idle one stays', async () => {
    const pool = rolePool(url, { role: 'bistrom_auth', max: 1, limits: LIMITS });
    const backend = async (): Promise<unknown> =>
      (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
    const first = await backend();
    // Longer than any answer may take.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await backend()).toBe(first);
    network.forget();
    expect(isUnavailable(await faultOf(backend))).toBe(true);
    expect(await faultOf(backend)).toBeUndefined();
    await pool.end();
  });
});
