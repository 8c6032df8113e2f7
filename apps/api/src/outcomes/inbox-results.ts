import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Outcome } from '#market';
import {
  ConflictErrorModel,
  errorOutcome,
  ForbiddenErrorModel,
  NotFoundErrorModel,
  ValidationErrorModel,
} from './errors.js';

@ObjectType('InboxMarked')
class InboxMarkedModel {
  @Field(() => Int, { description: 'As in the inbox.' })
  unreadCount: number;
}

export const MarkReadResult = createUnionType({
  name: 'MarkReadResult',
  types: () =>
    [
      InboxMarkedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: (value: { __typename: string }): string => value.__typename,
});

export const inboxMarked = (outcome: Outcome<number>) =>
  outcome.ok
    ? { __typename: 'InboxMarked' as const, unreadCount: outcome.value }
    : errorOutcome(outcome.refusal);
