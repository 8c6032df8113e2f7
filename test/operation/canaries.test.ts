import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestProgram } from '../support/program.js';
import { freePort, Running, wait, type Member } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

/** Planted wherever a caller can write; no output of a program may hold it. */
const CANARY = 'kanarifugl';

let running: Running;
let api: TestProgram;
let worker: TestProgram;
let metricsPort: number;
let member: Member;
beforeAll(async () => {
  running = await Running.start({}, []);
  metricsPort = await freePort();
  const env = {
    DATABASE_URL: running.database.programsUrl,
    PORT: String(running.port),
    BISTROM_SECRET: `${CANARY}-${'x'.repeat(32)}`,
    LOG_LEVEL: 'debug',
  };
  api = await TestProgram.start('api', { ...env, METRICS_PORT: String(metricsPort) });
  worker = await TestProgram.start('worker', env);
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 120_000);
afterAll(async () => {
  await Promise.all([api.stop(), worker.stop()]);
  await running.stop();
});

const post = (
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const graph = (body: unknown): Promise<Response> =>
  post('/graphql', body, { authorization: authorizationOf(member.client) });

/** Everything that goes wrong, each with the canary in what was sent. */
async function failInEveryWay(): Promise<string[]> {
  const email = `${CANARY}@test.example`;
  await post('/api/auth/sign-in/email', { email, password: CANARY });
  await post('/api/auth/sign-in/email', { email: member.email, password: CANARY });
  await post('/api/auth/sign-in/email', `{"email":"${CANARY}`);
  await post('/api/auth/request-password-reset', { email });
  await post(`/api/auth/${CANARY}?token=${CANARY}`, { token: CANARY });
  await post('/graphql', `{"query":"${CANARY}`);
  await post('/graphql', { query: '{ viewer { name } }' }, { authorization: `Bearer ${CANARY}.${CANARY}` });
  await post('/graphql', { query: '{ viewer { name } }' }, { authorization: `Bearer bis_${CANARY}` });
  await graph({ query: `query ${CANARY} { ${CANARY}(x: "${CANARY}") }` });
  await graph({ query: 'query($id: ID!) { listing(id: $id) { id } }', variables: { id: CANARY } });
  await fetch(`${running.url}/${CANARY}?token=${CANARY}`);
  const wire = await Wire.signedIn(running, member.client);
  wire.subscribe('1', `subscription { ${CANARY} }`);
  wire.send(`{"${CANARY}`);
  await wire.closed;
  return Promise.all([unexpected(), unexpected()]);
}

const PUBLISH = 'mutation($input: PublishListingInput!) { publishListing(input: $input) { __typename } }';

/** The tables are broken under the program, so that an insert fails with everything that it was to insert. */
async function unexpected(): Promise<string> {
  const input = {
    siteId: member.siteId,
    side: 'OFFER',
    title: `Flis ${CANARY}`,
    description: CANARY,
    quantity: { value: '10', unit: 't' },
  };
  return (await graph({ query: PUBLISH, variables: { input } })).text();
}

/** What a program has logged comes through its pipe a moment later. */
async function told(program: TestProgram, words: string): Promise<void> {
  while (!program.output.includes(words)) await wait(50);
}

describe('what the programs write', () => {
  it('holds nothing of what was sent, whatever went wrong, and the id that was answered', async () => {
    await running.database.query(
      `alter table listing_version add constraint broken check (title not like '%${CANARY}%')`,
    );
    await running.database.query(
      `insert into job_request (name, key, payload) values ('match-listing', 'match-${CANARY}', '{"listingId": "${CANARY}"}')`,
    );
    await running.database.query(`select pg_notify('bistrom_job', '')`);
    const answers = await failInEveryWay();
    for (const answer of answers) {
      const id = /"requestId":"([0-9a-f-]{36})"/.exec(answer)?.[1];
      expect(answer).toContain('"code":"INTERNAL"');
      await told(api, `"requestId":"${id}"`);
    }
    await told(worker, 'A job failed');
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toMatch(/^bistrom_graphql_operations_total\{operation="other",code="INTERNAL"\} 2$/m);
    expect(metrics).toMatch(/^bistrom_http_requests_total\{route="sign-in",status="4xx"\} \d+$/m);
    for (const text of [api.output, worker.output, metrics]) expect(text.toLowerCase()).not.toContain(CANARY);
    const secrets = [member.email, authorizationOf(member.client).slice('Bearer '.length), member.firmId];
    for (const secret of secrets)
      for (const text of [api.output, worker.output, metrics]) expect(text).not.toContain(secret);
  }, 60_000);

  it('is JSON, a line for each thing that happened', () => {
    const lines = `${api.output}${worker.output}`.split('\n').filter((line) => line !== '');
    const broken = lines.filter((line) => !line.startsWith('{') && !line.startsWith('Nobody takes part'));
    expect(broken).toEqual([]);
    expect(lines.length).toBeGreaterThan(3);
  });
});
