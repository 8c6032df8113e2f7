import { UseInterceptors } from '@nestjs/common';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Breakdown } from '#domain';
import type { FirmBasis, FlowDirection, Market } from '#market';
import { pageKey, pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { BreakdownEnum, FirmFigureBasisEnum, FlowDirectionEnum } from '../enums.js';
import { FigureInput, numberAsked } from '../inputs/figure.input.js';
import { CircularityReportModel, FigureModel } from '../models/figure.model.js';
import {
  entriesModel,
  FigureGroupModel,
  firmFiguresModel,
  FirmFiguresModel,
  groupModels,
  indicatorModels,
  LedgerEntryConnectionModel,
  LedgerEntryModel,
} from '../models/indicator.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { answeredQuestion } from '../question.js';
import { DateTimeScalar } from '../scalars.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => CircularityReportModel)
export class IndicatorsResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('indicators', () => [FigureModel], {
    description: "What stands beside the figures; for the cluster's own staff and auditors only.",
  })
  async indicators(
    @CurrentActor() actor: Actor,
    @Parent() { question }: CircularityReportModel,
  ): Promise<readonly FigureModel[]> {
    const shown = await this.market.indicators.ofCluster(actor, question);
    return indicatorModels(shown, question, question.factorSet ?? this.market.setting.rules.factors.id);
  }

  @ResolveField('breakdown', () => [FigureGroupModel], {
    description:
      "Figures in parts: exact for the cluster's own staff and auditors; others get years as they are published, and no other parts.",
  })
  async breakdown(
    @CurrentActor() actor: Actor,
    @Parent() { question }: CircularityReportModel,
    @Args('by', { type: () => BreakdownEnum, defaultValue: 'MATERIAL_BRANCH' }) by: Breakdown,
  ): Promise<readonly FigureGroupModel[]> {
    const groups = answeredQuestion(await this.market.indicators.breakdown(actor, question, by));
    const { clusterId, factorSet: underSet } = question;
    return groupModels(groups, by, { underSet, of: { clusterId } });
  }
}

@Resolver(() => FirmFiguresModel)
export class FirmFiguresResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => FirmFiguresModel, {
    name: 'firmFigures',
    description: 'Figures of the firm acted for, from its own entries alone, money included.',
  })
  async firmFigures(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
    @Args('basis', { type: () => FirmFigureBasisEnum, defaultValue: 'DELIVERED' }) basis: FirmBasis,
  ): Promise<FirmFiguresModel> {
    const view = await this.market.firmFigures.report(actor, { from, to, basis });
    return firmFiguresModel(answeredQuestion(view, 'no firm'));
  }

  @ResolveField('breakdown', () => [FigureGroupModel], {
    description: 'Figures in parts; none by the municipality of what came from others.',
  })
  async breakdown(
    @CurrentActor() actor: Actor,
    @Parent() { question }: FirmFiguresModel,
    @Args('by', { type: () => BreakdownEnum, defaultValue: 'MATERIAL_BRANCH' }) by: Breakdown,
    @Args('direction', { type: () => FlowDirectionEnum, defaultValue: 'OUTGOING' }) direction: FlowDirection,
  ): Promise<readonly FigureGroupModel[]> {
    const groups = answeredQuestion(await this.market.firmFigures.breakdown(actor, question, by, direction));
    return groupModels(groups, by, { of: { firmId: question.firmId, direction } });
  }
}

@Resolver(() => FigureModel)
export class FigureResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('entries', () => LedgerEntryConnectionModel, {
    description:
      "Ledger entries behind the number: for the cluster's own staff and auditors, each look recorded, and of its own figures for a firm; for others none, and why.",
  })
  async entries(
    @CurrentActor() actor: Actor,
    @Parent() figure: FigureModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<LedgerEntryConnectionModel> {
    const from = pageKey(after, 'number')?.sortKey ?? '0';
    const view = await this.market.entries.behind(actor, figure.asked, pageSize(first), from);
    return entriesModel(view, Boolean(after));
  }
}

@Resolver(() => LedgerEntryConnectionModel)
@UseInterceptors(TypedValidation)
export class FigureEntriesResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => LedgerEntryConnectionModel, {
    name: 'figureEntries',
    description:
      'Ledger entries behind one number, without the report that it stands in; under the same rules as entries of a Figure.',
  })
  async figureEntries(
    @CurrentActor() actor: Actor,
    @Args('figure', { type: () => FigureInput }) figure: FigureInput,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<LedgerEntryConnectionModel> {
    const asked = answeredQuestion(numberAsked(figure, actor.firms[0]?.firmId), 'no firm');
    const from = pageKey(after, 'number')?.sortKey ?? '0';
    const view = await this.market.entries.behind(actor, asked, pageSize(first), from);
    return entriesModel(view, Boolean(after));
  }
}

@Resolver(() => FigureGroupModel)
export class FigureGroupResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel, {
    nullable: true,
    description: 'Root of the family, of a part by families of materials.',
  })
  material(@Parent() { materialCode }: FigureGroupModel): MaterialModel | undefined {
    return materialCode === undefined
      ? undefined
      : materialModel(this.market.materials.material(materialCode));
  }
}

@Resolver(() => LedgerEntryModel)
export class LedgerEntryResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel)
  material(@Parent() { materialCode }: LedgerEntryModel): MaterialModel {
    return materialModel(this.market.materials.material(materialCode));
  }
}
