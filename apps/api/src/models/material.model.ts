import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Decimal, plain, type Material, type MaterialRole, type PropertyRange } from '#domain';
import type { LegalRuleView, WasteCodeView } from '#market';
import { MaterialRoleEnum } from '../enums.js';
import { found } from '../outcomes/found.js';
import { DecimalScalar } from '../scalars.js';
import { NodeModel } from './node.model.js';

@ObjectType('TypicalProperty', { description: 'What is usual of a material; no listing is held to it.' })
export class TypicalPropertyModel {
  @Field(() => String)
  property: string;
  @Field(() => DecimalScalar, { nullable: true })
  min?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  max?: string | undefined;
  @Field(() => String, { nullable: true })
  unit?: string | undefined;
  @Field(() => String, { nullable: true, description: 'wet or dry, where a share of the mass is meant.' })
  basis?: string | undefined;
}

@ObjectType('WasteCode', {
  description: 'An entry of the list of waste (Decision 2000/532/EC; avfallsforskriften chapter 11 annex 1).',
})
export class WasteCodeModel {
  @Field(() => String)
  code: string;
  @Field(() => Boolean)
  hazardous: boolean;
  @Field(() => [String], {
    description:
      'Its mirror entries: the codes of the same stream on the other side of the hazard line. What it holds decides, so have it tested.',
  })
  twins: readonly string[];
  /** Resolved by locale. */
  titles: WasteCodeView['titles'];
}

@ObjectType('LegalRule', {
  description: 'A rule of law that usually applies to a material: a hint, no decision.',
})
export class LegalRuleModel {
  @Field(() => String)
  code: string;
  @Field(() => String)
  source: string;
  /** Resolved by locale. */
  texts: LegalRuleView['texts'];
}

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
  @Field(() => String, { description: 'The family that it belongs to, such as wood, slag or heat.' })
  class: string;
  @Field(() => MaterialRoleEnum)
  role: MaterialRole;
  @Field(() => [TypicalPropertyModel], { description: 'Usual ranges.' })
  typicalProperties: readonly TypicalPropertyModel[];
  @Field(() => Float, { description: 'Road distance beyond which moving it seldom pays.' })
  reachKm: number;
  /** Resolved by locale. */
  labels: Material['labels'];
  /** Resolved. */
  legalCodes: readonly string[];
}

export function materialModel(known: Material | undefined): MaterialModel {
  const material = found(known, 'material');
  return {
    id: material.code,
    code: material.code,
    ewcCodes: material.wasteCodes,
    unit: material.unit,
    class: material.class,
    role: material.role,
    typicalProperties: material.properties.map(typicalProperty),
    reachKm: material.reachKm,
    labels: material.labels,
    legalCodes: material.legal,
  };
}

const typicalProperty = ({ property, range, unit, basis }: PropertyRange): TypicalPropertyModel => ({
  property,
  min: stated(range.min),
  max: stated(range.max),
  unit,
  basis,
});

const stated = (end: number): string | undefined =>
  Number.isFinite(end) ? plain(new Decimal(end)) : undefined;

export const wasteCodeModel = ({ code, hazardous, twins, titles }: WasteCodeView): WasteCodeModel => ({
  code,
  hazardous,
  twins,
  titles,
});

export const legalRuleModel = ({ code, texts, source }: LegalRuleView): LegalRuleModel => ({
  code,
  texts,
  source,
});

@ObjectType('Area', { description: 'A county or a municipality of Norway.' })
export class AreaModel {
  @Field(() => String, { description: 'Two digits of a county, four of a municipality.' })
  number: string;
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'The county that it lies in, or is.' })
  county: string;
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
