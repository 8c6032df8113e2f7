import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { WebhookEvent, WebhookOutcome, WebhookType } from '#domain';
import type { WebhookDeliveryView, WebhookView } from '#market';
import {
  WebhookDeliveryStateEnum,
  WebhookDisabledEnum,
  WebhookEventEnum,
  WebhookOutcomeEnum,
  WebhookStateEnum,
} from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { NodeModel, PageInfoModel } from './node.model.js';

@ObjectType('Webhook', {
  implements: () => [NodeModel],
  description: 'An address of the firm that is told what happens; its secret is shown once, when it is made.',
})
export class WebhookModel extends NodeModel {
  @Field(() => String, { description: 'Where messages go.' })
  url: string;
  @Field(() => String, { description: 'What it is for.' })
  description: string;
  @Field(() => [WebhookEventEnum], { description: 'What it is told of.' })
  events: readonly WebhookEvent[];
  @Field(() => WebhookStateEnum, { description: 'Whether messages go there.' })
  state: WebhookView['state'];
  @Field(() => WebhookDisabledEnum, { nullable: true, description: 'Why not, where they do not.' })
  disabledFor?: WebhookView['disabledFor'];
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when they do not.' })
  disabledAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Name of who made it.' })
  createdBy?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the secret before the present one signs as well; null when none does.',
  })
  oldSecretUntil?: Date | null;
}

@ObjectType('WebhookAttempt', { description: 'One try of sending.' })
class WebhookAttemptModel {
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  at: Date;
  @Field(() => WebhookOutcomeEnum, { description: 'How it went.' })
  outcome: WebhookOutcome;
  @Field(() => Int, { nullable: true, description: 'What the receiver answered, where it did.' })
  statusCode?: number | null;
  @Field(() => Int, { description: 'How long it took.' })
  durationMs: number;
}

@ObjectType('WebhookDelivery', {
  implements: () => [NodeModel],
  description: 'A message and how it fares. Its webhook-id is `msg_` and this id; kept for 30 days.',
})
export class WebhookDeliveryModel extends NodeModel {
  @Field(() => String, { description: 'As in the message: `match.found`, or `webhook.test`.' })
  eventType: WebhookType;
  @Field(() => WebhookDeliveryStateEnum, { description: 'Whether it has arrived.' })
  state: WebhookDeliveryView['state'];
  @Field(() => DateTimeScalar, { description: 'When what it tells of happened.' })
  happenedAt: Date;
  @Field(() => Int, { description: 'How often it was sent, those of a re-sending counted.' })
  tries: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'While it waits.' })
  nextTryAt?: Date | undefined;
  @Field(() => [WebhookAttemptModel], { description: 'The last twenty tries, the latest first.' })
  attempts: readonly WebhookAttemptModel[];
}

@ObjectType('WebhookDeliveryEdge')
class WebhookDeliveryEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => WebhookDeliveryModel)
  node: WebhookDeliveryModel;
}

@ObjectType('WebhookDeliveryConnection')
export class WebhookDeliveryConnectionModel {
  @Field(() => [WebhookDeliveryEdgeModel])
  edges: readonly WebhookDeliveryEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

export const webhookModel = (view: WebhookView): WebhookModel => ({
  id: view.id,
  url: view.url,
  description: view.description,
  events: view.events,
  state: view.state,
  disabledFor: view.disabledFor,
  disabledAt: view.disabledAt,
  createdBy: view.createdBy,
  createdAt: view.createdAt,
  oldSecretUntil: view.oldSecretUntil,
});

export const webhookDeliveryModel = (view: WebhookDeliveryView): WebhookDeliveryModel => ({
  id: view.id,
  eventType: view.type,
  state: view.state,
  happenedAt: view.happenedAt,
  tries: view.tries,
  nextTryAt: view.nextTryAt,
  attempts: view.attempts.map(({ at, outcome, statusCode, durationMs }) => ({
    at,
    outcome,
    statusCode,
    durationMs,
  })),
});
