import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { instantOf, type Actor } from '#domain';
import type { Market } from '#market';
import { pageSize } from '../connection.js';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { knownId } from '../ids.js';
import {
  ClusterMapModel,
  clusterSiteModel,
  ClusterSiteModel,
  placeFlowModel,
  PlaceFlowModel,
  SiteStreamModel,
} from '../models/cluster-map.model.js';
import { listingModel, ListingModel } from '../models/listing.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { answeredQuestion } from '../question.js';
import { DateTimeScalar } from '../scalars.js';
import { InjectMarket } from '../tokens.js';

@Resolver(() => ClusterMapModel)
export class ClusterMapResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => ClusterMapModel, {
    name: 'clusterMap',
    description: 'What was delivered where, to staff and auditors of the cluster; each look is recorded.',
  })
  clusterMap(
    @CurrentActor() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
  ): ClusterMapModel {
    const id = knownId(clusterId);
    const span = answeredQuestion(this.market.clusterMap.span(actor, id, from, to));
    return { clusterId: id, span, from: instantOf(span.from), to: instantOf(span.to) };
  }

  @ResolveField('flows', () => [PlaceFlowModel], { description: 'Delivered in the period, largest first.' })
  async flows(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId, span }: ClusterMapModel,
  ): Promise<readonly PlaceFlowModel[]> {
    return (await this.market.clusterMap.flows(actor, clusterId, span)).map(placeFlowModel);
  }

  @ResolveField('sites', () => [ClusterSiteModel], {
    nullable: true,
    description:
      'Sites with something on the market today, by firm. For staff, and a look is recorded for each firm; null to auditors, whom no listing is opened to.',
  })
  async sites(
    @CurrentActor() actor: Actor,
    @Parent() { clusterId }: ClusterMapModel,
  ): Promise<readonly ClusterSiteModel[] | undefined> {
    return (await this.market.clusterMap.sites(actor, clusterId))?.map(clusterSiteModel);
  }

  @ResolveField('listings', () => [ListingModel], {
    description: 'What is on the market at one of the sites, offers first; each a look of staff.',
  })
  async listings(
    @CurrentActor() actor: Actor,
    @Loaders() { listings }: GraphContext,
    @Parent() { clusterId }: ClusterMapModel,
    @Args('siteId', { type: () => ID }) siteId: string,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<readonly ListingModel[]> {
    const size = pageSize(first);
    const ids = await this.market.clusterMap.listingsAt(actor, clusterId, knownId(siteId), size);
    const seen = await Promise.all(ids.map((id) => listings.load(id)));
    return seen.flatMap((view) => (view === undefined ? [] : listingModel(view)));
  }
}

@Resolver(() => PlaceFlowModel)
export class PlaceFlowResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel, { description: 'Root of the family.' })
  material(@Parent() { branch }: PlaceFlowModel): MaterialModel {
    return materialModel(this.market.materials.material(branch));
  }
}

@Resolver(() => SiteStreamModel)
export class SiteStreamResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel, { description: 'Root of the family.' })
  material(@Parent() { branch }: SiteStreamModel): MaterialModel {
    return materialModel(this.market.materials.material(branch));
  }
}
