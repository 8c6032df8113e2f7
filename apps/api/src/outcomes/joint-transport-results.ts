import { Field, ObjectType } from '@nestjs/graphql';
import { JointTransportModel, ReturnLoadsModel } from '../models/joint-transport.model.js';
import { ANY_ERROR, resultOf } from './union.js';

@ObjectType('JointTransportOffered')
class JointTransportOfferedModel {
  @Field(() => ReturnLoadsModel, { description: 'As they are now.' })
  returnLoads: ReturnLoadsModel;
}

@ObjectType('JointTransportAnswered')
class JointTransportAnsweredModel {
  @Field(() => JointTransportModel)
  jointTransport: JointTransportModel;
}

export const OfferJointTransportResult = resultOf(
  'OfferJointTransportResult',
  JointTransportOfferedModel,
  ...ANY_ERROR,
);
export const AnswerJointTransportResult = resultOf(
  'AnswerJointTransportResult',
  JointTransportAnsweredModel,
  ...ANY_ERROR,
);
