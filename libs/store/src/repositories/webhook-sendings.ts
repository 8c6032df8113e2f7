import type { WebhookData, WebhookEvent, WebhookOutcome, WebhookSubject, WebhookType } from '#domain';
import type { EntityManager } from 'typeorm';
import type { Cursor } from './events.js';

/** An event that some endpoint of its firm may be told of. */
export interface WebhookSource extends WebhookSubject {
  readonly xid: string;
  readonly seq: string;
  readonly firmId: string;
  readonly happenedAt: Date;
}

export interface ListeningWebhook {
  readonly id: string;
  readonly firmId: string;
  readonly events: readonly WebhookEvent[];
  readonly listensFrom: Date;
}

export interface NewWebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly firmId: string;
  readonly eventXid: string;
  readonly eventSeq: string;
  readonly type: WebhookEvent;
  readonly data: WebhookData & { readonly cursor: string };
  readonly happenedAt: Date;
}

/** A message that its taker alone may send until the lease is over. */
export interface TakenWebhook {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly type: WebhookType;
  readonly data: WebhookData;
  readonly happenedAt: Date;
  /** Of this round, this one counted. */
  readonly tries: number;
  /** Of all rounds: the number of this try. */
  readonly attempts: number;
  /** Those in force, the latest first. */
  readonly secrets: readonly string[];
}

export interface DoneAttempt {
  readonly outcome: WebhookOutcome;
  readonly statusCode: number | undefined;
  readonly at: Date;
  readonly durationMs: number;
}

/** Whose delivery a job is about: enough to be fair between firms without reading the row. */
export interface DueWebhook {
  readonly deliveryId: string;
  readonly firmId: string;
}

export type DisabledFor = 'GONE' | 'FAILED' | 'SILENT';

/** What is on its way to endpoints: the installation's own, nobody else reads secrets. */
export class WebhookSendings {
  constructor(private readonly manager: EntityManager) {}

  /** One reader at a time decides what has been read; the others wait and then find nothing left. */
  async lockMark(name: string): Promise<void> {
    await this.manager.query('select from mark where name = $1 for update', [name]);
  }

  /** Of firms that listen, oldest first, only such as no later commit can slip before. */
  sources(types: readonly string[], after: Cursor, first: number): Promise<WebhookSource[]> {
    return this.manager.query(
      `select e.xid::text as xid, e.seq::text as seq, e.type, e.firm_id as "firmId", e.listing_id as "listingId",
              e.match_id as "matchId", e.proposal_id as "proposalId", e.agreement_id as "agreementId",
              e.delivery_id as "deliveryId", e.happened_at as "happenedAt"
         from (select firm_id, min(listens_from) as since from webhook where state = 'ENABLED' group by firm_id) w
         join event e on e.firm_id = w.firm_id
        where e.type = any($1::text[]) and (e.xid, e.seq) > ($2::xid8, $3::bigint)
          and e.happened_at >= w.since and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        order by e.xid, e.seq limit $4`,
      [types, after.xid, after.seq, first],
    );
  }

  /** Held until the end of the transaction, so that none is removed before its deliveries are written. */
  listening(firmIds: readonly string[]): Promise<ListeningWebhook[]> {
    return this.manager.query(
      `select id, firm_id as "firmId", events, listens_from as "listensFrom" from webhook
        where firm_id = any($1::uuid[]) and state = 'ENABLED' order by id for key share`,
      [firmIds],
    );
  }

  /** @returns those that were not there yet */
  insert(deliveries: readonly NewWebhookDelivery[]): Promise<DueWebhook[]> {
    if (deliveries.length === 0) return Promise.resolve([]);
    return this.manager.query(
      `insert into webhook_delivery (id, webhook_id, firm_id, event_xid, event_seq, type, data, happened_at)
       select id, "webhookId", "firmId", "eventXid"::xid8, "eventSeq", type, data, "happenedAt"
         from jsonb_to_recordset($1::jsonb) as d(id uuid, "webhookId" uuid, "firmId" uuid, "eventXid" text,
              "eventSeq" bigint, type text, data jsonb, "happenedAt" timestamptz)
       on conflict (webhook_id, event_xid, event_seq) do nothing
       returning id as "deliveryId", firm_id as "firmId"`,
      [JSON.stringify(deliveries)],
    );
  }

  /** Takes a waiting delivery that is due, for so many seconds. */
  async take(id: string, leaseSeconds: number): Promise<TakenWebhook | undefined> {
    const [rows] = await this.manager.query<[TakenWebhook[], number]>(
      `update webhook_delivery d set tries = d.tries + 1, attempts = d.attempts + 1,
              due_at = clock_timestamp() + make_interval(secs => $2)
         from webhook w
        where d.id = $1 and d.state = 'WAITING' and d.due_at <= clock_timestamp()
          and w.id = d.webhook_id and w.state = 'ENABLED'
        returning d.id, d.webhook_id as "webhookId", w.url, d.type, d.data, d.happened_at as "happenedAt", d.tries,
          d.attempts, array(select s.secret from webhook_secret s where s.webhook_id = w.id
            and (s.ends_at is null or s.ends_at > clock_timestamp()) order by s.id desc) as secrets`,
      [id, leaseSeconds],
    );
    return rows[0];
  }

  /** The endpoint's row is locked first by whoever changes both. */
  async noteSuccess(webhookId: string): Promise<void> {
    await this.manager.query(
      'update webhook set failing_since = null where id = $1 and failing_since is not null',
      [webhookId],
    );
  }

  async noteFailure(webhookId: string): Promise<void> {
    await this.manager.query(
      'update webhook set failing_since = clock_timestamp() where id = $1 and failing_since is null',
      [webhookId],
    );
  }

  /** Nothing when the endpoint has been removed meanwhile. */
  async noteAttempt(
    { id, attempts }: Pick<TakenWebhook, 'id' | 'attempts'>,
    { at, durationMs, outcome, statusCode }: DoneAttempt,
  ): Promise<void> {
    await this.manager.query(
      `insert into webhook_attempt (delivery_id, number, at, duration_ms, outcome, status_code)
       select id, $2, $3, $4, $5, $6 from webhook_delivery where id = $1 on conflict do nothing`,
      [id, attempts, at, durationMs, outcome, statusCode ?? null],
    );
  }

  /** Nothing once another has taken it after this try. */
  async settle(
    { id, attempts }: Pick<TakenWebhook, 'id' | 'attempts'>,
    state: 'DELIVERED' | 'FAILED',
  ): Promise<void> {
    await this.manager.query(
      `update webhook_delivery set state = $3 where id = $1 and attempts = $2 and state = 'WAITING'`,
      [id, attempts, state],
    );
  }

  /** As with {@link settle}. */
  async postpone({ id, attempts }: Pick<TakenWebhook, 'id' | 'attempts'>, seconds: number): Promise<void> {
    await this.manager.query(
      `update webhook_delivery set due_at = clock_timestamp() + make_interval(secs => $3)
        where id = $1 and attempts = $2 and state = 'WAITING'`,
      [id, attempts, seconds],
    );
  }

  /** With all that waits for it. @returns undefined when it was disabled already, or removed */
  async disable(
    id: string,
    reason: DisabledFor,
  ): Promise<{ firmId: string; firm: string; description: string } | undefined> {
    const [rows] = await this.manager.query<
      [{ firmId: string; firm: string; description: string }[], number]
    >(
      `update webhook w set state = 'DISABLED', disabled_for = $2, disabled_at = clock_timestamp()
         from firm f where w.id = $1 and w.state = 'ENABLED' and f.id = w.firm_id
        returning w.firm_id as "firmId", f.name as firm, w.description`,
      [id, reason],
    );
    if (rows[0] !== undefined)
      await this.manager.query(
        `update webhook_delivery set state = 'FAILED' where webhook_id = $1 and state = 'WAITING'`,
        [id],
      );
    return rows[0];
  }

  /** Endpoints that nothing has reached for so many days, though it was tried. */
  async silentFor(days: number): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from webhook where state = 'ENABLED' and failing_since < clock_timestamp() - make_interval(days => $1)
        order by id`,
      [days],
    );
    return rows.map((one) => one.id);
  }

  /** Due, and no request for them on its way; of each firm only so many, so that none keeps others waiting. */
  dueWithoutJob(mostOfFirm: number, most: number): Promise<DueWebhook[]> {
    return this.manager.query(
      `select id as "deliveryId", firm_id as "firmId" from (
         select d.id, d.firm_id, d.due_at, row_number() over (partition by d.firm_id order by d.due_at, d.id) as place
           from webhook_delivery d
          where d.state = 'WAITING' and d.due_at <= clock_timestamp()
            and not exists (select 1 from job_request j
              where j.key = 'webhook-' || d.id and j.done_at is null and j.failed_at is null)) due
        where place <= $1 order by due_at, id limit $2`,
      [mostOfFirm, most],
    );
  }

  async forgetOlderThan(days: number): Promise<void> {
    await this.manager.query(
      `delete from webhook_delivery where state <> 'WAITING' and created_at < clock_timestamp() - make_interval(days => $1)`,
      [days],
    );
    await this.manager.query('delete from webhook_secret where ends_at < clock_timestamp()');
  }

  async counts(): Promise<{ waiting: number; disabled: number }> {
    const [row] = await this.manager.query<[{ waiting: number; disabled: number }]>(
      `select (select count(*) from webhook_delivery where state = 'WAITING')::int as waiting,
              (select count(*) from webhook where state = 'DISABLED')::int as disabled`,
    );
    return row;
  }
}
