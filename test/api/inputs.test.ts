import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { Running, type Member } from '../support/running.js';

const schema = buildSchema(readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

let running: Running;
let member: Member;
beforeAll(async () => {
  running = await Running.start();
  member = await running.member('16.10', { latitude: 60, longitude: 12 });
}, 180_000);
afterAll(() => running.stop());

type Asked = GraphQLArgument | GraphQLInputField;
type Path = readonly string[];

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: '1',
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  Decimal: '1',
  DateTime: '2030-01-01T00:00:00Z',
};

/** The least that a type takes. */
function leastOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [leastOf(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) return leastIn(Object.values(bare.getFields()));
  return SCALARS[getNamedType(bare).name];
}

const leastIn = (fields: readonly Asked[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, leastOf(type)]),
  );

/** The same, with the input objects on the way to a place, whether they are needed or not. */
const leastAlong = (fields: readonly Asked[], [head = '', ...rest]: Path): Record<string, unknown> =>
  rest.length === 0
    ? leastIn(fields)
    : { ...leastIn(fields), [head]: leastAlong(fieldsOf(fields, head), rest) };

function fieldsOf(fields: readonly Asked[], name: string): readonly Asked[] {
  const found = fields.find((one) => one.name === name);
  const bare = found && getNullableType<GraphQLInputType>(found.type);
  return isInputObjectType(bare) ? Object.values(bare.getFields()) : [];
}

/** Where a text or a list stands among the arguments of a mutation; not inside lists. */
const openIn = (
  fields: readonly Asked[],
  above: Path = [],
): readonly { path: Path; type: GraphQLInputType }[] =>
  fields.flatMap(({ name, type }) => {
    const bare = getNullableType<GraphQLInputType>(type);
    const path = [...above, name];
    if (isInputObjectType(bare)) return openIn(Object.values(bare.getFields()), path);
    return isListType(bare) || getNamedType(bare).name === 'String' ? [{ path, type: bare }] : [];
  });

function put(
  into: Record<string, unknown>,
  [head = '', ...rest]: Path,
  value: unknown,
): Record<string, unknown> {
  const inner = rest.length === 0 ? value : put((into[head] ?? {}) as Record<string, unknown>, rest, value);
  return { ...into, [head]: inner };
}

const callOf = ({ name, args }: GraphQLField<unknown, unknown>): string => {
  const declared = args.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
  const given = args.map((one) => `${one.name}: $${one.name}`).join(', ');
  return `mutation(${declared}) { ${name}(${given}) { __typename ... on ValidationError { problems { path message } } } }`;
};

interface Refused {
  readonly __typename: string;
  readonly problems?: readonly { readonly path: Path; readonly message: string }[];
}

const CASES = mutations.flatMap((mutation) =>
  openIn(mutation.args).map(
    ({ path, type }) => [mutation.name, path.join('.'), mutation, path, type] as const,
  ),
);

describe('every text and list that a mutation takes has an end', () => {
  it('and there are some', () => {
    expect(CASES.length).toBeGreaterThan(20);
    expect(CASES.map(([name, path]) => `${name} ${path}`)).toContain(
      'publishListing input.permittedWasteCodes',
    );
  });

  it.each(CASES)('%s: %s', async (_name, where, mutation, path, type) => {
    // within what the limits of an operation let pass: 20,000 characters, 2,000 values
    const length = isInputObjectType(getNamedType(type)) ? 400 : 1100;
    const tooMuch = isListType(type)
      ? Array.from({ length }, () => leastOf(type.ofType))
      : 'x'.repeat(19_000);
    const variables = put(leastAlong(mutation.args, path), path, tooMuch);
    const data = await member.client.ask<Record<string, Refused>>(callOf(mutation), variables);
    const answer = data[mutation.name];
    expect(answer?.__typename).toBe('ValidationError');
    expect(answer?.problems?.map((one) => one.path.join('.'))).toContain(where);
    expect(answer?.problems?.[0]?.message.length).toBeGreaterThan(5);
  });
});

describe('a text of a query', () => {
  it('has an end as well, and no outcome to say so', async () => {
    const long = member.client.ask('query ($token: String!) { invitation(token: $token) { role } }', {
      token: 'x'.repeat(301),
    });
    await expect(long).rejects.toThrow('At most 300 characters.');
  });
});
