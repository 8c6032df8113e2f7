import { Field, ObjectType } from '@nestjs/graphql';
import { GoalModel } from '../models/goal.model.js';
import { ReferenceTotalsModel } from '../models/ratio.model.js';
import { ANY_ERROR, resultOf } from './union.js';

@ObjectType('ReferenceTotalsRecorded')
class ReferenceTotalsRecordedModel {
  @Field(() => ReferenceTotalsModel)
  totals: ReferenceTotalsModel;
}

@ObjectType('GoalsSet', { description: 'With their baselines, frozen.' })
class GoalsSetModel {
  @Field(() => [GoalModel])
  goals: readonly GoalModel[];
}

export const RecordReferenceTotalsResult = resultOf(
  'RecordReferenceTotalsResult',
  ReferenceTotalsRecordedModel,
  ...ANY_ERROR,
);
export const SetGoalResult = resultOf('SetGoalResult', GoalsSetModel, ...ANY_ERROR);
export const SetPresetGoalsResult = resultOf('SetPresetGoalsResult', GoalsSetModel, ...ANY_ERROR);
