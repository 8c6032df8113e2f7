import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Actor } from '#domain';
import {
  isUnavailable,
  type EventFeed,
  type AgreementView,
  type ProposalView,
  type Market,
  type MatchValueView,
  type MatchView,
  type PaperView,
  type SeenListing,
  type WatchHitView,
} from '#market';
import { batches } from './batches.js';
import { unavailable } from './unavailable.js';
import { ACTING_FOR, NotYourFirm, type Caller, type Callers } from './callers.js';

/** What one operation carries: who asks, and batches of what it asks for. */
export interface GraphContext {
  readonly actor: Caller | undefined;
  readonly listings: DataLoader<string, SeenListing | undefined>;
  readonly matches: DataLoader<string, MatchView | undefined>;
  /** Of own listings, by their ids. */
  readonly liveMatches: DataLoader<string, number>;
  readonly values: DataLoader<string, MatchValueView | undefined>;
  readonly proposals: DataLoader<string, ProposalView | undefined>;
  readonly agreements: DataLoader<string, AgreementView | undefined>;
  readonly hits: DataLoader<string, WatchHitView | undefined>;
  /** Of deliveries, by their ids. */
  readonly papers: DataLoader<string, readonly PaperView[]>;
  /** The same for all who see the very same; nothing for who looks alone. */
  readonly sharedAs?: string | undefined;
  /** Resolves when the socket of a subscription takes another message. */
  readonly ready: () => Promise<void>;
}

/** What a viewer reads by id, in batches. */
type Views = Pick<GraphContext, 'listings' | 'matches' | 'values' | 'sharedAs'>;

interface OfSocket {
  /** Those that are shared with others who see the very same. */
  readonly views?: Views;
  readonly ready?: GraphContext['ready'];
}

/** @param ofSocket where a subscription is answered */
export function graphContext(
  market: Market,
  actor: Caller | undefined,
  { views = viewsOf(market, actor), ready = () => Promise.resolve() }: OfSocket = {},
): GraphContext {
  return {
    actor,
    listings: views.listings,
    matches: views.matches,
    values: views.values,
    sharedAs: views.sharedAs,
    proposals: new DataLoader((ids) => market.reading.proposals(actor ?? NOBODY, ids), { cache: false }),
    agreements: new DataLoader((ids) => market.reading.agreements(actor ?? NOBODY, ids), { cache: false }),
    hits: new DataLoader((ids) => market.watches.hits(actor ?? NOBODY, ids), { cache: false }),
    liveMatches: new DataLoader((ids) => market.reading.liveMatches(actor ?? NOBODY, ids), { cache: false }),
    papers: new DataLoader((ids) => market.papers.ofDeliveries(actor ?? NOBODY, ids), { cache: false }),
    ready,
  };
}

const NOBODY: Actor = Object.freeze({ personId: '', name: '', firms: [], clusters: [] });
/** More keys than sockets that an api holds: beyond it nothing is lost but batches. */
const MOST_SHARED = 10_000;

/**
 * What the sockets of an api look at: those whose people act for the same firm, in the same role, look together, so
 * that an event is read once for all of them. Each socket is still asked by itself whether it may be sent anything.
 */
export class SharedViews {
  private readonly known = new Map<string, Views>();

  /** @param feed in whose turn they are read */
  constructor(
    private readonly market: Market,
    private readonly feed: Pick<EventFeed, 'inTurn'>,
  ) {}

  /** A cluster's staff look by themselves: each look of theirs at a listing is noted with the person. */
  of(actor: Caller): Views {
    const { firms, clusters, scopes } = actor;
    if (clusters.length > 0) return this.fresh(actor);
    const key = JSON.stringify([firms, scopes]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= MOST_SHARED) this.known.clear();
    const views = { ...this.fresh(actor), sharedAs: key };
    this.known.set(key, views);
    return views;
  }

  private fresh(actor: Actor): Views {
    return viewsOf(this.market, actor, (read) => batches((ids) => this.feed.inTurn(() => read(ids))));
  }
}

type Batched = <T>(
  read: (ids: readonly string[]) => Promise<(T | undefined)[]>,
) => DataLoader<string, T | undefined>;

/** Of one request: nothing else is waited for than the turn. */
const ofOneTurn: Batched = (read) => new DataLoader(read, { cache: false });

/**
 * Batches without a cache: a subscription lives for hours on one context and must not answer from its first minute.
 */
function viewsOf({ reading }: Market, viewer: Actor = NOBODY, batched: Batched = ofOneTurn): Views {
  return {
    listings: batched(eachOnce((ids) => reading.listings(viewer, ids))),
    matches: batched(eachOnce((ids) => reading.matches(viewer, ids))),
    values: batched(eachOnce((ids) => reading.values(viewer, ids))),
  };
}

/** A batch without a cache holds an id as often as it was asked for. */
const eachOnce =
  <T>(read: (ids: readonly string[]) => Promise<(T | undefined)[]>) =>
  async (asked: readonly string[]): Promise<(T | undefined)[]> => {
    const ids = [...new Set(asked)];
    const found = await read(ids);
    const byId = new Map(ids.map((id, at) => [id, found[at]]));
    return asked.map((id) => byId.get(id));
  };

/** Of one HTTP request. */
export async function httpContext(
  market: Market,
  callers: Callers,
  { headers }: IncomingMessage,
): Promise<GraphContext> {
  try {
    return graphContext(market, await callers.of(headers));
  } catch (error) {
    if (isUnavailable(error)) throw unavailable();
    if (!(error instanceof NotYourFirm)) throw error;
    const extensions = { code: 'NOT_YOUR_FIRM', http: { status: 403 } };
    throw new GraphQLError(`${ACTING_FOR}: ${error.message}`, { extensions });
  }
}

const unauthenticated = (): GraphQLError =>
  new GraphQLError(
    'Sign in first: POST /api/auth/sign-in/email, then send the token as Authorization: Bearer ….',
    {
      extensions: { code: 'UNAUTHENTICATED' },
    },
  );

const contextOf = (context: ExecutionContext): GraphContext =>
  GqlExecutionContext.create(context).getContext();

/** The signed-in person, or the program with a key; refuses everybody else. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { actor } = contextOf(context);
  if (actor === undefined) throw unauthenticated();
  return actor;
});

export const OptionalActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller | undefined => contextOf(context).actor,
);

export const Loaders = createParamDecorator((_data: unknown, context: ExecutionContext): GraphContext =>
  contextOf(context),
);
