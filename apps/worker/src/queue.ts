import { Queue, Worker, type Job } from 'bullmq';
import type { Logger } from 'pino';
import { JOB_ATTEMPTS, JOB_BACKOFF_MS, type JobName, type JobRequest, type Outbox } from '#market';
import type { Backend } from './backend.js';
import type { Handlers, ScheduleHandlers } from './handlers.js';
import { keepFilled } from './refill.js';

/** Matching is mostly the database's work; more at once than its cores only queue there. */
const CONCURRENCY = 4;
/** Background re-matching yields to what users do: BullMQ runs jobs without priority first. */
const BACKGROUND_PRIORITY = 10;
/** Many times the longest step, and short enough that what a killed worker held goes on within seconds. */
const LOCK_MS = 15_000;
const LOOK_FOR_STALLED_MS = 5_000;
const MOST_STALLS = 3;

interface QueuedPayload {
  readonly payload: unknown;
  /** Requests that this job answers. */
  readonly requestIds: readonly string[];
}

export interface WorkQueue {
  add(requests: readonly JobRequest[]): Promise<void>;
  close(): Promise<void>;
}

export interface QueueParts {
  /** Of this installation alone: several may share one Redis. */
  readonly name: string;
  readonly backend: Backend;
  readonly handlers: Handlers;
  readonly schedules: ScheduleHandlers;
  readonly outbox: Outbox;
  readonly log: Logger;
}

export async function openQueue(parts: QueueParts): Promise<WorkQueue> {
  const { name, log } = parts;
  const { connection } = parts.backend;
  const queue = new Queue<QueuedPayload>(name, { connection });
  queue.on('error', (error) => log.error({ err: error }, 'The queue reports an error'));
  const stopRefilling = await keepFilled({ queue, outbox: parts.outbox, log });
  const worker = new Worker<QueuedPayload>(name, (job) => run(job, parts), {
    connection,
    concurrency: CONCURRENCY,
    lockDuration: LOCK_MS,
    maxStalledCount: MOST_STALLS,
    stalledInterval: LOOK_FOR_STALLED_MS,
  });
  worker.on('failed', (job, error) => log.error({ job: job?.name, id: job?.id, err: error }, 'A job failed'));
  worker.on('error', (error) => log.error({ err: error }, 'The queue reports an error'));
  return {
    add: async (requests) => {
      await queue.addBulk(byKey(requests).map(queued));
    },
    close: async () => {
      stopRefilling();
      await worker.close();
      await queue.close();
    },
  };
}

/** Requests of one key that wait together are one job: ten deliveries refresh a cluster's figures once. */
function byKey(requests: readonly JobRequest[]): readonly (readonly [JobRequest, ...JobRequest[]])[] {
  const groups = new Map<string, [JobRequest, ...JobRequest[]]>();
  for (const request of requests) {
    const group = groups.get(request.key);
    if (group === undefined) groups.set(request.key, [request]);
    else group.push(request);
  }
  return [...groups.values()];
}

function queued(group: readonly [JobRequest, ...JobRequest[]]) {
  const [{ name, key, payload }] = group;
  const requestIds = group.map((one) => one.id);
  const background = group.every((one) => one.background);
  return {
    name,
    data: { payload, requestIds },
    opts: {
      // Ends in the request's number: a kept job of the same id would swallow a later one silently.
      jobId: `${key}-${requestIds.at(-1)}`,
      attempts: JOB_ATTEMPTS,
      backoff: { type: 'exponential', delay: JOB_BACKOFF_MS },
      removeOnComplete: true,
      // The request stays undone and is handed out again; a failed job kept under the same id would swallow it.
      removeOnFail: true,
      ...(background ? { priority: BACKGROUND_PRIORITY } : {}),
    },
  };
}

async function run(job: Job<QueuedPayload>, { handlers, schedules, outbox }: QueueParts): Promise<void> {
  if (job.name in schedules) {
    await schedules[job.name as keyof ScheduleHandlers]();
    return;
  }
  const handle = handlers[job.name as JobName] as (payload: unknown) => Promise<unknown>;
  await handle(job.data.payload);
  await outbox.done(job.data.requestIds);
}
