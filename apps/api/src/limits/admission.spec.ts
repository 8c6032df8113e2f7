import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { readConfig } from '#config';
import { Admission } from './admission.js';

const schema = buildSchema('type Query { a: Int }');
const demo = JSON.stringify({ password: 'secret', logins: [] });

async function codesOf(query: string, env: Record<string, string>): Promise<unknown[]> {
  const admission = new Admission(readConfig({ DATABASE_URL: 'postgres://localhost/none', ...env }));
  const { errors } = await admission.admit({ schema, document: parse(query), actor: undefined });
  await admission.close();
  return errors.map(({ extensions }) => extensions['code']);
}

describe('admission of who is not signed in', () => {
  it('to the schema is for local mode only', async () => {
    const query = '{ __schema { types { name } } }';
    expect(await codesOf(query, {})).toEqual(['UNAUTHENTICATED']);
    expect(await codesOf(query, { BISTROM_DEMO: demo })).toEqual([]);
  });

  it('to the rest is for the resolvers to decide, and takes from no bucket', async () => {
    expect(await codesOf('{ a __typename }', {})).toEqual([]);
  });
});
