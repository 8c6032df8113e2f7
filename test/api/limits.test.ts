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
  readonly headers: Headers;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly cost?: Cost };
}
interface Cost {
  readonly throttleStatus: { readonly currentlyAvailable: number };
}
type Holder = 'PERSON' | 'FIRM';

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
  const { status, headers: heard } = response;
  return { status, headers: heard, ...((await response.json()) as Omit<Answer, 'status' | 'headers'>) };
}

/** The error that a subscription is refused with. */
async function refusedOnSocket(query: string): Promise<{ message: string; extensions: unknown } | undefined> {
  const wire = await Wire.signedIn(running, member.client);
  wire.subscribe('1', query);
  const { payload } = await wire.until(({ type }) => type === 'error');
  wire.socket.terminate();
  return (payload as { message: string; extensions: unknown }[])[0];
}

const setBucket = (holder: Holder, points: number, ago: string): Promise<unknown> =>
  running.database.query(
    `update cost_bucket set points = $1, filled_at = now() - $2::interval where holder = $3`,
    [points, ago, holder],
  );

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

describe('the buckets of points', () => {
  const PAGE = '{ listings(first: 30) { edges { node { id } } } }';
  const SUBSCRIPTION = 'subscription { matchFound { cursor match { id } } }';
  /** Filled an hour ahead, so that it will be an hour's less by then: 100,000 below nothing now. */
  const empty = (holder: Holder, aMinute: number) => setBucket(holder, aMinute * 60 - 100_000, '-1 h');
  const refill = async () => {
    await ask('{ viewer { name } }');
    await setBucket('PERSON', 500_000, '0 s');
    await setBucket('FIRM', 2_000_000, '0 s');
  };

  it('are told with every answer: what was foreseen, what it came to, what is left', async () => {
    await refill();
    const { extensions } = await ask(PAGE);
    expect(extensions?.cost).toEqual({
      // 1 for the page and 30 × 1 for the listings on it, of which there are none
      requestedQueryCost: 31,
      actualQueryCost: 1,
      throttleStatus: {
        bucket: 'PERSON',
        maximumAvailable: 500_000,
        currentlyAvailable: expect.any(Number),
        // 500,000 / 60
        restoreRate: 8333,
      },
    });
    // 30 were given back; what comes back in a second is more than the one that was kept
    expect(extensions?.cost?.throttleStatus.currentlyAvailable).toBeGreaterThanOrEqual(499_999);
  });

  it('keep all that was foreseen after an error', async () => {
    await refill();
    const { errors, extensions } = await ask('{ listings(first: 30, after: "x") { edges { node { id } } } }');
    expect(errors).toHaveLength(1);
    expect(extensions?.cost).toMatchObject({ requestedQueryCost: 31, actualQueryCost: null });
  });

  it('are told to a subscription with its first event', async () => {
    await refill();
    const wire = await Wire.signedIn(running, member.client);
    wire.subscribe('1', 'subscription { matchFound(after: "nonsense") { cursor } }');
    const { payload } = await wire.until(({ type }) => type === 'next');
    wire.socket.terminate();
    // the event alone
    expect(payload).toMatchObject({ extensions: { cost: { requestedQueryCost: 1, actualQueryCost: null } } });
  });

  it.each<[Holder, number, string]>([
    ['PERSON', 500_000, 'your 500000'],
    ['FIRM', 2_000_000, "your firm's 2000000"],
  ])('refuse alike on both transports when that of the %s is empty', async (holder, aMinute, whose) => {
    await refill();
    await empty(holder, aMinute);
    const { status, headers, errors, extensions, data } = await ask(PAGE);
    expect([status, data, errors?.[0]?.extensions]).toEqual([
      429,
      undefined,
      { code: 'RATE_LIMITED', retryAfter: expect.any(Number) },
    ]);
    expect(errors?.[0]?.message).toContain(`31 points, and 0 of ${whose} are left`);
    // 100,000 points below nothing: 12 s at 8,333 a second, 3 s at 33,333, and 31 points more
    const seconds = Math.ceil((100_031 / aMinute) * 60);
    const retryAfter = errors?.[0]?.extensions['retryAfter'];
    expect([seconds - 1, seconds]).toContain(retryAfter);
    expect(headers.get('retry-after')).toBe(String(retryAfter));
    expect(extensions?.cost).toMatchObject({
      requestedQueryCost: 31,
      actualQueryCost: null,
      throttleStatus: { bucket: holder, maximumAvailable: aMinute, currentlyAvailable: 0 },
    });
    const refused = await refusedOnSocket(SUBSCRIPTION);
    expect(refused?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(refused?.message).toContain(`and 0 of ${whose} are left`);
  });

  it('are taken from both or from neither', async () => {
    await refill();
    await empty('FIRM', 2_000_000);
    for (let tries = 0; tries < 3; tries += 1)
      await ask('{ listings(first: 100) { edges { node { id } } } }');
    const [own] = await running.database.query<{ points: number }>(
      `select points from cost_bucket where holder = 'PERSON'`,
    );
    // 3 × 101 would be gone
    expect(own?.points).toBe(500_000);
  });

  it('fill evenly, and never over their size', async () => {
    await refill();
    await setBucket('PERSON', 0, '30 s');
    // half a minute brings 250,000, and the seconds of this test a little more
    const left = async () => (await ask(PAGE)).extensions?.cost?.throttleStatus.currentlyAvailable;
    expect(await left()).toBeGreaterThan(249_000);
    await setBucket('PERSON', 400_000, '1 h');
    expect(await left()).toBeGreaterThanOrEqual(500_000 - 31);
    expect(await left()).toBeLessThanOrEqual(500_000);
  });

  it('give the same points to one of many who take at once', async () => {
    const buckets = new CostBuckets(running.database.url);
    const firm = { holder: 'FIRM', holderId: 'some firm', size: 60 } as const;
    const people = Array.from({ length: 20 }, (_, at) => ({
      holder: 'PERSON' as const,
      holderId: `person ${at}`,
      size: 60,
    }));
    const taken = await Promise.all(
      people.map((one, at) => buckets.take(at % 2 === 0 ? [one, firm] : [firm, one], 20)),
    );
    await buckets.close();
    // 60 / 20 = 3; a point a second comes back, so a fourth would take 20 s
    expect(taken.filter(({ isGranted }) => isGranted)).toHaveLength(3);
    const spared = taken.filter(({ isGranted }) => !isGranted).flatMap(({ levels }) => levels);
    expect(spared.filter(({ holder, points }) => holder === 'PERSON' && points !== 60)).toEqual([]);
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
    expect(policy).toContain("default-src 'none'");
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
