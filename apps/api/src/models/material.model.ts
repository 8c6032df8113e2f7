import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Material } from '#domain';
import { found } from '../outcomes/found.js';
import { NodeModel } from './node.model.js';

@ObjectType('Material', { implements: () => [NodeModel] })
export class MaterialModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  code: string;
  @Field(() => [String])
  ewcCodes: readonly string[];
  @Field(() => String)
  unit: string;
  /** Resolved by locale. */
  labels: Material['labels'];
}

export function materialModel(known: Material | undefined): MaterialModel {
  const { code, wasteCodes, unit, labels } = found(known, 'material');
  return { id: code, code, ewcCodes: wasteCodes, unit, labels };
}

@ObjectType('MaterialSuggestion')
export class MaterialSuggestionModel {
  @Field(() => MaterialModel)
  material: MaterialModel;
  @Field(() => Float)
  confidence: number;
  @Field(() => String)
  why: string;
}
