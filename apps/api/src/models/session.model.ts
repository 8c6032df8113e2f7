import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { SessionView } from '#market';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Session', { description: 'One sign-in of the viewer, on one browser or program.' })
export class SessionModel {
  @Field(() => ID)
  id: string;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'To within the hour.' })
  lastSeenAt: Date;
  @Field(() => String, { nullable: true, description: 'What the browser or program called itself.' })
  userAgent?: string | undefined;
  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current: boolean;
}

export const sessionModel = (session: SessionView, currentId: string | undefined): SessionModel => ({
  id: session.id,
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  userAgent: session.userAgent,
  current: session.id === currentId,
});
