import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor, Basis } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { FigureBasisEnum } from '../enums.js';
import { knownId } from '../ids.js';
import {
  factorChangeModel,
  FactorChangeModel,
  factorSetModel,
  FactorSetModel,
} from '../models/factor.model.js';
import { answeredQuestion } from '../question.js';
import { DateTimeScalar } from '../scalars.js';
import { InjectMarket } from '../tokens.js';

@Resolver(() => FactorSetModel)
export class FactorResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [FactorSetModel], {
    name: 'factorSets',
    description: 'Every factor set that is loaded, in the order of their names, whole.',
  })
  async factorSets(): Promise<readonly FactorSetModel[]> {
    return (await this.market.factorSets.all()).map(factorSetModel);
  }

  @Query(() => FactorChangeModel, {
    name: 'factorChange',
    description:
      "What another factor set makes of a cluster's figure, and why; for its own staff and auditors. basis: not POTENTIAL.",
  })
  async factorChange(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
    @Args('basis', { type: () => FigureBasisEnum, defaultValue: 'DELIVERED' }) basis: Basis,
    @Args('fromSet', { type: () => String }) fromSet: string,
    @Args('toSet', { type: () => String }) toSet: string,
  ): Promise<FactorChangeModel> {
    const question = { clusterId: knownId(clusterId), from, to, basis, fromSet, toSet };
    return factorChangeModel(answeredQuestion(await this.market.factorSets.change(actor, question)));
  }
}
