import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ClusterRole, FirmRole } from '#domain';
import { RoleEnum } from '../enums.js';
import { ViewerModel } from '../models/firm.model.js';
import { ApiKeyModel, InvitationModel, MemberModel } from '../models/identity.model.js';
import { ConflictErrorModel, NotFoundErrorModel, ValidationErrorModel } from './errors.js';
import { ANY_ERROR, resultOf } from './union.js';

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
  @Field(() => String, {
    nullable: true,
    description:
      'To be sent as `Authorization: Bearer …`. It is shown once: null where the call is answered again under its idempotencyKey.',
  })
  secret?: string | undefined;
}

@ObjectType('ApiKeyRevoked')
class ApiKeyRevokedModel {
  @Field(() => ApiKeyModel, { description: 'It lets nobody in from now on.' })
  key: ApiKeyModel;
}

export const ActForResult = resultOf('ActForResult', ActingForChangedModel, NotFoundErrorModel);
export const InviteResult = resultOf('InviteResult', InvitationSentModel, ...ANY_ERROR);
export const RevokeInvitationResult = resultOf(
  'RevokeInvitationResult',
  InvitationRevokedModel,
  ...ANY_ERROR,
);
export const AcceptInvitationResult = resultOf(
  'AcceptInvitationResult',
  InvitationAcceptedModel,
  ValidationErrorModel,
  NotFoundErrorModel,
  ConflictErrorModel,
);
export const ChangeMemberResult = resultOf('ChangeMemberResult', MemberChangedModel, ...ANY_ERROR);
export const RemoveMemberResult = resultOf('RemoveMemberResult', MemberRemovedModel, ...ANY_ERROR);
export const MakeApiKeyResult = resultOf('MakeApiKeyResult', ApiKeyMadeModel, ...ANY_ERROR);
export const RevokeApiKeyResult = resultOf('RevokeApiKeyResult', ApiKeyRevokedModel, ...ANY_ERROR);
