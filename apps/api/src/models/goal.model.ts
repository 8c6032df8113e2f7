import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  FORECAST_METHOD,
  instantOf,
  plain,
  type GoalFigure,
  type GoalProgress,
  type WithheldReason,
} from '#domain';
import type { FirmGoalView, GoalRow, GoalView } from '#market';
import { GoalFigureEnum, WithheldReasonEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';

@ObjectType('GoalContribution', { description: 'What exchanges add to a goal, in its unit.' })
export class GoalContributionModel {
  @Field(() => DecimalScalar, { nullable: true })
  value?: string | undefined;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'With factors at the ends of their ranges that make it least.',
  })
  low?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true, description: 'And most.' })
  high?: string | undefined;
  @Field(() => Float, { nullable: true, description: 'As part of the target.' })
  share?: number | undefined;
  @Field(() => Boolean)
  withheld: boolean;
  @Field(() => WithheldReasonEnum, { nullable: true })
  withheldReason?: WithheldReason | undefined;
  @Field(() => [String], { description: 'Figures that belong to it and are not counted.' })
  missing: readonly string[];
}

@ObjectType('GoalForecast', { description: 'Twelve months of exchanges by the due date.' })
export class GoalForecastModel {
  @Field(() => GoalContributionModel)
  contribution: GoalContributionModel;
  @Field(() => String, { description: 'The rule it is made by.' })
  method: string;
}

/** What of a goal is the same for a cluster and a firm. */
@ObjectType({ isAbstract: true })
abstract class GoalPartsModel {
  @Field(() => ID)
  id: string;
  @Field(() => GoalFigureEnum)
  figure: GoalFigure;
  @Field(() => Int, { nullable: true })
  baselineYear?: number | undefined;
  @Field(() => DateTimeScalar)
  setAt: Date;
  @Field(() => String, { nullable: true, description: 'Who froze the baseline, by name, to who may know.' })
  setBy?: string | undefined;
  @Field(() => ID, { nullable: true, description: 'The goal that it stands in the place of.' })
  replaces?: string | undefined;
  @Field(() => GoalContributionModel)
  delivered: GoalContributionModel;
  @Field(() => GoalContributionModel)
  verified: GoalContributionModel;
  @Field(() => GoalForecastModel, { nullable: true, description: 'Null once it is due.' })
  forecast?: GoalForecastModel | undefined;
}

@ObjectType('FirmGoal', { description: 'A goal of the firm acted for; the baseline is never edited.' })
export class FirmGoalModel extends GoalPartsModel {
  @Field(() => String)
  name: string;
  @Field(() => DecimalScalar)
  target: string;
  @Field(() => DecimalScalar)
  baseline: string;
  @Field(() => String)
  unit: string;
  @Field(() => DateTimeScalar)
  dueOn: Date;
  @Field(() => String)
  scope: string;
}

@ObjectType('Goal', { description: 'As it was set; the baseline is never edited.' })
export class GoalModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => GoalFigureEnum)
  figure: string;
  @Field(() => DecimalScalar)
  change: string;
  @Field(() => DecimalScalar)
  baseline: string;
  @Field(() => Int, { nullable: true })
  baselineYear?: number | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => DateTimeScalar)
  dueOn: Date;
  @Field(() => String)
  scope: string;
}

export const goalRowModel = (row: GoalRow): GoalModel => ({
  id: row.id,
  name: row.name,
  figure: row.figure,
  change: plain(row.change),
  baseline: plain(row.baseline),
  baselineYear: row.baselineYear ?? undefined,
  unit: row.unit,
  dueOn: instantOf(row.dueOn),
  scope: row.scope,
});

export const contributionModel = (one: GoalProgress): GoalContributionModel => ({
  value: one.contribution && plain(one.contribution),
  low: one.low && plain(one.low),
  high: one.high && plain(one.high),
  share: one.share,
  withheld: one.withheld,
  withheldReason: one.reason,
  missing: one.missing,
});

export const forecastModel = (one: GoalProgress | undefined): GoalForecastModel | undefined =>
  one && { contribution: contributionModel(one), method: FORECAST_METHOD };

export const firmGoalModel = ({ goal, ...view }: FirmGoalView): FirmGoalModel => ({
  ...partsModel(view),
  id: goal.id,
  figure: goal.figure,
  baselineYear: goal.baselineYear,
  name: goal.name,
  target: plain(view.delivered.target),
  baseline: plain(goal.baseline),
  unit: goal.unit,
  dueOn: instantOf(goal.dueOn),
  scope: goal.scope,
});

const partsModel = (view: GoalView) => ({
  setAt: view.setAt,
  setBy: view.setBy,
  replaces: view.replaces,
  delivered: contributionModel(view.delivered),
  verified: contributionModel(view.verified),
  forecast: forecastModel(view.forecast),
});
