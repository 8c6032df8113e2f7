import { Field, ObjectType } from '@nestjs/graphql';
import type { Period } from '#domain';
import type { TextReadingView } from '#market';
import { PeriodEnum } from '../enums.js';
import { DecimalScalar } from '../scalars.js';
import { MaterialSuggestionModel } from './material.model.js';

@ObjectType('FoundQuantity', {
  description: 'An amount read from a text: a value, or min, max or both of a range or bound.',
})
export class FoundQuantityModel {
  @Field(() => DecimalScalar, { nullable: true })
  value?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  min?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  max?: string | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => PeriodEnum, { nullable: true, description: 'Null where the text does not say how often.' })
  per?: Period | undefined;
  @Field(() => String, { description: 'The words it was read from.' })
  text: string;
}

@ObjectType('FoundProperty', { description: 'A property read from a text, as PropertyInput takes it.' })
export class FoundPropertyModel {
  @Field(() => String)
  property: string;
  @Field(() => DecimalScalar, { nullable: true })
  min?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  max?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  typical?: string | undefined;
  @Field(() => String, { nullable: true })
  unit?: string | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'wet or dry, where the text says of what it is a share.',
  })
  basis?: string | undefined;
  @Field(() => String, { description: 'The words it was read from.' })
  text: string;
}

@ObjectType('TextReading', {
  description:
    'What a text says, as proposals for the fields of a listing: nothing is taken until its owner confirms it.',
})
export class TextReadingModel {
  @Field(() => [MaterialSuggestionModel])
  suggestions: readonly MaterialSuggestionModel[];
  @Field(() => [FoundQuantityModel])
  quantities: readonly FoundQuantityModel[];
  @Field(() => [FoundPropertyModel])
  properties: readonly FoundPropertyModel[];
}

export const textReadingModel = (
  { quantities, properties }: TextReadingView,
  suggestions: readonly MaterialSuggestionModel[],
): TextReadingModel => ({ suggestions, quantities, properties });
