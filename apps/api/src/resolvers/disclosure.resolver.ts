import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dayInOslo, type Actor, type DisclosureGroup } from '#domain';
import type { Market } from '#market';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { DisclosureGroupEnum } from '../enums.js';
import { knownId } from '../ids.js';
import {
  matchDisclosureModel,
  MatchDisclosureModel,
  TrailConnectionModel,
  trailEntryModel,
  TrailEntryModel,
} from '../models/disclosure.model.js';
import { listingModel, ListingModel } from '../models/listing.model.js';
import { matchModel, MatchModel } from '../models/match.model.js';
import {
  AskDisclosureResult,
  ChangeDisclosureResult,
  DisclosureOutcomes,
  GrantDisclosureResult,
} from '../outcomes/disclosure-results.js';
import { found } from '../outcomes/found.js';
import { DateTimeScalar } from '../scalars.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => MatchModel)
@UseInterceptors(TypedValidation)
export class DisclosureResolver {
  private readonly outcomes: DisclosureOutcomes;

  constructor(@InjectMarket() private readonly market: Market) {
    this.outcomes = new DisclosureOutcomes(market);
  }

  @Query(() => TrailConnectionModel, {
    name: 'disclosureTrail',
    description:
      "Who asked the viewer's own firms to disclose, whom they asked, what was granted, refused and withdrawn, and which role looked at what is masked; newest first.",
  })
  async disclosureTrail(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<TrailConnectionModel> {
    const page = await this.market.grants.trail(actor, pageSize(first), pageKey(after, 'time'));
    return connectionOf(page, Boolean(after), trailEntryModel);
  }

  @Mutation(() => AskDisclosureResult, {
    name: 'askDisclosure',
    description: 'Asks the other side of a live match to disclose groups of its listing.',
  })
  async askDisclosure(
    @CurrentActor() actor: Actor,
    @Args('matchId', { type: () => ID }) matchId: string,
    @Args('groups', { type: () => [DisclosureGroupEnum] }) groups: DisclosureGroup[],
    @Args('note', { type: () => String, nullable: true }) note: string | null,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof AskDisclosureResult> {
    const question = { matchId: knownId(matchId), groups, note: note ?? undefined };
    return this.outcomes.asked(actor, await this.market.grants.ask(actor, question, key ?? undefined));
  }

  @Mutation(() => GrantDisclosureResult, {
    name: 'grantDisclosure',
    description:
      'Grants what was asked for, or a part of it, until the end of a day (Europe/Oslo); it ends earlier with the match or when it is withdrawn.',
  })
  async grantDisclosure(
    @CurrentActor() actor: Actor,
    @Args('requestId', { type: () => ID }) requestId: string,
    @Args('groups', { type: () => [DisclosureGroupEnum] }) groups: DisclosureGroup[],
    @Args('until', { type: () => DateTimeScalar }) until: Date,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof GrantDisclosureResult> {
    const answer = { requestId: knownId(requestId), groups, until: dayInOslo(until) };
    return this.outcomes.granted(actor, await this.market.grants.grant(actor, answer, key ?? undefined));
  }

  @Mutation(() => ChangeDisclosureResult, { name: 'refuseDisclosure' })
  async refuseDisclosure(
    @CurrentActor() actor: Actor,
    @Args('requestId', { type: () => ID }) requestId: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeDisclosureResult> {
    const outcome = await this.market.grants.refuse(actor, knownId(requestId), key ?? undefined);
    return this.outcomes.changed(actor, outcome);
  }

  @Mutation(() => ChangeDisclosureResult, {
    name: 'withdrawDisclosure',
    description: 'Takes a grant back at once; what the other side has read of it, it has read.',
  })
  async withdrawDisclosure(
    @CurrentActor() actor: Actor,
    @Args('grantId', { type: () => ID }) grantId: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof ChangeDisclosureResult> {
    const outcome = await this.market.grants.withdraw(actor, knownId(grantId), key ?? undefined);
    return this.outcomes.changed(actor, outcome);
  }

  @ResolveField('disclosure', () => MatchDisclosureModel, {
    description: 'What the two sides asked each other to disclose, and granted; only the parties see it.',
  })
  async disclosure(@CurrentActor() actor: Actor, @Parent() match: MatchModel): Promise<MatchDisclosureModel> {
    return matchDisclosureModel(found(await this.market.grants.ofMatch(actor, match.id), 'match'));
  }
}

@Resolver(() => TrailEntryModel)
export class TrailEntryResolver {
  @ResolveField('match', () => MatchModel, { nullable: true, description: 'Null of a look.' })
  async match(
    @Parent() { matchId }: TrailEntryModel,
    @Loaders() { matches }: GraphContext,
  ): Promise<MatchModel | undefined> {
    const seen = matchId === undefined ? undefined : await matches.load(matchId);
    return seen && matchModel(seen);
  }

  @ResolveField('listing', () => ListingModel, {
    nullable: true,
    description: 'The listing that it is about, as the viewer may see it; null of a look at figures.',
  })
  async listing(
    @Parent() { listingId }: TrailEntryModel,
    @Loaders() { listings }: GraphContext,
  ): Promise<ListingModel | undefined> {
    const seen = listingId === undefined ? undefined : await listings.load(listingId);
    return seen && listingModel(seen);
  }
}
