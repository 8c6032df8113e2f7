import { Field, ID, ObjectType } from '@nestjs/graphql';
import { WebhookDeliveryModel, WebhookModel } from '../models/webhook.model.js';
import { ANY_ERROR, resultOf } from './union.js';

@ObjectType('WebhookSaved')
class WebhookSavedModel {
  @Field(() => WebhookModel, { description: 'As it is from now on.' })
  webhook: WebhookModel;
  @Field(() => String, {
    nullable: true,
    description:
      'What messages are signed with, where it was made just now: it cannot be shown again, to a retry neither.',
  })
  secret?: string | undefined;
}

@ObjectType('WebhookRemoved', { description: 'With its deliveries.' })
class WebhookRemovedModel {
  @Field(() => ID, { description: 'Of the webhook that is no more.' })
  id: string;
}

@ObjectType('WebhookQueued')
class WebhookQueuedModel {
  @Field(() => WebhookDeliveryModel, { description: 'It is on its way.' })
  delivery: WebhookDeliveryModel;
}

export const SaveWebhookResult = resultOf('SaveWebhookResult', WebhookSavedModel, ...ANY_ERROR);
export const RemoveWebhookResult = resultOf('RemoveWebhookResult', WebhookRemovedModel, ...ANY_ERROR);
export const RotateWebhookSecretResult = resultOf(
  'RotateWebhookSecretResult',
  WebhookSavedModel,
  ...ANY_ERROR,
);
export const EnableWebhookResult = resultOf('EnableWebhookResult', WebhookSavedModel, ...ANY_ERROR);
export const SendTestWebhookResult = resultOf('SendTestWebhookResult', WebhookQueuedModel, ...ANY_ERROR);
export const ResendWebhookDeliveryResult = resultOf(
  'ResendWebhookDeliveryResult',
  WebhookQueuedModel,
  ...ANY_ERROR,
);
