import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { watchModel, WatchModel } from '../models/watch.model.js';
import {
  ConflictErrorModel,
  errorOutcome,
  ForbiddenErrorModel,
  NotFoundErrorModel,
  ValidationErrorModel,
} from './errors.js';

@ObjectType('WatchSaved', {
  description: 'cursor: as `after` of watchFound it gives everything that the watch finds from now on.',
})
class WatchSavedModel {
  @Field(() => WatchModel)
  watch: WatchModel;
  @Field(() => String)
  cursor: string;
}

@ObjectType('WatchRemoved', { description: 'With all that it had found.' })
class WatchRemovedModel {
  @Field(() => ID)
  id: string;
}

const typeName = (value: { __typename: string }): string => value.__typename;

export const SaveWatchResult = createUnionType({
  name: 'SaveWatchResult',
  types: () =>
    [
      WatchSavedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const ChangeWatchResult = createUnionType({
  name: 'ChangeWatchResult',
  types: () =>
    [
      WatchSavedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});
export const RemoveWatchResult = createUnionType({
  name: 'RemoveWatchResult',
  types: () =>
    [
      WatchRemovedModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ConflictErrorModel,
      ForbiddenErrorModel,
    ] as const,
  resolveType: typeName,
});

/** A retry of what was saved and has been removed since finds nothing any more. */
export async function watchSaved(
  market: Market,
  actor: Actor,
  outcome: Outcome<{ watchId: string; cursor: string }>,
) {
  if (!outcome.ok) return errorOutcome(outcome.refusal);
  const watch = await market.watches.watch(actor, outcome.value.watchId);
  return watch === undefined
    ? errorOutcome({ kind: 'not_found', what: 'watch' })
    : { __typename: 'WatchSaved' as const, watch: watchModel(watch), cursor: outcome.value.cursor };
}

export const watchRemoved = (outcome: Outcome<{ watchId: string }>) =>
  outcome.ok
    ? { __typename: 'WatchRemoved' as const, id: outcome.value.watchId }
    : errorOutcome(outcome.refusal);
