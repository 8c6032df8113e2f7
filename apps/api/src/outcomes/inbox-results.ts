import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Outcome } from '#market';
import { ANY_ERROR, member, resultOf } from './union.js';

@ObjectType('InboxMarked')
class InboxMarkedModel {
  @Field(() => Int, { description: 'As in the inbox.' })
  unreadCount: number;
}

export const MarkReadResult = resultOf('MarkReadResult', InboxMarkedModel, ...ANY_ERROR);

export const inboxMarked = (outcome: Outcome<number>) =>
  member('InboxMarked', outcome, (unreadCount) => ({ unreadCount }));
