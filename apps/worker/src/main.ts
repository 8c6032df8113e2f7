import { poolOf, readConfig } from '#config';
import { JOB_CHANNEL, listen, migrate, Store } from '#store';
import { Market, openRouter, SYSTEM } from '#market';
import { openLog, openMetrics, poolGauges, programHealth, serveMetrics } from '#telemetry';
import { openBackend } from './backend.js';
import { expressOf } from './express.js';
import { handlersOf, refuseUnhandled, scheduleHandlersOf } from './handlers.js';
import { warnOfWaiting, wayOf } from './mail/send.js';
import { workerMetrics } from './metrics.js';
import { openQueue } from './queue.js';
import { startRelay } from './relay.js';

/** Whatever still holds on by then is let go of. */
const HARD_STOP_MS = 4_500;

const config = readConfig();
const log = openLog('worker', { level: config.logLevel });
await migrate(config.databaseOwnerUrl ?? config.databaseUrl, undefined, config.databaseUrl);
const pool = poolOf(config, 'worker');
const store = await Store.open(config.databaseUrl, pool.size, pool);
const router = config.routerUrl === undefined ? undefined : openRouter(config.routerUrl);
const market = await Market.open(store, { router });
const mail = { market, way: wayOf(config), webUrl: config.publicUrl, log };
const handlers = handlersOf(market, mail);
const schedules = scheduleHandlersOf(market, mail);
refuseUnhandled(handlers, schedules);
const backend = await openBackend(config);
const name = `bistrom-${await market.registry.installation(SYSTEM)}`;
const figures = openMetrics();
const metrics = workerMetrics(figures, market);
const { onDone } = metrics;
const queue = await openQueue({ name, backend, handlers, schedules, outbox: market.outbox, onDone, log });
metrics.watch(queue);
poolGauges(figures, () => store.pool());
const relay = startRelay({
  outbox: market.outbox,
  handOver: (requests) => queue.add(requests),
  express: expressOf(market, log),
  onDone,
  log,
});
const listener = listen(config.databaseUrl, [JOB_CHANNEL], () => relay.wake());
await market.registry.matchAgainWhenRulesChanged(SYSTEM);
await warnOfWaiting(mail);
let stopping = false;
const health = programHealth({
  isStopping: () => stopping,
  isReady: () => store.isReady(),
  lagSeconds: async () => (await market.outbox.counts()).lagSeconds,
  mostLagSeconds: config.readyLagSeconds,
});
const metricsServer =
  config.metrics === undefined ? undefined : await serveMetrics(config.metrics, figures, health);
process.send?.('ready');

const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), HARD_STOP_MS).unref();
  await metricsServer?.close();
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
