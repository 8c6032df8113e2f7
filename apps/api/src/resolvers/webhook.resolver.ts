import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import type { Caller } from '../callers.js';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import { SaveWebhookInput } from '../inputs/webhook.input.js';
import {
  WebhookDeliveryConnectionModel,
  webhookDeliveryModel,
  webhookModel,
  WebhookModel,
} from '../models/webhook.model.js';
import { listed } from '../outcomes/listed.js';
import { member } from '../outcomes/union.js';
import {
  EnableWebhookResult,
  RemoveWebhookResult,
  ResendWebhookDeliveryResult,
  RotateWebhookSecretResult,
  SaveWebhookResult,
  SendTestWebhookResult,
} from '../outcomes/webhook-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => WebhookModel)
@UseInterceptors(TypedValidation)
export class WebhookResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [WebhookModel], {
    name: 'webhooks',
    description: 'Of the firm acted for, to its administrators; newest first.',
  })
  async webhooks(@CurrentActor() actor: Actor): Promise<readonly WebhookModel[]> {
    return listed(await this.market.webhooks.list(actor)).map(webhookModel);
  }

  @Query(() => WebhookModel, { name: 'webhook', nullable: true })
  async webhook(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookModel | undefined> {
    const outcome = await this.market.webhooks.webhook(actor, knownId(id));
    if (!outcome.ok && outcome.refusal.kind === 'not_found') return undefined;
    return webhookModel(listed(outcome));
  }

  @Mutation(() => SaveWebhookResult, {
    name: 'saveWebhook',
    description:
      'Makes or changes a webhook of the firm acted for, by its administrators, who must just have proved who they are (else ForbiddenError with code STEP_UP_REQUIRED). It is told what happens from now on; at most ten a firm.',
  })
  async saveWebhook(
    @CurrentActor() actor: Caller,
    @Args('input', { type: () => SaveWebhookInput }) input: SaveWebhookInput,
  ): Promise<typeof SaveWebhookResult> {
    const { url, description, events } = input;
    const outcome = await this.market.webhooks.save(
      actor,
      { url, description, events },
      {
        id: input.id ? knownId(input.id) : undefined,
        key: input.idempotencyKey ?? undefined,
        steppedUp: actor.steppedUp,
      },
    );
    return member('WebhookSaved', outcome, ({ webhook, secret }) => ({
      webhook: webhookModel(webhook),
      secret,
    }));
  }

  @Mutation(() => RemoveWebhookResult, { name: 'removeWebhook' })
  async removeWebhook(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RemoveWebhookResult> {
    const outcome = await this.market.webhooks.remove(actor, knownId(id), key ?? undefined);
    return member('WebhookRemoved', outcome, ({ webhookId }) => ({ id: webhookId }));
  }

  @Mutation(() => RotateWebhookSecretResult, {
    name: 'rotateWebhookSecret',
    description:
      'The old secret signs beside the new one for 24 hours. Takes a fresh proof of who asks, as saveWebhook does.',
  })
  async rotateWebhookSecret(
    @CurrentActor() actor: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RotateWebhookSecretResult> {
    const { steppedUp } = actor;
    const outcome = await this.market.webhooks.rotate(actor, knownId(id), {
      key: key ?? undefined,
      steppedUp,
    });
    return member('WebhookSaved', outcome, ({ webhook, secret }) => ({
      webhook: webhookModel(webhook),
      secret,
    }));
  }

  @Mutation(() => EnableWebhookResult, {
    name: 'enableWebhook',
    description: 'After it was disabled; what happened meanwhile is not sent.',
  })
  async enableWebhook(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof EnableWebhookResult> {
    const outcome = await this.market.webhooks.enable(actor, knownId(id), key ?? undefined);
    return member('WebhookSaved', outcome, ({ webhook }) => ({ webhook: webhookModel(webhook) }));
  }

  @Mutation(() => SendTestWebhookResult, {
    name: 'sendTestWebhook',
    description: 'Sends a message of type webhook.test, once and without retries.',
  })
  async sendTestWebhook(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof SendTestWebhookResult> {
    const outcome = await this.market.webhooks.test(actor, knownId(id), key ?? undefined);
    return member('WebhookQueued', outcome, (delivery) => ({ delivery: webhookDeliveryModel(delivery) }));
  }

  @Mutation(() => ResendWebhookDeliveryResult, {
    name: 'resendWebhookDelivery',
    description: 'The same message under the same webhook-id, whether it had arrived or not.',
  })
  async resendWebhookDelivery(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ResendWebhookDeliveryResult> {
    const outcome = await this.market.webhooks.resend(actor, knownId(id), key ?? undefined);
    return member('WebhookQueued', outcome, (delivery) => ({ delivery: webhookDeliveryModel(delivery) }));
  }

  @ResolveField('deliveries', () => WebhookDeliveryConnectionModel, {
    description: 'Of the last 30 days, newest first.',
  })
  async deliveries(
    @CurrentActor() actor: Actor,
    @Parent() { id }: WebhookModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<WebhookDeliveryConnectionModel> {
    const page = await this.market.webhooks.deliveries(actor, id, pageSize(first), pageKey(after, 'time'));
    return connectionOf(listed(page), Boolean(after), webhookDeliveryModel);
  }
}
