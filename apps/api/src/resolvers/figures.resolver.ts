import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Basis } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { FigureBasisEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { circularityModel, CircularityReportModel, FlowModel } from '../models/figure.model.js';
import { asked } from './asked.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { DateTimeScalar } from '../scalars.js';
import { InjectMarket } from '../tokens.js';

@Resolver(() => FlowModel)
export class FiguresResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => CircularityReportModel, { name: 'circularity' })
  async circularity(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
    @Args('basis', { type: () => FigureBasisEnum, defaultValue: 'DELIVERED' }) basis: Basis,
  ): Promise<CircularityReportModel> {
    const question = { clusterId: knownId(clusterId), from, to, basis };
    const view = asked(await this.market.figures.report(actor, question), 'There is no such cluster.');
    return circularityModel(view, { clusterId: question.clusterId, basis, span: view.period });
  }

  @ResolveField('material', () => MaterialModel, { nullable: true })
  material(@Parent() flow: FlowModel): MaterialModel | undefined {
    return flow.materialCode === undefined
      ? undefined
      : materialModel(this.market.reading.material(flow.materialCode));
  }
}
