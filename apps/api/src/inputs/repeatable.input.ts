import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength, MinLength } from 'class-validator';

/** What can be sent again safely: the same key and the same input have the same effect once. */
@InputType({ isAbstract: true })
export abstract class RepeatableInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  idempotencyKey?: string | null;
}
