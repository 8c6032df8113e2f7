import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { treatmentPlantModel, TreatmentPlantModel } from '../models/treatment-plant.model.js';
import { errorOutcome } from './errors.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('TreatmentPlantSaved')
class TreatmentPlantSavedModel {
  @Field(() => TreatmentPlantModel)
  plant: TreatmentPlantModel;
}

@ObjectType('TreatmentPlantWithdrawn', { description: 'Plans go through it no more.' })
class TreatmentPlantWithdrawnModel {
  @Field(() => ID)
  id: string;
}

export const SaveTreatmentPlantResult = resultOf(
  'SaveTreatmentPlantResult',
  TreatmentPlantSavedModel,
  ...ANY_ERROR,
);
export const WithdrawTreatmentPlantResult = resultOf(
  'WithdrawTreatmentPlantResult',
  TreatmentPlantWithdrawnModel,
  ...ANY_ERROR,
);

type Listed = Outcome<{ readonly plantId: string }>;

/** A retry of what was saved and has been withdrawn since finds nothing any more. */
export async function plantSaved(market: Market, actor: Actor, outcome: Listed) {
  if (!outcome.ok) return errorOutcome(outcome.refusal);
  const own = await market.treatmentPlants.own(actor);
  const plant = own.find(({ id }) => id === outcome.value.plantId);
  return plant === undefined
    ? errorOutcome({ kind: 'not_found', what: 'treatment plant' })
    : { __typename: 'TreatmentPlantSaved' as const, plant: treatmentPlantModel(plant) };
}

export const plantWithdrawn = (outcome: Listed) =>
  member('TreatmentPlantWithdrawn', outcome, ({ plantId }) => ({ id: plantId }));
