import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { knownId } from '../ids.js';
import {
  followedModel,
  FollowedMatchConnectionModel,
  FollowedMatchModel,
  StaffTaskConnectionModel,
  staleModel,
  StaleListingConnectionModel,
  taskModel,
  unknownModel,
  UnknownTaskConnectionModel,
} from '../models/follow-up.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import {
  BarrierModel,
  barrierReportModel,
  BarrierReportModel,
  BranchBalanceModel,
  overviewModel,
  unusedModel,
  UnusedPotentialModel,
  WorkbenchModel,
  WorkbenchOverviewModel,
} from '../models/workbench.model.js';
import { found } from '../outcomes/found.js';
import { DateTimeScalar } from '../scalars.js';
import { InjectMarket } from '../tokens.js';

@Resolver(() => WorkbenchModel)
export class WorkbenchResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => WorkbenchModel, {
    name: 'workbench',
    nullable: true,
    description: 'Of a cluster whose staff the viewer is; null for every other.',
  })
  workbench(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
  ): WorkbenchModel | undefined {
    const id = knownId(clusterId);
    return this.market.workbench.isOpenTo(actor, id) ? { clusterId: id } : undefined;
  }

  @Query(() => BarrierReportModel, {
    name: 'barriers',
    description: 'Why firms said no, to staff and auditors of the cluster; each look is recorded.',
  })
  async barriers(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
  ): Promise<BarrierReportModel> {
    const view = await this.market.workbench.barriers(actor, knownId(clusterId), from, to);
    if (view === 'no days') throw refused('to: must be later than from by at least a day.', 'BAD_USER_INPUT');
    if (view === undefined) throw refused('There is no such cluster.', 'NOT_FOUND');
    return barrierReportModel(view);
  }

  @ResolveField('overview', () => WorkbenchOverviewModel)
  async overview(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: WorkbenchModel,
  ): Promise<WorkbenchOverviewModel> {
    return overviewModel(found(await this.market.workbench.view(actor, clusterId), 'workbench'));
  }

  @ResolveField('unused', () => [UnusedPotentialModel], {
    description:
      'What would it take: potential that is not used yet, by family of materials and area. A look is kept for each firm whose amounts are in it.',
  })
  async unused(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: WorkbenchModel,
  ): Promise<readonly UnusedPotentialModel[]> {
    return (await this.market.workbench.unused(actor, clusterId)).map(unusedModel);
  }

  @ResolveField('staleListings', () => StaleListingConnectionModel, {
    description: 'Not confirmed for more than so many days, the longest ago first.',
  })
  async staleListings(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: WorkbenchModel,
    @Args('days', { type: () => Int, defaultValue: 60 }) days: number,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<StaleListingConnectionModel> {
    const [size, key] = [pageSize(first), pageKey(after, 'time')];
    const page = await this.market.workbench.stale(actor, clusterId, knownDays(days), size, key);
    return connectionOf(page, Boolean(after), staleModel);
  }

  @ResolveField('unansweredMatches', () => FollowedMatchConnectionModel, {
    description: 'Live matches that nobody has answered for more than so many days, the longest first.',
  })
  async unansweredMatches(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: WorkbenchModel,
    @Args('days', { type: () => Int, defaultValue: 14 }) days: number,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<FollowedMatchConnectionModel> {
    const [size, key] = [pageSize(first), pageKey(after, 'time')];
    const page = await this.market.workbench.unanswered(actor, clusterId, knownDays(days), size, key);
    return connectionOf(page, Boolean(after), followedModel);
  }

  @ResolveField('unknowns', () => UnknownTaskConnectionModel, {
    description: 'What is not known of live matches, with whose turn it is to state it; oldest match first.',
  })
  async unknowns(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: WorkbenchModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<UnknownTaskConnectionModel> {
    const page = await this.market.workbench.unknowns(
      actor,
      clusterId,
      pageSize(first),
      pageKey(after, 'time'),
    );
    return connectionOf(page, Boolean(after), unknownModel);
  }

  @ResolveField('tasks', () => StaffTaskConnectionModel, {
    description: 'Next steps that are to be done, by their day.',
  })
  async tasks(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: WorkbenchModel,
    @Args('mine', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Only those that the viewer is to do.',
    })
    mine: boolean,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<StaffTaskConnectionModel> {
    const [size, key] = [pageSize(first), pageKey(after, 'time')];
    const page = await this.market.followUps.tasks(actor, clusterId, mine, size, key);
    return connectionOf(page, Boolean(after), taskModel);
  }

  @ResolveField('match', () => FollowedMatchModel, { nullable: true })
  async match(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: WorkbenchModel,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<FollowedMatchModel | undefined> {
    const [match] = await this.market.workbench.matches(actor, clusterId, [knownId(id)]);
    return match && followedModel(match);
  }
}

@Resolver(() => BranchBalanceModel)
export class BranchBalanceResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel, { description: 'Root of the family.' })
  material(@Parent() { branch }: BranchBalanceModel): MaterialModel {
    return materialModel(this.market.materials.material(branch));
  }
}

@Resolver(() => UnusedPotentialModel)
export class UnusedPotentialResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel, { description: 'Root of the family.' })
  material(@Parent() { branch }: UnusedPotentialModel): MaterialModel {
    return materialModel(this.market.materials.material(branch));
  }
}

@Resolver(() => BarrierModel)
export class BarrierResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel, { description: 'Root of the family.' })
  material(@Parent() { branch }: BarrierModel): MaterialModel {
    return materialModel(this.market.materials.material(branch));
  }
}

/** Longer than anything has been listed, and within what the calendar of the database reaches. */
const MOST_DAYS = 3650;

function knownDays(days: number): number {
  if (days < 0 || days > MOST_DAYS) throw refused(`days: from 0 to ${MOST_DAYS}.`, 'BAD_USER_INPUT');
  return days;
}

const refused = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
