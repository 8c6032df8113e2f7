import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { firmIdsOf, membershipsOf, type Actor, type KeyScope } from '#domain';
import type { EventFeed, Market } from '#market';
import type { Caller } from '../callers.js';
import { CurrentActor, OptionalActor } from '../context.js';
import { KeyScopeEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { FirmModel, ViewerModel } from '../models/firm.model.js';
import { ClusterMembershipModel, MembershipModel } from '../models/identity.model.js';
import { errorOutcome } from '../outcomes/errors.js';
import { ActForResult } from '../outcomes/identity-results.js';
import { InjectFeed, InjectMarket } from '../tokens.js';

@Resolver(() => ViewerModel)
export class ViewerResolver {
  constructor(
    @InjectMarket() private readonly market: Market,
    @InjectFeed() private readonly feed: EventFeed,
  ) {}

  @Query(() => ViewerModel, { name: 'viewer', nullable: true })
  async viewer(@OptionalActor() actor: Actor | undefined): Promise<ViewerModel | undefined> {
    return actor && this.model(actor);
  }

  @ResolveField('actingFor', () => FirmModel, {
    nullable: true,
    description:
      'The firm that the request acts for: the one named by x-bistrom-acting-for (on WebSockets by the connection parameter actingFor), else the one told by actFor, else the first by name.',
  })
  actingFor(@Parent() { acting, firms }: ViewerModel): FirmModel | undefined {
    return firms.find(({ id }) => firmIdsOf(acting)[0] === id);
  }

  @ResolveField('memberships', () => [MembershipModel], {
    description: 'The firms that the viewer may act for, with the role in each; none of a key.',
  })
  memberships(@Parent() { acting, firms }: ViewerModel): readonly MembershipModel[] {
    return firms.flatMap((firm) => {
      const role = membershipsOf(acting).find(({ firmId }) => firmId === firm.id)?.role;
      if (role === undefined || role === 'api_key' || role === 'stand_in') return [];
      return [{ firm, role, acting: firmIdsOf(acting).includes(firm.id) }];
    });
  }

  @ResolveField('clusterMemberships', () => [ClusterMembershipModel], {
    description: 'The clusters that the viewer works for or audits, with the role in each.',
  })
  clusterMemberships(@Parent() { acting, clusters }: ViewerModel): readonly ClusterMembershipModel[] {
    return clusters.flatMap((cluster) => {
      const role = acting.clusters.find(({ clusterId }) => clusterId === cluster.id)?.role;
      return role === undefined ? [] : [{ cluster, role }];
    });
  }

  @ResolveField('liveCursor', () => String, {
    description:
      'Where the news stand now: subscriptions that go on after it miss nothing that comes later, however late they begin.',
  })
  liveCursor(): Promise<string> {
    return this.feed.now();
  }

  @ResolveField('scopes', () => [KeyScopeEnum], {
    nullable: true,
    description: 'What the key may be used for; null of a person.',
  })
  scopes(@Parent() { acting }: ViewerModel): readonly KeyScope[] | undefined {
    return acting.scopes;
  }

  @Mutation(() => ActForResult, {
    name: 'actFor',
    description:
      'Which firm this sign-in acts for from now on, where a request names none; its connections are closed and connect again.',
  })
  async actFor(
    @CurrentActor() actor: Caller,
    @Args('firmId', { type: () => ID }) firmId: string,
  ): Promise<typeof ActForResult> {
    const outcome = await this.market.membership.actFor(actor, actor.sessionId, knownId(firmId));
    if (!outcome.ok) return errorOutcome(outcome.refusal);
    const changed = { viewer: await this.model(outcome.value), __typename: 'ActingForChanged' };
    return changed;
  }

  private async model(actor: Actor): Promise<ViewerModel> {
    const { reading } = this.market;
    const [firms, clusters] = [await reading.firms(actor), await reading.clusters(actor)];
    return { name: actor.name, firms, clusters, acting: actor };
  }
}
