import { pino } from 'pino';
import { readConfig } from '#config';
import { JOB_CHANNEL, listen, migrate, Store } from '#store';
import { Market, openRouter, SYSTEM } from '#market';
import { openBackend } from './backend.js';
import { expressOf } from './express.js';
import { handlersOf, refuseUnhandled, scheduleHandlersOf } from './handlers.js';
import { warnOfWaiting, wayOf } from './mail/send.js';
import { openQueue } from './queue.js';
import { startRelay } from './relay.js';

const log = pino({ name: 'worker' }, pino.destination(2));
const config = readConfig();
await migrate(config.databaseOwnerUrl ?? config.databaseUrl, undefined, config.databaseUrl);
const store = await Store.open(config.databaseUrl);
const router = config.routerUrl === undefined ? undefined : openRouter(config.routerUrl);
const market = await Market.open(store, { router });
const mail = { market, way: wayOf(config), log };
const handlers = handlersOf(market, mail);
const schedules = scheduleHandlersOf(market, mail);
refuseUnhandled(handlers, schedules);
const backend = await openBackend(config);
const name = `bistrom-${await market.registry.installation(SYSTEM)}`;
const queue = await openQueue({ name, backend, handlers, schedules, outbox: market.outbox, log });
const relay = startRelay({
  outbox: market.outbox,
  handOver: (requests) => queue.add(requests),
  express: expressOf(market, log),
  log,
});
const listener = listen(config.databaseUrl, [JOB_CHANNEL], () => relay.wake());
await market.registry.matchAgainWhenRulesChanged(SYSTEM);
await warnOfWaiting(mail);
process.send?.('ready');

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await listener.close();
  await relay.stop();
  await queue.close();
  await backend.close();
  await store.close();
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
// Started by the launcher: when it dies, however it dies, its programs end with it.
process.on('disconnect', () => void stop());
