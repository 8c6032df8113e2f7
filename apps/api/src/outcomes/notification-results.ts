import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market, Outcome } from '#market';
import { NotificationSettingModel } from '../models/notification.model.js';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('NotificationsSet')
class NotificationsSetModel {
  @Field(() => [NotificationSettingModel], { description: 'All of them, as they are now.' })
  settings: readonly NotificationSettingModel[];
}

export const SetNotificationsResult = resultOf('SetNotificationsResult', NotificationsSetModel, ...ANY_ERROR);

export const notificationsSet = (market: Market, actor: Actor, outcome: Outcome<unknown>) =>
  member('NotificationsSet', outcome, async () => ({
    settings: await market.notifications.settings(actor),
  }));
