import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { CostBuckets } from '../../apps/api/src/limits/cost-bucket.js';
import { Running, type Member } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 60_000);
afterAll(() => running.stop());

interface Answer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly cost?: Cost };
}
interface Cost {
  readonly requested: number;
  readonly remaining: number;
  readonly resetsAt: string;
}

async function ask(query: string, isMember = true, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(isMember ? { authorization: authorizationOf(member.client) } : {}),
      ...headers,
    },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

/** The error that a subscription is refused with. */
async function refusedOnSocket(query: string): Promise<{ message: string; extensions: unknown } | undefined> {
  const wire = await Wire.signedIn(running, member.client);
  wire.subscribe('1', query);
  const { payload } = await wire.until(({ type }) => type === 'error');
  wire.socket.terminate();
  return (payload as { message: string; extensions: unknown }[])[0];
}

const setBucket = (points: number, ago: string): Promise<unknown> =>
  running.database.query(`update cost_bucket set points = $1, filled_at = now() - $2::interval`, [
    points,
    ago,
  ]);

describe('the limits of an operation', () => {
  const deep = 'match { offer { matches { edges { node { offer { matches { edges { cursor } } } } } } } }';
  // 50 + 100 × (1 + 10 × (1 + 10)) = 11,150 points, twice
  const misses = 'nearMisses(first: 100) { failed { asks { fact } } }';
  const aliases = Array.from({ length: 16 }, (_, at) => `a${at}: cursor`).join(' ');

  it.each([
    ['too deep', `matchFound { ${deep} }`, `match(id: "1") ${deep.slice('match'.length)}`, 'TOO_DEEP'],
    ['aliases', `matchFound { ${aliases} }`, `listings { edges { ${aliases} } }`, 'TOO_COMPLEX'],
    [
      'cost',
      `matchFound { match { offer { ${misses} } need { ${misses} } } }`,
      `match(id: "1") { offer { ${misses} } need { ${misses} } }`,
      'TOO_COMPLEX',
    ],
    [
      'page',
      'matchFound { match { offer { matches(first: 101) { edges { cursor } } } } }',
      'listing(id: "1") { matches(first: 101) { edges { cursor } } }',
      'BAD_USER_INPUT',
    ],
    ['name', 'matchFound { crsor }', 'listings { edgs { cursor } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s: are the same over HTTP and WebSocket', async (_what, subscribed, asked, code) => {
    const { status, errors } = await ask(`{ ${asked} }`);
    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, code]);
    const refused = await refusedOnSocket(`subscription { ${subscribed} }`);
    expect(refused?.extensions).toEqual(errors?.[0]?.extensions);
    expect(`${refused?.message} ${errors?.[0]?.message}`).not.toContain('Did you mean');
  });

  it('names the argument that is out of its range', async () => {
    const { errors } = await ask('{ listings(first: 0) { edges { cursor } } }');
    expect(errors?.[0]).toMatchObject({
      message: 'first: ask for 1 to 100 at a time.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
  });

  it('let in the schema as tools ask for it, from who is signed in', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await ask(query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect((await ask(query, false)).errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it('a subscription by POST is sent to the WebSocket', async () => {
    const { status, errors } = await ask('subscription { matchFound { cursor } }');
    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('the bucket of points', () => {
  const PAGE = '{ listings(first: 30) { edges { node { id } } } }';

  it('is told with every answer', async () => {
    await ask('{ viewer { name } }');
    await setBucket(500_000, '0 s');
    const { extensions } = await ask(PAGE);
    // 1 for the page and 30 × 1 for the listings on it
    expect(extensions?.cost?.requested).toBe(31);
    // what has come back since is less than a second's 500,000 / 60
    expect(extensions?.cost?.remaining).toBeGreaterThanOrEqual(500_000 - 31);
    expect(Date.parse(extensions?.cost?.resetsAt ?? '')).not.toBeNaN();
  });

  it('refuses with 429 on HTTP and an error on the socket when it is empty, and says what is left', async () => {
    // Filled an hour ahead, so that it will be 30,000,000 less by then (500,000 × 60): 100,000 below nothing now.
    await setBucket(29_900_000, '-1 h');
    const { status, errors, extensions, data } = await ask(PAGE);
    expect([status, data, errors?.[0]?.extensions]).toEqual([429, undefined, { code: 'RATE_LIMITED' }]);
    expect(extensions?.cost).toMatchObject({ requested: 31, remaining: 0 });
    expect(
      (await refusedOnSocket('subscription { matchFound { cursor match { id } } }'))?.extensions,
    ).toEqual({
      code: 'RATE_LIMITED',
    });
  });

  it('fills evenly, and never over its size', async () => {
    await setBucket(0, '30 s');
    // half a minute brings 250,000, and the seconds of this test a little more
    expect((await ask(PAGE)).extensions?.cost?.remaining).toBeGreaterThan(249_000);
    await setBucket(400_000, '1 h');
    expect((await ask(PAGE)).extensions?.cost?.remaining).toBe(500_000 - 31);
  });

  it('gives the same points to one of many who take at once', async () => {
    const buckets = new CostBuckets(running.database.url, 60);
    const taken = await Promise.all(Array.from({ length: 20 }, () => buckets.take('somebody', 20)));
    await buckets.close();
    // 60 / 20 = 3; a point a second comes back, so a fourth would take 20 s
    expect(taken.filter(({ isGranted }) => isGranted)).toHaveLength(3);
  });
});

describe('what HTTP tells', () => {
  it('browsers: nothing but our own files, in nobody’s frame, and to keep no answer', async () => {
    const { headers } = await fetch(`${running.url}/graphql`, { method: 'POST' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('programs: what the specification of GraphQL over HTTP asks of a server, without an error', async () => {
    // As somebody signed in: the audit asks for a type of the schema.
    const audit = await auditServer({
      url: `${running.url}/graphql`,
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...init.headers, authorization: authorizationOf(member.client) } }),
    });
    const errors = audit.filter((one) => one.status === 'error').map(({ name }) => name);
    expect(errors).toEqual([]);
    expect(audit.filter((one) => one.status === 'ok').length).toBeGreaterThan(50);
  });
});
