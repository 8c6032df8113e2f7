import { randomUUID } from 'node:crypto';
import {
  WEBHOOK_SILENT_DAYS,
  WEBHOOK_SOURCES,
  WEBHOOK_TEST,
  webhookPause,
  webhookTold,
  type Actor,
} from '#domain';
import type { Cursor, DisabledFor, DoneAttempt, TakenWebhook, Tx, WebhookSource } from '#store';
import { cursorText, readCursor } from './cursor.js';
import { sendWebhook } from './jobs.js';
import { queueMail } from './mails.js';
import { mustRun } from './permit.js';
import type { Setting } from './setting.js';

/** How far the events have been read; a cursor as subscriptions have it. */
const MARK = 'webhooks-told';
const BATCH = 500;
/** What an endpoint listens from is decided by the hour, so a first reading may begin anywhere. */
const BEGINNING: Cursor = { xid: '0', seq: '0' };
/** Seconds that whoever sends a message has it alone: longer than a sending may take, see the worker's deadline. */
const LEASE_SECONDS = 20;
/** Of what waits for a free place, asked for at once; of one firm and of all. */
const MOST_OF_FIRM = 8;
const MOST_ASKED = 100;
const DAYS_KEPT = 30;

/** How a sending went, and how long the receiver asked to be left alone. */
export interface WebhookResult extends DoneAttempt {
  readonly retryAfterSeconds: number;
}

/** Messages on their way to firms' endpoints: written from the events, sent by the worker. */
export class WebhookSendingsService {
  constructor(private readonly setting: Setting) {}

  /**
   * Writes a delivery for each endpoint that listens for an event, once, however often and by however many this is
   * called: what was written and how far was read are committed together.
   *
   * @returns whether there may be more to read at once
   */
  async fanOut(actor: Actor): Promise<boolean> {
    mustRun(actor);
    const { store } = this.setting;
    // Most wake-ups are for firms without endpoints: a look alone holds nobody's events back.
    const isNews = await store.read(actor, async (tx) => (await readOn(tx, 1)).length > 0);
    return isNews && store.transaction(actor, (tx) => this.tellOn(tx));
  }

  /** Takes a message to send it; undefined when there is nothing to do, or another has it, or it is not due. */
  take(actor: Actor, deliveryId: string): Promise<TakenWebhook | undefined> {
    mustRun(actor);
    return this.setting.store.transaction(actor, (tx) => tx.webhookSendings.take(deliveryId, LEASE_SECONDS));
  }

  /** What became of it: delivered, to be tried again, or given up, and then the endpoint with it. */
  tried(actor: Actor, taken: TakenWebhook, result: WebhookResult): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      const { webhookSendings: sendings } = tx;
      const delivered = result.outcome === 'DELIVERED';
      if (delivered) await sendings.noteSuccess(taken.webhookId);
      else if (taken.type !== WEBHOOK_TEST) await sendings.noteFailure(taken.webhookId);
      await sendings.noteAttempt(taken, result);
      if (delivered) return sendings.settle(taken, 'DELIVERED');
      // A test is for whoever waits for its answer now.
      const pause =
        taken.type === WEBHOOK_TEST
          ? undefined
          : webhookPause(taken.tries, Math.random(), result.retryAfterSeconds);
      const gone = result.outcome === 'GONE';
      if (pause !== undefined && !gone) return sendings.postpone(taken, pause);
      await sendings.settle(taken, 'FAILED');
      if (gone) await disable(tx, taken.webhookId, 'GONE');
      else if (taken.type !== WEBHOOK_TEST) await disable(tx, taken.webhookId, 'FAILED');
    });
  }

  /** What time brings about: what is due is asked for, endpoints that nothing reaches are disabled, old rows forgotten. */
  tend(actor: Actor): Promise<void> {
    mustRun(actor);
    return this.setting.store.transaction(actor, async (tx) => {
      for (const id of await tx.webhookSendings.silentFor(WEBHOOK_SILENT_DAYS))
        await disable(tx, id, 'SILENT');
      await tx.webhookSendings.forgetOlderThan(DAYS_KEPT);
      await moveMark(tx);
      const due = await tx.webhookSendings.dueWithoutJob(MOST_OF_FIRM, MOST_ASKED);
      await tx.jobs.request(due.map(sendWebhook));
    });
  }

  counts(actor: Actor): Promise<{ readonly waiting: number; readonly disabled: number }> {
    mustRun(actor);
    return this.setting.store.read(actor, (tx) => tx.webhookSendings.counts());
  }

  private async tellOn(tx: Tx): Promise<boolean> {
    await lockMark(tx);
    const sources = await readOn(tx, BATCH);
    const last = sources.at(-1);
    if (last === undefined) return false;
    const listening = await tx.webhookSendings.listening([...new Set(sources.map((one) => one.firmId))]);
    const made = sources.flatMap((source) => {
      const told = webhookTold(source);
      if (told === undefined) return [];
      const { firmId, happenedAt, xid: eventXid, seq: eventSeq } = source;
      const data = { ...told.data, cursor: cursorText(source) };
      return listening
        .filter(
          (one) => one.firmId === firmId && one.listensFrom <= happenedAt && one.events.includes(told.type),
        )
        .map(({ id: webhookId }) => ({
          id: randomUUID(),
          ...{ webhookId, firmId, eventXid, eventSeq, type: told.type, data, happenedAt },
        }));
    });
    await tx.jobs.request((await tx.webhookSendings.insert(made)).map(sendWebhook));
    await tx.marks.set(MARK, cursorText(last));
    return sources.length === BATCH;
  }
}

async function readOn(tx: Tx, first: number): Promise<WebhookSource[]> {
  const mark = readCursor((await tx.marks.get(MARK)) ?? '') ?? BEGINNING;
  return tx.webhookSendings.sources(WEBHOOK_SOURCES, mark, first);
}

async function lockMark(tx: Tx): Promise<void> {
  await tx.marks.first(MARK, cursorText(BEGINNING));
  await tx.webhookSendings.lockMark(MARK);
}

/** Past what no endpoint listens for; and back, where a backup was restored on a server that counts lower. */
async function moveMark(tx: Tx): Promise<void> {
  await lockMark(tx);
  const now = await tx.events.now();
  if ((await readOn(tx, 1)).length === 0) await tx.marks.set(MARK, cursorText(now));
}

/** Tells the administrators of the firm by mail. */
async function disable(tx: Tx, webhookId: string, reason: DisabledFor): Promise<void> {
  const disabled = await tx.webhookSendings.disable(webhookId, reason);
  if (disabled === undefined) return;
  const { firmId, firm: organisation, description: endpoint } = disabled;
  const mail = { kind: 'webhook-disabled', organisation, endpoint, reason } as const;
  for (const { personId, email, role } of await tx.members.ofPlace({ firmId }))
    if (role === 'firm_admin') await queueMail(tx, { to: email, personId, mail });
}
