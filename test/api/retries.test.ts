import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isInputObjectType, type GraphQLField } from 'graphql';

/** Mutations without an idempotencyKey, and why asking again does no harm. */
const SAFE_TO_REPEAT: Readonly<Record<string, string>> = {
  acceptInvitation: 'the token works once: asked again, the invitation is not found and nothing is made',
  actFor: 'it sets a choice: the same again changes nothing',
  confirmListingByLink: 'what has been confirmed since stays as it is',
  joinByInvitation: 'the token works once: asked again, the invitation is not found and nothing is made',
  makeFirstCluster: 'the token works once: asked again, the invitation is not found and nothing is made',
};

const schema = buildSchema(readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

const takesKey = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ name, type }) => {
    const named = getNamedType(type);
    return name === 'idempotencyKey' || (isInputObjectType(named) && 'idempotencyKey' in named.getFields());
  });

describe('every mutation', () => {
  it('takes an idempotencyKey, or it is written down why it is safe to repeat', () => {
    const without = mutations.filter((one) => !takesKey(one)).map(({ name }) => name);
    expect(without.sort()).toEqual(Object.keys(SAFE_TO_REPEAT).sort());
    expect(mutations.length).toBeGreaterThan(30);
  });
});
