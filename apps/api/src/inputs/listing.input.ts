import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, MinLength, ValidateNested } from 'class-validator';
import {
  dayInOslo,
  Decimal,
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

@InputType('PublishListingInput')
export class PublishListingInput {
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
  monthlyProfile?: number[] | null;
  @Field(() => Float, {
    nullable: true,
    description: "Farthest the firm accepts, km by road; absent means the material's own economic reach.",
  })
  maxDistanceKm?: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Asked or offered price per unit of quantity; negative is a gate fee paid by the giver.',
  })
  price?: string | null;
  @Field(() => String, { nullable: true, defaultValue: 'NOK' })
  currency?: string | null;
  @Field(() => VisibilityEnum, { defaultValue: 'MASKED' })
  visibility: Visibility;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  idempotencyKey?: string | null;
}

export const quantityOf = ({ value, unit, per }: QuantityInput): Quantity => ({
  value: new Decimal(value),
  unit: unit.trim(),
  per,
});

export const decimalOf = (text: string | null | undefined): Decimal | undefined =>
  text === null || text === undefined ? undefined : new Decimal(text);

const propertyOf = (one: PropertyInput): StreamProperty => ({
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
  price: decimalOf(input.price),
  currency: input.currency ?? 'NOK',
  visibility: input.visibility,
});
