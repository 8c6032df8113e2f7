import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Market, SYSTEM } from '#market';
import { migrate, Store } from '#store';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import {
  startPrivatePostgres,
  type PrivatePostgres,
} from '../../apps/local/src/postgres/private-postgres.js';
import { TestProgram } from '../support/program.js';
import { freePort, wait } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

const PREFERRED_PORT = 57_700;
const QUERY = '{ matches(first: 5) { edges { node { id } } } }';
const PASSWORD = 'a password for tests';

let folder: string;
let server: PrivatePostgres;
let port: number;
let metricsPort: number;
let api: TestProgram;
let client: FlowClient;
let email: string;

const startServer = (preferredPort: number): Promise<PrivatePostgres> =>
  startPrivatePostgres({ dataFolder: folder, preferredPort, durable: false });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bistrom-away-'));
  chmodSync(folder, 0o711);
  server = await startServer(PREFERRED_PORT);
  await migrate(server.url, undefined, server.programsUrl);
  email = await somebody();
  port = await freePort();
  metricsPort = await freePort();
  api = await TestProgram.start('api', {
    DATABASE_URL: server.programsUrl,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    // Room for two, so that the test can take all of it; and short waits, so that it need not wait long.
    DATABASE_POOL: '2',
    DATABASE_LOCK_MS: '1500',
    DATABASE_CONNECTION_MS: '700',
  });
  client = await FlowClient.signIn(url(''), email, PASSWORD);
}, 180_000);
afterAll(async () => {
  await api.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const url = (path: string): string => `http://127.0.0.1:${port}${path}`;

async function somebody(): Promise<string> {
  const store = await Store.open(server.url, 2);
  const market = await Market.open(store);
  const [clusterId, firmId, id] = [randomUUID(), randomUUID(), randomUUID()];
  const cluster = { id: clusterId, name: 'Away', slug: 'away', demo: false, goals: [] };
  await market.registry.addCluster(SYSTEM, cluster);
  const site = { id: randomUUID(), name: 'Works', municipalityNumber: '3401', latitude: 60, longitude: 12 };
  const firm = { id: firmId, name: 'Firm', naceCode: '16.10', demo: false };
  await market.registry.addFirm(SYSTEM, { ...firm, clusterIds: [clusterId], sites: [site] });
  const address = `${id}@test.example`;
  const role = 'plant_manager' as const;
  const person = { id, name: 'Kari', email: address, password: PASSWORD };
  await market.registry.addPerson(SYSTEM, { ...person, firms: [{ firmId, role }], clusters: [] });
  await store.close();
  return address;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly requestId: string | null;
  readonly text: string;
}

async function answerOf(sent: Promise<Response>): Promise<Answer> {
  const response = await sent;
  const { headers, status } = response;
  const text = await response.text();
  return { status, retryAfter: headers.get('retry-after'), requestId: headers.get('x-request-id'), text };
}

const ask = (): Promise<Answer> =>
  answerOf(
    fetch(url('/graphql'), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: authorizationOf(client),
        'x-request-id': 'chosen-by-a-stranger',
      },
      body: JSON.stringify({ query: QUERY }),
    }),
  );
const signIn = (): Promise<Answer> =>
  answerOf(
    fetch(url('/api/auth/sign-in/email'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  );
const isUnavailable = ({ text }: Answer): void => {
  expect(text).toContain('"code":"UNAVAILABLE"');
  expect(text).toContain('"retryAfter":2');
  expect(text).not.toMatch(/INTERNAL|ECONN|timeout exceeded|terminating/);
};

/** Two sessions that hold a lock on every match: whoever reads them waits. */
async function holdingMatches<T>(work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client(server.url);
  await holder.connect();
  try {
    await holder.query('begin; lock table match in access exclusive mode');
    return await work();
  } finally {
    await holder.end();
  }
}

describe('while somebody holds what is asked for', () => {
  it('who waits too long for the lock, and who finds no connection, are told to come back', async () => {
    await holdingMatches(async () => {
      // Two hold all connections until the lock times out after 1.5 s; the others get none within 0.7 s.
      const answers = await Promise.all(Array.from({ length: 6 }, ask));
      for (const answer of answers) isUnavailable(answer);
      expect(api.output).toContain('"code":"55P03"');
      expect(api.output).toContain('timeout exceeded when trying to connect');
    });
    expect((await ask()).text).toContain('"edges":[]');
  }, 60_000);
});

describe('while the database is away', () => {
  it('every way in says so, the program is not ready, and all goes on by itself when it is back', async () => {
    const [live, fresh] = [await Wire.signedIn({ port }, client), await Wire.signedIn({ port }, client)];
    live.subscribe('1', 'subscription { matchFound { cursor } }');
    // One that is not admitted yet is refused, as that of `fresh` below; its socket stays.
    await untilFollowing();
    expect((await answerOf(fetch(url('/readyz')))).status).toBe(200);
    await server.stop();

    const answer = await ask();
    isUnavailable(answer);
    expect(answer).toMatchObject({ status: 503, retryAfter: '2' });
    expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
    const refusedSignIn = await signIn();
    expect(refusedSignIn).toMatchObject({ status: 503, retryAfter: '2' });
    expect(refusedSignIn.text).toContain('"code":"UNAVAILABLE"');
    const ready = await answerOf(fetch(url('/readyz')));
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text)).toMatchObject({ checks: { program: 'ok', database: 'does not answer' } });
    expect((await answerOf(fetch(url('/livez')))).status).toBe(200);
    fresh.subscribe('1', 'subscription { matchFound { cursor } }');
    const refused = await fresh.until(({ id, type }) => id === '1' && type === 'error');
    expect(refused.payload).toMatchObject([{ extensions: { code: 'UNAVAILABLE', retryAfter: 2 } }]);
    fresh.socket.terminate();
    // Who follows is told to come back at the next look at the events, fifteen seconds later at most.
    expect((await live.closed).code).toBe(1013);

    server = await startServer(server.port);
    await expect(untilAnswered()).resolves.toContain('"edges":[]');
    expect((await answerOf(fetch(url('/readyz')))).status).toBe(200);
    expect(api.output).not.toContain('An operation failed unexpectedly');
  }, 90_000);
});

async function untilFollowing(): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    if (/^bistrom_subscriptions_open 1$/m.test(metrics)) return;
    await wait(20);
  }
}

async function untilAnswered(): Promise<string> {
  for (;;) {
    const { text } = await ask();
    if (!text.includes('UNAVAILABLE')) return text;
    await wait(200);
  }
}
