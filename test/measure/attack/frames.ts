import { times, type SocketAttack } from './attack.js';

/** Stands for the message that signs the member in. */
export const INIT = 'init';

const subscribe = (query: string, variables: unknown = {}): string =>
  JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } });
const frames = (
  name: string,
  expects: string,
  messages: SocketAttack['messages'],
  origin?: string,
): SocketAttack => ({
  transport: 'socket',
  name,
  expects,
  messages,
  ...(origin === undefined ? {} : { origin }),
});
const subscription = (name: string, expects: string, selection: string): SocketAttack =>
  frames(name, expects, [INIT, subscribe(`subscription { matchFound { ${selection} } }`)]);

/** Subscriptions that are too much, by the same limits as over HTTP. */
const OPERATIONS: readonly SocketAttack[] = [
  subscription(
    'socket: nested twelve deep',
    'error TOO_DEEP',
    `${'match { offer { matches { edges { node { offer { '}id matches { edges { node { id } } }${' }'.repeat(6)}`,
  ),
  frames('socket: a fragment in itself', 'error TOO_DEEP', [
    INIT,
    subscribe('subscription { matchFound { match { ...F } } } fragment F on Match { id ...F }'),
  ]),
  subscription(
    'socket: a hundred aliases',
    'error TOO_COMPLEX',
    times(100, (at) => `a${at}: cursor`),
  ),
  subscription('socket: one field nine hundred times', 'error TOO_COMPLEX', 'cursor '.repeat(900)),
  subscription('socket: four hundred directives', 'error TOO_COMPLEX', `cursor ${'@a '.repeat(400)}`),
  subscription('socket: three thousand tokens', 'error TOO_LONG', 'a '.repeat(3000)),
  subscription('socket: a comment of 40 kB', 'error TOO_LONG', `cursor #${'x'.repeat(40_000)}\n`),
  subscription(
    'socket: a page of a million',
    'error BAD_USER_INPUT',
    'match { offer { matches(first: 1000000) { edges { cursor } } } }',
  ),
  frames('socket: near misses and all that they lack', 'error TOO_COMPLEX', [
    INIT,
    subscribe(
      'subscription { matchFound { match { offer { ...F } need { ...F } } } } fragment F on Listing { nearMisses(first: 100) { failed { asks { fact } } } }',
    ),
  ]),
  subscription('socket: a misspelt field', 'error GRAPHQL_VALIDATION_FAILED', 'cursr'),
  frames('socket: NUL in a variable', 'error BAD_USER_INPUT', [
    INIT,
    subscribe('subscription($a: String) { matchFound(after: $a) { cursor } }', { a: '\u0000' }),
  ]),
  // Deeper than JSON is read where somebody looks at every member; what can be read is refused as TOO_DEEP.
  frames('socket: variables nested 10,000 deep', 'closed 4400', [
    INIT,
    `{"id":"1","type":"subscribe","payload":{"query":"subscription { matchFound { cursor } }","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}}`,
  ]),
  frames('socket: a document that cannot be read', 'error GRAPHQL_PARSE_FAILED', [
    INIT,
    subscribe('subscription {'),
  ]),
  frames('socket: a query', 'error BAD_USER_INPUT', [INIT, subscribe('{ viewer { name } }')]),
  frames('socket: the schema', 'error BAD_USER_INPUT', [INIT, subscribe('{ __schema { types { name } } }')]),
  frames('socket: the schema as a subscription', 'error GRAPHQL_VALIDATION_FAILED', [
    INIT,
    subscribe('subscription { __schema { types { name } } }'),
  ]),
];

/** Messages outside the protocol. */
const MESSAGES: readonly SocketAttack[] = [
  frames('socket: nobody signed in', 'closed 4403', [JSON.stringify({ type: 'connection_init' })]),
  frames('socket: a subscription before signing in', 'closed 4401', [
    subscribe('subscription { matchFound { cursor } }'),
  ]),
  frames('socket: signing in twice', 'closed 4429', [INIT, INIT]),
  frames('socket: one id twice', 'closed 4409', [
    INIT,
    subscribe('subscription { matchFound { cursor } }'),
    subscribe('subscription { matchFound { cursor } }'),
  ]),
  frames('socket: no JSON', 'closed 4400', [INIT, 'hello']),
  frames('socket: lists nested 30,000 deep', 'closed 4400', [INIT, '['.repeat(30_000) + ']'.repeat(30_000)]),
  frames('socket: a message of a type that is none', 'closed 4400', [INIT, '{"type":"shutdown"}']),
  frames('socket: a message of five megabytes', 'closed 1009', [INIT, 'x'.repeat(5 * 1024 * 1024)]),
  frames('socket: from a page of another origin', 'refused 403', [INIT], 'https://elsewhere.example'),
];

export const FRAMES: readonly SocketAttack[] = [...OPERATIONS, ...MESSAGES];
