import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { Outcome } from '#market';
import {
  ConflictErrorModel,
  errorOutcome,
  ForbiddenErrorModel,
  NotFoundErrorModel,
  ValidationErrorModel,
  type ErrorOutcome,
} from './errors.js';

/** The union of a success with the errors that it may come to, told apart by `__typename`. */
export const resultOf = <M extends readonly [Type<unknown>, ...Type<unknown>[]]>(
  name: string,
  ...members: M
) =>
  createUnionType({
    name,
    types: () => members,
    resolveType: (value: { __typename: string }) => value.__typename,
  });

/** Every error that a use case may refuse with. */
export const ANY_ERROR = [
  ValidationErrorModel,
  NotFoundErrorModel,
  ConflictErrorModel,
  ForbiddenErrorModel,
] as const;

/** An outcome as the union member of that name. */
export async function member<N extends string, T, M extends object>(
  __typename: N,
  outcome: Outcome<T>,
  model: (value: T) => M | Promise<M>,
): Promise<(M & { __typename: N }) | ErrorOutcome> {
  return outcome.ok ? { ...(await model(outcome.value)), __typename } : errorOutcome(outcome.refusal);
}
