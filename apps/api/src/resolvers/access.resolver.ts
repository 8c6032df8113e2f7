import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor, FirmRole } from '#domain';
import type { Market } from '#market';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { FirmRoleEnum } from '../enums.js';
import { knownId } from '../ids.js';
import {
  accessEntryModel,
  AccessLogConnectionModel,
  ClusterFirmModel,
  MemberModel,
  memberModel,
} from '../models/identity.model.js';
import { ChangeMemberResult, RemoveMemberResult } from '../outcomes/identity-results.js';
import { member } from '../outcomes/union.js';
import { listed } from '../outcomes/listed.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => MemberModel)
@UseInterceptors(TypedValidation)
export class AccessResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [MemberModel], {
    name: 'members',
    description:
      'By name: of the firm acted for, to its administrators; with clusterId of that cluster, to its staff.',
  })
  async members(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID, nullable: true }) clusterId: string | null | undefined,
  ): Promise<readonly MemberModel[]> {
    const views = listed(await this.market.members.list(actor, idOf(clusterId)));
    return views.map((view) => memberModel(view, actor.personId));
  }

  @Query(() => [ClusterFirmModel], {
    name: 'clusterFirms',
    description: 'Firms of a cluster by name, to its staff.',
  })
  async clusterFirms(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
  ): Promise<readonly ClusterFirmModel[]> {
    return listed(await this.market.members.firms(actor, knownId(clusterId)));
  }

  @Query(() => AccessLogConnectionModel, {
    name: 'accessLog',
    description:
      'Who invited, joined, left, was removed, and made or revoked keys, newest first: of the firm acted for, to its administrators; with clusterId of that cluster, to its staff.',
  })
  async accessLog(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID, nullable: true }) clusterId: string | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<AccessLogConnectionModel> {
    const page = await this.market.members.log(
      actor,
      idOf(clusterId),
      pageSize(first),
      pageKey(after, 'time'),
    );
    return connectionOf(listed(page), Boolean(after), accessEntryModel);
  }

  @Mutation(() => ChangeMemberResult, {
    name: 'changeMemberRole',
    description: 'In the firm acted for, by its administrators, of whom one must be left.',
  })
  async changeMemberRole(
    @CurrentActor() actor: Actor,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('role', { type: () => FirmRoleEnum }) role: FirmRole,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeMemberResult> {
    const outcome = await this.market.members.changeRole(actor, personId, role, key ?? undefined);
    return member('MemberChanged', outcome, (view) => ({ member: memberModel(view, actor.personId) }));
  }

  @Mutation(() => RemoveMemberResult, {
    name: 'removeMember',
    description:
      "From the firm acted for, by its administrators; with clusterId from that cluster, by its staff. The person's connections are closed within a second.",
  })
  async removeMember(
    @CurrentActor() actor: Actor,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('clusterId', { type: () => ID, nullable: true }) clusterId: string | null | undefined,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RemoveMemberResult> {
    const outcome = await this.market.members.remove(actor, personId, idOf(clusterId), key ?? undefined);
    return member('MemberRemoved', outcome, (value) => ({ id: value.personId }));
  }

  @Mutation(() => RemoveMemberResult, {
    name: 'leaveFirm',
    description: "Ends the viewer's own membership; the last administrator cannot leave.",
  })
  async leaveFirm(
    @CurrentActor() actor: Actor,
    @Args('firmId', { type: () => ID }) firmId: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RemoveMemberResult> {
    const outcome = await this.market.members.leave(actor, knownId(firmId), key ?? undefined);
    return member('MemberRemoved', outcome, (value) => ({ id: value.personId }));
  }
}

const idOf = (clusterId: string | null | undefined): string | undefined =>
  clusterId === null || clusterId === undefined ? undefined : knownId(clusterId);
