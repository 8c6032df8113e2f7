import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PlanObjective } from '#domain';
import type { TreatmentPlantView } from '#market';
import { PlanObjectiveEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';

@ObjectType('TreatmentPlantHint', {
  description:
    'What one more tonne a year at an own plant would bring, by the latest plan that staff suggested from.',
})
class TreatmentPlantHintModel {
  @Field(() => PlanObjectiveEnum, { description: 'What least and most are counted in.' })
  objective: PlanObjective;
  @Field(() => DecimalScalar, { description: 'Per tonne; the lower end of a band.' })
  least: string;
  @Field(() => DecimalScalar, { description: 'Per tonne; the upper end of a band.' })
  most: string;
  @Field(() => DateTimeScalar)
  toldAt: Date;
}

@ObjectType('TreatmentPlant', {
  description: "What a plant of the viewer's firm can treat; seen by no other firm.",
})
export class TreatmentPlantModel {
  @Field(() => ID)
  id: string;
  @Field(() => ID)
  siteId: string;
  @Field(() => String, { description: 'Key of the treatment, as a match names it.' })
  treatment: string;
  @Field(() => DecimalScalar, { description: 'Tonnes that can come in, a year.' })
  capacityTonnes: string;
  @Field(() => DecimalScalar, { description: 'NOK per tonne that comes in.' })
  costNokPerTonne: string;
  @Field(() => DateTimeScalar)
  listedAt: Date;
  @Field(() => TreatmentPlantHintModel, {
    nullable: true,
    description: 'Null where no plan has told anything of it as it is now, or left room at it.',
  })
  hint?: TreatmentPlantHintModel | undefined;
  /** Resolved. */
  materialCodes: readonly string[];
}

export const treatmentPlantModel = (view: TreatmentPlantView): TreatmentPlantModel => ({ ...view });
