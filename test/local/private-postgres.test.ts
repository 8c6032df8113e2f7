import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import {
  startPrivatePostgres,
  type PrivatePostgres,
  type PrivatePostgresOptions,
} from '../../apps/local/src/postgres/private-postgres.js';
import { endsWithin, pause } from '../../apps/local/src/process-life.js';
import { remove, temporaryFolder } from './temporary-folder.js';

let dataFolder: string;
let started: PrivatePostgres[];

beforeEach(() => {
  dataFolder = temporaryFolder();
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((one) => one.stop()));
  remove(dataFolder);
});

async function start(options: Partial<PrivatePostgresOptions> = {}): Promise<PrivatePostgres> {
  const server = await startPrivatePostgres({
    dataFolder,
    preferredPort: 56_432,
    durable: false,
    ...options,
  });
  started.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(
  server: PrivatePostgres,
  sql: string,
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

const write = (server: PrivatePostgres) => ask(server, 'create table kept as select 42 as answer');
const read = async (server: PrivatePostgres) =>
  (await ask<{ answer: number }>(server, 'select answer from kept'))?.answer;

const pidFile = (server: PrivatePostgres): string => join(server.folder, 'postmaster.pid');
const pidOf = (server: PrivatePostgres): number =>
  Number(readFileSync(pidFile(server), 'utf8').split('\n')[0]);

async function eventually<T>(what: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await what();
    } catch {
      await pause(100);
    }
  }
  return what();
}

describe('a first start', () => {
  it('makes a database that bistrom owns, for this machine only', async () => {
    const server = await start();
    const row = await ask(
      server,
      `select current_user as who, current_database() as database, current_setting('listen_addresses') as address,
              current_setting('max_connections') as connections,
              (select rolsuper from pg_roles where rolname = current_user) as superuser`,
    );
    expect(row).toEqual({
      who: 'bistrom',
      database: 'bistrom',
      address: '127.0.0.1',
      connections: '200',
      superuser: false,
    });
  });

  it('knows the letters of Norwegian', async () => {
    const server = await start();
    await ask(server, 'create extension pg_trgm');
    const row = await ask<{ trigrams: string[]; sorted: string[] }>(
      server,
      `select show_trgm('ÅÆ') as trigrams,
              array(select w from unnest(array['Ås', 'Øl', 'Ær', 'zebra']) w order by w collate "nb-NO-x-icu") as sorted`,
    );
    expect(row?.trigrams).toHaveLength(3);
    expect(row?.sorted).toEqual(['zebra', 'Ær', 'Øl', 'Ås']);
  });

  it('starts over after an initdb that was cut off', async () => {
    const halfMade = join(dataFolder, 'postgres', 'cluster.new');
    mkdirSync(halfMade, { recursive: true });
    writeFileSync(join(halfMade, 'PG_VERSION'), '18\n');
    const server = await start();
    expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
    expect(existsSync(halfMade)).toBe(false);
  });

  it('takes the next port when the preferred one is taken', async () => {
    const other = createServer().listen(56_432, '127.0.0.1');
    const server = await start();
    other.close();
    expect(server.port).toBeGreaterThan(56_432);
    expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('keeps data on disk before it says so, unless told otherwise', async () => {
    const server = await start({ durable: true });
    expect(await ask(server, `select current_setting('fsync') as fsync`)).toEqual({ fsync: 'on' });
  });
});

describe('a later start', () => {
  it('finds the data and the password of the first', async () => {
    const first = await start();
    await write(first);
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await read(second)).toBe(42);
  });

  it('recovers what was committed before a kill -9', async () => {
    const first = await start({ durable: true });
    await write(first);
    first.kill();
    expect(await read(await start({ durable: true }))).toBe(42);
  });

  it('takes over a server that outlived its launcher', async () => {
    const first = await start();
    await write(first);
    const said: string[] = [];
    const second = await start({ preferredPort: 57_432, say: (line) => said.push(line) });
    expect(pidOf(second)).toBe(pidOf(first));
    expect(second.port).toBe(first.port);
    expect(said.join()).toContain('taking it over');
    expect(await read(second)).toBe(42);
  });

  it('is not held up by a backend that outlived a killed server', async () => {
    const first = await start({ durable: true });
    await write(first);
    const busy = new pg.Client({ connectionString: first.url });
    busy.on('error', () => undefined);
    await busy.connect();
    busy.query('select count(*) from generate_series(1, 1e10)').catch(() => undefined);
    await pause(100);
    first.kill();
    expect(await read(await start())).toBe(42);
  });

  it('starts on an empty pid file', async () => {
    const first = await start();
    await write(first);
    await first.stop();
    writeFileSync(pidFile(first), '');
    expect(await read(await start())).toBe(42);
  });

  it('starts on the pid file of a pid that is now another program', async () => {
    const first = await start();
    await write(first);
    const lines = readFileSync(pidFile(first), 'utf8').split('\n');
    await first.stop();
    writeFileSync(pidFile(first), [process.ppid, ...lines.slice(1)].join('\n'));
    expect(await read(await start())).toBe(42);
  });

  it('leaves alone the server of the folder that this one was copied from', async () => {
    const first = await start();
    await write(first);
    const text = readFileSync(pidFile(first), 'utf8');
    await first.stop();
    const elsewhere = temporaryFolder();
    const original = await start({ dataFolder: elsewhere });
    writeFileSync(
      pidFile(first),
      text.replace(/^.*\n.*/, readFileSync(pidFile(original), 'utf8').split('\n', 2).join('\n')),
    );
    const copy = await start();
    expect(pidOf(copy)).not.toBe(pidOf(original));
    expect(await read(copy)).toBe(42);
    await original.stop();
    remove(elsewhere);
  });

  it('says what is wrong when the passwords are gone', async () => {
    const first = await start();
    await first.stop();
    const passwords = join(dataFolder, 'postgres', 'passwords.json');
    renameSync(passwords, `${passwords}.lost`);
    await expect(start()).rejects.toThrow(/passwords\.json is missing/);
  });
});

describe('while it runs', () => {
  it('comes back on the same port after a kill -9 of the server', async () => {
    const server = await start({ durable: true });
    await write(server);
    const before = pidOf(server);
    process.kill(before, 'SIGKILL');
    await endsWithin(before, 2_000);
    expect(await eventually(() => read(server))).toBe(42);
    expect(pidOf(server)).not.toBe(before);
  });

  it('comes back after a kill -9 of one backend', async () => {
    const server = await start({ durable: true });
    await write(server);
    const victim = new pg.Client({ connectionString: server.url });
    victim.on('error', () => undefined);
    await victim.connect();
    const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
    process.kill(Number(rows[0]?.pid), 'SIGKILL');
    expect(await eventually(() => read(server))).toBe(42);
  });

  it('stays down once it is stopped', async () => {
    const server = await start();
    const pid = pidOf(server);
    await server.stop();
    expect(await endsWithin(pid, 0)).toBe(true);
    await pause(500);
    expect(existsSync(pidFile(server))).toBe(false);
  });
});
