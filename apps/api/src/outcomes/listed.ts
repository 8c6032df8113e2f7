import { GraphQLError } from 'graphql';
import type { Outcome } from '#market';
import { errorOutcome } from './errors.js';

/**
 * What a query lists.
 *
 * @throws GraphQLError with the code of the refusal: a list has no union to put it in
 */
export function listed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { message, code } = errorOutcome(outcome.refusal);
  throw new GraphQLError(message, { extensions: { code } });
}
