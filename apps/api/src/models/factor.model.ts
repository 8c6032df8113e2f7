import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { instantOf, plain, type Basis, type SourcedFactor, type Trust } from '#domain';
import type { FactorChangeView, FactorSetView, MovedBy } from '#market';
import { FactorKindEnum, FigureBasisEnum, TrustEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';

@ObjectType('EmissionFactor', { description: 'One factor of a set, with where it comes from.' })
export class EmissionFactorModel {
  @Field(() => String, { description: 'kind:name.' })
  key: string;
  @Field(() => FactorKindEnum)
  kind: SourcedFactor['kind'];
  @Field(() => DecimalScalar)
  value: string;
  @Field(() => DecimalScalar)
  low: string;
  @Field(() => DecimalScalar)
  high: string;
  @Field(() => String)
  unit: string;
  @Field(() => String, { description: 'What is counted: WTW is fuel supply and use together.' })
  scope: string;
  @Field(() => String)
  region: string;
  @Field(() => Int, { description: 'Year of the source.' })
  year: number;
  @Field(() => String)
  source: string;
  @Field(() => String, { nullable: true })
  url?: string | undefined;
  @Field(() => TrustEnum)
  trust: Trust;
  @Field(() => String)
  note: string;
}

@ObjectType('FactorSet', {
  description: 'A frozen version of all factors. Every figure says which it rests on.',
})
export class FactorSetModel {
  @Field(() => ID)
  id: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Day from which new matches and entries are reckoned with it; null while it is only compared with.',
  })
  usedFrom?: Date | undefined;
  @Field(() => Boolean)
  inUse: boolean;
  @Field(() => String, { nullable: true, description: 'The set whose place it takes.' })
  replaces?: string | undefined;
  @Field(() => String)
  note: string;
  @Field(() => [EmissionFactorModel])
  factors: readonly EmissionFactorModel[];
}

@ObjectType('FactorEffect', { description: 'What one factor that changed does to the figure.' })
export class FactorEffectModel {
  @Field(() => String)
  factor: string;
  @Field(() => String, { description: 'That the factor is stated in.' })
  factorUnit: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'null where the set lacks it and it counted as 0.',
  })
  before?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  after?: string | undefined;
  @Field(() => DecimalScalar, { description: 'Its part of the difference, in the unit of the figure.' })
  effect: string;
  @Field(() => Int, { description: 'Entries that it moves.' })
  entryCount: number;
}

@ObjectType('FactorChange', {
  description:
    'The net CO2e avoided by the same entries under two factor sets, and why it differs. No other figure rests on factors.',
})
export class FactorChangeModel {
  @Field(() => String)
  figure: string;
  @Field(() => String)
  unit: string;
  @Field(() => FigureBasisEnum)
  basis: Basis;
  @Field(() => DateTimeScalar)
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Last day covered.' })
  to: Date;
  @Field(() => String)
  fromSet: string;
  @Field(() => String)
  toSet: string;
  @Field(() => DecimalScalar)
  before: string;
  @Field(() => DecimalScalar)
  after: string;
  @Field(() => DecimalScalar)
  difference: string;
  @Field(() => Int, { description: 'Entries that count.' })
  entryCount: number;
  @Field(() => [FactorEffectModel], {
    description: 'One for each factor that moves anything; the effects add up to the difference.',
  })
  because: readonly FactorEffectModel[];
}

export const factorSetModel = ({ usedFrom, factors, ...set }: FactorSetView): FactorSetModel => ({
  id: set.id,
  usedFrom: usedFrom === undefined ? undefined : instantOf(usedFrom),
  inUse: set.inUse,
  replaces: set.replaces,
  note: set.note,
  factors: factors.map(factorModel),
});

const factorModel = (one: SourcedFactor): EmissionFactorModel => ({
  key: one.key,
  kind: one.kind,
  value: plain(one.value),
  low: plain(one.low),
  high: plain(one.high),
  unit: one.unit,
  scope: one.boundary,
  region: one.geography,
  year: one.year,
  source: one.source,
  url: one.sourceUrl === '' ? undefined : one.sourceUrl,
  trust: one.trust,
  note: one.note,
});

export const factorChangeModel = (view: FactorChangeView): FactorChangeModel => ({
  figure: 'netCo2eAvoided',
  unit: 'kg CO2e',
  basis: view.basis,
  from: instantOf(view.period.from),
  to: instantOf(view.period.to),
  fromSet: view.fromSet,
  toSet: view.toSet,
  before: plain(view.before),
  after: plain(view.after),
  difference: plain(view.after.minus(view.before)),
  entryCount: view.counted.length,
  because: view.because.map(effectModel),
});

const effectModel = ({ factor, unit, before, after, effect, entryCount }: MovedBy): FactorEffectModel => ({
  factor,
  factorUnit: unit,
  before: before && plain(before),
  after: after && plain(after),
  effect: plain(effect),
  entryCount,
});
