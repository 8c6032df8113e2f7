import pg from 'pg';
import { isAlive, pause } from '../process-life.js';
import { prepareRoles } from '#store';
import { PROGRAMS, type Passwords } from './passwords.js';

/** A server process, and where it listens. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

const LONGEST_RECOVERY_MS = 120_000;
const REFUSED = new Set(['28P01', '28000']);

/**
 * Waits until the server answers and holds the database `bistrom` with its owner, the programs' login and their roles.
 *
 * @param wanted asked all along: false ends the wait
 * @returns false when the process ends first, or is no longer wanted
 */
export async function becomesReady(
  { pid, port }: Running,
  passwords: Passwords,
  wanted: () => boolean,
): Promise<boolean> {
  const deadline = Date.now() + LONGEST_RECOVERY_MS;
  while (isAlive(pid) && wanted()) {
    const problem = await tryPrepare(port, passwords);
    if (problem === undefined) return true;
    if (REFUSED.has(problem.code ?? '')) return refused(pid, problem);
    if (Date.now() > deadline) throw problem;
    await pause(20);
  }
  return false;
}

/** Another PostgreSQL may have been quicker at the port: then ours is about to end, and a next port will do. */
async function refused(pid: number, problem: Error): Promise<boolean> {
  await pause(500);
  if (!isAlive(pid)) return false;
  throw new Error(`The private database does not take its own password: ${problem.message}`);
}

type Problem = Error & { readonly code?: string };

async function tryPrepare(port: number, passwords: Passwords): Promise<Problem | undefined> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.postgres,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  // Without a listener, a connection that breaks later would end the launcher.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await prepare(client, passwords);
    const { user, password, host } = client;
    const admin = `postgres://${user}:${password}@${host}:${port}/postgres`;
    await prepareRoles(admin, 'bistrom', PROGRAMS);
    return undefined;
  } catch (error) {
    return error as Problem;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Each step looks first, so that a start cut off between them is finished by the next one. */
async function prepare(client: pg.Client, passwords: Passwords): Promise<void> {
  const { rows } = await client.query<{ role: boolean; programs: boolean; database: boolean }>(
    `select exists (select 1 from pg_roles where rolname = 'bistrom') as role,
            exists (select 1 from pg_roles where rolname = '${PROGRAMS}') as programs,
            exists (select 1 from pg_database where datname = 'bistrom') as database`,
  );
  if (rows[0]?.role !== true) {
    await client.query(
      `create role bistrom login createdb password ${client.escapeLiteral(passwords.bistrom)}`,
    );
  }
  if (rows[0]?.programs !== true) {
    await client.query(
      `create role ${PROGRAMS} login noinherit password ${client.escapeLiteral(passwords.programs)}`,
    );
  }
  if (rows[0]?.database !== true) await client.query('create database bistrom owner bistrom');
}
