import { randomBytes, randomUUID } from 'node:crypto';
import {
  WEBHOOK_TEST,
  webhookProblems,
  type Actor,
  type WebhookOutcome,
  type WebhookTerms,
  type WebhookType,
} from '#domain';
import type { AccessKind, PageRow, Tx, WebhookAttemptRow, WebhookDeliveryRow, WebhookRow } from '#store';
import { sendWebhook } from './jobs.js';
import { logAccess } from './managed.js';
import { once } from './once.js';
import { conflict, done, forbidden, invalid, notFound, type Outcome } from './outcome.js';
import { actingFirm } from './permit.js';
import type { Page } from './reading.js';
import type { Setting } from './setting.js';

const MOST_ENDPOINTS = 10;
/** A receiver is put right in a few tries; more would make a gun of us. */
const MOST_TESTS_A_MINUTE = 5;
/** Long enough to put the new secret into every machine of a receiver. */
const OVERLAP_HOURS = 24;
/** Standard Webhooks 1.0, "Signature scheme": 24 to 64 bytes, base64, after this. */
const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;
/** Of one delivery: two whole rounds. */
const MOST_ATTEMPTS = 20;

/** An endpoint as its firm's administrators see it: never a secret. */
export interface WebhookView extends WebhookTerms {
  readonly id: string;
  readonly state: WebhookRow['state'];
  readonly disabledFor: WebhookRow['disabledFor'];
  readonly disabledAt: Date | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly oldSecretUntil: Date | null;
}

export interface WebhookAttemptView {
  readonly at: Date;
  readonly durationMs: number;
  readonly outcome: WebhookOutcome;
  readonly statusCode: number | null;
}

export interface WebhookDeliveryView {
  readonly id: string;
  readonly type: WebhookType;
  readonly state: WebhookDeliveryRow['state'];
  readonly happenedAt: Date;
  readonly tries: number;
  /** While it waits; while it is being sent, when it would be tried again. */
  readonly nextTryAt: Date | undefined;
  readonly attempts: readonly WebhookAttemptView[];
}

/** The endpoint, with its secret where one was made just now: nobody can be shown it again. */
interface SavedWebhook {
  readonly webhook: WebhookView;
  readonly secret: string | undefined;
}

interface Kept {
  readonly webhookId: string;
}

/** What is done to an endpoint, and how a retry of it is known. */
interface Call {
  readonly operation: string;
  readonly id: string;
  readonly key: string | undefined;
  readonly kind: AccessKind;
}

const ROLE = 'bistrom_members';

/** Addresses of a firm's own that are told what happens; see docs/decisions/0029. */
export class WebhooksService {
  constructor(private readonly setting: Setting) {}

  /**
   * @param id of the endpoint that is to be so from now on; a new one where absent
   * @param steppedUp whether the person has just proved anew who he or she is
   */
  async save(
    actor: Actor,
    terms: WebhookTerms,
    { id, key, steppedUp }: { id?: string | undefined; key?: string | undefined; steppedUp: boolean },
  ): Promise<Outcome<SavedWebhook>> {
    const call = { operation: 'saveWebhook', key, input: { id, terms } };
    let secret: string | undefined;
    const outcome = await this.change(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await heldBy(tx, actor, id);
        if (!held.ok) return held;
        if (!steppedUp) return unproved();
        const problems = webhookProblems(terms, this.setting.allowsHttpWebhooks);
        if (problems.length > 0) return invalid(problems);
        const { firmId, webhook } = held.value;
        const kept = { ...terms, description: terms.description.trim(), events: [...new Set(terms.events)] };
        if (webhook === undefined) {
          if ((await tx.webhooks.lockCount(firmId)) >= MOST_ENDPOINTS)
            return conflict(`A firm has at most ${MOST_ENDPOINTS} webhooks; remove one first.`);
          secret = newSecret();
        }
        const webhookId = webhook?.id ?? randomUUID();
        if (webhook === undefined) await this.insert(tx, actor, { ...kept, id: webhookId, firmId }, secret);
        else await tx.webhooks.change(webhookId, kept);
        await this.log(tx, actor, firmId, webhook === undefined ? 'WEBHOOK_MADE' : 'WEBHOOK_CHANGED', kept);
        return done({ webhookId });
      }),
    );
    return this.saved(actor, outcome, secret);
  }

  /** At once, with its deliveries; what is under way may still arrive. */
  remove(actor: Actor, id: string, key?: string): Promise<Outcome<Kept>> {
    const call: Call = { operation: 'removeWebhook', id, key, kind: 'WEBHOOK_REMOVED' };
    return this.edit(actor, call, async (tx) => {
      await tx.webhooks.remove(id);
      return undefined;
    });
  }

  /** The old secret signs beside the new one for a day. */
  async rotate(
    actor: Actor,
    id: string,
    { key, steppedUp }: { key?: string | undefined; steppedUp: boolean },
  ): Promise<Outcome<SavedWebhook>> {
    let secret: string | undefined;
    const call: Call = { operation: 'rotateWebhookSecret', id, key, kind: 'WEBHOOK_SECRET_MADE' };
    const outcome = await this.edit(actor, call, async (tx) => {
      if (!steppedUp) return unproved();
      secret = newSecret();
      await tx.webhooks.addSecret(id, secret, OVERLAP_HOURS);
      return undefined;
    });
    return this.saved(actor, outcome, secret);
  }

  /** After it was disabled; what happened meanwhile is not sent. */
  async enable(actor: Actor, id: string, key?: string): Promise<Outcome<SavedWebhook>> {
    const call: Call = { operation: 'enableWebhook', id, key, kind: 'WEBHOOK_ENABLED' };
    const outcome = await this.edit(actor, call, async (tx, webhook) => {
      if (webhook.state === 'ENABLED') return conflict('The webhook is enabled already.');
      await tx.webhooks.enable(id);
      return undefined;
    });
    return this.saved(actor, outcome, undefined);
  }

  /** Sends a message that says nothing, once. */
  async test(actor: Actor, id: string, key?: string): Promise<Outcome<WebhookDeliveryView>> {
    const call = { operation: 'sendTestWebhook', key, input: { id } };
    const outcome = await this.change(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await enabledBy(tx, actor, id);
        if (!held.ok) return held;
        if ((await tx.webhooks.recentTests(id, WEBHOOK_TEST)) >= MOST_TESTS_A_MINUTE)
          return conflict(`At most ${MOST_TESTS_A_MINUTE} tests a minute; wait a little.`);
        const deliveryId = randomUUID();
        const { firmId } = held.value;
        await tx.webhooks.insertTest({ id: deliveryId, webhookId: id, firmId, type: WEBHOOK_TEST, data: {} });
        await tx.jobs.request([sendWebhook({ deliveryId, firmId })]);
        return done({ deliveryId });
      }),
    );
    return this.queued(actor, outcome);
  }

  /** The same message under the same id, whether it had arrived or not. */
  async resend(actor: Actor, deliveryId: string, key?: string): Promise<Outcome<WebhookDeliveryView>> {
    const call = { operation: 'resendWebhookDelivery', key, input: { deliveryId } };
    const outcome = await this.change(actor, (tx) =>
      once(tx, actor, call, async () => {
        const firm = managedFirm(actor);
        if (!firm.ok) return firm;
        const delivery = await tx.webhooks.delivery(deliveryId);
        if (delivery === undefined) return notFound('delivery');
        const held = await enabledBy(tx, actor, delivery.webhookId);
        if (!held.ok) return held;
        if (!(await tx.webhooks.sendAgain(deliveryId))) return conflict('It is on its way already.');
        await tx.jobs.request([sendWebhook({ deliveryId, firmId: held.value.firmId })]);
        return done({ deliveryId });
      }),
    );
    return this.queued(actor, outcome);
  }

  /** Of the firm acted for, newest first. */
  list(actor: Actor): Promise<Outcome<readonly WebhookView[]>> {
    return this.look(actor, async (tx, firmId) => done((await tx.webhooks.ofFirm(firmId)).map(webhookView)));
  }

  webhook(actor: Actor, id: string): Promise<Outcome<WebhookView>> {
    return this.look(actor, async (tx, firmId) => {
      const row = await tx.webhooks.byId(id);
      return row?.firmId === firmId ? done(webhookView(row)) : notFound('webhook');
    });
  }

  /** Of one endpoint, newest first. */
  deliveries(
    actor: Actor,
    webhookId: string,
    first: number,
    after?: PageRow,
  ): Promise<Outcome<Page<WebhookDeliveryView>>> {
    return this.look(actor, async (tx) => {
      const rows = await tx.webhooks.deliveries(webhookId, first + 1, after);
      const shown = rows.slice(0, first);
      const attempts = await tx.webhooks.attempts(
        shown.map((one) => one.id),
        MOST_ATTEMPTS,
      );
      const page = shown.map((row) => ({ node: deliveryView(row, attempts), key: row }));
      return done({ rows: page, hasNext: rows.length > first });
    });
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    webhook: WebhookTerms & { readonly id: string; readonly firmId: string },
    secret = newSecret(),
  ): Promise<void> {
    await tx.webhooks.insert({ ...webhook, createdBy: actor.personId });
    await tx.webhooks.addSecret(webhook.id, secret, OVERLAP_HOURS);
  }

  private edit(
    actor: Actor,
    { operation, id, key, kind }: Call,
    work: (tx: Tx, webhook: WebhookRow) => Promise<Outcome<never> | undefined>,
  ): Promise<Outcome<Kept>> {
    return this.change(actor, (tx) =>
      once(tx, actor, { operation, key, input: { id } }, async () => {
        const held = await heldBy(tx, actor, id);
        if (!held.ok) return held;
        const { firmId, webhook } = held.value;
        if (webhook === undefined) return notFound('webhook');
        const refused = await work(tx, webhook);
        if (refused !== undefined) return refused;
        await this.log(tx, actor, firmId, kind, webhook);
        return done({ webhookId: id });
      }),
    );
  }

  private log(tx: Tx, actor: Actor, firmId: string, kind: AccessKind, { description }: WebhookTerms) {
    return logAccess(tx, { place: { firmId }, kind, by: actor.personId, subject: description });
  }

  private change<T>(actor: Actor, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.setting.store.transaction(actor, work, ROLE);
  }

  private async look<T>(
    actor: Actor,
    work: (tx: Tx, firmId: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const firm = managedFirm(actor);
    if (!firm.ok) return firm;
    return this.setting.store.read(actor, (tx) => work(tx, firm.value), ROLE);
  }

  /** A retry of what was saved and has been removed since finds nothing any more. */
  private async saved(
    actor: Actor,
    outcome: Outcome<Kept>,
    secret: string | undefined,
  ): Promise<Outcome<SavedWebhook>> {
    if (!outcome.ok) return outcome;
    const found = await this.webhook(actor, outcome.value.webhookId);
    return found.ok ? done({ webhook: found.value, secret }) : found;
  }

  private async queued(
    actor: Actor,
    outcome: Outcome<{ readonly deliveryId: string }>,
  ): Promise<Outcome<WebhookDeliveryView>> {
    if (!outcome.ok) return outcome;
    return this.look(actor, async (tx) => {
      const row = await tx.webhooks.delivery(outcome.value.deliveryId);
      if (row === undefined) return notFound('delivery');
      return done(deliveryView(row, await tx.webhooks.attempts([row.id], MOST_ATTEMPTS)));
    });
  }
}

const newSecret = (): string => `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

const unproved = (): Outcome<never> =>
  forbidden('Prove anew who you are, then change the webhook.', 'STEP_UP_REQUIRED');

/** The firm acted for, whose endpoints the actor manages. */
const managedFirm = (actor: Actor): Outcome<string> => actingFirm(actor, 'manage webhooks');

interface Held {
  readonly firmId: string;
  readonly webhook: WebhookRow | undefined;
}

async function heldBy(tx: Tx, actor: Actor, id: string | undefined): Promise<Outcome<Held>> {
  const firm = managedFirm(actor);
  if (!firm.ok) return firm;
  const webhook = id === undefined ? undefined : await tx.webhooks.lock(id);
  if (id !== undefined && webhook?.firmId !== firm.value) return notFound('webhook');
  return done({ firmId: firm.value, webhook });
}

async function enabledBy(tx: Tx, actor: Actor, id: string): Promise<Outcome<Held>> {
  const held = await heldBy(tx, actor, id);
  if (!held.ok || held.value.webhook?.state === 'ENABLED') return held;
  return conflict('The webhook is disabled; enable it first.');
}

const webhookView = (row: WebhookRow): WebhookView => ({
  id: row.id,
  url: row.url,
  description: row.description,
  events: row.events,
  state: row.state,
  disabledFor: row.disabledFor,
  disabledAt: row.disabledAt,
  createdBy: row.creator,
  createdAt: row.createdAt,
  oldSecretUntil: row.oldSecretUntil,
});

const deliveryView = (
  { id, type, state, happenedAt, attempts: tries, dueAt }: WebhookDeliveryRow,
  attempts: readonly WebhookAttemptRow[],
): WebhookDeliveryView => ({
  id,
  type,
  state,
  happenedAt,
  tries,
  nextTryAt: state === 'WAITING' ? dueAt : undefined,
  attempts: attempts
    .filter(({ deliveryId }) => deliveryId === id)
    .map(({ at, durationMs, outcome, statusCode }) => ({ at, durationMs, outcome, statusCode })),
});
