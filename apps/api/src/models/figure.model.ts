import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  instantOf,
  plain,
  type Basis,
  type DaySpan,
  type FigureFamily,
  type GoalFigure,
  type GoalProgress,
  type ShownFlow,
  type ShownIndicator,
  type WithheldReason,
} from '#domain';
import type { CircularityView, NumberAsked, ReportedQuestion } from '#market';
import { FigureBasisEnum, FigureFamilyEnum, GoalFigureEnum, WithheldReasonEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';

const WHY = 'Why nothing is told, or, beside a value, why it is a part only.';

@ObjectType('Figure', {
  description:
    'One published number: what it is, its unit, the entries it was folded from, the factor set it used. value is null where withheld.',
})
export class FigureModel {
  @Field(() => String)
  name: string;
  @Field(() => DecimalScalar, { nullable: true })
  value?: string | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => FigureBasisEnum)
  basis: Basis;
  @Field(() => Boolean)
  withheld: boolean;
  @Field(() => WithheldReasonEnum, { nullable: true, description: WHY })
  withheldReason?: WithheldReason | undefined;
  @Field(() => Int, { nullable: true })
  entryCount?: number | undefined;
  @Field(() => String, {
    description: 'What it rests on; several, with a comma, where it is a sum of parts published under each.',
  })
  factorSet: string;
  @Field(() => FigureFamilyEnum, { nullable: true, description: 'Null of the figures of a report itself.' })
  family?: FigureFamily | undefined;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'With every factor at the end of its range that makes it low; null where no factor with a range is in it.',
  })
  low?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  high?: string | undefined;
  @Field(() => [String], { description: 'Factors that were missing and counted as nothing.' })
  missingFactors: readonly string[];
  @Field(() => DateTimeScalar, { description: 'First day covered.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Last day covered.' })
  to: Date;
  /** Which number the entries behind it are asked of. */
  asked: NumberAsked;
}

/** What a report was asked for, as what is resolved later has to ask again. */
export interface FiguresQuestion extends ReportedQuestion {
  readonly from: Date;
  readonly to: Date;
}

@ObjectType('Flow', { description: 'Withheld flows are merged into one row named other.' })
export class FlowModel {
  @Field(() => String)
  fromIndustry: string;
  @Field(() => String)
  toIndustry: string;
  @Field(() => DecimalScalar, { nullable: true })
  value?: string | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => Boolean)
  withheld: boolean;
  @Field(() => WithheldReasonEnum, { nullable: true, description: WHY })
  withheldReason?: WithheldReason | undefined;
  /** Resolved. */
  materialCode: string | undefined;
}

@ObjectType('GoalProgress')
export class GoalProgressModel {
  @Field(() => ID)
  id: string;
  @Field(() => GoalFigureEnum, { description: 'What it is about.' })
  figure: GoalFigure;
  @Field(() => Int, { nullable: true, description: 'Calendar year of the baseline.' })
  baselineYear?: number | undefined;
  @Field(() => String)
  name: string;
  @Field(() => DecimalScalar)
  target: string;
  @Field(() => DecimalScalar, { nullable: true })
  baseline?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  contribution?: string | undefined;
  @Field(() => Float, { nullable: true })
  share?: number | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => DateTimeScalar)
  dueOn: Date;
  @Field(() => Boolean)
  withheld: boolean;
  @Field(() => WithheldReasonEnum, { nullable: true, description: WHY })
  withheldReason?: WithheldReason | undefined;
  @Field(() => String, { description: 'What the baseline covers.' })
  scope: string;
  /** The same for all goals of one report: what delivered and verified exchanges add is resolved by it. */
  question: FiguresQuestion;
}

@ObjectType('CircularityReport')
export class CircularityReportModel {
  @Field(() => [FigureModel])
  figures: readonly FigureModel[];
  @Field(() => [FlowModel])
  flows: readonly FlowModel[];
  @Field(() => [GoalProgressModel])
  goals: readonly GoalProgressModel[];
  @Field(() => DateTimeScalar, {
    description: 'First day covered: whole calendar years for who is not of the cluster.',
  })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Last day covered.' })
  to: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'What was recorded until this day is told, the end of a quarter; null where all is told as it is now.',
  })
  publishedUntil?: Date | undefined;
  /** What its parts are asked with. */
  question: FiguresQuestion;
}

const OTHER = 'other';

/** What all numbers of an answer share: period, factor set, and whose entries are behind them. */
export interface Told {
  readonly factorSet: string;
  readonly span: DaySpan;
  readonly of: NumberAsked['of'];
  /** Another set than the one in use, where one was asked for. */
  readonly underSet?: string | undefined;
  readonly within?: NumberAsked['within'];
}

export const figureModel = (
  one: ShownIndicator,
  { factorSet, underSet, span, of, within }: Told,
): FigureModel => ({
  name: one.name,
  value: one.value && plain(one.value),
  unit: one.unit,
  basis: one.basis,
  withheld: one.withheld,
  withheldReason: one.reason,
  entryCount: one.entryCount,
  factorSet,
  family: one.family,
  low: one.low && plain(one.low),
  high: one.high && plain(one.high),
  missingFactors: one.missing ?? [],
  from: instantOf(span.from),
  to: instantOf(span.to),
  asked: { name: one.name, basis: one.basis, span, of, within, factorSet: underSet },
});

export const toldOf = (
  { clusterId, span, factorSet: underSet }: ReportedQuestion,
  factorSet: string,
): Told => ({
  factorSet,
  underSet,
  span,
  of: { clusterId },
});

const flowModel = (flow: ShownFlow, titles: ReadonlyMap<string, string>): FlowModel => {
  const title = (division: string | undefined): string =>
    division === undefined ? OTHER : `${division} ${titles.get(division) ?? ''}`.trim();
  return {
    fromIndustry: title(flow.fromDivision),
    toIndustry: title(flow.toDivision),
    value: flow.value && plain(flow.value),
    unit: flow.unit,
    withheld: flow.withheld,
    withheldReason: flow.reason,
    materialCode: flow.materialCode,
  };
};

const goalModel = (
  { goal, target, contribution, share, withheld, reason }: GoalProgress,
  question: FiguresQuestion,
): GoalProgressModel => ({
  id: goal.id,
  figure: goal.figure,
  baselineYear: goal.baselineYear,
  question,
  name: goal.name,
  target: plain(target),
  baseline: plain(goal.baseline),
  contribution: contribution && plain(contribution),
  share,
  unit: goal.unit,
  dueOn: instantOf(goal.dueOn),
  withheld,
  withheldReason: reason,
  scope: goal.scope,
});

export const circularityModel = (
  view: CircularityView,
  question: FiguresQuestion,
): CircularityReportModel => ({
  question,
  figures: view.figures.map((one) => figureModel(one, toldOf(question, view.factorSet))),
  flows: view.flows.map((one) => flowModel(one, view.divisionTitles)),
  goals: view.goals.map((one) => goalModel(one, question)),
  from: instantOf(view.period.from),
  to: instantOf(view.period.to),
  publishedUntil: view.publishedUntil === undefined ? undefined : instantOf(view.publishedUntil),
});
