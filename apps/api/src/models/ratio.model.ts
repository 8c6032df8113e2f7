import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { plain, REFERENCE_MEASURES, REFERENCE_UNITS, type Ratio, type RatioStandard } from '#domain';
import type { RatiosView, ReferenceSumView, ReferenceTotalsRow } from '#market';
import { RatioStandardEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';

@ObjectType('ReferenceAmount')
export class ReferenceAmountModel {
  @Field(() => String)
  measure: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Null where it is not stated, or not told.' })
  value?: string | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => Int, { nullable: true, description: 'Of a sum over firms, how many.' })
  firmCount?: number | undefined;
}

@ObjectType('ReferenceTotals', {
  description: 'What the firm acted for states of a year; a later version stands beside the earlier ones.',
})
export class ReferenceTotalsModel {
  @Field(() => ID)
  id: string;
  @Field(() => Int)
  year: number;
  @Field(() => Int)
  version: number;
  @Field(() => [ReferenceAmountModel])
  amounts: readonly ReferenceAmountModel[];
  @Field(() => String)
  scope: string;
  @Field(() => DateTimeScalar)
  recordedAt: Date;
}

@ObjectType('Ratio', {
  description: 'Exchanges held against totals, with its formula; without a value it says why.',
})
export class RatioModel {
  @Field(() => String)
  name: string;
  @Field(() => RatioStandardEnum)
  standard: RatioStandard;
  @Field(() => Boolean, { description: 'A core indicator of ISO 59020.' })
  core: boolean;
  @Field(() => String)
  formula: string;
  @Field(() => String)
  unit: string;
  @Field(() => DecimalScalar, { nullable: true })
  value?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  numerator?: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  denominator?: string | undefined;
  @Field(() => String, { nullable: true, description: 'Why there is no value.' })
  lacks?: string | undefined;
}

@ObjectType('CircularityRatios', { description: 'Of one calendar year, from what was delivered in it.' })
export class CircularityRatiosModel {
  @Field(() => Int)
  year: number;
  @Field(() => [RatioModel])
  ratios: readonly RatioModel[];
  @Field(() => [ReferenceAmountModel], {
    description: 'What they are held against; of a cluster sums over three firms and more.',
  })
  totals: readonly ReferenceAmountModel[];
}

const SHOWN_DIGITS = 12;

const ratioModel = ({ value, numerator, denominator, ...one }: Ratio): RatioModel => ({
  ...one,
  value: value && plain(value.toDecimalPlaces(SHOWN_DIGITS)),
  numerator: numerator && plain(numerator),
  denominator: denominator && plain(denominator),
});

const amountModel = ({ measure, unit, value, firmCount }: ReferenceSumView): ReferenceAmountModel => ({
  measure,
  unit,
  value: value && plain(value),
  firmCount,
});

export const ratiosModel = ({ year, ratios, totals }: RatiosView): CircularityRatiosModel => ({
  year,
  ratios: ratios.map(ratioModel),
  totals: totals.map(amountModel),
});

export const referenceTotalsModel = (row: ReferenceTotalsRow): ReferenceTotalsModel => ({
  id: row.id,
  year: row.year,
  version: row.version,
  amounts: REFERENCE_MEASURES.map((measure) => {
    const value = row.amounts[measure];
    return { measure, unit: REFERENCE_UNITS[measure], value: value && plain(value) };
  }),
  scope: row.scope,
  recordedAt: row.recordedAt,
});
