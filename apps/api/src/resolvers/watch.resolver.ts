import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { knownId } from '../ids.js';
import { SaveWatchInput, watchTerms } from '../inputs/watch.input.js';
import { listingModel, ListingModel } from '../models/listing.model.js';
import { materialModel, MaterialModel } from '../models/material.model.js';
import {
  WatchHitConnectionModel,
  watchHitModel,
  WatchHitModel,
  watchModel,
  WatchModel,
} from '../models/watch.model.js';
import {
  ChangeWatchResult,
  RemoveWatchResult,
  SaveWatchResult,
  watchRemoved,
  watchSaved,
} from '../outcomes/watch-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => WatchModel)
@UseInterceptors(TypedValidation)
export class WatchResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => [WatchModel], { name: 'watches', description: "The viewer's own watches, newest first." })
  async watches(@CurrentActor() actor: Actor): Promise<readonly WatchModel[]> {
    return (await this.market.watches.list(actor)).map(watchModel);
  }

  @Mutation(() => SaveWatchResult, { name: 'saveWatch' })
  async saveWatch(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SaveWatchInput }) input: SaveWatchInput,
  ): Promise<typeof SaveWatchResult> {
    const id = input.id ? knownId(input.id) : undefined;
    const key = input.idempotencyKey ?? undefined;
    return watchSaved(this.market, actor, await this.market.watches.save(actor, watchTerms(input), id, key));
  }

  @Mutation(() => ChangeWatchResult, {
    name: 'pauseWatch',
    description: 'It is told nothing until it is resumed, and then nothing of what it missed.',
  })
  async pauseWatch(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeWatchResult> {
    const outcome = await this.market.watches.pause(actor, knownId(id), key ?? undefined);
    return watchSaved(this.market, actor, outcome);
  }

  @Mutation(() => ChangeWatchResult, { name: 'resumeWatch' })
  async resumeWatch(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeWatchResult> {
    const outcome = await this.market.watches.resume(actor, knownId(id), key ?? undefined);
    return watchSaved(this.market, actor, outcome);
  }

  @Mutation(() => RemoveWatchResult, { name: 'removeWatch' })
  async removeWatch(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof RemoveWatchResult> {
    return watchRemoved(await this.market.watches.remove(actor, knownId(id), key ?? undefined));
  }

  @ResolveField('materials', () => [MaterialModel], {
    description: 'Nodes of the material tree, each with all below it.',
  })
  materials(@Parent() { materialCodes }: WatchModel): readonly MaterialModel[] {
    return materialCodes.map((code) => materialModel(this.market.materials.material(code)));
  }

  @ResolveField('found', () => WatchHitConnectionModel, { description: 'What it found, newest first.' })
  async found(
    @CurrentActor() actor: Actor,
    @Parent() { id }: WatchModel,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<WatchHitConnectionModel> {
    const page = await this.market.watches.found(actor, id, pageSize(first), pageKey(after, 'time'));
    return connectionOf(page, Boolean(after), watchHitModel);
  }
}

@Resolver(() => WatchHitModel)
export class WatchFoundResolver {
  @ResolveField('listing', () => ListingModel, {
    nullable: true,
    description:
      'The listing as it is now, where the viewer may read it: open to the firm, or matched with one of its own.',
  })
  async listing(
    @Parent() { listingId }: WatchHitModel,
    @Loaders() { listings }: GraphContext,
  ): Promise<ListingModel | undefined> {
    const seen = await listings.load(listingId);
    return seen && listingModel(seen);
  }
}
