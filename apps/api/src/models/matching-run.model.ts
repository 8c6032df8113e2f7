import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { MatchingRunState } from '#domain';
import type { MatchingRunView } from '#market';
import { MatchingRunStateEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('MatchingRun', {
  description: 'All listings of the installation matched again, after its rules have changed.',
})
export class MatchingRunModel {
  @Field(() => ID)
  id: string;
  @Field(() => MatchingRunStateEnum)
  state: MatchingRunState;
  @Field(() => String, { description: 'The rules that everything is matched by.' })
  ruleSet: string;
  @Field(() => Int, { description: 'On the market when it was begun.' })
  listings: number;
  @Field(() => Int, { description: 'How many of them are matched.' })
  done: number;
  @Field(() => DateTimeScalar)
  startedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt?: Date | undefined;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'If it goes on at its pace; null until there is one, and of one that does not go on.',
  })
  expectedEnd?: Date | undefined;
}

export const matchingRunModel = (view: MatchingRunView): MatchingRunModel => ({ ...view });
