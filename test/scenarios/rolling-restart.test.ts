import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Acknowledged } from '../measure/chaos/client.js';
import { becomeQuiet, check } from '../measure/chaos/checker.js';
import { Inbox } from '../measure/chaos/inbox.js';
import { withClient } from '../measure/temporary-server.js';
import { Chance } from '../support/chance.js';
import { freePort, Running, wait, type Member } from '../support/running.js';
import { authorizationOf } from '../support/wire.js';

const HERE = { latitude: 60, longitude: 12 };
const GIVERS = 4;
const AT_ONCE = 40;
const MATCH_MS = 45_000;
const QUIET_MS = 60_000;

let running: Running;
/** Of both apis, as a balancer knows them. */
const urls: string[] = [];
const workers: { child: ChildProcess; readonly metrics: number }[] = [];
const apis: ChildProcess[] = [];
const history: Acknowledged[] = [];
const attempts: number[] = [];
const party = {
  urls,
  chance: new Chance(11),
  history,
  troubles: new Map<string, number>(),
  onAnswer: (count: number) => void attempts.push(count),
};

beforeAll(async () => {
  running = await Running.start({}, []);
  for (const port of [running.port, await freePort()]) {
    apis.push(await running.another('api', { PORT: String(port) }));
    urls.push(`http://127.0.0.1:${port}`);
    const metrics = await freePort();
    workers.push({ child: await running.another('worker', { METRICS_PORT: String(metrics) }), metrics });
  }
}, 120_000);
afterAll(() => running.stop());

const clientOf = ({ client, ...person }: Member & { readonly personId: string }): Client =>
  new Client({ ...person, authorization: authorizationOf(client) }, party);

async function publish(client: Client, side: 'OFFER' | 'NEED', within = 30) {
  const answer = await client.change('publishListing', '', (key) => ({
    input: {
      siteId: client.person.siteId,
      side,
      title: `Flis ${key}`,
      materialId: 'wood-chips',
      quantity: { value: '100', unit: 't', per: 'YEAR' },
      maxDistanceKm: within,
      idempotencyKey: key,
    },
  }));
  if (!answer.done) throw new Error(answer.refusal);
  return { id: answer.id, cursor: String(answer.member['cursor']) };
}

/** Matchings that a worker has done since it started, as it tells its operator. */
async function matchingsOf({ metrics }: { readonly metrics: number }): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
  return Number(/jobs_done_total\{[^}]*job="match-listing"[^}]*\} (\d+)/.exec(text)?.[1] ?? 0);
}

async function stopped(child: ChildProcess | undefined): Promise<unknown> {
  if (child === undefined) throw new Error('There is no such program.');
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  return (await exit)[0];
}

describe('two workers', () => {
  it('share one queue: both work, and every job is done once', async () => {
    const giver = clientOf(await running.member('16.10', { latitude: 50, longitude: 12 }));
    const before = await Promise.all(workers.map(matchingsOf));
    for (let burst = 0; burst < 3; burst += 1)
      await Promise.all(Array.from({ length: AT_ONCE }, () => publish(giver, 'OFFER')));
    while ((await running.market.outbox.undone()) > 0) await wait(50);
    await wait(500);
    const after = await Promise.all(workers.map(matchingsOf));
    const done = after.map((count, at) => count - (before[at] ?? 0));
    // 3 bursts × 40 listings, each matched once
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(120);
    expect(Math.min(...done)).toBeGreaterThan(0);
  }, 120_000);
});

describe('a rolling restart under load', () => {
  it('costs nobody more than one retry, loses no effect and no push, and doubles none', async () => {
    const buyer = clientOf(await running.member('35.30', HERE));

    const told = new Inbox(new Client(buyer.person, party));
    const givers = await Promise.all(
      Array.from({ length: GIVERS }, async () => clientOf(await running.member('16.10', HERE))),
    );
    const need = await publish(buyer, 'NEED');
    told.start(need.cursor);
    let goesOn = true;
    let unmatched = 0;
    const trading = givers.map(async (giver) => {
      while (goesOn) {
        const { id } = await publish(giver, 'OFFER');
        if ((await told.matchOf(id, need.id, MATCH_MS)) === undefined) unmatched += 1;
        await giver.change('withdrawListing', '', (key) => ({ id, key }));
      }
    });
    attempts.length = 0;
    const codes = await restartAll();
    goesOn = false;
    await Promise.all(trading);

    expect(codes).toEqual([0, 0, 0, 0]);
    expect(unmatched).toBe(0);
    expect(attempts.length).toBeGreaterThan(2 * GIVERS);
    expect(Math.max(...attempts)).toBeLessThanOrEqual(2);
    await becomeQuiet(running.database.url, [told], QUIET_MS);
    expect(await withClient(running.database.url, (client) => check(client, history, [told]))).toEqual([]);
    expect(told.received.size).toBe(history.filter(isOfferOf(givers)).length);
    expect(told.repeats).toBe(0);
    await told.stop();
  }, 240_000);
});

const isOfferOf =
  (givers: readonly Client[]) =>
  ({ operation, firmId }: Acknowledged): boolean =>
    operation === 'publishListing' && givers.some(({ person }) => person.firmId === firmId);

/** One after the other: of each program one is started before the old one stops, and one after it. */
async function restartAll(): Promise<readonly unknown[]> {
  const codes: unknown[] = [];
  const [firstWorker, secondWorker] = workers;
  await running.another('worker');
  codes.push(await stopped(firstWorker?.child));
  codes.push(await stopped(secondWorker?.child));
  await running.another('worker');

  const port = await freePort();
  await running.another('api', { PORT: String(port) });
  urls[0] = `http://127.0.0.1:${port}`;
  codes.push(await stopped(apis[0]));
  const second = new URL(urls[1] ?? '').port;
  codes.push(await stopped(apis[1]));
  await running.another('api', { PORT: second });
  return codes;
}
