import { SYSTEM, type DoneJob, type Market, type MemoryIndex, type WebhookResult } from '#market';
import type { Metrics } from '#telemetry';
import type { WorkQueue } from './queue.js';

export interface WorkerMetrics {
  readonly onDone: (jobs: readonly DoneJob[]) => void;
  readonly onTried: (webhook: WebhookResult) => void;
  /** Asked whenever metrics are read. */
  readonly watch: (queue: WorkQueue, threads: () => number) => void;
}

/** What the worker is watched by: nothing here names a firm, a person or a listing. */
export function workerMetrics(metrics: Metrics, market: Market, index?: MemoryIndex): WorkerMetrics {
  if (index !== undefined) watchIndex(metrics, index);
  const jobs = metrics.count('jobs_done_total', 'Job requests fulfilled, by job.', ['job']);
  const latency = metrics.durations(
    'match_latency_seconds',
    'From the transaction that published or changed a listing to its matches being stored.',
  );
  const webhooks = metrics.count('webhook_tries_total', 'Tries of sending a webhook, by outcome.', [
    'outcome',
  ]);
  return {
    onTried: ({ outcome }) => webhooks.add({ outcome }),
    onDone: (done) => {
      for (const { name, background, seconds } of done) {
        jobs.add({ job: name });
        if (name === 'match-listing' && !background) latency.seen(seconds);
      }
    },
    watch: (queue, threads) => {
      metrics.gauge('queue_depth', 'Jobs in the queue: waiting, delayed or under way.', () => queue.depth());
      watchRuns(metrics, market, threads);
      metrics.gauges(
        {
          outbox_lag_seconds: 'How long the oldest job request has waited to be handed to the queue.',
          outbox_undone: 'Job requests neither done nor failed.',
          jobs_failed: 'Job requests that failed for good and wait for the operator.',
        },
        async () => {
          const { lagSeconds, undone, failed } = await market.outbox.counts();
          return { outbox_lag_seconds: lagSeconds, outbox_undone: undone, jobs_failed: failed };
        },
      );
      metrics.gauges(
        {
          mails_waiting: 'Mails that have yet to be sent.',
          mails_failed: 'Mails given up in the last 30 days.',
        },
        async () => {
          const { waiting, failed } = await market.mails.counts(SYSTEM);
          return { mails_waiting: waiting, mails_failed: failed };
        },
      );
      metrics.gauges(
        {
          webhooks_waiting: 'Webhook messages that have yet to arrive.',
          webhooks_disabled: 'Endpoints of firms that nothing is sent to until they are enabled again.',
        },
        async () => {
          const { waiting, disabled } = await market.webhookSendings.counts(SYSTEM);
          return { webhooks_waiting: waiting, webhooks_disabled: disabled };
        },
      );
    },
  };
}

/** How the index in this process's memory stands beside the database. */
function watchIndex(metrics: Metrics, index: MemoryIndex): void {
  metrics.gauges(
    {
      index_listings: 'Listings that the matching index of this process can find; 0 until it is loaded.',
      index_lag_seconds: 'Age of the oldest change that the matching index has not taken in.',
      index_reload_seconds: 'What the last load of the matching index took.',
      index_drift_listings:
        'Listings that the last load found otherwise than they stood in the matching index.',
    },
    async () => {
      const { listings, lagSeconds, reloadSeconds, driftListings } = await index.state();
      return {
        index_listings: listings,
        index_lag_seconds: lagSeconds,
        index_reload_seconds: reloadSeconds,
        index_drift_listings: driftListings,
      };
    },
  );
}

function watchRuns(metrics: Metrics, market: Market, threads: () => number): void {
  metrics.gauge(
    'matching_run_listings_left',
    'Listings that a run through all of them has yet to match; 0 where none is under way.',
    () => market.matchingRuns.left(SYSTEM),
  );
  metrics.gauge('matching_threads', 'Threads of this worker that match listings of a run.', threads);
}
