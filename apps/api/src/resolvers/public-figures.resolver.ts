import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import type { Caller } from '../callers.js';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { ChoosePublicFiguresInput } from '../inputs/public-figures.input.js';
import {
  publicFiguresChoiceModel,
  PublicFiguresChoiceModel,
  publicFiguresYearModel,
  PublicFiguresYearModel,
} from '../models/public-figures.model.js';
import { listed } from '../outcomes/listed.js';
import { ChoosePublicFiguresResult } from '../outcomes/public-figures-results.js';
import { member } from '../outcomes/union.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver()
@UseInterceptors(TypedValidation)
export class PublicFiguresResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [PublicFiguresChoiceModel], {
    name: 'publicFigures',
    description:
      'What the cluster has chosen to show to everybody, to its staff; newest first, and the first one holds.',
  })
  async publicFigures(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
  ): Promise<readonly PublicFiguresChoiceModel[]> {
    const choices = await this.market.publicPages.choices(actor, knownId(clusterId));
    return listed(choices).map(publicFiguresChoiceModel);
  }

  @Query(() => [PublicFiguresYearModel], {
    name: 'publicFiguresPreview',
    description: 'What a choice would show to everybody, before it is made; to the staff of the cluster.',
  })
  async publicFiguresPreview(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ChoosePublicFiguresInput }) input: ChoosePublicFiguresInput,
  ): Promise<readonly PublicFiguresYearModel[]> {
    const clusterId = knownId(input.clusterId);
    const { years, figures, bases } = input;
    const shown = await this.market.publicPages.preview(actor, clusterId, { years, figures, bases });
    return listed(shown).map((one) => publicFiguresYearModel(one, clusterId));
  }

  @Mutation(() => ChoosePublicFiguresResult, {
    name: 'choosePublicFigures',
    description:
      'Shows figures of years to everybody, by the cluster’s staff, who must just have proved who they are (else ForbiddenError with code STEP_UP_REQUIRED). Only what outsiders get anyway is ever shown.',
  })
  async choosePublicFigures(
    @CurrentActor() { steppedUp, ...actor }: Caller,
    @Args('input', { type: () => ChoosePublicFiguresInput }) input: ChoosePublicFiguresInput,
  ): Promise<typeof ChoosePublicFiguresResult> {
    const { clusterId, years, figures, bases, idempotencyKey } = input;
    const choice = { years, figures, bases };
    const call = { key: idempotencyKey ?? undefined, steppedUp };
    const outcome = await this.market.publicPages.choose(actor, knownId(clusterId), choice, call);
    return member('PublicFiguresChosen', outcome, (one) => ({ choice: publicFiguresChoiceModel(one) }));
  }
}
