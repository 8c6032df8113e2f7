import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ClusterRole, FirmRole, InvitationState, KeyScope } from '#domain';
import type { AccessEntryView, ApiKeyView, InvitationPreview, InvitationView, MemberView } from '#market';
import {
  AccessKindEnum,
  ApiKeyStateEnum,
  FirmRoleEnum,
  InvitationKindEnum,
  InvitationStateEnum,
  KeyScopeEnum,
  RoleEnum,
} from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { ClusterModel, FirmModel } from './firm.model.js';
import { NodeModel, PageInfoModel } from './node.model.js';

@ObjectType('FirmMembership', { description: 'A firm that the viewer may act for, one at a time.' })
export class MembershipModel {
  @Field(() => FirmModel, { description: 'The firm, with its sites.' })
  firm: FirmModel;
  @Field(() => FirmRoleEnum, { description: 'What the viewer may do for it.' })
  role: FirmRole;
  @Field(() => Boolean, { description: 'Whether the request acts for it.' })
  acting: boolean;
}

@ObjectType('ClusterMembership', { description: 'A cluster that the viewer works for or audits.' })
export class ClusterMembershipModel {
  @Field(() => ClusterModel, { description: 'The cluster.' })
  cluster: ClusterModel;
  @Field(() => RoleEnum, { description: 'What the viewer may do in it.' })
  role: ClusterRole;
}

@ObjectType('ClusterFirm', {
  implements: () => [NodeModel],
  description: 'A firm of a cluster, as its staff work with it.',
})
export class ClusterFirmModel implements NodeModel {
  @Field(() => ID, { description: 'Of the firm.' })
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => Boolean, { description: 'Whether staff may begin drafts for it.' })
  letsStaffDraft: boolean;
  @Field(() => Boolean, { description: 'Whether staff may keep its listings for it.' })
  letsStaffEdit: boolean;
}

@ObjectType('Member', {
  implements: () => [NodeModel],
  description: 'Somebody who takes part in a firm or cluster.',
})
export class MemberModel implements NodeModel {
  @Field(() => ID, { description: 'Of the person.' })
  id: string;
  @Field(() => String, { description: 'As the person wrote it.' })
  name: string;
  @Field(() => String, { description: 'The address that the person signs in with.' })
  email: string;
  @Field(() => RoleEnum, { description: 'What the person may do.' })
  role: FirmRole | ClusterRole;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a sign-in was last used, to within the hour; null when none is left.',
  })
  lastSeenAt?: Date | undefined;
  @Field(() => Boolean, { description: 'Whether it is the viewer.' })
  self: boolean;
}

@ObjectType('Invitation', {
  implements: () => [NodeModel],
  description: 'Its link is in the mail and nowhere else.',
})
export class InvitationModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String, { description: 'The address that it went to, and that must accept it.' })
  email: string;
  @Field(() => RoleEnum, { description: 'What the invited person will be.' })
  role: FirmRole | ClusterRole;
  @Field(() => String, {
    nullable: true,
    description: 'The firm that is asked to take part, where it is new.',
  })
  firmName?: string | undefined;
  @Field(() => InvitationStateEnum, { description: 'Whether it can still be accepted.' })
  state: InvitationState;
  @Field(() => String, { nullable: true, description: 'Name of who invited.' })
  invitedBy?: string | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  invitedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it can no longer be accepted.' })
  expiresAt: Date;
}

@ObjectType('InvitationPreview', { description: 'What an invitation says to whoever holds its link.' })
export class InvitationPreviewModel {
  @Field(() => InvitationKindEnum, { description: 'What is joined.' })
  kind: InvitationPreview['kind'];
  @Field(() => String, { nullable: true, description: 'Name of the firm or cluster.' })
  organisation?: string | undefined;
  @Field(() => RoleEnum, { description: 'What the invited person will be.' })
  role: FirmRole | ClusterRole;
  @Field(() => String, { nullable: true, description: 'The invited address.' })
  email?: string | undefined;
  @Field(() => Boolean, {
    description: 'Whether that address signs in here already: then it accepts signed in.',
  })
  hasAccount: boolean;
  @Field(() => String, { nullable: true, description: 'Of a first account: the name that was given.' })
  personName?: string | undefined;
  @Field(() => String, { nullable: true, description: "Of a first account: the cluster's short name." })
  slug?: string | undefined;
  @Field(() => DateTimeScalar, { description: 'When it can no longer be accepted.' })
  expiresAt: Date;
}

@ObjectType('ApiKey', {
  implements: () => [NodeModel],
  description: 'Lets a program act for the firm; the key itself is shown once, when it is made.',
})
export class ApiKeyModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String, {
    description: 'What it is for; stands where a person would in what the program does.',
  })
  name: string;
  @Field(() => String, { description: 'How the key begins.' })
  prefix: string;
  @Field(() => [KeyScopeEnum], { description: 'What it may be used for.' })
  scopes: readonly KeyScope[];
  @Field(() => ApiKeyStateEnum, { description: 'Whether it works.' })
  state: ApiKeyView['state'];
  @Field(() => String, { nullable: true, description: 'Name of who made it.' })
  createdBy?: string | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  expiresAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The hour of its last use.' })
  lastUsedAt?: Date | undefined;
}

@ObjectType('AccessLogEntry', { description: 'One step of who was let in and who left.' })
export class AccessEntryModel {
  @Field(() => AccessKindEnum, { description: 'What happened.' })
  kind: AccessEntryView['kind'];
  @Field(() => DateTimeScalar, { description: 'When it was.' })
  at: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Name of who did it, where there still is an account.',
  })
  by?: string | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'The person, address, firm or key that it was done to.',
  })
  subject?: string | undefined;
  @Field(() => RoleEnum, { nullable: true, description: 'The role it was about.' })
  role?: FirmRole | ClusterRole | undefined;
}

@ObjectType('AccessLogEdge')
export class AccessEntryEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => AccessEntryModel)
  node: AccessEntryModel;
}

@ObjectType('AccessLogConnection')
export class AccessLogConnectionModel {
  @Field(() => [AccessEntryEdgeModel])
  edges: readonly AccessEntryEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}

export const memberModel = (view: MemberView, viewerId: string): MemberModel => ({
  id: view.personId,
  name: view.name,
  email: view.email,
  role: view.role,
  lastSeenAt: view.lastSeenAt,
  self: view.personId === viewerId,
});

export const invitationModel = (view: InvitationView): InvitationModel => ({
  id: view.id,
  email: view.email,
  role: view.role,
  firmName: view.firmName,
  state: view.state,
  invitedBy: view.invitedBy,
  invitedAt: view.invitedAt,
  expiresAt: view.expiresAt,
});

export const invitationPreviewModel = (view: InvitationPreview): InvitationPreviewModel => ({
  kind: view.kind,
  organisation: view.organisation,
  role: view.role,
  email: view.email,
  hasAccount: view.hasAccount,
  personName: view.personName,
  slug: view.slug,
  expiresAt: view.expiresAt,
});

export const apiKeyModel = (view: ApiKeyView): ApiKeyModel => ({
  id: view.id,
  name: view.name,
  prefix: view.prefix,
  scopes: view.scopes,
  state: view.state,
  createdBy: view.createdBy,
  createdAt: view.createdAt,
  expiresAt: view.expiresAt,
  lastUsedAt: view.lastUsedAt,
});

export const accessEntryModel = (view: AccessEntryView): AccessEntryModel => ({
  kind: view.kind,
  at: view.at,
  by: view.by,
  subject: view.subject,
  role: view.role,
});
