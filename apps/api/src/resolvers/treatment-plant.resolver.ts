import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { plantTerms, SaveTreatmentPlantInput } from '../inputs/treatment-plant.input.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { treatmentPlantModel, TreatmentPlantModel } from '../models/treatment-plant.model.js';
import {
  plantSaved,
  plantWithdrawn,
  SaveTreatmentPlantResult,
  WithdrawTreatmentPlantResult,
} from '../outcomes/treatment-plant-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => TreatmentPlantModel)
@UseInterceptors(TypedValidation)
export class TreatmentPlantResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [TreatmentPlantModel], {
    name: 'treatmentPlants',
    description: "What plants of the viewer's firm can treat, newest first.",
  })
  async treatmentPlants(@CurrentActor() actor: Actor): Promise<readonly TreatmentPlantModel[]> {
    return (await this.market.treatmentPlants.own(actor)).map(treatmentPlantModel);
  }

  @Query(() => [String], {
    name: 'plantTreatments',
    description: 'Keys of the treatments that a plant can be listed for: those that are priced by the tonne.',
  })
  plantTreatments(): readonly string[] {
    return this.market.treatmentPlants.treatments();
  }

  @Mutation(() => SaveTreatmentPlantResult, {
    name: 'saveTreatmentPlant',
    description:
      "Lists what a plant of the firm can treat, or changes it. Plans of the firm's clusters go through it from then on, within its capacity.",
  })
  async saveTreatmentPlant(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SaveTreatmentPlantInput }) input: SaveTreatmentPlantInput,
  ): Promise<typeof SaveTreatmentPlantResult> {
    const id = input.id ? knownId(input.id) : undefined;
    const plant = { siteId: knownId(input.siteId), terms: plantTerms(input) };
    const key = input.idempotencyKey ?? undefined;
    return plantSaved(this.market, actor, await this.market.treatmentPlants.save(actor, plant, id, key));
  }

  @Mutation(() => WithdrawTreatmentPlantResult, { name: 'withdrawTreatmentPlant' })
  async withdrawTreatmentPlant(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof WithdrawTreatmentPlantResult> {
    const outcome = await this.market.treatmentPlants.withdraw(actor, knownId(id), key ?? undefined);
    return plantWithdrawn(outcome);
  }

  @ResolveField('materials', () => [MaterialModel], {
    description: 'What it takes, each with all below it in the tree.',
  })
  materials(@Parent() { materialCodes }: TreatmentPlantModel): readonly MaterialModel[] {
    return materialCodes.map((code) => materialModel(this.market.materials.material(code)));
  }
}
