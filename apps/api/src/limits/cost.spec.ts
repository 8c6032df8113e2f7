import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { costOf } from './cost.js';

const schema = buildSchema(`
  type Query { thing: Thing things(first: Int! = 20): ThingConnection! list(first: Int! = 5): [Thing!]! circularity: Thing }
  type Mutation { make: Result! }
  type Thing { name: String! names: [String!]! other: Thing parts: [Thing!]! things(first: Int! = 20): ThingConnection! }
  type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! }
  type ThingEdge { cursor: String! node: Thing! }
  type PageInfo { hasNextPage: Boolean! }
  union Result = Thing | Refusal
  type Refusal { message: String! }
`);

const cost = (query: string, variables: Record<string, unknown> = {}, operationName?: string) =>
  costOf({ schema, document: parse(query), variables, operationName });

describe('the cost of an operation', () => {
  it.each([
    ['leaves', '{ __typename }', 1],
    ['an object, and one in it', '{ thing { name names other { name } } }', 2],
    // 1 + 20 × 1
    [
      'a page of the usual size',
      '{ things { edges { cursor node { name } } pageInfo { hasNextPage } } }',
      21,
    ],
    // 1 + 3 × (1 + 1)
    ['a page of three with a thing in each', '{ things(first: 3) { edges { node { other { name } } } } }', 7],
    // 1 + 3 × (1 + (1 + 4 × 1))
    [
      'a page in a page',
      '{ things(first: 3) { edges { node { things(first: 4) { edges { node { name } } } } } } }',
      19,
    ],
    // 10 × 1 in 1
    ['a list without a size', '{ thing { parts { name } } }', 11],
    ['a list with a size', '{ list(first: 7) { name } }', 7],
    ['a field that is dear in itself', '{ circularity { name } }', 101],
    // 10 for the mutation, 1 for the result, 1 in each member
    ['a mutation', 'mutation { make { ... on Thing { other { name } } ... on Refusal { message } } }', 12],
    ['a fragment spread twice', '{ thing { ...F ...F } } fragment F on Thing { other { name } }', 3],
    ['what is skipped', '{ thing { other @skip(if: true) { name } } }', 2],
    ['the schema', '{ __schema { types { name } } }', 200],
  ])('%s', (_what, query, points) => {
    expect(cost(query)).toBe(points);
  });

  it('takes a page from the variables, and from their defaults', () => {
    const query = 'query($n: Int! = 2) { things(first: $n) { edges { node { name } } } }';
    // 1 + 2 × 1, 1 + 9 × 1
    expect([cost(query), cost(query, { n: 9 })]).toEqual([3, 10]);
  });

  it('is that of the operation named, and of none where there is none of the name', () => {
    const query = 'query A { thing { name } } query B { circularity { name } }';
    expect([cost(query, {}, 'A'), cost(query, {}, 'B'), cost(query, {}, 'C')]).toEqual([1, 101, undefined]);
  });

  it.each([
    ['none', '{ things(first: 0) { edges { node { name } } } }', {}],
    ['a hundred and one', '{ list(first: 101) { name } }', {}],
    [
      'fewer than none, by a variable',
      'query($n: Int!) { things(first: $n) { edges { cursor } } }',
      { n: -1 },
    ],
    ['too many, deep inside', '{ thing { things(first: 1000) { edges { cursor } } } }', {}],
  ])('is refused for a page of %s, by the name of the argument', (_what, query, variables) => {
    const refused = cost(query, variables);
    expect(refused).toBeInstanceOf(GraphQLError);
    expect((refused as GraphQLError).extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});
