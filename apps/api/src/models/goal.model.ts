import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { FORECAST_METHOD, instantOf, plain, type GoalProgress, type WithheldReason } from '#domain';
import type { FirmGoalView, GoalRow } from '#market';
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

/** As a goal was set. */
@ObjectType({ isAbstract: true })
abstract class GoalTermsModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => GoalFigureEnum)
  figure: string;
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

@ObjectType('Goal', { description: 'As it was set; the baseline is never edited.' })
export class GoalModel extends GoalTermsModel {
  @Field(() => DecimalScalar)
  change: string;
}

@ObjectType('FirmGoal', { description: 'A goal of the firm acted for; the baseline is never edited.' })
export class FirmGoalModel extends GoalTermsModel {
  @Field(() => DecimalScalar)
  target: string;
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

const termsModel = (
  goal: Pick<GoalRow, 'id' | 'name' | 'figure' | 'baseline' | 'unit' | 'dueOn' | 'scope'> & {
    readonly baselineYear?: number | null | undefined;
  },
): GoalTermsModel => ({
  id: goal.id,
  name: goal.name,
  figure: goal.figure,
  baseline: plain(goal.baseline),
  baselineYear: goal.baselineYear ?? undefined,
  unit: goal.unit,
  dueOn: instantOf(goal.dueOn),
  scope: goal.scope,
});

export const goalRowModel = (row: GoalRow): GoalModel => ({ ...termsModel(row), change: plain(row.change) });

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
  ...termsModel(goal),
  target: plain(view.delivered.target),
  setAt: view.setAt,
  setBy: view.setBy,
  replaces: view.replaces,
  delivered: contributionModel(view.delivered),
  verified: contributionModel(view.verified),
  forecast: forecastModel(view.forecast),
});
