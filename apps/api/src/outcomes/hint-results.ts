import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { ClusterModel } from '../models/firm.model.js';
import { hintModel, HintModel, workshopModel, WorkshopModel } from '../models/hint.model.js';
import { errorOutcome } from './errors.js';
import { found } from './found.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('HintChanged')
class HintChangedModel {
  @Field(() => HintModel)
  hint: HintModel;
}

@ObjectType('HintRemoved')
class HintRemovedModel {
  @Field(() => ID)
  id: string;
}

@ObjectType('HintRejected', { description: 'What was said is deleted; that it was rejected is left.' })
class HintRejectedModel {
  @Field(() => ID)
  id: string;
}

@ObjectType('WorkshopOpened')
class WorkshopOpenedModel {
  @Field(() => WorkshopModel)
  workshop: WorkshopModel;
}

@ObjectType('WorkshopCardsRecorded')
class WorkshopCardsRecordedModel {
  @Field(() => WorkshopModel)
  workshop: WorkshopModel;
  @Field(() => Int, { description: 'Handed to firms that let staff begin drafts for them.' })
  drafts: number;
  @Field(() => Int)
  hints: number;
  @Field(() => Int, { description: 'On the table already.' })
  known: number;
}

@ObjectType('DraftsByStaffSet')
class DraftsByStaffSetModel {
  @Field(() => [ClusterModel], { description: 'Whose staff may begin drafts for the firm from now on.' })
  clusters: readonly ClusterModel[];
}

export const ChangeHintResult = resultOf('ChangeHintResult', HintChangedModel, ...ANY_ERROR);
export const RemoveHintResult = resultOf('RemoveHintResult', HintRemovedModel, ...ANY_ERROR);
export const RejectHintResult = resultOf('RejectHintResult', HintRejectedModel, ...ANY_ERROR);
export const OpenWorkshopResult = resultOf('OpenWorkshopResult', WorkshopOpenedModel, ...ANY_ERROR);
export const RecordWorkshopCardsResult = resultOf(
  'RecordWorkshopCardsResult',
  WorkshopCardsRecordedModel,
  ...ANY_ERROR,
);
export const LetStaffDraftResult = resultOf('LetStaffDraftResult', DraftsByStaffSetModel, ...ANY_ERROR);

/** A retry of what has been removed since finds nothing any more. */
export async function hintChanged(market: Market, actor: Actor, outcome: Outcome<{ hintId: string }>) {
  if (!outcome.ok) return errorOutcome(outcome.refusal);
  const hint = await market.hints.find(actor, outcome.value.hintId);
  return hint === undefined
    ? errorOutcome({ kind: 'not_found', what: 'hint' })
    : { __typename: 'HintChanged' as const, hint: hintModel(hint) };
}

export const hintRemoved = (outcome: Outcome<{ hintId: string }>) =>
  member('HintRemoved', outcome, ({ hintId }) => ({ id: hintId }));

export const hintRejected = (outcome: Outcome<{ hintId: string }>) =>
  member('HintRejected', outcome, ({ hintId }) => ({ id: hintId }));

export const workshopOpened = (market: Market, actor: Actor, outcome: Outcome<{ workshopId: string }>) =>
  member('WorkshopOpened', outcome, async ({ workshopId }) => ({
    workshop: workshopModel(found(await market.workshops.find(actor, workshopId), 'workshop')),
  }));

export const cardsRecorded = (
  market: Market,
  actor: Actor,
  outcome: Awaited<ReturnType<Market['workshops']['record']>>,
) =>
  member('WorkshopCardsRecorded', outcome, async ({ workshopId, drafts, hints, known }) => ({
    workshop: workshopModel(found(await market.workshops.find(actor, workshopId), 'workshop')),
    drafts,
    hints,
    known,
  }));

export const draftsByStaffSet = (market: Market, actor: Actor, outcome: Outcome<{ clusterId: string }>) =>
  member('DraftsByStaffSet', outcome, async () => ({
    clusters: (await market.hintAnswers.permitted(actor)).map(({ id, name, slug }) => ({ id, name, slug })),
  }));
