import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { API_EXAMPLES, curlOf } from '../../apps/web/src/account/api-examples.js';

describe('the examples for whoever connects a program', () => {
  const schema = buildSchema(readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'));

  it.each(API_EXAMPLES)('$name is valid', ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it('run as they stand in a terminal: nothing in them ends the quotes', () => {
    for (const { query } of API_EXAMPLES) {
      const line = curlOf('https://bistrom.example', query);
      expect(line.split("'")).toHaveLength(5);
      expect(line).toContain('https://bistrom.example/graphql');
    }
  });
});
