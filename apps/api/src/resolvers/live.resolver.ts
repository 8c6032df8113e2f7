import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Actor } from '#domain';
import type { EventFeed, Market } from '#market';
import { CurrentActor, Loaders, type GraphContext } from '../context.js';
import { knownId } from '../ids.js';
import { live } from '../live.js';
import { agreementModel, deliveryModel } from '../models/agreement.model.js';
import { AgreementEventModel, FiguresEventModel, ProposalEventModel } from '../models/live.model.js';
import { matchModel, MatchEventModel, proposalModel } from '../models/match.model.js';
import { WatchEventModel, watchHitModel } from '../models/watch.model.js';
import { InjectFeed, InjectMarket } from '../tokens.js';

const AT_LEAST_ONCE =
  'at least once, in order; `after` replays what came later than that cursor, then goes live; without it, live only.';
const asItIs = { resolve: (payload: unknown) => payload };

/** What can be followed. Each event is read again through the viewer's own eyes when it is sent. */
@Resolver()
export class LiveResolver {
  constructor(
    @InjectMarket() private readonly market: Market,
    @InjectFeed() private readonly feed: EventFeed,
  ) {}

  @Subscription(() => MatchEventModel, {
    name: 'matchFound',
    description: `Every match of the viewer's listings, ${AT_LEAST_ONCE}`,
    ...asItIs,
  })
  async matchFound(
    @CurrentActor() actor: Actor,
    @Loaders() { matches, ready }: GraphContext,
    @Args('listingId', { type: () => ID, nullable: true }) listingId: string | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<MatchEventModel>> {
    const asked = { topic: 'match' as const, listingId: optional(listingId), after };
    return live(this.feed, { actor, ready }, asked, async ({ matchId }, cursor) => {
      const match = matchId && (await matches.load(matchId));
      return match ? { cursor, match: matchModel(match) } : undefined;
    });
  }

  @Subscription(() => WatchEventModel, {
    name: 'watchFound',
    description: `Everything that the viewer's own watches find, ${AT_LEAST_ONCE}`,
    ...asItIs,
  })
  async watchFound(
    @CurrentActor() actor: Actor,
    @Loaders() { ready }: GraphContext,
    @Args('watchId', { type: () => ID, nullable: true }) watchId: string | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<WatchEventModel>> {
    const own = optional(watchId);
    // Of the viewer's own watches, and not of colleagues'.
    return live(this.feed, { actor, ready }, { topic: 'watch', after }, async ({ watchHitId }, cursor) => {
      const [hit] = watchHitId
        ? await this.feed.inTurn(() => this.market.watches.hits(actor, [watchHitId]))
        : [];
      const isAsked = hit !== undefined && (own ?? hit.watchId) === hit.watchId;
      return isAsked ? { cursor, hit: watchHitModel(hit) } : undefined;
    });
  }

  @Subscription(() => ProposalEventModel, {
    name: 'proposalChanged',
    description: `Every proposal between the viewer's firm and the other side of a match that is sent, answered, withdrawn or has expired, ${AT_LEAST_ONCE} With matchId, those of one match.`,
    ...asItIs,
  })
  async proposalChanged(
    @CurrentActor() actor: Actor,
    @Loaders() { ready }: GraphContext,
    @Args('matchId', { type: () => ID, nullable: true }) matchId: string | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<ProposalEventModel>> {
    const asked = { topic: 'proposal' as const, matchId: optional(matchId), after };
    return live(this.feed, { actor, ready }, asked, async ({ proposalId }, cursor) => {
      const proposal =
        proposalId && (await this.feed.inTurn(() => this.market.reading.proposal(actor, proposalId)));
      return proposal ? { cursor, proposal: proposalModel(proposal) } : undefined;
    });
  }

  @Subscription(() => AgreementEventModel, {
    name: 'agreementChanged',
    description: `Agreements of the viewer's firm that are made or end, and their deliveries as they are recorded, verified and corrected, ${AT_LEAST_ONCE}`,
    ...asItIs,
  })
  async agreementChanged(
    @CurrentActor() actor: Actor,
    @Loaders() { ready }: GraphContext,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<AgreementEventModel>> {
    const { reading } = this.market;
    return live(this.feed, { actor, ready }, { topic: 'agreement', after }, async (event, cursor) => {
      const { agreementId, deliveryId } = event;
      const agreement = agreementId && (await this.feed.inTurn(() => reading.agreement(actor, agreementId)));
      if (!agreement) return undefined;
      const delivery = deliveryId && (await this.feed.inTurn(() => reading.delivery(actor, deliveryId)));
      return {
        cursor,
        change: event.type,
        agreement: agreementModel(agreement),
        delivery: delivery ? deliveryModel(delivery) : undefined,
      };
    });
  }

  @Subscription(() => FiguresEventModel, {
    name: 'figuresChanged',
    description: `That a cluster's figures were refreshed, to its own staff and auditors, and that a quarter was published, to all who may read figures, ${AT_LEAST_ONCE}`,
    ...asItIs,
  })
  async figuresChanged(
    @CurrentActor() actor: Actor,
    @Loaders() { ready }: GraphContext,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<FiguresEventModel>> {
    const id = knownId(clusterId);
    if (!(await this.feed.inTurn(() => this.market.figures.isToldOf(actor, id))))
      throw new GraphQLError('There is no such cluster.', { extensions: { code: 'NOT_FOUND' } });
    const asked = { topic: 'figures' as const, clusterId: id, after };
    return live(this.feed, { actor, ready }, asked, ({ type }, cursor) => ({
      cursor,
      change: type,
      clusterId: id,
    }));
  }
}

const optional = (id: string | null | undefined): string | undefined => (id ? knownId(id) : undefined);
