import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '#store';
import { bringUp, fromPort } from '../../apps/local/src/postgres/bring-up.js';
import { makeCluster } from '../../apps/local/src/postgres/cluster.js';
import { settleHome } from '../../apps/local/src/postgres/home.js';
import { keptPasswords, PROGRAMS } from '../../apps/local/src/postgres/passwords.js';
import { stopServer } from '../../apps/local/src/postgres/server.js';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { variablesOf } from '../support/test-server.js';
import { TestProgram } from '../support/program.js';
import { freePort } from '../support/running.js';
import { fillEveryTable } from '../support/walled.js';
import { World } from '../support/world.js';

const run = promisify(execFile);
const PREFERRED_PORT = 57_800;
/** Where Debian keeps each version's programs. The embedded PostgreSQL brings a server and no pg_dump. */
const DEBIAN = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres', 'pg_dump', 'pg_restore'] as const;

/** The newest version of which all programs are on this machine. */
function programsFolder(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((folder) => NEEDED.every((name) => existsSync(join(folder, name))));
}

const programs = programsFolder();

interface Server {
  readonly owner: string;
  readonly programs: string;
  readonly superuser: string;
  stop(): Promise<void>;
}

/** A server of its own, of the version that the programs for dumps belong to: they refuse a newer one. */
async function startServer(folder: string, bin: string): Promise<Server> {
  const home = settleHome(folder, () => undefined);
  const native = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  const passwords = keptPasswords(home);
  await makeCluster(home, native, passwords, false);
  const site = { home, native, passwords, durable: false, say: () => undefined, wanted: () => true };
  const { pid, port } = await bringUp(site, fromPort(PREFERRED_PORT));
  const at = (user: string, password: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${port}/bistrom`;
  return {
    owner: at('bistrom', passwords.bistrom),
    programs: at(PROGRAMS, passwords.programs),
    superuser: at('postgres', passwords.postgres),
    stop: () => stopServer(pid),
  };
}

const inDatabase = (url: string, name: string): string => {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
};

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows of every table, and the sums of the ledger; as a superuser, from whom no row is held back. */
const stateOf = (url: string): Promise<{ rows: Record<string, number>; ledger: unknown[] }> =>
  withClient(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
        where relkind = 'r' and nspname in ('public', 'auth', 'bullmq') order by 1`,
    );
    const rows: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const counted = await client.query<{ count: number }>(`select count(*)::int as count from ${name}`);
      rows[name] = counted.rows[0]?.count ?? 0;
    }
    const ledger = await client.query(
      `select kind, basis, unit_kind, count(*)::int as entries, sum(amount_base)::text as amount
         from ledger_entry group by 1, 2, 3 order by 1, 2, 3`,
    );
    return { rows, ledger: ledger.rows };
  });

let folder: string;
let server: Server | undefined;
beforeAll(async () => {
  if (programs === undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'bistrom-restore-'));
  chmodSync(folder, 0o711);
  server = await startServer(folder, programs);
  await migrate(server.owner, undefined, server.programs);
}, 180_000);
afterAll(async () => {
  await server?.stop();
  if (server !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** Fills a copy of the migrated database with everything that leaves a row, and says who may sign in there. */
async function filledWorld({ owner, programs: url }: Server): Promise<{ name: string; email: string }> {
  const { database, programs } = variablesOf(process.env['JEST_WORKER_ID'] ?? '1');
  const before = [process.env[database], process.env[programs]];
  [process.env[database], process.env[programs]] = [owner, url];
  try {
    const world = await World.open();
    const { giver } = await fillEveryTable(world);
    await world.store.close();
    return {
      name: new URL(world.database.url).pathname.slice(1),
      email: `${giver.actor.personId}@test.example`,
    };
  } finally {
    [process.env[database], process.env[programs]] = before;
  }
}

it('a dump comes back whole, and the api starts on it', async () => {
  if (server === undefined || programs === undefined)
    return void process.stderr.write(`Passed over: no version in ${DEBIAN} has ${NEEDED.join(', ')}.\n`);
  const { name, email } = await filledWorld(server);
  const [source, target] = [inDatabase(server.superuser, name), inDatabase(server.superuser, 'restored')];
  const file = join(folder, 'backup.dump');
  await run(join(programs, 'pg_dump'), ['--format=custom', `--file=${file}`, source]);
  // The owner of the tables would be refused its own rows: row security is forced on it too.
  const asOwner = run(join(programs, 'pg_dump'), [
    '--format=custom',
    `--file=${file}.refused`,
    inDatabase(server.owner, name),
  ]);
  await expect(asOwner).rejects.toThrow(/row-level security|permission denied/);

  await withClient(server.superuser, (client) => client.query('create database restored owner bistrom'));
  await run(join(programs, 'pg_restore'), ['--exit-on-error', `--dbname=${target}`, file]);

  const [was, is] = [await stateOf(source), await stateOf(target)];
  expect(is).toEqual(was);
  expect(is.ledger.length).toBeGreaterThan(1);
  expect(is.rows['public.delivery']).toBeGreaterThan(0);

  const restored = inDatabase(server.programs, 'restored');
  // The login of the programs may run no migration: it would be refused, were one missing.
  await migrate(restored);
  const port = await freePort();
  const api = await TestProgram.start('api', { DATABASE_URL: restored, PORT: String(port) });
  try {
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const client = await FlowClient.signIn(url, email, 'a password for tests');
    const { matches } = await client.ask<{ matches: { edges: unknown[] } }>(
      '{ matches(first: 5) { edges { node { id } } } }',
    );
    expect(matches.edges.length).toBeGreaterThan(0);
  } finally {
    await api.stop();
  }
}, 180_000);
