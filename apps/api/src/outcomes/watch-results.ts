import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { watchModel, WatchModel } from '../models/watch.model.js';
import { errorOutcome } from './errors.js';
import { ANY_ERROR, member, resultOf } from './union.js';

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

export const SaveWatchResult = resultOf('SaveWatchResult', WatchSavedModel, ...ANY_ERROR);
export const ChangeWatchResult = resultOf('ChangeWatchResult', WatchSavedModel, ...ANY_ERROR);
export const RemoveWatchResult = resultOf('RemoveWatchResult', WatchRemovedModel, ...ANY_ERROR);

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
  member('WatchRemoved', outcome, ({ watchId }) => ({ id: watchId }));
