import fc from 'fast-check';
import { GRAPHQL, type HttpAttempt, type Who } from './attempt.js';
import type { Operation } from './operations.js';
import { jsonOf, wildText, wildValue } from './wild.js';

const TOKENS = /[A-Za-z_]\w*|"(?:[^"\\]|\\.)*"|\.\.\.|-?\d+(?:\.\d+)?|[^\s\w]/g;
const INSERTED = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '$',
  '!',
  ':',
  '=',
  '@',
  '|',
  '&',
  '...',
  '"',
  '"""',
  '#',
  ',',
  '\ufeff',
  '\u0000',
  '\\',
  'fragment',
  'on',
  'query',
  'mutation',
  'subscription',
  'null',
  'true',
  'extend',
  'schema',
  '__typename',
  '__schema',
  '@skip(if: true)',
  '@include(if: $x)',
  '@deprecated',
  '@defer',
  '9'.repeat(30),
  '1e99',
  '"\\uD800"',
  '"\\u{110000}"',
];

interface Mutation {
  readonly kind: 'drop' | 'double' | 'swap' | 'insert' | 'replace';
  /** Where, as a part of the document. */
  readonly at: number;
  readonly token: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'insert', 'replace'),
  at: fc.integer({ min: 0, max: 999 }).map((part) => part / 1000),
  token: fc.oneof(fc.constantFrom(...INSERTED), wildText),
});

function mutated(query: string, mutations: readonly Mutation[]): string {
  const tokens: string[] = [...(query.match(TOKENS) ?? [])];
  for (const { kind, at, token } of mutations) {
    const place = Math.floor(at * tokens.length);
    const here = tokens[place] ?? '';
    const there = tokens[place + 1] ?? '';
    if (kind === 'drop') tokens.splice(place, 1);
    else if (kind === 'double') tokens.splice(place, 0, here);
    else if (kind === 'swap') tokens.splice(place, 2, there, here);
    else if (kind === 'insert') tokens.splice(place, 0, token);
    else tokens.splice(place, 1, token);
  }
  return tokens.join(' ');
}

const nested: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      ['{ viewer ', '}'],
      ['{ viewer { ... ', '} }'],
      ['query($a: [', ']) { viewer { name } }'],
      ['{ a(b: {c: ', '}) }'],
    ),
    fc.integer({ min: 2, max: 300 }),
  )
  .map(([[open = '', close = ''], times]) => open.repeat(times) + close.repeat(times));

/** Documents that are broken: mutated, cut off, nested, or no text of the language at all. */
export const brokenDocuments = (operations: fc.Arbitrary<Operation>): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(operations, fc.array(mutation, { minLength: 1, maxLength: 4 }))
        .map(([{ query }, mutations]) => mutated(query, mutations)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(operations, fc.integer({ min: 0, max: 99 }))
        .map(([{ query }, part]) => query.slice(0, Math.floor((query.length * part) / 100))),
    },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: wildText },
  );

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'application/json' },
  { 'content-type': 'application/json; charset=UTF-8', accept: 'application/graphql-response+json' },
  { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json;q=0.5' },
];
const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'content-type': 'application/graphql' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/json;;;=' },
  { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  { 'content-type': 'application/json', accept: 'text/html' },
  { 'content-type': 'application/json', accept: 'application/cbor;q=9' },
  { 'content-type': 'application/json', authorization: 'Bearer \u00ff' },
  { 'content-type': 'application/json', authorization: 'Bearer ' },
  { 'content-type': 'application/json', authorization: 'Bearer a.b%00' },
  { 'content-type': 'application/json', authorization: 'Basic YTpi' },
  { 'content-type': 'application/json', authorization: `Bearer ${'a'.repeat(32)}.${'b'.repeat(43)}%3D` },
  { 'content-type': 'application/json', cookie: 'better-auth.session_token=a.b' },
  { 'content-type': 'application/json', 'x-forwarded-for': "1.2.3.4, '; --", forwarded: 'for=_x' },
  { 'content-type': 'application/json', 'x-apollo-operation-name': 'x', 'apollo-require-preflight': '' },
];

const SENDERS: fc.Arbitrary<Who> = fc.constantFrom(
  'plant',
  'plant',
  'buyer',
  'buyer',
  'staff',
  'staff',
  'nobody',
);

const posted = (
  about: string,
  body: fc.Arbitrary<string | Uint8Array>,
  who = SENDERS,
): fc.Arbitrary<HttpAttempt> =>
  fc.tuple(body, who, fc.constantFrom(...HEADERS)).map(([sent, sender, headers]) => ({
    transport: 'http',
    about,
    who: sender,
    method: 'POST',
    path: GRAPHQL,
    headers,
    body: sent,
  }));

/** Operations of the schema by POST. */
export const graphRequests = (operations: fc.Arbitrary<Operation>): fc.Arbitrary<HttpAttempt> =>
  fc
    .tuple(operations, SENDERS, fc.constantFrom(...HEADERS))
    .map(([{ about, query, variables }, who, headers]) => ({
      transport: 'http',
      about,
      who,
      method: 'POST',
      path: GRAPHQL,
      headers,
      body: jsonOf({ query, variables }),
    }));

/** Whole requests that are broken: the document, the JSON around it, its members, the headers, the method. */
export function brokenRequests(operations: fc.Arbitrary<Operation>): fc.Arbitrary<HttpAttempt> {
  const documents = brokenDocuments(operations);
  const whole = operations.map(({ query, variables }) => jsonOf({ query, variables }));
  const members = fc.record(
    {
      query: fc.oneof(fc.constant('{ viewer { name } }'), wildValue),
      variables: wildValue,
      operationName: wildValue,
      extensions: wildValue,
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  const cut = fc
    .tuple(whole, fc.integer({ min: 0, max: 99 }))
    .map(([text, part]) => text.slice(0, Math.floor((text.length * part) / 100)));
  const odd = fc
    .tuple(
      whole,
      SENDERS,
      fc.constantFrom(...HEADERS, ...ODD_HEADERS),
      fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'OPTIONS'),
      fc.oneof(
        fc.constant(''),
        wildText.map((text) => `?query=${encodeURIComponent(Buffer.from(text).toString())}`.slice(0, 4000)),
      ),
    )
    .map(([body, who, headers, method, query]): HttpAttempt => {
      return { transport: 'http', about: 'odd request', who, method, path: GRAPHQL + query, headers, body };
    });
  return fc.oneof(
    {
      weight: 5,
      arbitrary: posted(
        'broken document',
        documents.map((query) => jsonOf({ query })),
      ),
    },
    { weight: 2, arbitrary: posted('odd members', members.map(jsonOf)) },
    { weight: 1, arbitrary: posted('broken off', cut) },
    { weight: 1, arbitrary: posted('any JSON', wildValue.map(jsonOf)) },
    { weight: 1, arbitrary: posted('bytes', fc.uint8Array({ maxLength: 300 })) },
    { weight: 2, arbitrary: odd },
  );
}
