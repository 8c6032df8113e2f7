import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Running, wait } from '../support/running.js';

let running: Running;
beforeAll(async () => {
  running = await Running.start({}, ['worker']);
}, 120_000);
afterAll(() => running.stop());

/** As FLUSHALL does, or whoever empties the queue's tables. */
async function emptyQueue(): Promise<void> {
  const url = process.env['REDIS_URL'];
  if (url !== undefined) {
    const redis = new Redis(url);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const tables = await running.database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'bullmq' and tablename not like '%migration%'`,
  );
  expect(tables.length).toBeGreaterThan(0);
  const empty = `set role bistrom_queue; truncate ${tables.map(({ name }) => name).join(', ')}; reset role`;
  // The worker goes on locking rows in an order of its own: who loses the deadlock tries again.
  for (let tries = 1; ; tries += 1) {
    try {
      await running.database.query(empty);
      return;
    } catch (error) {
      await running.database.query('rollback; reset role');
      if ((error as { code?: string }).code !== '40P01' || tries === 10) throw error;
    }
  }
}

/** A request that was handed over a moment ago, and whose job the queue does not hold. */
async function handedOver(): Promise<string> {
  const [row] = await running.database.query<{ id: string }>(
    `insert into job_request (name, key, payload, relayed_at)
     values ('refresh-figures', 'figures', jsonb_build_object('clusterId', $1::text), clock_timestamp()) returning id`,
    [running.clusterId],
  );
  return row?.id ?? '';
}

async function isDone(id: string): Promise<boolean> {
  for (let looks = 0; looks < 100; looks += 1) {
    const rows = await running.database.query(
      'select 1 from job_request where id = $1 and done_at is not null',
      [id],
    );
    if (rows.length > 0) return true;
    await wait(200);
  }
  return false;
}

describe('a queue that is emptied', () => {
  it('is filled again from the outbox by the worker that runs', async () => {
    const id = await handedOver();
    await emptyQueue();
    expect(await isDone(id)).toBe(true);
  });

  it('is filled again by a worker that starts on it', async () => {
    await running.kill('worker');
    const id = await handedOver();
    await emptyQueue();
    await running.run('worker');
    expect(await isDone(id)).toBe(true);
  });
});
