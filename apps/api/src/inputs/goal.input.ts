import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { dayInOslo, Decimal, REFERENCE_MEASURES, type GoalFigure, type ReferenceStatement } from '#domain';
import { GoalFigureEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { RepeatableInput } from './repeatable.input.js';

const amount = (description: string) => Field(() => DecimalScalar, { nullable: true, description });

@InputType('ReferenceTotalsInput', {
  description:
    'What the firm states of a calendar year that is over. What is left out is not known, never nothing.',
})
export class ReferenceTotalsInput extends RepeatableInput {
  @Field(() => Int)
  year: number;
  @amount('t, all material taken in, exchanges included')
  rawMaterial?: string | null;
  @amount('t of it recycled, secondary or by-products, exchanges included')
  recycledInput?: string | null;
  @amount('t of it grown and not recycled')
  renewableInput?: string | null;
  @amount('t of waste prepared for reuse; by-products handed over in exchanges are no waste')
  wasteReused?: string | null;
  @amount('t of waste recycled')
  wasteRecycled?: string | null;
  @amount('t of waste used for energy')
  wasteToEnergy?: string | null;
  @amount('t of waste used as fill or cover')
  wasteToFill?: string | null;
  @amount('t of waste disposed of')
  wasteDisposed?: string | null;
  @amount('MWh used')
  energy?: string | null;
  @amount('MWh of it from renewable sources')
  renewableEnergy?: string | null;
  @amount('m3 used')
  water?: string | null;
  @amount('NOK')
  turnover?: string | null;
  @amount('t CO2e; scope says what it includes')
  co2e?: string | null;
  @Field(() => String, {
    description:
      'What the amounts cover: which sites, and of CO2e whether transport and third-party deliveries are in it.',
  })
  @MaxLength(1000)
  scope: string;
}

export const referenceStatement = (input: ReferenceTotalsInput): ReferenceStatement => ({
  year: input.year,
  scope: input.scope,
  amounts: Object.fromEntries(
    REFERENCE_MEASURES.flatMap((measure) => {
      const stated = input[measure];
      return stated === null || stated === undefined ? [] : [[measure, new Decimal(stated)]];
    }),
  ),
});

@InputType({ isAbstract: true })
abstract class GoalPlaceInput extends RepeatableInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The cluster whose staff sets it; the firm acted for where it is left out.',
  })
  clusterId?: string | null;
  @Field(() => Int, { description: 'Calendar year of the baseline.' })
  baselineYear: number;
  @Field(() => DateTimeScalar)
  dueOn: Date;
  @Field(() => String, { description: 'What the baseline covers.' })
  @MaxLength(1000)
  scope: string;
}

@InputType('SetGoalInput')
export class SetGoalInput extends GoalPlaceInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The goal that this one stands for from now on; that one stays as it was.',
  })
  replaces?: string | null;
  @Field(() => String)
  @MaxLength(200)
  name: string;
  @Field(() => GoalFigureEnum)
  figure: GoalFigure;
  @Field(() => String, { description: 'That of the figure.' })
  @MaxLength(40)
  unit: string;
  @Field(() => DecimalScalar, { description: 'Wished part of the baseline, 0.2 for 20 %.' })
  change: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'In that unit; taken from the totals stated of the year where it is left out.',
  })
  @IsOptional()
  baseline?: string | null;
}

@InputType('PresetGoalsInput')
export class PresetGoalsInput extends GoalPlaceInput {}

const placed = (input: GoalPlaceInput) => ({
  clusterId: input.clusterId ? knownId(input.clusterId) : undefined,
  key: input.idempotencyKey ?? undefined,
});
const dated = (input: GoalPlaceInput) => ({
  baselineYear: input.baselineYear,
  dueOn: dayInOslo(input.dueOn),
  scope: input.scope,
});

export const presetRequest = (input: PresetGoalsInput) => [dated(input), placed(input)] as const;

export const goalRequest = (input: SetGoalInput) =>
  [
    {
      ...dated(input),
      name: input.name,
      figure: input.figure,
      unit: input.unit.trim(),
      change: new Decimal(input.change),
      baseline: input.baseline ? new Decimal(input.baseline) : undefined,
      replaces: input.replaces ? knownId(input.replaces) : undefined,
    },
    placed(input),
  ] as const;
