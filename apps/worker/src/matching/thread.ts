import { parentPort, workerData } from 'node:worker_threads';
import { poolOf } from '#config';
import { Market, openRouter, refreshEach, snapshotIndex } from '#market';
import { openWake, Store } from '#store';
import type { Portion } from './crew.js';
import type { ThreadParts } from './threads.js';

/** It does one listing after the other, and looks up roads beside. */
const CONNECTIONS = 2;

const { databaseUrl, redisUrl, routerUrl, database, shared } = workerData as ThreadParts;
const pool = poolOf({ database: { ...database, size: CONNECTIONS } }, 'worker');
const store = await Store.open(databaseUrl, pool.size, pool, openWake(databaseUrl, redisUrl));
const router = routerUrl === undefined ? undefined : openRouter(routerUrl);
const market = await Market.open(store, { router, index: snapshotIndex(shared) });

// Answers with the listings that failed; with nothing where the database was away, for then they are not done.
parentPort?.on('message', ({ listingIds, step }: Portion) => {
  void refreshEach(market.matches, listingIds, step)
    .catch(() => undefined)
    .then((failed) => parentPort?.postMessage(failed));
});
