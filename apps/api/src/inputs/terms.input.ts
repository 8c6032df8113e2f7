import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { dayInOslo, Decimal } from '#domain';
import type { DeliveryInput as MarketDelivery, TermsInput as MarketTerms } from '#market';
import { knownId } from '../ids.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { decimalOf, QuantityInput, quantityOf } from './listing.input.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('TermsInput')
export class TermsInput extends RepeatableInput {
  @Field(() => ID)
  matchId: string;
  @Field(() => QuantityInput)
  @ValidateNested()
  @Type(() => QuantityInput)
  quantity: QuantityInput;
  @Field(() => DecimalScalar, { nullable: true })
  price?: string | null;
  @Field(() => String, { nullable: true, defaultValue: 'NOK' })
  @IsOptional()
  @MaxLength(20)
  currency?: string | null;
  @Field(() => DateTimeScalar)
  startsOn: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  endsOn?: Date | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(80)
  transportMode?: string | null;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  note?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'The exchange began before it was written down: startsOn may then lie in the past.',
  })
  retrospective?: boolean | null;
}

export const termsInput = (input: TermsInput): MarketTerms => ({
  matchId: knownId(input.matchId),
  quantity: quantityOf(input.quantity),
  price: decimalOf(input.price),
  currency: input.currency ?? 'NOK',
  startsOn: dayInOslo(input.startsOn),
  endsOn: input.endsOn === null || input.endsOn === undefined ? undefined : dayInOslo(input.endsOn),
  transportMode: input.transportMode ?? undefined,
  note: input.note ?? undefined,
  retrospective: input.retrospective ?? false,
});

@InputType('DeliveryInput')
export class DeliveryInput extends RepeatableInput {
  @Field(() => ID)
  agreementId: string;
  @Field(() => DecimalScalar)
  amount: string;
  @Field(() => String)
  @MaxLength(40)
  unit: string;
  @Field(() => DateTimeScalar)
  deliveredOn: Date;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  reference?: string | null;
  @Field(() => Float, { nullable: true })
  distanceKm?: number | null;
}

export const deliveryInput = (input: DeliveryInput): MarketDelivery => ({
  agreementId: knownId(input.agreementId),
  amount: new Decimal(input.amount),
  unit: input.unit.trim(),
  deliveredOn: dayInOslo(input.deliveredOn),
  reference: input.reference ?? undefined,
  distanceKm: input.distanceKm ?? undefined,
});
