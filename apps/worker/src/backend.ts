import {
  createPostgresBackend,
  runMigrations,
  setDefaultBackendFactory,
  type ConnectionOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '#config';
import { roleOption, rolePool } from '#market';

/** Where the queue lives, and how to let go of it. */
export interface Backend {
  readonly name: 'PostgreSQL' | 'Redis';
  readonly connection: ConnectionOptions;
  close(): Promise<void>;
}

const SCHEMA = 'bullmq';
/** Two for listening and the rest for commands: queue, worker and schedulers share one pool. */
const POOL_SIZE = 12;
const MOST_TRIES = 20;
const LOCK = 7_126_543_902;

/** The queue's backend: Redis or Valkey where one is configured, otherwise the database that is there anyway. */
export function openBackend({ databaseUrl, redisUrl }: Config): Promise<Backend> {
  return redisUrl === undefined ? onPostgres(databaseUrl) : onRedis(redisUrl);
}

async function onRedis(url: string): Promise<Backend> {
  const connection = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  await connection.connect();
  return {
    name: 'Redis',
    connection: connection as unknown as ConnectionOptions,
    close: async () => {
      await connection.quit().catch(() => connection.disconnect());
    },
  };
}

async function onPostgres(url: string): Promise<Backend> {
  await prepareSchema(url);
  const pool = rolePool(url, { role: 'bistrom_queue', max: POOL_SIZE, schema: SCHEMA, keepAlive: true });
  setDefaultBackendFactory(createPostgresBackend);
  return {
    name: 'PostgreSQL',
    connection: retryingDeadlocks(pool) as unknown as ConnectionOptions,
    close: () => pool.end(),
  };
}

/** BullMQ's own tables, made once behind a lock: two workers may start together. The schema is there already. */
async function prepareSchema(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: roleOption('bistrom_queue') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`set search_path to ${SCHEMA}`);
    await runMigrations(inItsSchema(client));
  } finally {
    await client.end();
  }
}

/**
 * BullMQ asks for its schema each time, and who asks for one needs the right to make schemas even where it is there. It
 * is there (the store's migrate step makes it), and the queue has no such right.
 */
const inItsSchema = (client: pg.Client): Parameters<typeof runMigrations>[0] => ({
  query: async (text: string, values?: readonly unknown[]) =>
    text.startsWith('CREATE SCHEMA')
      ? { rows: [], rowCount: 0 }
      : ((await client.query(text, values === undefined ? undefined : [...values])) as never),
});

/**
 * Each BullMQ command is one atomic statement, and two of them can deadlock when many delayed jobs fall due at once
 * (BullMQ issue 4814): asking again is safe, and the only cure until it is mended there.
 */
function retryingDeadlocks(pool: pg.Pool): pg.Pool {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  const retrying = async (...args: unknown[]): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await query(...args);
      } catch (error) {
        if ((error as { code?: string }).code !== '40P01' || tries >= MOST_TRIES) throw error;
      }
    }
  };
  return new Proxy(pool, {
    get: (target, name) => {
      if (name === 'query') return retrying;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
}
