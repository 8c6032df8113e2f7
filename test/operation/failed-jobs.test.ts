import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, Running, wait } from '../support/running.js';

const run = promisify(execFile);
const COMMAND = fileURLToPath(new URL('../../dist/apps/worker/src/failed-jobs.js', import.meta.url));

let running: Running;
let metricsPort: number;
beforeAll(async () => {
  metricsPort = await freePort();
  running = await Running.start({ METRICS_PORT: String(metricsPort) }, ['worker']);
}, 120_000);
afterAll(() => running.stop());

const command = async (...words: string[]): Promise<string> => {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: running.database.programsUrl };
  return (await run(process.execPath, [COMMAND, ...words], { env })).stdout;
};

/** Asks for a job as a use case would. */
async function request(name: string, key: string, payload: object): Promise<string> {
  const [row] = await running.database.query<{ id: string }>(
    `with asked as (insert into job_request (name, key, payload) values ($1, $2, $3) returning id)
     select id::text, pg_notify('bistrom_job', '') from asked`,
    [name, key, JSON.stringify(payload)],
  );
  return row?.id ?? '';
}

interface State {
  readonly failed: boolean;
  readonly done: boolean;
  readonly reason: string | null;
}

async function untilSettled(id: string): Promise<State> {
  for (;;) {
    const [state] = await running.database.query<State>(
      'select failed_at is not null as failed, done_at is not null as done, reason from job_request where id = $1',
      [id],
    );
    if (state !== undefined && (state.failed || state.done)) return state;
    await wait(100);
  }
}

const metric = async (name: string): Promise<string | undefined> => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return new RegExp(`^bistrom_${name} (.*)$`, 'm').exec(text)?.[1];
};

describe('a job that fails for good', () => {
  it('is marked with a reason that quotes nothing, counted, listed, and handed out again when told to', async () => {
    // No uuid: the database refuses the figures of such a cluster at every one of the five tries.
    const id = await request('refresh-figures', 'figures-canary', { clusterId: 'canary-71d0' });
    expect(await untilSettled(id)).toEqual({ failed: true, done: false, reason: 'QueryFailedError 22P02' });
    expect(await metric('jobs_failed')).toBe('1');
    expect(await metric('outbox_undone')).toBe('0');

    const listed = await command();
    expect(listed).toMatch(new RegExp(`^${id} +refresh-figures .* QueryFailedError 22P02$`, 'm'));
    expect(listed).not.toContain('canary');

    // What stood in its way is gone.
    await running.database.query('update job_request set payload = $2 where id = $1', [
      id,
      JSON.stringify({ clusterId: running.clusterId }),
    ]);
    expect(await command('--retry', id)).toBe('1 job is handed out again.\n');
    expect(await untilSettled(id)).toMatchObject({ failed: false, done: true, reason: null });
    expect(await command()).toBe('No job has failed.\n');
  }, 120_000);

  it('is made up for by a later one of the same key', async () => {
    const [{ id = '' } = {}] = await running.database.query<{ id: string }>(
      `insert into job_request (name, key, payload, relayed_at, failed_at, reason)
       values ('refresh-figures', $1, '{}', now(), now(), 'Error') returning id::text`,
      [`figures-${running.clusterId}`],
    );
    const later = await request('refresh-figures', `figures-${running.clusterId}`, {
      clusterId: running.clusterId,
    });
    expect(await untilSettled(later)).toMatchObject({ failed: false, done: true });
    const [state] = await running.database.query<{ done: boolean }>(
      'select done_at is not null as done from job_request where id = $1',
      [id],
    );
    expect(state).toEqual({ done: true });
  });

  it('is told apart from one that does not exist', async () => {
    await expect(command('--retry', '999999')).rejects.toThrow('no failed job has the id 999999');
    await expect(command('--retry', 'x; drop')).rejects.toThrow('neither the id of a failed job');
    expect(await command('--retry', 'all')).toBe('0 jobs are handed out again.\n');
  });
});
