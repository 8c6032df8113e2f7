import { Field, ObjectType } from '@nestjs/graphql';
import type {
  NotificationChannel,
  NotificationRhythm,
  NotificationSetting,
  NotificationTopic,
} from '#domain';
import { NotificationChannelEnum, NotificationRhythmEnum, NotificationTopicEnum } from '../enums.js';

@ObjectType('NotificationSetting', {
  description: 'How often the viewer is told of a topic, whichever firm it concerns.',
})
export class NotificationSettingModel implements NotificationSetting {
  @Field(() => NotificationChannelEnum)
  channel: NotificationChannel;
  @Field(() => NotificationTopicEnum)
  topic: NotificationTopic;
  @Field(() => NotificationRhythmEnum)
  rhythm: NotificationRhythm;
}
