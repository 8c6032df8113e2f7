import { getIntrospectionQuery } from 'graphql';
import { CLUSTER_ID, operation, query, times, type Attack } from './attack.js';

const around = 'matches { edges { node { offer {';
const closed = '} } } }';
const deep = (rounds: number): string =>
  `{ listing(id: "1") { ${around.concat(' ').repeat(rounds)} id ${closed.repeat(rounds)} } }`;
const nobody = { isSignedIn: false };

/** Documents that unfold, repeat or nest. */
const SHAPES: readonly Attack[] = [
  query('nested ten deep', '400 TOO_DEEP', deep(2)),
  query('nested a hundred deep', '400 TOO_DEEP', deep(25)),
  query(
    'nested by fragments',
    '400 TOO_DEEP',
    `{ listing(id: "1") { ...F0 } } ${times(20, (at) => `fragment F${at} on Listing { matches { edges { node { offer { ...F${at + 1} } } } } }`)} fragment F20 on Listing { id }`,
  ),
  query('a fragment in itself', '400 TOO_DEEP', '{ viewer { ...F } } fragment F on Viewer { name ...F }'),
  query(
    'two fragments in each other',
    '400 TOO_DEEP',
    '{ viewer { ...F } } fragment F on Viewer { ...G } fragment G on Viewer { ...F }',
  ),
  query(
    'a ring of a hundred fragments',
    '400 TOO_DEEP',
    `{ viewer { ...F0 } } ${times(100, (at) => `fragment F${at} on Viewer { ...F${(at + 1) % 100} }`)}`,
  ),
  query(
    'fragments that unfold to 2^60 fields',
    '400 TOO_COMPLEX',
    `{ viewer { ...F0 } } ${times(60, (at) => `fragment F${at} on Viewer { ...F${at + 1} ...F${at + 1} }`)} fragment F60 on Viewer { name }`,
  ),
  query('a hundred aliases', '400 TOO_COMPLEX', `{ viewer { ${times(100, (at) => `a${at}: name`)} } }`),
  query(
    'aliases of a costly field',
    '400 TOO_COMPLEX',
    `{ ${times(50, (at) => `a${at}: listings(first: 100) { totalCount }`)} }`,
  ),
  query('one root field two hundred times', '400 TOO_COMPLEX', `{ ${'viewer { name } '.repeat(200)} }`),
  query('one field nine hundred times', '400 TOO_COMPLEX', `{ viewer { ${'name '.repeat(900)} } }`),
  query(
    'fields that must be compared with each other',
    '200',
    `{ listing(id: "1") { ${'firm { id } '.repeat(190)} } }`,
  ),
  query('four hundred directives', '400 TOO_COMPLEX', `{ viewer { name ${'@a '.repeat(400)} } }`),
  query(
    'directives that are known',
    '400 TOO_COMPLEX',
    `{ viewer { ${'name @include(if: true) '.repeat(30)} } }`,
  ),
  query('three thousand tokens', '400 TOO_LONG', `{ ${'a '.repeat(3000)} }`),
  query('a comment of 100 kB', '400 TOO_LONG', `{ viewer { name } } #${'x'.repeat(100_000)}`),
  query('brackets that never close', '400 GRAPHQL_PARSE_FAILED', '{ a '.repeat(450)),
  query('brackets in a value', '400 TOO_LONG', `{ a(b: ${'['.repeat(900)}${']'.repeat(900)}) }`),
];

/** Lists without end. */
const SIZES: readonly Attack[] = [
  query('a page of a million', '400 BAD_USER_INPUT', '{ listings(first: 1000000) { edges { cursor } } }'),
  query('a page of less than nothing', '400 BAD_USER_INPUT', '{ listings(first: -1) { edges { cursor } } }'),
  query(
    'a page of more than an integer',
    '400 GRAPHQL_VALIDATION_FAILED',
    '{ listings(first: 9999999999) { edges { cursor } } }',
  ),
  operation('a page of a million by a variable', '400 BAD_USER_INPUT', {
    query: 'query($n: Int!) { matches(first: $n) { edges { cursor } } }',
    variables: { n: 1_000_000 },
  }),
  query(
    'pages in pages',
    '400 TOO_COMPLEX',
    '{ listings(first: 100) { edges { node { matches(first: 100) { edges { node { offer { id } need { id } } } } } } } }',
  ),
  query(
    'near misses of every listing',
    '400 TOO_COMPLEX',
    '{ listings(first: 100) { edges { node { nearMisses(first: 100) { failed { name } } } } } }',
  ),
  query(
    'a thousand years of figures',
    '200',
    `{ circularity(clusterId: "${CLUSTER_ID}", from: "1900-01-01T00:00:00Z", to: "2999-12-31T00:00:00Z") { figures { name } } }`,
  ),
  query(
    'ten thousand years of figures',
    '400 GRAPHQL_VALIDATION_FAILED',
    `{ circularity(clusterId: "${CLUSTER_ID}", from: "0001-01-01T00:00:00Z", to: "9999-12-31T00:00:00Z") { figures { name } } }`,
  ),
];

/** Questions to the schema. */
const SCHEMA: readonly Attack[] = [
  operation('the schema, by nobody', '400 UNAUTHENTICATED', { query: getIntrospectionQuery() }, nobody),
  operation(
    'a type, by nobody',
    '400 UNAUTHENTICATED',
    { query: '{ __type(name: "Query") { name } }' },
    nobody,
  ),
  operation(
    'a type in a fragment, by nobody',
    '400 UNAUTHENTICATED',
    { query: '{ ...F } fragment F on Query { __type(name: "Query") { name } }' },
    nobody,
  ),
  query('the schema, by a member', '200', getIntrospectionQuery()),
  query(
    'the schema ten times',
    '400 TOO_COMPLEX',
    `{ ${times(5, (at) => `s${at}: __schema { types { fields { args { type { name } } } } }`)} }`,
  ),
  query(
    'fields of fields of fields',
    '400 TOO_COMPLEX',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
  ),
  query(
    'types of types without end',
    '400 TOO_DEEP',
    `{ __schema { types { ${'ofType { '.repeat(40)} name ${'} '.repeat(40)} } } }`,
  ),
  query('a misspelt field', '400 GRAPHQL_VALIDATION_FAILED', '{ vieweer { name } }'),
  query(
    'a misspelt argument',
    '400 GRAPHQL_VALIDATION_FAILED',
    '{ listings(frist: 1) { edges { cursor } } }',
  ),
  query(
    'a misspelt choice',
    '400 GRAPHQL_VALIDATION_FAILED',
    '{ listings(side: OFER) { edges { cursor } } }',
  ),
  operation('a misspelt choice among the variables', '400 BAD_USER_INPUT', {
    query: 'query($s: Side) { listings(side: $s) { edges { cursor } } }',
    variables: { s: 'OFER' },
  }),
  query(
    'three hundred fields that are not there',
    '400 GRAPHQL_VALIDATION_FAILED',
    `{ viewer { ${times(300, (at) => `f${at}`)} } }`,
  ),
  query('deferred delivery', '400 GRAPHQL_VALIDATION_FAILED', '{ ... @defer { viewer { name } } }'),
  query('a subscription by POST', '400 BAD_USER_INPUT', 'subscription { matchFound { cursor } }'),
];

/** Which operation is meant. */
const NAMES: readonly Attack[] = [
  operation('an operation that is not there', '400 OPERATION_RESOLUTION_FAILURE', {
    query: 'query A { viewer { name } }',
    operationName: 'B',
  }),
  operation('a name of 100 kB', '400 OPERATION_RESOLUTION_FAILURE', {
    query: 'query A { viewer { name } }',
    operationName: 'x'.repeat(100_000),
  }),
  query(
    'two operations without a name',
    '400 GRAPHQL_VALIDATION_FAILED',
    '{ viewer { name } } { viewer { name } }',
  ),
  operation('a document by its hash', '400 UNKNOWN_DOCUMENT', {
    extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } },
  }),
  operation('a document to be kept under its hash', '200 PERSISTED_QUERY_NOT_SUPPORTED', {
    query: '{ viewer { name } }',
    extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } },
  }),
];

export const DOCUMENTS: readonly Attack[] = [...SHAPES, ...SIZES, ...SCHEMA, ...NAMES];
