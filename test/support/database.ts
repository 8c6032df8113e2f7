import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testServer } from './test-server.js';

export interface TestDatabase {
  /** As the owner of its tables. */
  readonly url: string;
  /** As the login of the programs, which owns nothing. */
  readonly programsUrl: string;
  /** Runs SQL as the database's owner: for what only the database itself can show. */
  query<T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

/** A database of one test file's own: a copy of the migrated one, dropped at the end. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: server, programsUrl } = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = new URL(server).pathname.slice(1);
  await asAdmin(server, (client) => client.query(`create database ${name} template ${template}`));
  const url = addressOf(server, name);
  const client = new pg.Client(url);
  await client.connect();
  client.on('error', () => undefined);
  return {
    url,
    programsUrl: addressOf(programsUrl, name),
    query: async (text, values) =>
      (await client.query(text, values === undefined ? undefined : [...values])).rows as never,
    drop: async () => {
      await client.end();
      await dropped(server, name);
    },
  };
}

const DROP_TRIES = 40;
const DROP_PAUSE_MS = 250;

/** The server's own vacuuming may sit in the database for a moment, and only a superuser could end it: tried again. */
async function dropped(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await asAdmin(server, (admin) => admin.query(`drop database ${name} with (force)`));
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === DROP_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, DROP_PAUSE_MS));
    }
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(addressOf(server, 'postgres'));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
