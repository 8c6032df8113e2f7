import { GraphQLError } from 'graphql';
import { EventFeed, type FeedEvent } from '#market';

/**
 * Where a subscription begins.
 *
 * @param from where such cursors are given
 * @throws GraphQLError when the text is none
 */
export function cursorOf(after: string | null | undefined, from: string): string | undefined {
  if (after === null || after === undefined) return undefined;
  if (EventFeed.isCursor(after)) return after;
  throw new GraphQLError(`after: not a cursor; take one from ${from}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/**
 * Events of the feed as the viewer may see them at the moment of sending.
 *
 * @param see undefined passes the event over
 */
export function asSeen<T>(
  events: AsyncIterableIterator<FeedEvent>,
  see: (event: FeedEvent) => Promise<T | undefined>,
): AsyncIterableIterator<T> {
  const next = async (): Promise<IteratorResult<T>> => {
    for (let read = await events.next(); read.done !== true; read = await events.next()) {
      const value = await see(read.value);
      if (value !== undefined) return { value, done: false };
    }
    return { value: undefined, done: true };
  };
  return {
    next,
    return: async () => {
      await events.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
