import { Inject, UseInterceptors } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Config } from '#config';
import type { Actor } from '#domain';
import type { InvitationView, Market, Outcome } from '#market';
import type { Caller } from '../callers.js';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import {
  FirstAccountInput,
  InviteFirmInput,
  InvitePersonInput,
  InviteStaffInput,
} from '../inputs/identity.input.js';
import {
  InvitationModel,
  invitationModel,
  InvitationPreviewModel,
  invitationPreviewModel,
} from '../models/identity.model.js';
import {
  AcceptInvitationResult,
  InviteResult,
  RevokeInvitationResult,
} from '../outcomes/identity-results.js';
import { member } from '../outcomes/union.js';
import { listed } from '../outcomes/listed.js';
import { CONFIG, InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => InvitationModel)
@UseInterceptors(TypedValidation)
export class InvitationResolver {
  constructor(
    @InjectMarket() private readonly market: Market,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => [InvitationModel], {
    name: 'invitations',
    description:
      'Of the last hundred days, newest first: of the firm acted for, to its administrators; with clusterId of that cluster, to its staff.',
  })
  async invitations(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID, nullable: true }) clusterId: string | null | undefined,
  ): Promise<readonly InvitationModel[]> {
    const cluster = clusterId === null || clusterId === undefined ? undefined : knownId(clusterId);
    return listed(await this.market.invitations.list(actor, cluster)).map(invitationModel);
  }

  @Query(() => InvitationPreviewModel, {
    name: 'invitation',
    nullable: true,
    description:
      'What the link of an invitation leads to, for whoever holds its token, signed in or not; null when it cannot be accepted, for whichever reason.',
  })
  async invitation(
    @Args('token', { type: () => String }) token: string,
  ): Promise<InvitationPreviewModel | undefined> {
    const preview = await this.market.acceptances.preview(token);
    return preview && invitationPreviewModel(preview);
  }

  @Mutation(() => InviteResult, {
    name: 'invitePerson',
    description:
      'Invites a person into the firm acted for, by its administrators. The answer is the same whether the address has an account or not. A newer invitation of the same address takes the place of the open one.',
  })
  async invitePerson(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => InvitePersonInput }) { idempotencyKey, ...input }: InvitePersonInput,
  ): Promise<typeof InviteResult> {
    const question = { ...input, webUrl: this.webUrl };
    return sent(await this.market.invitations.invitePerson(actor, question, idempotencyKey ?? undefined));
  }

  @Mutation(() => InviteResult, {
    name: 'inviteStaff',
    description: "Invites staff or an auditor into a cluster, by the cluster's staff.",
  })
  async inviteStaff(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => InviteStaffInput }) { idempotencyKey, ...input }: InviteStaffInput,
  ): Promise<typeof InviteResult> {
    const question = { ...input, clusterId: knownId(input.clusterId), webUrl: this.webUrl };
    return sent(await this.market.invitations.inviteStaff(actor, question, idempotencyKey ?? undefined));
  }

  @Mutation(() => InviteResult, {
    name: 'inviteFirm',
    description:
      "Invites a firm into a cluster by its first administrator, by the cluster's staff. It takes part once that person accepts.",
  })
  async inviteFirm(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => InviteFirmInput })
    { latitude, longitude, hintIds, idempotencyKey, ...input }: InviteFirmInput,
  ): Promise<typeof InviteResult> {
    const at = { latitude: latitude ?? undefined, longitude: longitude ?? undefined };
    const hints = hintIds ? { hintIds: [...new Set(hintIds.map(knownId))] } : {};
    const question = {
      ...input,
      ...at,
      ...hints,
      clusterId: knownId(input.clusterId),
      webUrl: this.webUrl,
    };
    return sent(await this.market.invitations.inviteFirm(actor, question, idempotencyKey ?? undefined));
  }

  @Mutation(() => RevokeInvitationResult, {
    name: 'revokeInvitation',
    description: 'Its link leads nowhere from now on.',
  })
  async revokeInvitation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RevokeInvitationResult> {
    const outcome = await this.market.invitations.revoke(actor, knownId(id), key ?? undefined);
    return member('InvitationRevoked', outcome, (view) => ({ invitation: invitationModel(view) }));
  }

  @Mutation(() => AcceptInvitationResult, {
    name: 'acceptInvitation',
    description:
      'Makes the account of the invited address and joins; asked without signing in. A token that is unknown, expired, used or revoked is not found.',
  })
  async acceptInvitation(
    @Args('token', { type: () => String }) token: string,
    @Args('name', { type: () => String }) name: string,
    @Args('password', { type: () => String }) password: string,
  ): Promise<typeof AcceptInvitationResult> {
    return accepted(await this.market.acceptances.acceptAsNew(token, name, password));
  }

  @Mutation(() => AcceptInvitationResult, {
    name: 'joinByInvitation',
    description:
      "Joins with the viewer's own account, whose address must be the invited one; to everybody else the invitation is not found.",
  })
  async joinByInvitation(
    @CurrentActor() actor: Caller,
    @Args('token', { type: () => String }) token: string,
  ): Promise<typeof AcceptInvitationResult> {
    return accepted(await this.market.acceptances.acceptAs(actor, token));
  }

  @Mutation(() => AcceptInvitationResult, {
    name: 'makeFirstCluster',
    description:
      'Makes the first cluster and the account of its staff, with the link that a new installation prints; asked without signing in.',
  })
  async makeFirstCluster(
    @Args('token', { type: () => String }) token: string,
    @Args('input', { type: () => FirstAccountInput }) input: FirstAccountInput,
  ): Promise<typeof AcceptInvitationResult> {
    return accepted(await this.market.acceptances.acceptFirst(token, input));
  }

  private get webUrl(): string {
    return this.config.publicUrl;
  }
}

const sent = (outcome: Outcome<InvitationView>) =>
  member('InvitationSent', outcome, (view) => ({ invitation: invitationModel(view) }));

const accepted = (outcome: Awaited<ReturnType<Market['acceptances']['acceptAsNew']>>) =>
  member('InvitationAccepted', outcome, ({ organisation, role }) => ({ organisation, role }));
