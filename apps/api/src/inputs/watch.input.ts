import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import type { NotificationRhythm, Side, WatchTerms } from '#domain';
import { NotificationRhythmEnum, SideEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { DecimalScalar } from '../scalars.js';
import { decimalOf, PropertyInput, propertyOf } from './listing.input.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('WatchedAmountInput', { description: 'In a year; an end left out is open.' })
class WatchedAmountInput {
  @Field(() => DecimalScalar, { nullable: true })
  min?: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  max?: string | null;
  @Field(() => String)
  @MaxLength(40)
  unit: string;
}

@InputType('SaveWatchInput')
export class SaveWatchInput extends RepeatableInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The watch that shall be so from now on; a new one where it is left out.',
  })
  id?: string | null;
  @Field(() => String)
  @MaxLength(200)
  name: string;
  @Field(() => SideEnum, { description: 'The side of the listings to be told of.' })
  side: Side;
  @Field(() => [ID], { description: 'Nodes of the material tree, each with all below it; at least one.' })
  @ArrayMaxSize(100)
  @MaxLength(100, { each: true })
  materialIds: string[];
  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description: 'Numbers of municipalities (four digits) and counties (two); none is everywhere.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(40, { each: true })
  areas?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'A site of your own, instead of areas.' })
  siteId?: string | null;
  @Field(() => Float, { nullable: true, description: 'From that site at most, km by road.' })
  withinKm?: number | null;
  @Field(() => WatchedAmountInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => WatchedAmountInput)
  amount?: WatchedAmountInput | null;
  @Field(() => [PropertyInput], {
    nullable: true,
    defaultValue: [],
    description: 'Of offers the limits that they have to keep; of needs what your own stream has.',
  })
  @IsOptional()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PropertyInput)
  properties?: PropertyInput[] | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The least score that a match with a listing of your own would have, 0 to 1.',
  })
  leastScore?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only listings of another NACE division than your own.',
  })
  crossIndustryOnly?: boolean | null;
  @Field(() => NotificationRhythmEnum, {
    nullable: true,
    description: 'How often you are told of it; by your own setting for WATCHES where it is left out.',
  })
  rhythm?: NotificationRhythm | null;
}

export const watchTerms = (input: SaveWatchInput): WatchTerms => ({
  name: input.name,
  side: input.side,
  materialCodes: [...new Set(input.materialIds)],
  areas: [...new Set(input.areas ?? [])],
  siteId: input.siteId ? knownId(input.siteId) : undefined,
  withinKm: input.withinKm ?? undefined,
  amount: input.amount
    ? { min: decimalOf(input.amount.min), max: decimalOf(input.amount.max), unit: input.amount.unit.trim() }
    : undefined,
  properties: (input.properties ?? []).map(propertyOf),
  leastScore: input.leastScore ?? undefined,
  crossIndustryOnly: input.crossIndustryOnly ?? false,
  rhythm: input.rhythm ?? undefined,
});
