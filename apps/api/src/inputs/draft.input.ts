import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import type { DraftTerms, Side } from '#domain';
import { SideEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { QuantityInput, quantityOf } from './listing.input.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('SaveDraftInput')
export class SaveDraftInput extends RepeatableInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The draft that shall be so from now on; a new one where it is left out.',
  })
  id?: string | null;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => String)
  @MaxLength(200)
  title: string;
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(10_000)
  description?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => ID, { nullable: true })
  materialId?: string | null;
  @Field(() => QuantityInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  quantity?: QuantityInput | null;
  @Field(() => String, { nullable: true, description: 'In words, as long as nobody has weighed it.' })
  @IsOptional()
  @MaxLength(100)
  amountText?: string | null;
}

export const draftTermsOf = (input: SaveDraftInput): DraftTerms => ({
  side: input.side,
  title: input.title,
  description: input.description ?? undefined,
  siteId: input.siteId ? knownId(input.siteId) : undefined,
  materialCode: input.materialId ?? undefined,
  quantity: input.quantity ? quantityOf(input.quantity) : undefined,
  amountText: input.amountText ?? undefined,
});
