import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import {
  isUnavailable,
  type AgreementView,
  type Market,
  type MatchValueView,
  type MatchView,
  type SeenListing,
  type WatchHitView,
} from '#market';
import { unavailable } from './unavailable.js';
import { ACTING_FOR, NotYourFirm, type Caller, type Callers } from './callers.js';

/** What one operation carries: who asks, and batches of what it asks for. */
export interface GraphContext {
  readonly actor: Caller | undefined;
  readonly listings: DataLoader<string, SeenListing | undefined>;
  readonly matches: DataLoader<string, MatchView | undefined>;
  readonly values: DataLoader<string, MatchValueView | undefined>;
  readonly agreements: DataLoader<string, AgreementView | undefined>;
  readonly hits: DataLoader<string, WatchHitView | undefined>;
}

/**
 * Batches without a cache: a subscription lives for hours on one context and must not answer from its first minute.
 */
export function graphContext(market: Market, actor: Caller | undefined): GraphContext {
  const viewer = actor ?? { personId: '', name: '', firms: [], clusters: [] };
  return {
    actor,
    listings: new DataLoader((ids) => market.reading.listings(viewer, ids), { cache: false }),
    matches: new DataLoader((ids) => market.reading.matches(viewer, ids), { cache: false }),
    values: new DataLoader((ids) => market.reading.values(viewer, ids), { cache: false }),
    agreements: new DataLoader((ids) => market.reading.agreements(viewer, ids), { cache: false }),
    hits: new DataLoader((ids) => market.watches.hits(viewer, ids), { cache: false }),
  };
}

/** Of one HTTP request. */
export async function httpContext(
  market: Market,
  callers: Callers,
  { headers }: IncomingMessage,
): Promise<GraphContext> {
  const firmId = headers[ACTING_FOR];
  try {
    return graphContext(
      market,
      await callers.who(headers.authorization, typeof firmId === 'string' ? firmId : undefined),
    );
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
