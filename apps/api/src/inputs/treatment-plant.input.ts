import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Decimal, type PlantTerms } from '#domain';
import { DecimalScalar } from '../scalars.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('SaveTreatmentPlantInput')
export class SaveTreatmentPlantInput extends RepeatableInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The plant that is to be so from now on; a new one where it is left out.',
  })
  id?: string | null;
  @Field(() => ID, { description: 'Where it stands; a site of the firm acted for.' })
  @MaxLength(100)
  siteId: string;
  @Field(() => String, { description: 'One of plantTreatments.' })
  @MaxLength(100)
  treatment: string;
  @Field(() => [ID], { description: 'What it takes, 1 to 20 materials, each with all below it in the tree.' })
  @ArrayMaxSize(20, { message: 'At most 20 materials.' })
  @MaxLength(100, { each: true })
  materialIds: string[];
  @Field(() => DecimalScalar, { description: 'Tonnes that can come in, a year.' })
  capacityTonnes: string;
  @Field(() => DecimalScalar, { description: 'NOK per tonne that comes in.' })
  costNokPerTonne: string;
}

export const plantTerms = (input: SaveTreatmentPlantInput): PlantTerms => ({
  treatment: input.treatment,
  materialCodes: [...new Set(input.materialIds)],
  capacityTonnes: new Decimal(input.capacityTonnes),
  costNokPerTonne: new Decimal(input.costNokPerTonne),
});
