import { GraphQLError } from 'graphql';
import type { Actor } from '#domain';
import { CursorGone, EVENTS_KEPT_DAYS, EventFeed, type FeedEvent, type FeedQuestion } from '#market';
import { iterating } from './iterating.js';

/** Who follows, and when the socket takes another message. */
export interface Follower {
  readonly actor: Actor;
  /** Rejects when the other end has read nothing for too long. */
  readonly ready: () => Promise<void>;
}

export type Asked = Omit<FeedQuestion, 'after'> & { readonly after: string | null | undefined };

/**
 * What a subscription sends: events from its cursor on, then live, each read through the viewer's own eyes as the last
 * thing before it is sent. What the viewer may not see by then is left out. A failure ends this subscription with an
 * error and touches no other.
 *
 * @param read what is sent of an event; undefined for what the viewer does not see
 * @throws GraphQLError when `after` is no cursor
 */
export function live<T>(
  feed: EventFeed,
  { actor, ready }: Follower,
  { after, ...question }: Asked,
  read: (event: FeedEvent['event'], cursor: string) => Promise<T | undefined> | T,
): AsyncIterableIterator<T> {
  if (after !== null && after !== undefined && !EventFeed.isCursor(after))
    throw refusal(
      'after: not a cursor; take one from an event, a publication or a watch that was saved.',
      'BAD_USER_INPUT',
    );
  const events = feed.follow(actor, { ...question, after: after ?? undefined });
  const next = async (): Promise<IteratorResult<T>> => {
    for (let told = await events.next(); told.done !== true; told = await events.next()) {
      await ready();
      const { cursor, event } = told.value;
      const value = await read(event, cursor);
      if (value !== undefined) return { value, done: false };
    }
    return { value: undefined, done: true };
  };
  const explained = (): Promise<IteratorResult<T>> =>
    next().catch((error: unknown) => {
      throw error instanceof CursorGone ? cursorGone(error) : error;
    });
  return iterating(explained, async () => events.return?.());
}

/** First following and then reading, so that nothing falls between the two. */
const cursorGone = ({ message }: CursorGone): GraphQLError =>
  refusal(
    `after: ${message} (events are kept for ${EVENTS_KEPT_DAYS} days). Subscribe without \`after\`, then read your lists anew.`,
    'CURSOR_GONE',
  );

const refusal = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
