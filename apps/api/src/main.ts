import 'reflect-metadata';
import { poolOf, readConfig } from '#config';
import { EventFeed, Market, openRouter, SYSTEM } from '#market';
import { migrate, openWake, Store } from '#store';
import { openLog, openMetrics, openTracing, poolGauges, programHealth, serveMetrics } from '#telemetry';
import { buildAuth } from './auth.js';
import { isGuessable } from './auth/guessable.js';
import { apiMetrics } from './metrics.js';
import { currentRequest } from './requests.js';
import { buildServer } from './server.js';

/** Whatever still holds on by then is let go of. */
const HARD_STOP_MS = 4_500;

const config = readConfig();
const requestId = (): object => {
  const id = currentRequest();
  return id === undefined ? {} : { requestId: id };
};
const log = openLog('api', { level: config.logLevel, context: requestId });
const tracing = await openTracing('api', config.traceCollector, log);
await migrate(config.databaseOwnerUrl ?? config.databaseUrl, undefined, config.databaseUrl);
const pool = poolOf(config, 'api');
const wake = openWake(config.databaseUrl, config.redisUrl);
const store = await Store.open(config.databaseUrl, pool.size, pool, wake);
const router = config.routerUrl === undefined ? undefined : openRouter(config.routerUrl);
const allowsHttpWebhooks = config.webhookAllowedAddresses.length > 0;
const market = await Market.open(store, { router, isGuessable, allowsHttpWebhooks });
const figures = openMetrics();
const metrics = apiMetrics(figures);
const feed = new EventFeed(store, config.databaseUrl, wake, metrics.sent);
const auth = await buildAuth(config, market, log);
let stopping = false;
const health = programHealth({
  isStopping: () => stopping,
  isReady: () => store.isReady(),
  lagSeconds: async () => (await market.outbox.counts()).lagSeconds,
  mostLagSeconds: config.readyLagSeconds,
});
poolGauges(figures, () => store.pool());
const api = await buildServer({ config, market, feed, auth, log, health, metrics });
const metricsServer =
  config.metrics === undefined ? undefined : await serveMetrics(config.metrics, figures, health);
await api.listen();
// Printed, and not logged: whoever holds it is let in.
const firstLink =
  config.demo === undefined
    ? await market.invitations.firstLinkWhenEmpty(SYSTEM, config.publicUrl)
    : undefined;
if (firstLink !== undefined)
  process.stdout.write(`Nobody takes part here yet. Make the first cluster within 24 hours: ${firstLink}\n`);
process.send?.('ready');

const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), HARD_STOP_MS).unref();
  await api.close();
  await metricsServer?.close();
  await feed.close();
  await auth.close();
  await store.close();
  await wake.close();
  await tracing.close();
  process.exit(0);
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
// Started by the launcher: when it dies, however it dies, its programs end with it.
process.on('disconnect', () => void stop());
