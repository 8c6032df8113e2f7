import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { paperModel, PaperModel } from '../models/paper.model.js';
import { found } from './found.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('DeliveryPaperRemoved')
class DeliveryPaperRemovedModel {
  @Field(() => PaperModel)
  paper: PaperModel;
}

export const RemoveDeliveryPaperResult = resultOf(
  'RemoveDeliveryPaperResult',
  DeliveryPaperRemovedModel,
  ...ANY_ERROR,
);

export const paperRemoved = (market: Market, actor: Actor, outcome: Outcome<{ paperId: string }>) =>
  member('DeliveryPaperRemoved', outcome, async ({ paperId }) => ({
    paper: paperModel(found(await market.papers.find(actor, paperId), 'paper')),
  }));
