import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import type { WebhookEvent } from '#domain';
import { WebhookEventEnum } from '../enums.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('SaveWebhookInput')
export class SaveWebhookInput extends RepeatableInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The webhook that shall be so from now on; a new one where it is left out.',
  })
  id?: string | null;
  @Field(() => String, {
    description: 'An https:// address on port 443, 80 or from 1024, without a name or password in it.',
  })
  @MaxLength(2000)
  url: string;
  @Field(() => String, { description: 'What it is for.' })
  @MaxLength(300)
  description: string;
  @Field(() => [WebhookEventEnum], { description: 'What it is told of; at least one.' })
  @ArrayMaxSize(20)
  events: WebhookEvent[];
}
