import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { DeclineReason, Actor, MatchState } from '#domain';
import type { Market } from '#market';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { DeclineReasonEnum, MatchStateEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { listingModel, ListingModel } from '../models/listing.model.js';
import {
  MatchConnectionModel,
  matchModel,
  MatchModel,
  proposalModel,
  ProposalModel,
} from '../models/match.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { valueModel, MatchValueModel } from '../models/value.model.js';
import { DeclineMatchResult } from '../outcomes/results.js';
import { found } from '../outcomes/found.js';
import { Outcomes } from '../outcomes/outcomes.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => MatchModel)
@UseInterceptors(TypedValidation)
export class MatchResolver {
  private readonly outcomes: Outcomes;

  constructor(@InjectMarket() private readonly market: Market) {
    this.outcomes = new Outcomes(market);
  }

  @Query(() => MatchModel, { name: 'match', nullable: true })
  async match(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<MatchModel | undefined> {
    const seen = await this.market.reading.match(actor, knownId(id));
    return seen && matchModel(seen);
  }

  @Query(() => MatchConnectionModel, {
    name: 'matches',
    description: "Matches of the viewer's own listings, best first.",
  })
  async matches(
    @CurrentActor() actor: Actor,
    @Args('listingId', { type: () => ID, nullable: true }) listingId: string | null | undefined,
    @Args('state', { type: () => MatchStateEnum, nullable: true }) state: MatchState | null,
    @Args('states', { type: () => [MatchStateEnum], nullable: true, description: 'Any of these.' })
    states: readonly MatchState[] | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<MatchConnectionModel> {
    const wanted = states ?? (state ? [state] : undefined);
    const filter = { listingId: listingId ? knownId(listingId) : undefined, states: wanted };
    const page = await this.market.reading.ownMatches(
      actor,
      filter,
      pageSize(first),
      pageKey(after, 'score'),
    );
    return connectionOf(page, Boolean(after), matchModel);
  }

  @Mutation(() => DeclineMatchResult, { name: 'declineMatch' })
  async declineMatch(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => DeclineReasonEnum }) reason: DeclineReason,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof DeclineMatchResult> {
    const decline = { reason, note: note ?? undefined };
    return this.outcomes.matchDeclined(
      actor,
      await this.market.declines.decline(actor, knownId(id), decline, key ?? undefined),
    );
  }

  @ResolveField('offer', () => ListingModel)
  offer(@Parent() match: MatchModel, @Loaders() { listings }: GraphContext): Promise<ListingModel> {
    return listings.load(match.offerId).then((seen) => listingModel(found(seen, 'listing')));
  }

  @ResolveField('need', () => ListingModel)
  need(@Parent() match: MatchModel, @Loaders() { listings }: GraphContext): Promise<ListingModel> {
    return listings.load(match.needId).then((seen) => listingModel(found(seen, 'listing')));
  }

  @ResolveField('byProduct', () => MaterialModel, {
    description: 'The reading of the offer that ties the two.',
  })
  byProduct(@Parent() match: MatchModel): MaterialModel {
    return materialModel(this.market.materials.material(match.byProductCode));
  }

  @ResolveField('servesAs', () => MaterialModel, {
    nullable: true,
    description: 'The input that it would serve as; null on matches of rules before 2026-2.',
  })
  servesAs(@Parent() match: MatchModel): MaterialModel | undefined {
    const known = this.market.materials.material(match.servesAsCode ?? '');
    return known && materialModel(known);
  }

  @ResolveField('value', () => MatchValueModel, {
    nullable: true,
    description: 'Null once the match is closed without an agreement.',
  })
  async value(
    @Parent() match: MatchModel,
    @Loaders() { values }: GraphContext,
  ): Promise<MatchValueModel | undefined> {
    const value = await values.load(match.id);
    return value && valueModel(value);
  }

  @ResolveField('proposals', () => [ProposalModel], {
    description: 'Newest first; only the parties see them.',
  })
  async proposals(
    @CurrentActor() actor: Actor,
    @Parent() match: MatchModel,
  ): Promise<readonly ProposalModel[]> {
    return (await this.market.reading.proposalsOf(actor, match.id)).map(proposalModel);
  }
}
