import { UseInterceptors } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { CurrentActor } from '../context.js';
import { SetNotificationsInput } from '../inputs/notification.input.js';
import { ViewerModel } from '../models/firm.model.js';
import { NotificationSettingModel } from '../models/notification.model.js';
import { notificationsSet, SetNotificationsResult } from '../outcomes/notification-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => ViewerModel)
@UseInterceptors(TypedValidation)
export class NotificationResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('notificationSettings', () => [NotificationSettingModel], {
    description: 'How often the viewer is told of what is in the inbox, one for each topic; none of a key.',
  })
  notificationSettings(@Parent() { acting }: ViewerModel): Promise<readonly NotificationSettingModel[]> {
    return this.market.notifications.settings(acting);
  }

  @Mutation(() => SetNotificationsResult, {
    name: 'setNotifications',
    description: "For the viewer alone. OFF turns a topic's watches off too, whatever rhythm they have.",
  })
  async setNotifications(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SetNotificationsInput }) input: SetNotificationsInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof SetNotificationsResult> {
    const outcome = await this.market.notifications.choose(actor, input.settings, key ?? undefined);
    return notificationsSet(this.market, actor, outcome);
  }
}
