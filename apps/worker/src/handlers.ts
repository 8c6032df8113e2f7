import type { JobName, JobPayloads, Market, Refresher, ScheduleName } from '#market';
import { JOB_NAMES, SCHEDULES, SYSTEM } from '#market';
import { sendMail, sendNotifications, tendMails, type MailParts } from './mail/send.js';
import { solveInThread } from './plan/solve.js';
import type { WebhookSender } from './webhooks/send.js';

/** What runs for each job: one call of one use case. */
export type Handlers = { readonly [N in JobName]: (payload: JobPayloads[N]) => Promise<unknown> };
export type ScheduleHandlers = { readonly [N in ScheduleName]: () => Promise<unknown> };

export const handlersOf = (
  market: Market,
  mail: MailParts,
  webhooks: Pick<WebhookSender, 'begin'>,
  refresher?: Refresher,
): Handlers => ({
  'match-listing': ({ listingId }) => market.matches.refresh(listingId),
  'match-chunk': (chunk) => market.matchingRuns.work(SYSTEM, chunk, refresher),
  'tell-watches': ({ listingId }) => market.watches.tell(listingId),
  'learn-reach': ({ firmId }) => market.declines.learnReach(firmId),
  'refresh-figures': ({ clusterId }) => market.figures.refresh(clusterId),
  'record-import': (slice) => market.recording.recordNext(SYSTEM, slice),
  'make-plan': ({ planId }) => market.planMaking.make(SYSTEM, planId, solveInThread),
  'send-mail': ({ mailId }) => sendMail(mail, mailId),
  'send-webhook': (due) => Promise.resolve(webhooks.begin(due)),
});

/** What runs for a job of that name, whose payload is as it was stored. */
export const handlerOf = (handlers: Handlers, name: string): ((payload: unknown) => Promise<unknown>) =>
  handlers[name as JobName] as (payload: unknown) => Promise<unknown>;

export const scheduleHandlersOf = (market: Market, mail: MailParts): ScheduleHandlers => ({
  'end-due': async () => {
    await market.proposals.expireDue();
    await market.listings.expireDue();
    await market.agreements.endDue();
    await market.reminders.remindDue();
    await market.planMaking.endLost(SYSTEM);
  },
  'tend-outbox': async () => {
    await market.outbox.tend();
    await market.matchingRuns.tend(SYSTEM);
  },
  'tend-mails': () => tendMails(mail),
  'tend-webhooks': async () => {
    while (await market.webhookSendings.fanOut(SYSTEM));
    await market.webhookSendings.tend(SYSTEM);
  },
  'send-notifications': () => sendNotifications(mail),
  'close-quarters': () => market.figures.closeQuarters(),
  'trim-events': async () => {
    await market.upkeep.trim();
    await market.upkeep.checkFloors();
  },
  'forget-imports': async () => {
    await market.imports.forget(SYSTEM);
    await market.hints.forget(SYSTEM);
    await market.planMaking.forget(SYSTEM);
  },
});

/**
 * Refuses to start when a job has no handler, or there is a handler for none: a job without one would wait for ever
 * and nobody would know.
 *
 * @throws Error naming the jobs
 */
export function refuseUnhandled(handlers: object, schedules: object): void {
  const differ = (known: readonly string[], handled: readonly string[]): string[] => [
    ...known.filter((name) => !handled.includes(name)).map((name) => `${name}: no handler`),
    ...handled.filter((name) => !known.includes(name)).map((name) => `${name}: no such job`),
  ];
  const faults = [
    ...differ(JOB_NAMES, Object.keys(handlers)),
    ...differ(Object.keys(SCHEDULES), Object.keys(schedules)),
  ];
  if (faults.length > 0) throw new Error(`The worker cannot start:\n${faults.join('\n')}`);
}
