import { GraphQLError } from 'graphql';

/** What one operation may be and ask for at most, over HTTP and WebSocket alike. Why these: decision 0016. */
export const LIMITS = Object.freeze({
  /** A body before it is parsed; the longest description of a listing is 60 kB of it with every character escaped. */
  bytes: 128 * 1024,
  bodyMs: 10_000,
  documentLength: 32_000,
  tokens: 1000,
  /** Fields in fields; what is asked of the schema itself is counted apart. */
  depth: 8,
  introspectionDepth: 16,
  aliases: 15,
  rootFields: 5,
  directives: 20,
  /** Fields and fragments with every spread written out. */
  selections: 400,
  /** Of the variables: lists and objects in each other, values in all of them, characters in one. */
  variableDepth: 12,
  variableValues: 2000,
  textLength: 20_000,
  /** Things on one page of a list. */
  first: 100,
  /** Points of one operation; how many a person has in a minute is a setting of the installation. */
  cost: 10_000,
});

/** How validation is done on both transports: few errors, and none that lists the names of the schema. */
export const VALIDATION = Object.freeze({ maxErrors: 10, hideSuggestions: true });

export type RefusalCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'RATE_LIMITED'
  | 'TOO_COMPLEX'
  | 'TOO_DEEP'
  | 'TOO_LONG'
  | 'UNAUTHENTICATED'
  | 'UNKNOWN_DOCUMENT';

export const firstRefused = (): GraphQLError =>
  refusal('BAD_USER_INPUT', `first: ask for 1 to ${LIMITS.first} at a time.`, { argument: 'first' });

/**
 * An operation that is not begun; over HTTP it is answered with the status.
 *
 * @param hints `argument`: which one was wrong; `retryAfter`: when it may be tried again, in seconds
 */
export function refusal(
  code: RefusalCode,
  message: string,
  {
    status = 400,
    ...hints
  }: { readonly status?: number; readonly argument?: string; readonly retryAfter?: number } = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...hints, http: { status } } });
}
