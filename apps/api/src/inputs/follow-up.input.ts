import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { dayInOslo } from '#domain';
import type { NoteInput, StepInput } from '#market';
import { DateTimeScalar } from '../scalars.js';
import { knownId } from '../ids.js';
import { RepeatableInput } from './repeatable.input.js';

@InputType('MatchNoteInput')
export class MatchNoteInput extends RepeatableInput {
  @Field(() => ID, { description: 'The cluster whose staff the viewer is.' })
  clusterId: string;
  @Field(() => ID)
  matchId: string;
  @Field(() => String, { description: 'At most 2000 characters; firms never read it.' })
  @MaxLength(2000)
  text: string;
}

@InputType('NextStepInput')
export class NextStepInput extends RepeatableInput {
  @Field(() => ID, { description: 'The cluster whose staff the viewer is.' })
  clusterId: string;
  @Field(() => ID)
  matchId: string;
  @Field(() => String, { description: 'At most 300 characters; firms never read it.' })
  @MaxLength(300)
  text: string;
  @Field(() => DateTimeScalar, { description: 'Its day in Europe/Oslo counts.' })
  dueOn: Date;
  @Field(() => ID, { nullable: true, description: "One of the cluster's staff; the viewer where left out." })
  @IsOptional()
  @MaxLength(300)
  assignedTo?: string | null;
}

export const noteInput = ({ clusterId, matchId, text }: MatchNoteInput): NoteInput => ({
  clusterId: knownId(clusterId),
  matchId: knownId(matchId),
  text,
});

export const stepInput = (input: NextStepInput): StepInput => ({
  clusterId: knownId(input.clusterId),
  matchId: knownId(input.matchId),
  text: input.text,
  dueOn: dayInOslo(input.dueOn),
  assignedTo: input.assignedTo ?? undefined,
});
