import { UseInterceptors } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { GoalView, Market } from '#market';
import { CurrentActor } from '../context.js';
import {
  goalRequest,
  PresetGoalsInput,
  presetRequest,
  ReferenceTotalsInput,
  referenceStatement,
  SetGoalInput,
} from '../inputs/goal.input.js';
import { GoalProgressModel } from '../models/figure.model.js';
import {
  contributionModel,
  FirmGoalModel,
  firmGoalModel,
  forecastModel,
  GoalContributionModel,
  GoalForecastModel,
  goalRowModel,
} from '../models/goal.model.js';
import {
  CircularityRatiosModel,
  ratiosModel,
  ReferenceTotalsModel,
  referenceTotalsModel,
} from '../models/ratio.model.js';
import {
  RecordReferenceTotalsResult,
  SetGoalResult,
  SetPresetGoalsResult,
} from '../outcomes/goal-results.js';
import { listed } from '../outcomes/listed.js';
import { member } from '../outcomes/union.js';
import { knownYear } from '../question.js';
import { DateTimeScalar } from '../scalars.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => GoalProgressModel)
@UseInterceptors(TypedValidation)
export class GoalResolver {
  /** All goals of one report are asked of the ledger together. */
  private readonly asked = new WeakMap<object, Promise<ReadonlyMap<string, GoalView>>>();

  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [ReferenceTotalsModel], {
    name: 'referenceTotals',
    description: 'Every version that the firm acted for has stated, the newest year and version first.',
  })
  async referenceTotals(
    @CurrentActor() actor: Actor,
    @Args('year', { type: () => Int, nullable: true }) year: number | null,
  ): Promise<readonly ReferenceTotalsModel[]> {
    const asked = typeof year === 'number' ? knownYear(year) : undefined;
    return listed(await this.market.referenceTotals.history(actor, asked)).map(referenceTotalsModel);
  }

  @Query(() => CircularityRatiosModel, {
    name: 'firmRatios',
    description: 'Of the firm acted for, with the newest version of what it states of the year.',
  })
  async firmRatios(
    @CurrentActor() actor: Actor,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<CircularityRatiosModel> {
    return ratiosModel(listed(await this.market.ratios.ofFirm(actor, knownYear(year))));
  }

  @Query(() => [FirmGoalModel], {
    name: 'firmGoals',
    description: 'Of the firm acted for, with what its exchanges between two instants add to them.',
  })
  async firmGoals(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
  ): Promise<readonly FirmGoalModel[]> {
    return listed(await this.market.goals.ofFirm(actor, from, to)).map(firmGoalModel);
  }

  @Mutation(() => RecordReferenceTotalsResult, {
    name: 'recordReferenceTotals',
    description:
      'By the administrators of the firm acted for. The firm alone reads it; its clusters get sums over three firms and more.',
  })
  async recordReferenceTotals(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ReferenceTotalsInput }) input: ReferenceTotalsInput,
  ): Promise<typeof RecordReferenceTotalsResult> {
    const key = input.idempotencyKey ?? undefined;
    const outcome = await this.market.referenceTotals.record(actor, referenceStatement(input), key);
    return member('ReferenceTotalsRecorded', outcome, (row) => ({ totals: referenceTotalsModel(row) }));
  }

  @Mutation(() => SetGoalResult, {
    name: 'setGoal',
    description: 'By the staff of a cluster, or the administrators of the firm acted for.',
  })
  async setGoal(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SetGoalInput }) input: SetGoalInput,
  ): Promise<typeof SetGoalResult> {
    const outcome = await this.market.goals.set(actor, ...goalRequest(input));
    return member('GoalsSet', outcome, (rows) => ({ goals: rows.map(goalRowModel) }));
  }

  @Mutation(() => SetPresetGoalsResult, {
    name: 'setPresetGoals',
    description:
      '+10 % turnover, −20 % CO2 and −15 % raw material or waste, with baselines taken from the totals of the year: all three or none, each in the place of a goal of its figure.',
  })
  async setPresetGoals(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => PresetGoalsInput }) input: PresetGoalsInput,
  ): Promise<typeof SetPresetGoalsResult> {
    const outcome = await this.market.goals.setPresets(actor, ...presetRequest(input));
    return member('GoalsSet', outcome, (rows) => ({ goals: rows.map(goalRowModel) }));
  }

  @ResolveField('delivered', () => GoalContributionModel)
  async delivered(
    @CurrentActor() actor: Actor,
    @Parent() goal: GoalProgressModel,
  ): Promise<GoalContributionModel> {
    return contributionModel((await this.viewOf(actor, goal)).delivered);
  }

  @ResolveField('verified', () => GoalContributionModel)
  async verified(
    @CurrentActor() actor: Actor,
    @Parent() goal: GoalProgressModel,
  ): Promise<GoalContributionModel> {
    return contributionModel((await this.viewOf(actor, goal)).verified);
  }

  @ResolveField('forecast', () => GoalForecastModel, { nullable: true, description: 'Null once it is due.' })
  async forecast(
    @CurrentActor() actor: Actor,
    @Parent() goal: GoalProgressModel,
  ): Promise<GoalForecastModel | undefined> {
    return forecastModel((await this.viewOf(actor, goal)).forecast);
  }

  @ResolveField('setAt', () => DateTimeScalar)
  async setAt(@CurrentActor() actor: Actor, @Parent() goal: GoalProgressModel): Promise<Date> {
    return (await this.viewOf(actor, goal)).setAt;
  }

  @ResolveField('setBy', () => String, {
    nullable: true,
    description: "Who froze the baseline, by name, to the cluster's own staff and auditors.",
  })
  async setBy(@CurrentActor() actor: Actor, @Parent() goal: GoalProgressModel): Promise<string | undefined> {
    return (await this.viewOf(actor, goal)).setBy;
  }

  private async viewOf(actor: Actor, { id, question }: GoalProgressModel): Promise<GoalView> {
    const views = this.asked.get(question) ?? this.market.goals.ofCluster(actor, question);
    this.asked.set(question, views);
    const view = (await views).get(id);
    if (view === undefined) throw new Error('A goal that was just read is gone.');
    return view;
  }
}
