import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, HintState } from '#domain';
import type { Market } from '#market';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { HintStateEnum } from '../enums.js';
import { knownId } from '../ids.js';
import {
  HintConnectionModel,
  hintCountsModel,
  HintCountsModel,
  hintForUsModel,
  HintForUsModel,
  hintModel,
  HintModel,
} from '../models/hint.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { draftSaved, SaveDraftResult } from '../outcomes/draft-results.js';
import {
  ChangeHintResult,
  hintChanged,
  hintRejected,
  hintRemoved,
  RejectHintResult,
  RemoveHintResult,
} from '../outcomes/hint-results.js';
import { listed } from '../outcomes/listed.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => HintModel)
@UseInterceptors(TypedValidation)
export class HintResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => HintConnectionModel, {
    name: 'hints',
    description: 'What is said of firms, newest first; for the staff of the cluster.',
  })
  async hints(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('state', { type: () => HintStateEnum, nullable: true }) state: HintState | null,
    @Args('workshopId', { type: () => ID, nullable: true }) workshopId: string | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<HintConnectionModel> {
    const filter = { state: state ?? undefined, workshopId: workshopId ? knownId(workshopId) : undefined };
    const key = pageKey(after, 'time');
    const page = await this.market.hints.page(actor, knownId(clusterId), filter, pageSize(first), key);
    return connectionOf(listed(page), Boolean(after), hintModel);
  }

  @Query(() => HintCountsModel, { name: 'hintCounts', description: 'For the staff of the cluster.' })
  async hintCounts(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
  ): Promise<HintCountsModel> {
    return hintCountsModel(listed(await this.market.hints.counts(actor, knownId(clusterId))));
  }

  @Mutation(() => ChangeHintResult, {
    name: 'tieHint',
    description: 'Says which firm of the cluster is meant; its administrators are asked whether it is so.',
  })
  async tieHint(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('firmId', { type: () => ID }) firmId: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeHintResult> {
    const outcome = await this.market.hints.tie(actor, knownId(id), knownId(firmId), key ?? undefined);
    return hintChanged(this.market, actor, outcome);
  }

  @Mutation(() => ChangeHintResult, {
    name: 'removeHintContact',
    description: 'Deletes the address that stands with it.',
  })
  async removeHintContact(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeHintResult> {
    const outcome = await this.market.hints.removeContact(actor, knownId(id), key ?? undefined);
    return hintChanged(this.market, actor, outcome);
  }

  @Mutation(() => RemoveHintResult, {
    name: 'removeHint',
    description: 'Takes back what no firm has answered yet.',
  })
  async removeHint(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RemoveHintResult> {
    return hintRemoved(await this.market.hints.remove(actor, knownId(id), key ?? undefined));
  }

  @ResolveField('material', () => MaterialModel, {
    nullable: true,
    description: 'Suggested from the words; nobody has confirmed it.',
  })
  material(@Parent() { materialCode }: HintModel): MaterialModel | undefined {
    return materialCode === undefined
      ? undefined
      : materialModel(this.market.materials.material(materialCode));
  }
}

@Resolver(() => HintForUsModel)
@UseInterceptors(TypedValidation)
export class HintForUsResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [HintForUsModel], {
    name: 'hintsForUs',
    description:
      'What others have said of the firm acted for, what waits for an answer first; for its administrators.',
  })
  async hintsForUs(@CurrentActor() actor: Actor): Promise<readonly HintForUsModel[]> {
    return listed(await this.market.hintAnswers.forUs(actor)).map(hintForUsModel);
  }

  @Mutation(() => SaveDraftResult, {
    name: 'claimHint',
    description: 'It is ours: it becomes a draft of the firm, to be completed and published, or not.',
  })
  async claimHint(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof SaveDraftResult> {
    const outcome = await this.market.hintAnswers.claim(actor, knownId(id), key ?? undefined);
    return draftSaved(this.market, actor, outcome);
  }

  @Mutation(() => RejectHintResult, {
    name: 'rejectHint',
    description: 'It is not ours: what was said is deleted, and the same list does not bring it back.',
  })
  async rejectHint(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RejectHintResult> {
    return hintRejected(await this.market.hintAnswers.reject(actor, knownId(id), key ?? undefined));
  }

  @ResolveField('material', () => MaterialModel, { nullable: true, description: 'Suggested from the words.' })
  material(@Parent() { materialCode }: HintForUsModel): MaterialModel | undefined {
    return materialCode === undefined
      ? undefined
      : materialModel(this.market.materials.material(materialCode));
  }
}
