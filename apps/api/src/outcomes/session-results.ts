import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { NotFoundErrorModel } from './errors.js';

@ObjectType('SessionRevoked')
class SessionRevokedModel {
  @Field(() => ID)
  id: string;
}

export const RevokeSessionResult = createUnionType({
  name: 'RevokeSessionResult',
  types: () => [SessionRevokedModel, NotFoundErrorModel] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
