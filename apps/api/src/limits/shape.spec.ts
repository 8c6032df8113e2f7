import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { asksForSchema, shapeProblem } from './shape.js';

const codeOf = (query: string): unknown => shapeProblem(parse(query))?.extensions['code'];
const nested = (levels: number): string => `${'a{'.repeat(levels - 1)}a${'}'.repeat(levels - 1)}`;
const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');

describe('the shape of a document', () => {
  it.each([
    ['eight fields deep', `{${nested(8)}}`, undefined],
    ['nine fields deep', `{${nested(9)}}`, 'TOO_DEEP'],
    ['nine deep through a fragment', `{${nested(1)}{...F}} fragment F on A{${nested(8)}}`, 'TOO_DEEP'],
    ['a fragment in itself that nobody spreads', `{a} fragment F on A{...F}`, 'TOO_DEEP'],
    ['a fragment in itself', '{a{...F}} fragment F on A{a ...F}', 'TOO_DEEP'],
    ['two fragments in each other', '{a{...F}} fragment F on A{...G} fragment G on A{...F}', 'TOO_DEEP'],
    ['fifteen aliases', `{a{${times(15, (at) => `x${at}: b`)}}}`, undefined],
    ['sixteen aliases', `{a{${times(16, (at) => `x${at}: b`)}}}`, 'TOO_COMPLEX'],
    // 4 spreads × 4 aliases
    [
      'sixteen aliases by spreading',
      '{a{...F ...F ...F ...F}} fragment F on A{x:b y:b z:b w:b}',
      'TOO_COMPLEX',
    ],
    ['five root fields', `{${times(5, (at) => `f${at}`)}}`, undefined],
    ['six root fields', `{${times(6, (at) => `f${at}`)}}`, 'TOO_COMPLEX'],
    ['six root fields in fragments', `{...F ... on Q{d e f}} fragment F on Q{a b c}`, 'TOO_COMPLEX'],
    ['twenty directives', `{a ${'@x'.repeat(20)}}`, undefined],
    ['twenty-one directives', `query ${'@x'.repeat(10)} {a ${'@x'.repeat(11)}}`, 'TOO_COMPLEX'],
    ['four hundred selections', `{a{${'b '.repeat(399)}}}`, undefined],
    ['four hundred and one selections', `{a{${'b '.repeat(400)}}}`, 'TOO_COMPLEX'],
    ['the second operation too large', `query A{a} query B{${nested(9)}}`, 'TOO_DEEP'],
    ['the whole schema as tools ask for it', getIntrospectionQuery(), undefined],
    ['the schema seventeen fields deep', `{__schema{${nested(16)}}}`, 'TOO_DEEP'],
    ['the schema twice', '{x:__schema{a} y:__schema{a}}', 'TOO_COMPLEX'],
    ['lists of the schema in themselves', '{__schema{types{fields{type{fields{name}}}}}}', 'TOO_COMPLEX'],
  ])('%s', (_what, query, code) => {
    expect(codeOf(query)).toBe(code);
  });

  it('of 2^60 selections is told in no time', () => {
    const fragments = times(60, (at) => `fragment F${at} on A{...F${at + 1} ...F${at + 1}}`);
    expect(codeOf(`{a{...F0}} ${fragments} fragment F60 on A{b}`)).toBe('TOO_COMPLEX');
  });

  it('tells who asks for the schema, through a fragment too', () => {
    expect(asksForSchema(parse('{...F} fragment F on Query{__type(name:"A"){name}}'))).toBe(true);
    expect(asksForSchema(parse('{__typename a{__typename}}'))).toBe(false);
  });
});
