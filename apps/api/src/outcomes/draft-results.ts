import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { draftModel, ListingDraftModel } from '../models/draft.model.js';
import { errorOutcome } from './errors.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('DraftSaved')
class DraftSavedModel {
  @Field(() => ListingDraftModel)
  draft: ListingDraftModel;
}

@ObjectType('DraftDiscarded')
class DraftDiscardedModel {
  @Field(() => ID)
  id: string;
}

export const SaveDraftResult = resultOf('SaveDraftResult', DraftSavedModel, ...ANY_ERROR);
export const DiscardDraftResult = resultOf('DiscardDraftResult', DraftDiscardedModel, ...ANY_ERROR);

/** A retry of what was saved and has been published or discarded since finds nothing any more. */
export async function draftSaved(market: Market, actor: Actor, outcome: Outcome<{ draftId: string }>) {
  if (!outcome.ok) return errorOutcome(outcome.refusal);
  const drafts = await market.drafts.list(actor);
  const draft = drafts.find(({ id }) => id === outcome.value.draftId);
  return draft === undefined
    ? errorOutcome({ kind: 'not_found', what: 'draft' })
    : { __typename: 'DraftSaved' as const, draft: draftModel(draft) };
}

export const draftDiscarded = (outcome: Outcome<{ draftId: string }>) =>
  member('DraftDiscarded', outcome, ({ draftId }) => ({ id: draftId }));
