import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, DisclosureGroup, ListingState, Onlooker, Side } from '#domain';
import type { Market } from '#market';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { DisclosureGroupEnum, ListingStateEnum, OnlookerEnum, SideEnum } from '../enums.js';
import { knownId } from '../ids.js';
import { listingInput, PublishListingInput } from '../inputs/listing.input.js';
import { ListingConnectionModel, listingModel, ListingModel, ReadingModel } from '../models/listing.model.js';
import { listingVersionModel, ListingVersionModel } from '../models/listing-version.model.js';
import { MatchConnectionModel, matchModel } from '../models/match.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import { ListingOutlineModel, nearMissModel, NearMissModel } from '../models/near-miss.model.js';
import { ChangeListingResult, PublishListingResult } from '../outcomes/results.js';
import { Outcomes } from '../outcomes/outcomes.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => ListingModel)
@UseInterceptors(TypedValidation)
export class ListingResolver {
  private readonly outcomes: Outcomes;

  constructor(@InjectMarket() private readonly market: Market) {
    this.outcomes = new Outcomes(market);
  }

  @Query(() => ListingModel, { name: 'listing', nullable: true })
  async listing(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ListingModel | undefined> {
    const seen = await this.market.reading.listing(actor, knownId(id));
    return seen && listingModel(seen);
  }

  @Query(() => ListingConnectionModel, { name: 'listings', description: "The viewer's own listings." })
  async listings(
    @CurrentActor() actor: Actor,
    @Args('side', { type: () => SideEnum, nullable: true }) side: Side | null,
    @Args('state', { type: () => ListingStateEnum, nullable: true }) state: ListingState | null,
    @Args('words', {
      type: () => String,
      nullable: true,
      description: 'That stand in its title, description or waste code; the first 200 letters count.',
    })
    words: string | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ListingConnectionModel> {
    const filter = { side: side ?? undefined, state: state ?? undefined, words: words?.slice(0, 200) };
    const page = await this.market.reading.ownListings(
      actor,
      filter,
      pageSize(first),
      pageKey(after, 'time'),
    );
    return connectionOf(page, Boolean(after), listingModel);
  }

  @Mutation(() => PublishListingResult, { name: 'publishListing' })
  async publishListing(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => PublishListingInput }) input: PublishListingInput,
  ): Promise<typeof PublishListingResult> {
    const outcome = await this.market.listings.publish(
      actor,
      listingInput(input),
      input.idempotencyKey ?? undefined,
    );
    return this.outcomes.listingPublished(actor, outcome);
  }

  @Mutation(() => ChangeListingResult, {
    name: 'reviseListing',
    description:
      'A new version; the input is the whole listing as it shall be. version: the one the caller read.',
  })
  async reviseListing(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input', { type: () => PublishListingInput }) input: PublishListingInput,
  ): Promise<typeof ChangeListingResult> {
    const key = input.idempotencyKey ?? undefined;
    const outcome = await this.market.listings.revise(actor, knownId(id), version, listingInput(input), key);
    return this.outcomes.listingChanged(actor, outcome);
  }

  @Mutation(() => ChangeListingResult, { name: 'pauseListing' })
  async pauseListing(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeListingResult> {
    return this.outcomes.listingChanged(
      actor,
      await this.market.listings.pause(actor, knownId(id), key ?? undefined),
    );
  }

  @Mutation(() => ChangeListingResult, { name: 'resumeListing' })
  async resumeListing(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeListingResult> {
    return this.outcomes.listingChanged(
      actor,
      await this.market.listings.resume(actor, knownId(id), key ?? undefined),
    );
  }

  @Mutation(() => ChangeListingResult, {
    name: 'confirmListing',
    description:
      'Says that it is still true: a stream stands for 90 days then, a single lot for 30. One that has faded is on the market again.',
  })
  async confirmListing(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeListingResult> {
    return this.outcomes.listingChanged(
      actor,
      await this.market.listings.confirm(actor, knownId(id), key ?? undefined),
    );
  }

  @Mutation(() => ChangeListingResult, { name: 'withdrawListing' })
  async withdrawListing(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeListingResult> {
    return this.outcomes.listingChanged(
      actor,
      await this.market.listings.withdraw(actor, knownId(id), key ?? undefined),
    );
  }

  @ResolveField('material', () => MaterialModel)
  material(@Parent() listing: ListingModel): MaterialModel {
    return materialModel(this.market.materials.material(listing.materialCode));
  }

  @ResolveField('matches', () => MatchConnectionModel, {
    description: "Own listings only; empty for others'.",
  })
  async matches(
    @CurrentActor() actor: Actor,
    @Parent() listing: ListingModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<MatchConnectionModel> {
    const page = listing.own
      ? await this.market.reading.ownMatches(
          actor,
          { listingId: listing.id },
          pageSize(first),
          pageKey(after, 'score'),
        )
      : { rows: [], hasNext: false };
    return connectionOf(page, Boolean(after), matchModel);
  }

  @ResolveField('nearMisses', () => [NearMissModel], {
    description:
      "Own listings only, empty for others': listings that checks keep from a match, where a standard step could cure every one; best score first.",
  })
  async nearMisses(
    @CurrentActor() actor: Actor,
    @Parent() listing: ListingModel,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
  ): Promise<readonly NearMissModel[]> {
    const found = listing.own ? await this.market.reading.nearMisses(actor, listing.id, pageSize(first)) : [];
    return found.map(nearMissModel);
  }

  @ResolveField('versions', () => [ListingVersionModel], {
    description: "What each version changed, the newest first; own listings only, empty for others'.",
  })
  async versions(
    @CurrentActor() actor: Actor,
    @Parent() listing: ListingModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<readonly ListingVersionModel[]> {
    const found = listing.own ? await this.market.reading.versions(actor, listing.id, pageSize(first)) : [];
    return found.map(listingVersionModel);
  }

  @ResolveField('liveMatches', () => Int, {
    nullable: true,
    description:
      "How many matches it has that may still lead somewhere; own listings only, null for others'.",
  })
  liveMatches(
    @Parent() { own, id }: ListingModel,
    @Loaders() { liveMatches }: GraphContext,
  ): Promise<number> | undefined {
    return own ? liveMatches.load(id) : undefined;
  }

  @ResolveField('asSeenBy', () => ListingModel, {
    nullable: true,
    description:
      "With somebody else's eyes, by the rule that tells them; null where they would not know of it. granted: what the firm would have granted to a matched firm. Own listings only, null for others'.",
  })
  async asSeenBy(
    @CurrentActor() actor: Actor,
    @Parent() listing: ListingModel,
    @Args('onlooker', { type: () => OnlookerEnum }) onlooker: Onlooker,
    @Args('granted', { type: () => [DisclosureGroupEnum], defaultValue: [] }) granted: DisclosureGroup[],
  ): Promise<ListingModel | undefined> {
    const seen = listing.own
      ? await this.market.reading.asSeenBy(actor, listing.id, onlooker, granted)
      : undefined;
    return seen && listingModel(seen);
  }
}

@Resolver(() => ReadingModel)
export class ReadingResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel)
  material(@Parent() reading: ReadingModel): MaterialModel {
    return materialModel(this.market.materials.material(reading.code));
  }
}

@Resolver(() => ListingOutlineModel)
export class ListingOutlineResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @ResolveField('material', () => MaterialModel)
  material(@Parent() outline: ListingOutlineModel): MaterialModel {
    return materialModel(this.market.materials.material(outline.materialCode));
  }
}
