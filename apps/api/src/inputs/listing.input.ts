import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, MinLength, ValidateNested } from 'class-validator';
import {
  canonicalWasteCode,
  dayInOslo,
  Decimal,
  type ByProductTest,
  type Period,
  type Quantity,
  type Side,
  type StreamProperty,
  type Visibility,
} from '#domain';
import type { ListingInput } from '#market';
import { PeriodEnum, SideEnum, VisibilityEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('QuantityInput')
export class QuantityInput {
  @Field(() => DecimalScalar)
  value: string;
  @Field(() => String)
  @MaxLength(40)
  unit: string;
  @Field(() => PeriodEnum, { defaultValue: 'YEAR' })
  per: Period;
}

@InputType('PropertyInput', {
  description:
    'One property of a stream, such as moisture, temperature, chlorine, particle size. Any of min, max, typical may be absent: absent is unknown, never zero.',
})
export class PropertyInput {
  @Field(() => String)
  @MaxLength(80)
  property: string;
  @Field(() => DecimalScalar, { nullable: true })
  min?: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  max?: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  typical?: string | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(40)
  unit?: string | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(80)
  basis?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false })
  measured?: boolean | null;
}

@InputType('ByProductTestInput', {
  description:
    'Why the stream is a by-product and not waste, as its producer answers (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1) a–d). Absent is not yet answered. Four times true is a by-product; one false makes it waste.',
})
export class ByProductTestInput {
  @Field(() => Boolean, { nullable: true, description: 'Art. 5(1) a: further use is certain.' })
  furtherUseCertain?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Art. 5(1) b: usable directly, with no processing other than normal industrial practice.',
  })
  usableDirectly?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Art. 5(1) c: produced as an integral part of a production process.',
  })
  integralPart?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Art. 5(1) d: the further use is lawful, and meets the product, environmental and health requirements of it.',
  })
  lawfulUse?: boolean | null;
}

/** More codes than the list of waste has. */
const MOST_WASTE_CODES = 1000;

@InputType('PublishListingInput')
export class PublishListingInput extends RepeatableInput {
  @Field(() => ID)
  siteId: string;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String)
  @MinLength(1)
  @MaxLength(200)
  title: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Free text, Norwegian or English. With no materialId the server classifies it and says what it chose.',
  })
  @IsOptional()
  @MaxLength(10_000)
  description?: string | null;
  @Field(() => ID, { nullable: true })
  materialId?: string | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20)
  ewcCode?: string | null;
  @Field(() => QuantityInput)
  @ValidateNested()
  @Type(() => QuantityInput)
  quantity: QuantityInput;
  @Field(() => [PropertyInput], { nullable: true, defaultValue: [] })
  @IsOptional()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PropertyInput)
  properties?: PropertyInput[] | null;
  @Field(() => DateTimeScalar, { nullable: true })
  availableFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true })
  availableUntil?: Date | null;
  @Field(() => [Float], {
    nullable: true,
    description: 'Twelve relative weights, January first; absent means even over the year.',
  })
  @IsOptional()
  @ArrayMaxSize(12)
  monthlyProfile?: number[] | null;
  @Field(() => Float, {
    nullable: true,
    description: "Farthest the firm accepts, km by road; absent means the material's own economic reach.",
  })
  maxDistanceKm?: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The least that can be moved at once, in the unit of the quantity: a lorry, a container, a shipload. On an offer at most what a year gives.',
  })
  smallestLot?: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The most that can be moved at once, in the unit of the quantity.',
  })
  largestLot?: string | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Needs only: the waste codes that the firm has permission to receive (forurensningsloven § 29; avfallsforskriften § 11-6 for hazardous waste), six digits such as 03 01 05. Absent is not said; an empty list is none. A by-product needs no permission (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1)).',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_WASTE_CODES)
  @MaxLength(20, { each: true })
  permittedWasteCodes?: string[] | null;
  @Field(() => ByProductTestInput, {
    nullable: true,
    description:
      'Offers only: whether the stream is a by-product or waste (forurensningsloven § 27 second paragraph; Directive 2008/98/EC Art. 5(1)).',
  })
  byProductTest?: ByProductTestInput | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Asked or offered price per unit of quantity; negative is a gate fee paid by the giver.',
  })
  price?: string | null;
  @Field(() => String, { nullable: true, defaultValue: 'NOK' })
  @IsOptional()
  @MaxLength(20)
  currency?: string | null;
  @Field(() => VisibilityEnum, { defaultValue: 'MASKED' })
  visibility: Visibility;
}

export const quantityOf = ({ value, unit, per }: QuantityInput): Quantity => ({
  value: new Decimal(value),
  unit: unit.trim(),
  per,
});

export const decimalOf = (text: string | null | undefined): Decimal | undefined =>
  text === null || text === undefined ? undefined : new Decimal(text);

export const propertyOf = (one: PropertyInput): StreamProperty => ({
  property: one.property.trim(),
  min: decimalOf(one.min),
  max: decimalOf(one.max),
  typical: decimalOf(one.typical),
  unit: one.unit ?? undefined,
  basis: one.basis ?? undefined,
  measured: one.measured ?? false,
});

const dayOf = (instant: Date | null | undefined): string | undefined =>
  instant === null || instant === undefined ? undefined : dayInOslo(instant);

const permitsOf = (codes: readonly string[]): readonly string[] => [
  ...new Set(codes.map(canonicalWasteCode)),
];

/** Nothing where no question is answered: an empty test says no more than none. */
function testOf(answers: ByProductTestInput | null | undefined): ByProductTest | undefined {
  const { furtherUseCertain, usableDirectly, integralPart, lawfulUse } = answers ?? {};
  const given = Object.entries({ furtherUseCertain, usableDirectly, integralPart, lawfulUse }).filter(
    ([, answer]) => typeof answer === 'boolean',
  );
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

export const listingInput = (input: PublishListingInput): ListingInput => ({
  siteId: knownId(input.siteId),
  side: input.side,
  title: input.title.trim(),
  description: input.description ?? undefined,
  materialCode: input.materialId ?? undefined,
  wasteCode: input.ewcCode ?? undefined,
  quantity: quantityOf(input.quantity),
  properties: (input.properties ?? []).map(propertyOf),
  availableFrom: dayOf(input.availableFrom),
  availableUntil: dayOf(input.availableUntil),
  monthlyProfile: input.monthlyProfile ?? undefined,
  maxDistanceKm: input.maxDistanceKm ?? undefined,
  smallestLot: decimalOf(input.smallestLot),
  largestLot: decimalOf(input.largestLot),
  permits: input.permittedWasteCodes ? permitsOf(input.permittedWasteCodes) : undefined,
  byProductTest: testOf(input.byProductTest),
  price: decimalOf(input.price),
  currency: input.currency ?? 'NOK',
  visibility: input.visibility,
});
