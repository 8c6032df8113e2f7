import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { actualCostOf } from './actual-cost.js';
import { costOf } from './cost.js';

const schema = buildSchema(`
  type Query { thing: Thing things(first: Int! = 20): ThingConnection! circularity: Thing }
  type Mutation { make: Result! }
  type Thing { name: String! names: [String!]! other: Thing parts: [Thing!]! }
  type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! }
  type ThingEdge { cursor: String! node: Thing! }
  type PageInfo { hasNextPage: Boolean! }
  union Result = Thing | Refusal
  type Refusal { message: String! }
`);

const PAGE = '{ things { edges { cursor node { other { name } } } pageInfo { hasNextPage } } }';
const page = (nodes: readonly object[]) => ({
  things: { edges: nodes.map((node) => ({ cursor: 'c', node })), pageInfo: { hasNextPage: false } },
});
const full = Array.from({ length: 20 }, () => ({ other: { name: 'a' } }));

describe('what an operation came to', () => {
  it.each<[string, string, object, number]>([
    ['leaves', '{ __typename }', { __typename: 'Query' }, 1],
    ['nothing there', '{ thing { other { name } } }', { thing: null }, 1],
    ['two objects', '{ thing { names other { name } } }', { thing: { names: ['a'], other: {} } }, 2],
    // 1 for the page, 1 + 1 and 1 + 0 for what is on it
    ['a page that is nearly empty', PAGE, page([{ other: { name: 'a' } }, { other: null }]), 4],
    ['an empty page', PAGE, page([]), 1],
    // 1 + 3 × 1
    ['a list', '{ thing { parts { name } } }', { thing: { parts: [{}, {}, {}] } }, 4],
    ['a field that is dear in itself', '{ circularity { name } }', { circularity: null }, 100],
    // 10 for the mutation, 1 for the result
    ['a mutation', 'mutation { make { ... on Refusal { message } } }', { make: { message: 'no' } }, 11],
    [
      'a field under its alias, in a fragment',
      'query { x: thing { ...F } } fragment F on Thing { y: other { name } }',
      { x: { y: {} } },
      2,
    ],
    // 1 + 1 + 1: `other` is one object however often it is asked for
    [
      'a field asked for twice',
      '{ thing { other { name } other { other { name } } } }',
      { thing: { other: { name: 'a', other: {} } } },
      3,
    ],
  ])('%s', (_what, query, data, points) => {
    expect(actualCostOf({ schema, document: parse(query) }, data)).toBe(points);
  });

  it('is what was foreseen, when a page is full', () => {
    const asked = { schema, document: parse(PAGE) };
    // 1 + 20 × (1 + 1)
    expect([actualCostOf(asked, page(full)), costOf(asked)]).toEqual([41, 41]);
  });
});
