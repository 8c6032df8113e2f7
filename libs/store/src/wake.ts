import { Redis } from 'ioredis';
import { listen, type Listener } from './listener.js';
import { EVENT_CHANNEL } from './repositories/events.js';

/**
 * Carries the ids of firms and clusters that something was committed for, from who commits to who follows. It may lose
 * any of them: followers also look by the clock.
 */
export interface Wake {
  /** After a commit. Waits for nothing and never throws. */
  tell(ids: readonly string[]): void;
  /** @param hear gets one id; called without one after every (re)connection, when anything may have been missed */
  listen(hear: (id: string | undefined) => void): Listener;
  close(): Promise<void>;
}

/** By Redis or Valkey where one is configured, otherwise by the database that is there anyway. */
export const openWake = (databaseUrl: string, redisUrl?: string): Wake =>
  redisUrl === undefined ? byNotification(databaseUrl) : byRedis(redisUrl);

/** The commit itself has told: events are written with a `pg_notify`, so that there is never one without the other. */
const byNotification = (databaseUrl: string): Wake => ({
  tell: () => undefined,
  listen: (hear) => listen(databaseUrl, [EVENT_CHANNEL], (id) => hear(id)),
  close: () => Promise.resolve(),
});

function byRedis(url: string): Wake {
  // A commit waits for no one: while Redis is away, what would be told is dropped.
  const teller = quiet(new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 }));
  return {
    tell: (ids) => {
      for (const id of ids) teller.publish(EVENT_CHANNEL, id).catch(() => undefined);
    },
    listen: (hear) => {
      const listener = quiet(new Redis(url, { maxRetriesPerRequest: null }));
      listener.on('message', (_channel, id) => hear(id));
      // Subscribes anew after every connection; nothing is missed between that and the look it calls for.
      listener.on(
        'ready',
        () =>
          void listener.subscribe(EVENT_CHANNEL).then(
            () => hear(undefined),
            () => undefined,
          ),
      );
      return { close: () => Promise.resolve(listener.disconnect()) };
    },
    close: () => Promise.resolve(teller.disconnect()),
  };
}

/** ioredis connects again by itself; an error that nobody listens to would end the program. */
const quiet = (redis: Redis): Redis => redis.on('error', () => undefined);
