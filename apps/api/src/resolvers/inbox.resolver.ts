import { UseInterceptors } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#domain';
import type { Market } from '#market';
import { connectionOf, pageKey, pageSize } from '../connection.js';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { knownId } from '../ids.js';
import { agreementModel, AgreementModel } from '../models/agreement.model.js';
import { InboxConnectionModel, inboxEntryModel, InboxEntryModel } from '../models/inbox.model.js';
import { listingModel, ListingModel } from '../models/listing.model.js';
import { matchModel, MatchModel, proposalModel, ProposalModel } from '../models/match.model.js';
import { watchHitModel, WatchHitModel } from '../models/watch.model.js';
import { inboxMarked, MarkReadResult } from '../outcomes/inbox-results.js';
import { InjectMarket } from '../tokens.js';
import { TypedValidation } from '../validation.js';

@Resolver(() => InboxConnectionModel)
@UseInterceptors(TypedValidation)
export class InboxResolver {
  constructor(@InjectMarket() private readonly market: Market) {}

  @Query(() => InboxConnectionModel, {
    name: 'inbox',
    description: 'What the viewer is told for the firm acted for, newest first, since he or she came to it.',
  })
  async inbox(
    @CurrentActor() actor: Actor,
    @Args('unreadOnly', { type: () => Boolean, defaultValue: false }) unreadOnly: boolean,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<InboxConnectionModel> {
    const page = await this.market.inbox.page(actor, unreadOnly, pageSize(first), pageKey(after, 'time'));
    return connectionOf(page, Boolean(after), inboxEntryModel);
  }

  @Mutation(() => MarkReadResult, {
    name: 'markRead',
    description:
      'What is no entry of the viewer is passed over. Asked again with its idempotencyKey, it marks nothing that came meanwhile.',
  })
  async markRead(
    @CurrentActor() actor: Actor,
    @Args('ids', {
      type: () => [ID],
      nullable: true,
      description: 'At most 100; all that there are now where it is left out.',
    })
    ids: string[] | null,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<typeof MarkReadResult> {
    return inboxMarked(await this.market.inbox.markRead(actor, ids?.map(knownId), key ?? undefined));
  }

  @ResolveField('unreadCount', () => Int, { description: 'Of all that is in the inbox; 1000 at most.' })
  unreadCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.market.inbox.unread(actor);
  }
}

@Resolver(() => InboxEntryModel)
export class InboxEntryResolver {
  @ResolveField('match', () => MatchModel, { nullable: true })
  async match(
    @Parent() { matchId }: InboxEntryModel,
    @Loaders() { matches }: GraphContext,
  ): Promise<MatchModel | undefined> {
    const seen = matchId === undefined ? undefined : await matches.load(matchId);
    return seen && matchModel(seen);
  }

  @ResolveField('hit', () => WatchHitModel, { nullable: true })
  async hit(
    @Parent() { watchHitId }: InboxEntryModel,
    @Loaders() { hits }: GraphContext,
  ): Promise<WatchHitModel | undefined> {
    const seen = watchHitId === undefined ? undefined : await hits.load(watchHitId);
    return seen && watchHitModel(seen);
  }

  @ResolveField('listing', () => ListingModel, {
    nullable: true,
    description: "The firm's own that fades; null for everything else.",
  })
  async listing(
    @Parent() { listingId }: InboxEntryModel,
    @Loaders() { listings }: GraphContext,
  ): Promise<ListingModel | undefined> {
    const seen = listingId === undefined ? undefined : await listings.load(listingId);
    return seen && listingModel(seen);
  }

  @ResolveField('proposal', () => ProposalModel, {
    nullable: true,
    description: 'Of a negotiation; null for everything else.',
  })
  async proposal(
    @Parent() { proposalId }: InboxEntryModel,
    @Loaders() { proposals }: GraphContext,
  ): Promise<ProposalModel | undefined> {
    const seen = proposalId === undefined ? undefined : await proposals.load(proposalId);
    return seen && proposalModel(seen);
  }

  @ResolveField('agreement', () => AgreementModel, {
    nullable: true,
    description: 'That was made, has ended or ends soon; null for everything else.',
  })
  async agreement(
    @Parent() { agreementId }: InboxEntryModel,
    @Loaders() { agreements }: GraphContext,
  ): Promise<AgreementModel | undefined> {
    const seen = agreementId === undefined ? undefined : await agreements.load(agreementId);
    return seen && agreementModel(seen);
  }
}
