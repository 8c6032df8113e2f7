import { Queue, Worker, type Job } from 'bullmq';
import type { Logger } from 'pino';
import {
  isUnavailable,
  JOB_ATTEMPTS,
  JOB_BACKOFF_MS,
  SCHEDULES,
  type DoneJob,
  type JobRequest,
  type Outbox,
} from '#market';
import { inSpan, reasonOf } from '#telemetry';
import type { Backend } from './backend.js';
import { handlerOf, type Handlers, type ScheduleHandlers } from './handlers.js';
import { keepFilled } from './refill.js';

/** Matching is mostly the database's work; more at once than its cores only queue there. */
const CONCURRENCY = 4;
/** Background re-matching yields to what users do: BullMQ runs jobs without priority first. */
const BACKGROUND_PRIORITY = 10;
/** Many times the longest step, and short enough that what a killed worker held goes on within seconds. */
const LOCK_MS = 15_000;
const LOOK_FOR_STALLED_MS = 5_000;
const MOST_STALLS = 3;
/** A launcher ends what has not stopped by itself after three and a half seconds. */
const LAST_JOBS_MS = 2_500;
/** What BullMQ says of a job whose worker died under it time and again. */
const STALLED = /^job stalled more than/;

interface QueuedPayload {
  readonly payload: unknown;
  /** Requests that this job answers. */
  readonly requestIds: readonly string[];
  readonly traceParents: readonly (string | null)[];
}

export interface WorkQueue {
  add(requests: readonly JobRequest[]): Promise<void>;
  /** Jobs in the queue, whatever they wait for. */
  depth(): Promise<number>;
  close(): Promise<void>;
}

export interface QueueParts {
  /** Of this installation alone: several may share one Redis. */
  readonly name: string;
  readonly backend: Backend;
  readonly handlers: Handlers;
  readonly schedules: ScheduleHandlers;
  readonly outbox: Outbox;
  readonly onDone: (jobs: readonly DoneJob[]) => void;
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
  worker.on('failed', (job, error) => {
    // The request's number and not the job's id, which names what the job is about.
    const { name: jobName, attemptsMade: tries, data } = job ?? {};
    log.error({ job: jobName, requests: data?.requestIds, tries, err: error }, 'A job failed');
    if (job !== undefined && STALLED.test(error.message)) void giveUp(job, new Stalled(), parts);
  });
  worker.on('error', (error) => log.error({ err: error }, 'The queue reports an error'));
  return {
    add: async (requests) => {
      await queue.addBulk(byKey(requests).map(queued));
    },
    depth: () => queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized'),
    close: async () => {
      stopRefilling();
      // What is not finished by then is another worker's as soon as the lock on it lapses.
      await Promise.race([worker.close(), pause(LAST_JOBS_MS)]);
      await Promise.race([queue.close(), pause(LAST_JOBS_MS)]);
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
    data: { payload, requestIds, traceParents: group.map(({ traceParent }) => traceParent) },
    opts: {
      // Ends in the request's number: a kept job of the same id would swallow a later one silently.
      jobId: `${key}-${requestIds.at(-1)}`,
      attempts: JOB_ATTEMPTS,
      backoff: { type: 'exponential', delay: JOB_BACKOFF_MS },
      removeOnComplete: true,
      // The request knows that it failed; a failed job kept under the same id would swallow its retry.
      removeOnFail: true,
      ...(background ? { priority: BACKGROUND_PRIORITY } : {}),
    },
  };
}

async function run(job: Job<QueuedPayload>, parts: QueueParts): Promise<void> {
  const { handlers, schedules, outbox, onDone } = parts;
  if (job.name in schedules) {
    await schedules[job.name as keyof ScheduleHandlers]();
    return;
  }
  try {
    const handle = handlerOf(handlers, job.name);
    const { payload, requestIds, traceParents } = job.data;
    const facts = { 'bistrom.job_requests': requestIds };
    await inSpan({ name: job.name, kind: 'CONSUMER', facts, traceParents }, () => handle(payload));
    onDone(await outbox.done(job.data.requestIds));
  } catch (error) {
    // Counted from the last try that ended; this one is the next.
    if (job.attemptsMade + 1 >= JOB_ATTEMPTS) await giveUp(job, error, parts);
    throw error;
  }
}

/**
 * Marks what failed for good, so that it waits for the operator. What the moment explains (the database is away, or has
 * too much to do) stays undone instead, and is handed out again by itself.
 */
async function giveUp(job: Job<QueuedPayload>, error: unknown, { outbox, log }: QueueParts): Promise<void> {
  if (isUnavailable(error) || job.name in SCHEDULES) return;
  await outbox.failed(job.data.requestIds, reasonOf(error)).catch((fault: unknown) =>
    // Then it is handed out again after five minutes, and fails again.
    log.error(
      { err: fault, job: job.name, requests: job.data.requestIds },
      'A failed job could not be marked',
    ),
  );
}

class Stalled extends Error {
  override readonly name = 'Stalled';
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
