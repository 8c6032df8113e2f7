import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Decimal, type PlanObjective, type PlanRequest } from '#domain';
import { PlanObjectiveEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { DecimalScalar } from '../scalars.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('PlanInput')
export class PlanInput extends RepeatableInput {
  @Field(() => [ID], { description: 'One to ten clusters; the viewer is staff of each.' })
  @ArrayMaxSize(10, { message: 'At most 10 clusters.' })
  clusterIds: string[];
  @Field(() => PlanObjectiveEnum)
  objective: PlanObjective;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether exchanges count that need a treatment in between.',
  })
  withTreatment: boolean;
  @Field(() => DecimalScalar, {
    defaultValue: '0',
    description: 'NOK a year for each link that is used at all: contract, permit, start.',
  })
  fixedCostNok: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Tonne-kilometres by lorry that the plan may cause in a year, above 0; nothing limits them where it is left out.',
  })
  mostTonneKm?: string | null;
  @Field(() => Int, {
    description: 'Calendar year whose streams are planned, from this one to five years ahead.',
  })
  year: number;
}

@InputType('SuggestPlanFlowsInput')
export class SuggestPlanFlowsInput extends RepeatableInput {
  @Field(() => ID)
  planId: string;
  @Field(() => [ID], { description: 'Up to 100 flows of the plan.' })
  @ArrayMaxSize(100, { message: 'At most 100 flows.' })
  @MaxLength(120, { each: true })
  flowIds: string[];
}

export const planInput = (input: PlanInput): PlanRequest => ({
  clusterIds: input.clusterIds.map(knownId),
  objective: input.objective,
  withTreatment: input.withTreatment,
  fixedCostNok: new Decimal(input.fixedCostNok),
  mostTonneKm: input.mostTonneKm ? new Decimal(input.mostTonneKm) : undefined,
  year: input.year,
});
