import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dayInOslo, type Actor } from '#domain';
import type { Market } from '#market';
import { pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { cardsOf, OpenWorkshopInput, RecordWorkshopCardsInput } from '../inputs/hint.input.js';
import {
  hintCountsModel,
  HintCountsModel,
  hintModel,
  workshopModel,
  WorkshopModel,
  WorkshopPairModel,
} from '../models/hint.model.js';
import {
  cardsRecorded,
  OpenWorkshopResult,
  RecordWorkshopCardsResult,
  workshopOpened,
} from '../outcomes/hint-results.js';
import { listed } from '../outcomes/listed.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => WorkshopModel)
@UseInterceptors(TypedValidation)
export class WorkshopResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [WorkshopModel], {
    name: 'workshops',
    description: 'Meetings of a cluster, latest day first; for its staff.',
  })
  async workshops(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
  ): Promise<readonly WorkshopModel[]> {
    return listed(await this.market.workshops.list(actor, knownId(clusterId))).map(workshopModel);
  }

  @Query(() => WorkshopModel, { name: 'workshop', nullable: true })
  async workshop(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WorkshopModel | undefined> {
    const found = await this.market.workshops.find(actor, knownId(id));
    return found && workshopModel(found);
  }

  @Mutation(() => OpenWorkshopResult, { name: 'openWorkshop', description: 'By the staff of the cluster.' })
  async openWorkshop(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => OpenWorkshopInput })
    { clusterId, name, heldOn, idempotencyKey }: OpenWorkshopInput,
  ): Promise<typeof OpenWorkshopResult> {
    const workshop = { clusterId: knownId(clusterId), name, heldOn: dayInOslo(heldOn) };
    const outcome = await this.market.workshops.open(actor, workshop, idempotencyKey ?? undefined);
    return workshopOpened(this.market, actor, outcome);
  }

  @Mutation(() => RecordWorkshopCardsResult, {
    name: 'recordWorkshopCards',
    description:
      'Each card becomes a draft of its firm where that lets staff begin drafts, and a hint else. The same cards again change nothing.',
  })
  async recordWorkshopCards(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RecordWorkshopCardsInput }) input: RecordWorkshopCardsInput,
  ): Promise<typeof RecordWorkshopCardsResult> {
    const [id, key] = [knownId(input.workshopId), input.idempotencyKey ?? undefined];
    const outcome = await this.market.workshops.record(actor, id, cardsOf(input), key);
    return cardsRecorded(this.market, actor, outcome);
  }

  @ResolveField('counts', () => HintCountsModel, { description: 'What became of its cards.' })
  async counts(@CurrentActor() actor: Actor, @Parent() { stored }: WorkshopModel): Promise<HintCountsModel> {
    return hintCountsModel(await this.market.workshops.counts(actor, stored));
  }

  @ResolveField('possiblePairs', () => [WorkshopPairModel], {
    description:
      'Which haves may answer which wants, best first, for whoever leads the meeting. Of its cards alone: no listing shows through.',
  })
  async possiblePairs(
    @CurrentActor() actor: Actor,
    @Parent() { stored }: WorkshopModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<readonly WorkshopPairModel[]> {
    const pairs = await this.market.workshops.pairs(actor, stored, pageSize(first));
    return pairs.map(({ have, want, link }) => ({
      have: hintModel(have),
      want: hintModel(want),
      suitability: link.suitability,
      treatment: link.treatment,
      evidence: link.evidence,
    }));
  }
}
