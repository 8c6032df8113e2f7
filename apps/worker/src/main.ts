import { poolOf, readConfig } from '#config';
import { JOB_CHANNEL, listen, migrate, openWake, Store } from '#store';
import { Market, MemoryIndex, openRouter, SYSTEM } from '#market';
import { openLog, openMetrics, openTracing, poolGauges, programHealth, serveMetrics } from '#telemetry';
import { openBackend } from './backend.js';
import { expressOf } from './express.js';
import { handlersOf, refuseUnhandled, scheduleHandlersOf } from './handlers.js';
import { warnOfWaiting, wayOf } from './mail/send.js';
import { keepIndex } from './index-keeper.js';
import { openThreads } from './matching/threads.js';
import { workerMetrics } from './metrics.js';
import { openQueue } from './queue.js';
import { startRelay } from './relay.js';
import { startFanOut } from './webhooks/fan-out.js';
import { openPost } from './webhooks/post.js';
import { WebhookSender } from './webhooks/send.js';

/** Whatever still holds on by then is let go of. */
const HARD_STOP_MS = 4_500;
/** A receiver that is slower than this gets the message once more, under the same id. */
const LAST_WEBHOOKS_MS = 1_000;

const config = readConfig();
const log = openLog('worker', { level: config.logLevel });
const tracing = await openTracing('worker', config.traceCollector, log);
await migrate(config.databaseOwnerUrl ?? config.databaseUrl, undefined, config.databaseUrl);
const pool = poolOf(config, 'worker');
const wake = openWake(config.databaseUrl, config.redisUrl);
const store = await Store.open(config.databaseUrl, pool.size, pool, wake);
const router = config.routerUrl === undefined ? undefined : openRouter(config.routerUrl);
const index = config.matchingIndex === 'memory' ? new MemoryIndex(store) : undefined;
const market = await Market.open(store, { router, index });
const mail = { market, way: wayOf(config), webUrl: config.publicUrl, log };
const figures = openMetrics();
const metrics = workerMetrics(figures, market, index);
const { onDone, onTried } = metrics;
const post = openPost({ allowed: config.webhookAllowedAddresses });
const webhooks = new WebhookSender({ market, post, log, onTried });
const fanOut = startFanOut(market, log);
const threads = index && openThreads(config, { index, matches: market.matches, log });
const handlers = handlersOf(market, mail, webhooks, threads);
const schedules = scheduleHandlersOf(market, mail);
refuseUnhandled(handlers, schedules);
const backend = await openBackend(config);
const name = `bistrom-${await market.registry.installation(SYSTEM)}`;
const queue = await openQueue({ name, backend, handlers, schedules, outbox: market.outbox, onDone, log });
metrics.watch(queue, () => threads?.size ?? 0);
poolGauges(figures, () => store.pool());
const indexKeeper = index && keepIndex(index, log);
const relay = startRelay({
  outbox: market.outbox,
  handOver: (requests) => queue.add(requests),
  express: expressOf(market, handlers, log),
  onDone,
  log,
});
const listener = listen(config.databaseUrl, [JOB_CHANNEL], () => relay.wake());
const events = wake.listen(() => fanOut.wake());
await market.matchingRuns.beginWhenRulesChanged(SYSTEM);
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
  await events.close();
  await relay.stop();
  await indexKeeper?.close();
  await queue.close();
  await threads?.close();
  await fanOut.close();
  await webhooks.settled(LAST_WEBHOOKS_MS);
  await backend.close();
  await store.close();
  await wake.close();
  await tracing.close();
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
// Started by the launcher: when it dies, however it dies, its programs end with it.
process.on('disconnect', () => void stop());
