import type { WebhookData, WebhookOutcome, WebhookTerms, WebhookType } from '#domain';
import type { EntityManager } from 'typeorm';
import type { PageRow } from '../stored.js';

export interface WebhookRow extends WebhookTerms {
  readonly id: string;
  readonly firmId: string;
  readonly state: 'ENABLED' | 'DISABLED';
  readonly disabledFor: 'GONE' | 'FAILED' | 'SILENT' | null;
  readonly disabledAt: Date | null;
  /** Name of who made it, as long as there is such an account. */
  readonly creator: string | null;
  readonly createdAt: Date;
  /** How long the secret before the present one signs as well; null where none does. */
  readonly oldSecretUntil: Date | null;
}

export interface NewWebhook extends WebhookTerms {
  readonly id: string;
  readonly firmId: string;
  readonly createdBy: string;
}

export interface WebhookDeliveryRow {
  readonly id: string;
  readonly webhookId: string;
  readonly type: WebhookType;
  readonly state: 'WAITING' | 'DELIVERED' | 'FAILED';
  readonly attempts: number;
  readonly dueAt: Date;
  readonly happenedAt: Date;
}

export interface WebhookAttemptRow {
  readonly deliveryId: string;
  readonly at: Date;
  readonly durationMs: number;
  readonly outcome: WebhookOutcome;
  readonly statusCode: number | null;
}

const WEBHOOK = `select w.id, w.firm_id as "firmId", w.url, w.description, w.events, w.state,
  w.disabled_for as "disabledFor", w.disabled_at as "disabledAt", u.name as creator, w.created_at as "createdAt",
  (select max(s.ends_at) from webhook_secret s where s.webhook_id = w.id and s.ends_at > clock_timestamp()) as "oldSecretUntil"
  from webhook w left join auth."user" u on u."id" = w.created_by`;
const DELIVERY = `select d.id, d.webhook_id as "webhookId", d.type, d.state, d.attempts, d.due_at as "dueAt",
  d.happened_at as "happenedAt", to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from webhook_delivery d`;

/** Endpoints of firms as those who manage them see and change them; what is under way is in `WebhookSendings`. */
export class Webhooks {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, firmId, url, description, events, createdBy }: NewWebhook): Promise<void> {
    await this.manager.query(
      'insert into webhook (id, firm_id, url, description, events, created_by) values ($1, $2, $3, $4, $5, $6)',
      [id, firmId, url, description, events, createdBy],
    );
  }

  async change(id: string, { url, description, events }: WebhookTerms): Promise<void> {
    await this.manager.query('update webhook set url = $2, description = $3, events = $4 where id = $1', [
      id,
      url,
      description,
      events,
    ]);
  }

  /** With its deliveries and secrets. */
  async remove(id: string): Promise<void> {
    await this.manager.query('delete from webhook where id = $1', [id]);
  }

  async lock(id: string): Promise<WebhookRow | undefined> {
    return (await this.manager.query<WebhookRow[]>(`${WEBHOOK} where w.id = $1 for update of w`, [id]))[0];
  }

  async byId(id: string): Promise<WebhookRow | undefined> {
    return (await this.manager.query<WebhookRow[]>(`${WEBHOOK} where w.id = $1`, [id]))[0];
  }

  /** Newest first. */
  ofFirm(firmId: string): Promise<WebhookRow[]> {
    return this.manager.query(`${WEBHOOK} where w.firm_id = $1 order by w.created_at desc, w.id`, [firmId]);
  }

  /** Until the end of the transaction nobody else adds one. */
  async lockCount(firmId: string): Promise<number> {
    await this.manager.query('select from firm where id = $1 for no key update', [firmId]);
    const rows = await this.manager.query<{ count: number }[]>(
      'select count(*)::int as count from webhook where firm_id = $1',
      [firmId],
    );
    return rows[0]?.count ?? 0;
  }

  /** @param overlapHours how long those before it sign as well; an earlier end stays as it is */
  async addSecret(webhookId: string, secret: string, overlapHours: number): Promise<void> {
    await this.manager.query(
      `update webhook_secret set ends_at = clock_timestamp() + make_interval(hours => $2)
        where webhook_id = $1 and ends_at is null`,
      [webhookId, overlapHours],
    );
    await this.manager.query('insert into webhook_secret (webhook_id, secret) values ($1, $2)', [
      webhookId,
      secret,
    ]);
  }

  /** What happened while it was disabled is not sent. */
  async enable(id: string): Promise<void> {
    await this.manager.query(
      `update webhook set state = 'ENABLED', disabled_for = null, disabled_at = null, failing_since = null,
              listens_from = clock_timestamp() where id = $1`,
      [id],
    );
  }

  async insertTest(delivery: {
    readonly id: string;
    readonly webhookId: string;
    readonly firmId: string;
    readonly type: WebhookType;
    readonly data: WebhookData;
  }): Promise<void> {
    await this.manager.query(
      `insert into webhook_delivery (id, webhook_id, firm_id, type, data, happened_at)
       values ($1, $2, $3, $4, $5, clock_timestamp())`,
      [delivery.id, delivery.webhookId, delivery.firmId, delivery.type, JSON.stringify(delivery.data)],
    );
  }

  /** Tests of the last minute. */
  async recentTests(webhookId: string, type: WebhookType): Promise<number> {
    const rows = await this.manager.query<{ count: number }[]>(
      `select count(*)::int as count from webhook_delivery
        where webhook_id = $1 and type = $2 and created_at > clock_timestamp() - interval '1 minute'`,
      [webhookId, type],
    );
    return rows[0]?.count ?? 0;
  }

  /** Begins a new round of tries. @returns whether none was under way */
  async sendAgain(deliveryId: string): Promise<boolean> {
    const [, count] = await this.manager.query<[unknown[], number]>(
      `update webhook_delivery set state = 'WAITING', tries = 0, due_at = clock_timestamp()
        where id = $1 and state <> 'WAITING'`,
      [deliveryId],
    );
    return count > 0;
  }

  async delivery(id: string): Promise<WebhookDeliveryRow | undefined> {
    return (await this.manager.query<WebhookDeliveryRow[]>(`${DELIVERY} where d.id = $1`, [id]))[0];
  }

  /** Newest first. */
  deliveries(webhookId: string, first: number, after?: PageRow): Promise<(WebhookDeliveryRow & PageRow)[]> {
    return this.manager.query(
      `${DELIVERY} where d.webhook_id = $1 and ($2::timestamptz is null or (d.created_at, d.id) < ($2::timestamptz, $3::uuid))
        order by d.created_at desc, d.id desc limit $4`,
      [webhookId, after?.sortKey ?? null, after?.id ?? null, first],
    );
  }

  /** The latest of each, newest first. */
  attempts(deliveryIds: readonly string[], most: number): Promise<WebhookAttemptRow[]> {
    return this.manager.query(
      `select a.delivery_id as "deliveryId", a.at, a.duration_ms as "durationMs", a.outcome, a.status_code as "statusCode"
         from unnest($1::uuid[]) d(id)
         cross join lateral (select * from webhook_attempt where delivery_id = d.id order by number desc limit $2) a
        order by a.delivery_id, a.number desc`,
      [deliveryIds, most],
    );
  }
}
