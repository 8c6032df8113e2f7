import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#store';
import { startPrivatePostgres } from '../../apps/local/src/postgres/private-postgres.js';

/** A PostgreSQL of the command's own, in a folder that goes away with it. */
export interface TemporaryServer {
  /** A fresh database with all tables and reference data; its address. */
  database(): Promise<string>;
}

export interface ServerOptions {
  /** True where commits are timed: they must reach the disk. */
  readonly durable: boolean;
  /** Another server, of somebody who may create databases there; they are dropped again. */
  readonly url?: string | undefined;
}

const PREFERRED_PORT = 58_432;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Brings the server up, lets the work have it, and clears it away, also when the command is interrupted. */
export function withServer<T>(
  { durable, url }: ServerOptions,
  work: (server: TemporaryServer) => Promise<T>,
): Promise<T> {
  return url === undefined ? withOwnServer(durable, work) : withServerOf(url, work);
}

/** On a server that is there already: a database to copy from, and its copies. */
async function withServerOf<T>(url: string, work: (server: TemporaryServer) => Promise<T>): Promise<T> {
  const made: string[] = [];
  const create = async (template: string): Promise<string> => {
    const database = await createFrom(url, template);
    made.unshift(database);
    return database;
  };
  try {
    const template = await create('template0');
    await migrate(template);
    return await work({ database: () => create(nameOf(template)) });
  } finally {
    await withClient(url, async (client) => {
      for (const one of made) await client.query(`drop database ${nameOf(one)} with (force)`);
    });
  }
}

async function withOwnServer<T>(durable: boolean, work: (server: TemporaryServer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bistrom-measure-'));
  // The database runs as another user when we are root: it must be able to pass through.
  chmodSync(folder, 0o711);
  const starting = startPrivatePostgres({ dataFolder: folder, preferredPort: PREFERRED_PORT, durable });
  const clear = async (): Promise<void> => {
    await (await starting.catch(() => undefined))?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = (): void => void clear().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    const { url } = await starting;
    await migrate(url);
    return await work({ database: () => createFrom(addressOf(url, 'postgres'), nameOf(url)) });
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await clear();
  }
}

/** @returns the address of a new database, a copy of another on that server */
async function createFrom(server: string, template: string): Promise<string> {
  const name = `measure_${randomBytes(6).toString('hex')}`;
  await withClient(server, (client) => client.query(`create database ${name} template ${template}`));
  return addressOf(server, name);
}

const nameOf = (database: string): string => new URL(database).pathname.slice(1);

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** One connection for what the store has no use case for. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  // A connection that is cut while nobody asks must not end the command: the next question says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
