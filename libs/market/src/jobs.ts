import type { ChunkKey, NewJobRequest } from '#store';

/** Every job there is, with its payload: the worker refuses to start unless each has exactly one handler. */
export interface JobPayloads {
  /** Match one listing against the market, or close its matches when it is out of it. */
  'match-listing': { readonly listingId: string };
  /** Do the next slice of a chunk of a run through all listings. */
  'match-chunk': ChunkKey;
  /** Tell those who watch for such a listing of its present version. */
  'tell-watches': { readonly listingId: string };
  /** Learn from a firm's declines how far it goes, and match its listings again where that changed. */
  'learn-reach': { readonly firmId: string };
  /** Fold a cluster's ledger into its figure cache. */
  'refresh-figures': { readonly clusterId: string };
  /** Record the next rows of a file of deliveries, behind a row. */
  'record-import': { readonly importId: string; readonly after: number };
  /** Make the plan that staff asked for. */
  'make-plan': { readonly planId: string };
  /** Send one mail. */
  'send-mail': { readonly mailId: string };
  /** Send one message to one endpoint of a firm. */
  'send-webhook': { readonly deliveryId: string; readonly firmId: string };
}

export type JobName = keyof JobPayloads;
export const JOB_NAMES: readonly JobName[] = Object.freeze([
  'match-listing',
  'match-chunk',
  'tell-watches',
  'learn-reach',
  'refresh-figures',
  'record-import',
  'make-plan',
  'send-mail',
  'send-webhook',
]);

/** What the clock alone brings about; no use case asks for it. */
export const SCHEDULES = Object.freeze({
  /** Proposals, listings and agreements whose time has come. */
  'end-due': { everyMs: 30_000 },
  /** Job requests that were handed out and never finished; finished ones past keeping; lost chunks of a run. */
  'tend-outbox': { everyMs: 60_000 },
  /** Mails whose next try has come; those past waiting for and past keeping. */
  'tend-mails': { everyMs: 60_000 },
  /** Events that no wake-up told of, messages whose next try has come; endpoints that are gone, what is past keeping. */
  'tend-webhooks': { everyMs: 5_000 },
  /** News that people want by mail: at once is within a minute, digests at their hour. */
  'send-notifications': { everyMs: 15_000 },
  /** The quarter that is over becomes what outsiders get: a read of one mark on all other days. */
  'close-quarters': { everyMs: 60_000 },
  /** Events, kept answers and changes of the search past keeping; once a night, the floors of all lists. */
  'trim-events': { everyMs: 3_600_000 },
  /** Files of deliveries, and addresses of hints, past keeping. */
  'forget-imports': { everyMs: 3_600_000 },
});
export type ScheduleName = keyof typeof SCHEDULES;

/** Retries of a failing job: after 1, 2, 4 … seconds. A handler is idempotent, so trying again is safe. */
export const JOB_ATTEMPTS = 5;
export const JOB_BACKOFF_MS = 1000;

export const matchListing = (listingId: string, background = false): NewJobRequest => ({
  name: 'match-listing' satisfies JobName,
  key: `match-${listingId}`,
  payload: { listingId },
  background,
});

/** A slice at a time, each asked for by the one before, so that what users do goes ahead of the next. */
export const matchChunk = ({ runId, chunk, stage }: ChunkKey): NewJobRequest => ({
  name: 'match-chunk' satisfies JobName,
  key: `run-${runId}-${chunk}-${stage}`,
  payload: { runId, chunk, stage },
  background: true,
});

export const tellWatches = (listingId: string): NewJobRequest => ({
  name: 'tell-watches' satisfies JobName,
  key: `watches-${listingId}`,
  payload: { listingId },
  background: false,
});

export const learnReach = (firmId: string): NewJobRequest => ({
  name: 'learn-reach' satisfies JobName,
  key: `reach-${firmId}`,
  payload: { firmId },
  background: true,
});

export const refreshFigures = (clusterId: string): NewJobRequest => ({
  name: 'refresh-figures' satisfies JobName,
  key: `figures-${clusterId}`,
  payload: { clusterId },
  background: true,
});

/** Somebody waits for it; it is one at a time, each asked for by the one before. */
export const recordImport = ({ importId, after }: JobPayloads['record-import']): NewJobRequest => ({
  name: 'record-import' satisfies JobName,
  key: `import-${importId}-${after}`,
  payload: { importId, after },
  background: false,
});

/** Somebody waits for it. */
export const makePlan = (planId: string): NewJobRequest => ({
  name: 'make-plan' satisfies JobName,
  key: `plan-${planId}`,
  payload: { planId },
  background: false,
});

export const sendMail = (mailId: string): NewJobRequest => ({
  name: 'send-mail' satisfies JobName,
  key: `mail-${mailId}`,
  payload: { mailId },
  background: false,
});

export const sendWebhook = ({ deliveryId, firmId }: JobPayloads['send-webhook']): NewJobRequest => ({
  name: 'send-webhook' satisfies JobName,
  key: `webhook-${deliveryId}`,
  payload: { deliveryId, firmId },
  background: false,
});
