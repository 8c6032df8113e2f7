import { gzipSync } from 'node:zlib';
import { bytes, operation, type Attack } from './attack.js';

const VIEWER = '{ viewer { name } }';
const PAUSE = 'mutation { pauseListing(id: "1") { __typename } }';
const READ = 'query($text: String!) { readText(text: $text, side: OFFER) { properties { property } } }';
const LISTING = 'mutation($input: PublishListingInput!) { publishListing(input: $input) { __typename } }';
const json = { 'content-type': 'application/json' };
const typed = (type: string, more: Readonly<Record<string, string>> = {}) => ({
  headers: { 'content-type': type, ...more },
});
const MEGABYTES_5 = Buffer.alloc(5 * 1024 * 1024, 'x');
const listing = (more: object): object => ({
  siteId: '1',
  side: 'OFFER',
  title: 'Flis',
  quantity: { value: '1', unit: 't' },
  ...more,
});

/** Values that are too much, or that no value may be. */
const VARIABLES: readonly Attack[] = [
  operation('a variable of 100 kB', '400 TOO_LONG', {
    query: READ,
    variables: { text: 'x'.repeat(100_000) },
  }),
  operation('the longest text allowed', '200', {
    query: READ,
    variables: { text: 'ca. 4.000 tonn/år tørr flis '.repeat(700).slice(0, 19_999) },
  }),
  operation('fifty thousand values', '400 TOO_LONG', {
    query: READ,
    variables: { text: Array.from({ length: 50_000 }, () => 1) },
  }),
  operation('eight thousand variables', '400 TOO_LONG', {
    query: VIEWER,
    variables: Object.fromEntries(Array.from({ length: 8000 }, (_, at) => [`v${at}`, 1])),
  }),
  operation('nineteen hundred waste codes', '200 ValidationError', {
    query: LISTING,
    variables: { input: listing({ permittedWasteCodes: Array.from({ length: 1900 }, () => '03 01 05') }) },
  }),
  bytes(
    'variables nested 50,000 deep',
    '400 TOO_DEEP',
    `{"query":"{ viewer { name } }","variables":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
  ),
  bytes(
    'a prototype among the variables',
    '200',
    `{"query":"{ viewer { name } }","variables":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}}`,
  ),
  operation('NUL in a variable', '400 BAD_USER_INPUT', { query: READ, variables: { text: 'a\u0000b' } }),
  operation('NUL in a document', '400 BAD_USER_INPUT', {
    query: '{ readText(text: "a\\u0000b", side: OFFER) { properties { property } } }',
  }),
  operation('half a character', '200', { query: READ, variables: { text: '\ud800' } }),
  operation('a number of 19,000 digits', '400 BAD_USER_INPUT', {
    query: LISTING,
    variables: { input: listing({ quantity: { value: '9'.repeat(19_000), unit: 't' } }) },
  }),
  operation('a number with an exponent of a billion', '400 BAD_USER_INPUT', {
    query: LISTING,
    variables: { input: listing({ quantity: { value: '1e999999999', unit: 't' } }) },
  }),
  bytes(
    'a number beyond all numbers',
    '400 BAD_USER_INPUT',
    JSON.stringify({ query: LISTING, variables: { input: listing({ maxDistanceKm: 0 }) } }).replace(
      '"maxDistanceKm":0',
      '"maxDistanceKm":1e999',
    ),
  ),
  operation('a cursor of 15 kB', '200 BAD_USER_INPUT', {
    query: 'query($c: String) { listings(after: $c) { edges { cursor } } }',
    variables: { c: 'x'.repeat(15_000) },
  }),
  operation('an id that is SQL', '200', {
    query: 'query($id: ID!) { listing(id: $id) { id } }',
    variables: { id: "' or 1=1; drop table listing; --" },
  }),
];

/** Bodies that are none. */
const BODIES: readonly Attack[] = [
  bytes('no body', '400 BAD_REQUEST', ''),
  bytes('no JSON', '400 BAD_REQUEST', 'query { viewer { name } }'),
  bytes('JSON that breaks off', '400 BAD_REQUEST', '{"query":"{ viewer'),
  bytes('null', '400 BAD_REQUEST', 'null'),
  bytes('an object without a query', '400 BAD_REQUEST', '{}'),
  operation('a query that is an object', '400 BAD_REQUEST', { query: { a: 1 } }),
  operation('variables that are a list', '400 BAD_REQUEST', { query: VIEWER, variables: [1] }),
  bytes('a batch of one', '400 BAD_REQUEST', JSON.stringify([{ query: VIEWER }])),
  bytes(
    'a batch of five hundred',
    '400 BAD_REQUEST',
    JSON.stringify(Array.from({ length: 500 }, () => ({ query: VIEWER }))),
  ),
  bytes('lists nested 50,000 deep', '400 BAD_REQUEST', '['.repeat(50_000) + ']'.repeat(50_000)),
  bytes('lists that never close', '400 BAD_REQUEST', '['.repeat(100_000)),
  bytes(
    'broken UTF-8',
    '400 BAD_REQUEST',
    Buffer.concat([
      Buffer.from('{"query":"{ viewer { name } } #'),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('"}'),
    ]),
  ),
  bytes(
    'UTF-8 with a mark before it',
    '400 BAD_REQUEST',
    Buffer.from('\ufeff{"query":"{ viewer { name } }"}'),
  ),
  bytes('NUL bytes', '400 BAD_REQUEST', Buffer.alloc(1000)),
  bytes('five megabytes', '413 TOO_LONG', MEGABYTES_5),
  bytes('five megabytes without a length', '413 TOO_LONG', MEGABYTES_5, {
    headers: { ...json, 'transfer-encoding': 'chunked' },
  }),
  bytes('five megabytes to sign in', '413', MEGABYTES_5, {
    path: '/api/auth/sign-in/email',
    isSignedIn: false,
  }),
];

/** Requests that a page of another origin could send, and ways round. */
const REQUESTS: readonly Attack[] = [
  bytes('a mutation by GET', '405 BAD_REQUEST', '', {
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(PAUSE)}`,
    headers: {},
  }),
  bytes('a query by GET', '405 BAD_REQUEST', '', {
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(VIEWER)}`,
    headers: { 'apollo-require-preflight': 'true' },
  }),
  ...['PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) =>
    bytes(`by ${method}`, '405 BAD_REQUEST', JSON.stringify({ query: VIEWER }), { method }),
  ),
  operation('as text/plain', '415 BAD_REQUEST', { query: PAUSE }, typed('text/plain')),
  operation(
    'as text/plain that says it is JSON',
    '415 BAD_REQUEST',
    { query: PAUSE },
    typed('text/plain; application/json'),
  ),
  bytes(
    'as a form',
    '415 BAD_REQUEST',
    `query=${encodeURIComponent(PAUSE)}`,
    typed('application/x-www-form-urlencoded'),
  ),
  bytes(
    'as a form with files',
    '415 BAD_REQUEST',
    `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: PAUSE })}\r\n--x--\r\n`,
    typed('multipart/form-data; boundary=x', { 'apollo-require-preflight': 'true' }),
  ),
  operation('without a type', '415 BAD_REQUEST', { query: PAUSE }, { headers: {} }),
  bytes('as application/graphql', '415 BAD_REQUEST', PAUSE, typed('application/graphql')),
  bytes(
    'in UTF-16',
    '415 BAD_REQUEST',
    Buffer.from(JSON.stringify({ query: VIEWER }), 'utf16le'),
    typed('application/json; charset=utf-16'),
  ),
  bytes('a hundred megabytes, compressed', '415 BAD_REQUEST', gzipSync(Buffer.alloc(100 * 1024 * 1024)), {
    headers: { ...json, 'content-encoding': 'gzip' },
  }),
  operation(
    'a trace of what was done',
    '200',
    { query: VIEWER },
    { headers: { ...json, 'apollo-federation-include-trace': 'ftv1' } },
  ),
  operation(
    'headers of 20 kB',
    '431',
    { query: VIEWER },
    { headers: { ...json, 'x-long': 'x'.repeat(20_000) } },
  ),
  operation(
    'a token that is none',
    '400 UNAUTHENTICATED',
    { query: '{ __schema { types { name } } }' },
    {
      headers: { ...json, authorization: `Bearer ${'x'.repeat(8000)}` },
      isSignedIn: false,
    },
  ),
];

export const BODIES_AND_REQUESTS: readonly Attack[] = [...VARIABLES, ...BODIES, ...REQUESTS];
