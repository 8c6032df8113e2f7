import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running, wait, type Member } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

const SOCKETS = 50;
const SENDERS = 12;
/** Milliseconds in which a launcher or systemd may count on it. */
const LONGEST_STOP = 5_000;

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 120_000);
afterAll(() => running.stop());

type End = 'answered' | 'turned away' | 'refused' | 'cut';

/** One request on a connection of its own, and how it ended. */
function ask(): Promise<End> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ query: '{ matches(first: 20) { edges { node { id score } } } }' });
    const sent = request(
      {
        port: running.port,
        host: '127.0.0.1',
        path: '/graphql',
        method: 'POST',
        agent: false,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: authorizationOf(member.client),
        },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('error', () => resolve('cut'));
        response.on('close', () => {
          if (!response.complete) return resolve('cut');
          const isUnavailable = response.statusCode === 503 && response.headers['retry-after'] !== undefined;
          if (isUnavailable) return resolve('turned away');
          resolve(text.includes('"edges"') ? 'answered' : 'cut');
        });
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'cut'),
    );
    sent.end(body);
  });
}

/** Asks until it is turned away, as a client does that heeds the answer. */
async function sender(ends: End[]): Promise<void> {
  for (let end: End = 'answered'; end === 'answered'; ends.push(end)) end = await ask();
}

describe('an api that is asked to stop under load', () => {
  it('answers or turns away every request, closes every socket with 1001, and ends with 0 in time', async () => {
    const wires = await Promise.all(
      Array.from({ length: SOCKETS }, () => Wire.signedIn(running, member.client)),
    );
    wires.forEach((wire) => wire.subscribe('1', 'subscription { matchFound { cursor } }'));
    const ends: End[] = [];
    const senders = Array.from({ length: SENDERS }, () => sender(ends));
    while (ends.length < 2 * SENDERS) await wait(20);
    const child = running.program('api');
    const startedAt = performance.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    const took = performance.now() - startedAt;
    await Promise.all(senders);
    const codes = await Promise.all(wires.map(async (wire) => (await wire.closed).code));
    expect(code).toBe(0);
    expect(took).toBeLessThan(LONGEST_STOP);
    expect(new Set(codes)).toEqual(new Set([1001]));
    expect(ends.filter((end) => end === 'cut')).toEqual([]);
    expect(ends.filter((end) => end === 'turned away' || end === 'refused')).toHaveLength(SENDERS);
  }, 60_000);
});

describe('a worker that is asked to stop with jobs under way', () => {
  it('ends with 0 in time, and leaves no job lost', async () => {
    // Fifty figures at once: some run, others wait in the queue, when it is told.
    await running.database.query(
      `insert into job_request (name, key, payload)
       select 'refresh-figures', 'figures-' || n, jsonb_build_object('clusterId', $1::text)
         from generate_series(1, 50) n`,
      [running.clusterId],
    );
    await running.database.query(`select pg_notify('bistrom_job', '')`);
    await wait(50);
    const child = running.program('worker');
    const startedAt = performance.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(LONGEST_STOP);
    await running.run('worker');
    while ((await running.market.outbox.undone()) > 0) await wait(100);
    expect(await running.market.outbox.listFailed()).toEqual([]);
  }, 120_000);
});
