import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running, type Member } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 180_000);
afterAll(() => running.stop());

interface Fault {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly locations?: unknown;
  readonly path?: unknown;
}
interface Payload {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly extensions?: object;
}

async function overHttp(body: object): Promise<Fault | undefined> {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: authorizationOf(member.client) },
    body: JSON.stringify(body),
  });
  return ((await response.json()) as { errors?: Fault[] }).errors?.[0];
}

async function overSocket(payload: object): Promise<Fault | undefined> {
  const wire = await Wire.signedIn(running, member.client);
  wire.send({ id: '1', type: 'subscribe', payload });
  const { type, payload: heard } = await wire.until(({ id }) => id === '1');
  wire.socket.terminate();
  return type === 'next' ? (heard as { errors?: Fault[] }).errors?.[0] : (heard as Fault[])[0];
}

/** The same fault in the only kind of operation that each transport carries: of a match, asked for or found. */
const ask = (kind: string, inside: string, variables = ''): string =>
  kind === 'query'
    ? `query${variables} { match(id: "1") { ${inside} } }`
    : `subscription${variables} { matchFound { match { ${inside} } } }`;
const start = (kind: string): string => (kind === 'query' ? 'listings' : 'matchFound');

const aliases = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}: id`).join(' ');

const CASES: readonly [string, string, (kind: string) => Payload][] = [
  ['no syntax', 'GRAPHQL_PARSE_FAILED', (kind) => ({ query: `${kind} {` })],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', (kind) => ({ query: ask(kind, 'scor') })],
  ['an unknown argument', 'GRAPHQL_VALIDATION_FAILED', (kind) => ({ query: ask(kind, 'id(frst: 1)') })],
  [
    'an unknown type',
    'GRAPHQL_VALIDATION_FAILED',
    (kind) => ({ query: ask(kind, 'id ... on Mtch { score }') }),
  ],
  [
    'a literal of another type',
    'GRAPHQL_VALIDATION_FAILED',
    (kind) => ({ query: ask(kind, 'offer { matches(first: "x") { totalCount } }') }),
  ],
  [
    'a variable of another type',
    'BAD_USER_INPUT',
    (kind) => ({
      query: ask(kind, 'offer { matches(first: $n) { totalCount } }', '($n: Int!)'),
      variables: { n: 'x' },
    }),
  ],
  [
    'a variable that is missing',
    'BAD_USER_INPUT',
    (kind) => ({ query: ask(kind, 'offer { matches(first: $n) { totalCount } }', '($n: Int!)') }),
  ],
  [
    'a page of none',
    'BAD_USER_INPUT',
    (kind) => ({ query: ask(kind, 'offer { matches(first: 0) { totalCount } }') }),
  ],
  ['NUL in a variable', 'BAD_USER_INPUT', (kind) => ({ query: ask(kind, 'id'), variables: { x: '\u0000' } })],
  [
    'a cursor that is none',
    'BAD_USER_INPUT',
    (kind) => ({ query: `${kind} { ${start(kind)}(after: "nonsense") { __typename } }` }),
  ],
  ['too deep', 'TOO_DEEP', (kind) => ({ query: ask(kind, `${'a{'.repeat(9)}b${'}'.repeat(9)}`) })],
  ['too many aliases', 'TOO_COMPLEX', (kind) => ({ query: ask(kind, aliases(16)) })],
  [
    'too many directives',
    'TOO_COMPLEX',
    (kind) => ({ query: ask(kind, `id ${'@include(if: true)'.repeat(21)}`) }),
  ],
  ['too many selections', 'TOO_COMPLEX', (kind) => ({ query: ask(kind, 'id '.repeat(401)) })],
  [
    'a fragment in itself',
    'TOO_DEEP',
    (kind) => ({ query: `${ask(kind, '...F')} fragment F on Match { ...F }` }),
  ],
  ['too long a document', 'TOO_LONG', (kind) => ({ query: `${ask(kind, 'id')}${'#'.repeat(32_000)}` })],
  ['too many tokens', 'TOO_LONG', (kind) => ({ query: ask(kind, ', id'.repeat(1001)) })],
  [
    'too long a variable',
    'TOO_LONG',
    (kind) => ({ query: ask(kind, 'id'), variables: { x: 'x'.repeat(20_001) } }),
  ],
  [
    'variables too deep',
    'TOO_DEEP',
    (kind) => ({
      query: ask(kind, 'id'),
      variables: JSON.parse(`{"x":${'['.repeat(14)}${']'.repeat(14)}}`) as Record<string, unknown>,
    }),
  ],
  [
    'an unknown hash',
    'UNKNOWN_DOCUMENT',
    () => ({ query: '', extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } }),
  ],
];
const shapeOf = ({ extensions, ...rest }: Fault) => [Object.keys(rest).sort(), extensions];
/** Counts differ with the text, and where a cursor is to be had with the field. */
const wordsOf = ({ message }: Fault): string =>
  message.replace(/has \d+|is \d+ fields|(?<=not a cursor).*/g, '');

describe('a fault is the same over HTTP and WebSocket', () => {
  it.each(CASES)('%s: %s', async (_what, code, fault) => {
    const http = await overHttp(fault('query'));
    const socket = await overSocket(fault('subscription'));
    expect(http?.extensions).toEqual(expect.objectContaining({ code }));
    expect(socket && shapeOf(socket)).toEqual(http && shapeOf(http));
    expect(socket && wordsOf(socket)).toBe(http && wordsOf(http));
    expect(`${http?.message} ${socket?.message}`).not.toMatch(/Did you mean|node_modules|at .*:\d+:\d+/);
  });
});

describe('the schema', () => {
  const spelt = async (body: object): Promise<string> => JSON.stringify(await overHttp(body));

  it('is not spelt out by what a wrong variable is answered, in an input, its fields or an enum', async () => {
    const input = { siteId: '1', side: 'OFFER', title: 'x', quantity: { value: '1', unit: 't' } };
    const query = 'mutation($input: PublishListingInput!) { publishListing(input: $input) { __typename } }';
    for (const wrong of [
      { titl: 'x' },
      { side: 'OFER' },
      { quantity: { value: '1', unit: 't', per: 'YEA' } },
    ]) {
      const fault = await spelt({ query, variables: { input: { ...input, ...wrong } } });
      expect(fault).toContain('BAD_USER_INPUT');
      expect(fault).not.toContain('Did you mean');
    }
  });

  it.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }'])(
    'is asked for over HTTP by who is signed in, and over a socket by nobody: %s',
    async (query) => {
      expect(await overHttp({ query })).toBeUndefined();
      const over = await overSocket({ query });
      expect(over?.message).toContain('Only subscriptions');
      const hidden = await overSocket({ query: `subscription ${query}` });
      expect(hidden?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    },
  );

  it('lets everybody ask for the name of a type that is there', async () => {
    expect(await overHttp({ query: '{ __typename viewer { __typename } }' })).toBeUndefined();
  });
});

describe('a page of somebody else', () => {
  it.each([
    ['text/plain', '{"query":"mutation { revokeSession(id: \\"1\\") { __typename } }"}'],
    ['application/x-www-form-urlencoded', 'query={__typename}'],
    ['multipart/form-data; boundary=x', '--x\r\n'],
    ['', '{"query":"{ __typename }"}'],
  ])('cannot make a browser send an operation without asking first: %s', async (type, body) => {
    const headers = { 'content-type': type, origin: 'https://elsewhere.example' };
    const answer = await fetch(`${running.url}/graphql`, { method: 'POST', headers, body });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([415, null]);
  });

  it('is not let in when its browser asks first, and an operation by GET is none', async () => {
    const asking = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const preflight = await fetch(`${running.url}/graphql`, { method: 'OPTIONS', headers: asking });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const got = await fetch(`${running.url}/graphql?query={__typename}`, {
      headers: { authorization: authorizationOf(member.client) },
    });
    expect(got.status).toBe(405);
  });
});
