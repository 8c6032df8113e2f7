import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { maskError } from './masking.js';

const log = pino({ level: 'silent' });
const coded = (message: string, code: string) => ({ message, extensions: { code } });

describe('what leaves of an error', () => {
  it('too many wrong variables are the fault of who sent them', () => {
    // graphql-js gives up after fifty, in a sentence that the server does not count among those about variables
    const message = 'Too many errors processing variables, error limit reached. Execution aborted.';
    const masked = maskError(log, coded(message, 'INTERNAL_SERVER_ERROR'), new GraphQLError(message));
    expect(masked).toEqual({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('a refusal keeps its code and its sentence', () => {
    const error = new GraphQLError('No.', { extensions: { code: 'TOO_DEEP' } });
    expect(maskError(log, coded('No.', 'TOO_DEEP'), error)).toEqual(coded('No.', 'TOO_DEEP'));
  });

  it('what nobody foresaw keeps neither', () => {
    const masked = maskError(log, coded('column "x"', 'INTERNAL_SERVER_ERROR'), new Error('column "x"'));
    expect(masked.extensions?.['code']).toBe('INTERNAL');
    expect(masked.message).not.toContain('column');
  });
});
