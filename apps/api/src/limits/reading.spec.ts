import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { readOperation } from './reading.js';

const codeOf = (query: string, variables?: unknown): unknown => {
  const read = readOperation({ query, variables });
  return read instanceof GraphQLError ? read.extensions['code'] : 'read';
};
const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('reading an operation', () => {
  it.each([
    ['a plain one', '{ a }', undefined, 'read'],
    ['a broken one', '{ a ', undefined, 'GRAPHQL_PARSE_FAILED'],
    // { a b … }: 2 braces and 998 names
    ['a thousand tokens are read, and then have too many fields', `{${'a '.repeat(998)}}`, {}, 'TOO_COMPLEX'],
    ['a thousand and one tokens', `{${'a '.repeat(999)}}`, {}, 'TOO_LONG'],
    ['one token of a length', `{ a(b: "${'x'.repeat(32_000)}") }`, {}, 'TOO_LONG'],
    ['NUL as an escape', '{ a(b: "\\u0000") }', {}, 'BAD_USER_INPUT'],
    ['NUL as a longer escape', '{ a(b: "\\u{0000000}") }', {}, 'BAD_USER_INPUT'],
    ['NUL in a variable', '{ a }', { b: ['x\u0000'] }, 'BAD_USER_INPUT'],
    ['variables twelve deep', '{ a }', deep(12), 'read'],
    ['variables fourteen deep', '{ a }', deep(14), 'TOO_DEEP'],
    ['a quarter of a million deep', '{ a }', deep(250_000), 'TOO_DEEP'],
    ['many values', '{ a }', { b: Array.from({ length: 2000 }, () => 1) }, 'TOO_LONG'],
    ['a long text', '{ a }', { b: 'x'.repeat(20_001) }, 'TOO_LONG'],
    ['a text of the length allowed', '{ a }', { b: 'x'.repeat(20_000) }, 'read'],
  ])('%s', (_what, query, variables, code) => {
    expect(codeOf(query, variables)).toBe(code);
  });
});
