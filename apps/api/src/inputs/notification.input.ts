import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import type { NotificationChannel, NotificationRhythm, NotificationTopic } from '#domain';
import { NotificationChannelEnum, NotificationRhythmEnum, NotificationTopicEnum } from '../enums.js';

@InputType('NotificationSettingInput')
class NotificationSettingInput {
  @Field(() => NotificationChannelEnum)
  channel: NotificationChannel;
  @Field(() => NotificationTopicEnum)
  topic: NotificationTopic;
  @Field(() => NotificationRhythmEnum)
  rhythm: NotificationRhythm;
}

@InputType('SetNotificationsInput')
export class SetNotificationsInput {
  @Field(() => [NotificationSettingInput], { description: 'What is not named stays as it is.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NotificationSettingInput)
  settings: NotificationSettingInput[];
}
