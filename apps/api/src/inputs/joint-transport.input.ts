import { Field, ID, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { RepeatableInput } from './repeatable.input.js';

@InputType('OfferJointTransportInput')
export class OfferJointTransportInput extends RepeatableInput {
  @Field(() => ID, { description: 'The cluster whose staff the viewer is.' })
  @MaxLength(100)
  clusterId: string;
  @Field(() => ID, { description: 'One agreement of a pair that returnLoads found.' })
  @MaxLength(100)
  agreementId: string;
  @Field(() => ID, { description: 'The other of the pair.' })
  @MaxLength(100)
  withAgreementId: string;
}

@InputType('AnswerJointTransportInput')
export class AnswerJointTransportInput extends RepeatableInput {
  @Field(() => ID)
  @MaxLength(100)
  id: string;
  @Field(() => Boolean, {
    description:
      'Yes, and the own name is shown to the other side once it has said yes too; or no, for good.',
  })
  accept: boolean;
}
