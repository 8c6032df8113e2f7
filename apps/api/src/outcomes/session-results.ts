import { Field, ID, ObjectType } from '@nestjs/graphql';
import { NotFoundErrorModel, ValidationErrorModel } from './errors.js';
import { resultOf } from './union.js';

@ObjectType('SessionRevoked')
class SessionRevokedModel {
  @Field(() => ID)
  id: string;
}

export const RevokeSessionResult = resultOf(
  'RevokeSessionResult',
  SessionRevokedModel,
  ValidationErrorModel,
  NotFoundErrorModel,
);
