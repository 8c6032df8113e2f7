import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { isUnavailable } from '#market';
import type { Logger } from '#telemetry';
import { currentRequest } from './requests.js';
import { AWAY, RETRY_AFTER } from './unavailable.js';

/**
 * Errors that a caller can act on pass as they are; everything else is written to the log under a request id and
 * leaves as INTERNAL with that id: no message, no stack, no SQL. Work that the database could not take just now leaves as
 * UNAVAILABLE. The same masker serves HTTP and WebSocket.
 *
 * @param requestId of the socket; over HTTP it is known
 */
export function maskError(
  log: Logger,
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId = currentRequest() ?? randomUUID(),
): GraphQLFormattedError {
  const cause = rootOf(unwrapResolverError(error));
  if (cause instanceof GraphQLError) {
    const { code, argument, retryAfter } = formatted.extensions ?? {};
    return {
      ...formatted,
      message: formatted.message.replace(SUGGESTION, ''),
      extensions: {
        code: typeof code === 'string' && !TOO_MANY.test(formatted.message) ? code : 'BAD_USER_INPUT',
        ...(typeof argument === 'string' ? { argument } : {}),
        ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
      },
    };
  }
  const path = formatted.path === undefined ? {} : { path: formatted.path };
  if (isUnavailable(cause)) {
    log.warn({ requestId, err: cause, ...path }, 'The database could not take an operation');
    return { message: AWAY, ...path, extensions: { code: 'UNAVAILABLE', retryAfter: RETRY_AFTER } };
  }
  log.error({ requestId, err: cause, ...path }, 'An operation failed unexpectedly');
  return {
    message: `Something went wrong on our side. Quote ${requestId} when you ask about it.`,
    ...path,
    extensions: { code: 'INTERNAL', requestId },
  };
}

/** What graphql-js adds to a misspelt name: it would spell out the schema, a guess at a time. */
const SUGGESTION = / Did you mean .*\?$/s;

/** Where graphql-js gives up on variables; Apollo takes it for an error of the server's. */
const TOO_MANY = /^Too many errors processing variables/;

/** graphql-js wraps what a resolver or scalar threw, sometimes twice: what lies at the bottom decides. */
function rootOf(error: unknown): unknown {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  return inner === undefined || inner === null ? error : rootOf(inner);
}
