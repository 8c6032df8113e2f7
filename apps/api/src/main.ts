import 'reflect-metadata';
import { pino } from 'pino';
import { readConfig } from '#config';
import { EventFeed, Market, openRouter, SYSTEM } from '#market';
import { migrate, Store } from '#store';
import { buildAuth } from './auth.js';
import { buildServer } from './server.js';

const log = pino(
  { name: 'api', redact: ['req.headers.authorization', 'req.headers.cookie'] },
  pino.destination(2),
);
const config = readConfig();
await migrate(config.databaseOwnerUrl ?? config.databaseUrl, undefined, config.databaseUrl);
const store = await Store.open(config.databaseUrl);
const router = config.routerUrl === undefined ? undefined : openRouter(config.routerUrl);
const market = await Market.open(store, { router });
const feed = new EventFeed(store, config.databaseUrl);
const auth = await buildAuth(config, market, log);
const api = await buildServer({ config, market, feed, auth, log, isReady: () => store.isReady() });
await api.listen();
// Printed, and not logged: whoever holds it is let in.
const firstLink =
  config.demo === undefined
    ? await market.invitations.firstLinkWhenEmpty(SYSTEM, config.publicUrl)
    : undefined;
if (firstLink !== undefined)
  process.stdout.write(`Nobody takes part here yet. Make the first cluster within 24 hours: ${firstLink}\n`);
process.send?.('ready');

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await api.close();
  await feed.close();
  await auth.close();
  await store.close();
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
// Started by the launcher: when it dies, however it dies, its programs end with it.
process.on('disconnect', () => void stop());
