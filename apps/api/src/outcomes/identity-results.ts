import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { ClusterRole, FirmRole } from '#domain';
import type { Outcome } from '#market';
import { RoleEnum } from '../enums.js';
import { ViewerModel } from '../models/firm.model.js';
import { ApiKeyModel, InvitationModel, MemberModel } from '../models/identity.model.js';
import {
  ConflictErrorModel,
  errorOutcome,
  ForbiddenErrorModel,
  NotFoundErrorModel,
  ValidationErrorModel,
  type ErrorOutcome,
} from './errors.js';

@ObjectType('ActingForChanged')
class ActingForChangedModel {
  @Field(() => ViewerModel, { description: 'As the sign-in acts from now on.' })
  viewer: ViewerModel;
}

@ObjectType('InvitationSent')
class InvitationSentModel {
  @Field(() => InvitationModel, { description: 'The mail with its link is on its way.' })
  invitation: InvitationModel;
}

@ObjectType('InvitationRevoked')
class InvitationRevokedModel {
  @Field(() => InvitationModel, { description: 'Its link leads nowhere now.' })
  invitation: InvitationModel;
}

@ObjectType('InvitationAccepted')
class InvitationAcceptedModel {
  @Field(() => String, { description: 'Name of the firm or cluster that was joined.' })
  organisation: string;
  @Field(() => RoleEnum, { description: 'What the person is there.' })
  role: FirmRole | ClusterRole;
}

@ObjectType('MemberChanged')
class MemberChangedModel {
  @Field(() => MemberModel, { description: 'As he or she takes part from now on.' })
  member: MemberModel;
}

@ObjectType('MemberRemoved')
class MemberRemovedModel {
  @Field(() => ID, { description: 'Of the person who no longer takes part.' })
  id: string;
}

@ObjectType('ApiKeyMade')
class ApiKeyMadeModel {
  @Field(() => ApiKeyModel, { description: 'What is kept of it.' })
  key: ApiKeyModel;
  @Field(() => String, { description: 'To be sent as `Authorization: Bearer …`; it cannot be shown again.' })
  secret: string;
}

@ObjectType('ApiKeyRevoked')
class ApiKeyRevokedModel {
  @Field(() => ApiKeyModel, { description: 'It lets nobody in from now on.' })
  key: ApiKeyModel;
}

const typeName = (value: { __typename: string }): string => value.__typename;

export const ActForResult = createUnionType({
  name: 'ActForResult',
  types: () => [ActingForChangedModel, NotFoundErrorModel] as const,
  resolveType: typeName,
});
export const InviteResult = createUnionType({
  name: 'InviteResult',
  types: () =>
    [
      InvitationSentModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ForbiddenErrorModel,
      ConflictErrorModel,
    ] as const,
  resolveType: typeName,
});
export const RevokeInvitationResult = createUnionType({
  name: 'RevokeInvitationResult',
  types: () => [InvitationRevokedModel, NotFoundErrorModel, ForbiddenErrorModel, ConflictErrorModel] as const,
  resolveType: typeName,
});
export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () =>
    [InvitationAcceptedModel, ValidationErrorModel, NotFoundErrorModel, ConflictErrorModel] as const,
  resolveType: typeName,
});
export const ChangeMemberResult = createUnionType({
  name: 'ChangeMemberResult',
  types: () => [MemberChangedModel, NotFoundErrorModel, ForbiddenErrorModel, ConflictErrorModel] as const,
  resolveType: typeName,
});
export const RemoveMemberResult = createUnionType({
  name: 'RemoveMemberResult',
  types: () => [MemberRemovedModel, NotFoundErrorModel, ForbiddenErrorModel, ConflictErrorModel] as const,
  resolveType: typeName,
});
export const MakeApiKeyResult = createUnionType({
  name: 'MakeApiKeyResult',
  types: () =>
    [
      ApiKeyMadeModel,
      ValidationErrorModel,
      NotFoundErrorModel,
      ForbiddenErrorModel,
      ConflictErrorModel,
    ] as const,
  resolveType: typeName,
});
export const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  types: () => [ApiKeyRevokedModel, NotFoundErrorModel, ForbiddenErrorModel, ConflictErrorModel] as const,
  resolveType: typeName,
});

/** An outcome as the union member of that name. */
export function member<N extends string, T, M extends object>(
  __typename: N,
  outcome: Outcome<T>,
  model: (value: T) => M,
): (M & { __typename: N }) | ErrorOutcome {
  return outcome.ok ? { ...model(outcome.value), __typename } : errorOutcome(outcome.refusal);
}
