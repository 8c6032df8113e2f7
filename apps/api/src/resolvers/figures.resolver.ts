import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Basis } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { FigureBasisEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { circularityModel, CircularityReportModel, FlowModel } from '../models/figure.model.js';
import { heatByMonthModel, HeatByMonthModel } from '../models/heat.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { CircularityRatiosModel, ratiosModel } from '../models/ratio.model.js';
import { answeredQuestion } from '../question.js';
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
    @Args('factorSet', {
      type: () => String,
      nullable: true,
      description:
        "Another factor set than the one in use, for the cluster's own staff and auditors; others get what was published.",
    })
    factorSet: string | null,
  ): Promise<CircularityReportModel> {
    const question = { clusterId: knownId(clusterId), from, to, basis, factorSet: factorSet ?? undefined };
    const view = answeredQuestion(await this.market.figures.report(actor, question));
    return circularityModel(view, { ...question, span: view.period });
  }

  @ResolveField('material', () => MaterialModel, { nullable: true })
  material(@Parent() flow: FlowModel): MaterialModel | undefined {
    return flow.materialCode === undefined
      ? undefined
      : materialModel(this.market.materials.material(flow.materialCode));
  }
}

/** What of a report costs more than its figures. */
@Resolver(() => CircularityReportModel)
export class CircularityReportResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('ratios', () => CircularityRatiosModel, {
    nullable: true,
    description:
      "Of the calendar year that the report begins in, to the cluster's own staff and auditors; null for all others.",
  })
  async ratios(
    @CurrentActor() actor: Actor,
    @Parent() { question, from }: CircularityReportModel,
  ): Promise<CircularityRatiosModel | undefined> {
    const view = await this.market.ratios.ofCluster(actor, question.clusterId, from.getUTCFullYear());
    return view && ratiosModel(view);
  }

  @ResolveField('heatByMonth', () => HeatByMonthModel, {
    nullable: true,
    description:
      "Offers and needs of heat as they are now, to the cluster's own staff and auditors; null for all others.",
  })
  async heatByMonth(
    @CurrentActor() actor: Actor,
    @Parent() { question }: CircularityReportModel,
  ): Promise<HeatByMonthModel | undefined> {
    const heat = await this.market.heat.byMonth(actor, question.clusterId);
    return heat && heatByMonthModel(heat);
  }
}
