import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';

const AFTER = sql('events-after');
/** Channel on which a commit that wrote events wakes the subscribers of a firm; carries the firm's id only. */
export const EVENT_CHANNEL = 'bistrom_event';

/** Ids of what happened; what of it a viewer may see is decided when it is read, not when it is written. */
export interface EventSubject {
  readonly listingId?: string | undefined;
  readonly matchId?: string | undefined;
  readonly proposalId?: string | undefined;
  readonly agreementId?: string | undefined;
  readonly deliveryId?: string | undefined;
  readonly watchHitId?: string | undefined;
}

export interface NewEvent extends EventSubject {
  readonly type: string;
  readonly firmId: string;
}

/** Place of an event in the order of commits; opaque outside the store. */
export interface Cursor {
  readonly xid: string;
  readonly seq: string;
}

export interface StoredEvent extends NewEvent {
  readonly cursor: Cursor;
  readonly writtenAt: Date;
}

interface EventReadRow {
  readonly xid: string;
  readonly seq: string;
  readonly type: string;
  readonly firm_id: string;
  readonly listing_id: string | null;
  readonly match_id: string | null;
  readonly proposal_id: string | null;
  readonly agreement_id: string | null;
  readonly delivery_id: string | null;
  readonly watch_hit_id: string | null;
  readonly happened_at: Date;
}

export class Events {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Writes one event and wakes its firm's subscribers when, and only if, the transaction commits. It does not ask for
   * the row back: who tells the other side of a match may not read what that side reads.
   *
   * @returns a cursor after which everything is read that comes of the event. It lies before every transaction that
   * is still open, not at the event itself: the matching of another listing, begun earlier, may see this one and
   * write what it found under its own, smaller transaction id.
   */
  async append(event: NewEvent): Promise<Cursor> {
    const rows = await this.manager.query<{ xid: string }[]>(
      `with written as (
         insert into event (type, firm_id, listing_id, match_id, proposal_id, agreement_id, delivery_id)
         values ($1, $2::uuid, $3, $4, $5, $6, $7))
       select pg_snapshot_xmin(pg_current_snapshot())::text as xid, pg_notify('${EVENT_CHANNEL}', $2::text) as woken`,
      [
        event.type,
        event.firmId,
        event.listingId ?? null,
        event.matchId ?? null,
        event.proposalId ?? null,
        event.agreementId ?? null,
        event.deliveryId ?? null,
      ],
    );
    return { xid: rows[0]?.xid ?? '0', seq: '0' };
  }

  /** Writes many events at once and wakes each of their firms. */
  async appendAll(events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.manager.query(
      // What one firm writes for another's eyes does not come back to it.
      `with e as (
         select * from jsonb_to_recordset($1::jsonb) as e(type text, "firmId" uuid, "listingId" uuid, "matchId" uuid,
           "watchHitId" uuid, "agreementId" uuid, "deliveryId" uuid)),
       written as (
         insert into event (type, firm_id, listing_id, match_id, watch_hit_id, agreement_id, delivery_id)
         select type, "firmId", "listingId", "matchId", "watchHitId", "agreementId", "deliveryId" from e)
       select pg_notify('${EVENT_CHANNEL}', "firmId"::text) from (select distinct "firmId" from e) firms`,
      [JSON.stringify(events)],
    );
  }

  /** Events of these firms after a cursor, oldest first, only such as no later commit can slip before. */
  async after(
    firmIds: readonly string[],
    types: readonly string[],
    cursor: Cursor,
    first: number,
    listingId?: string,
  ): Promise<StoredEvent[]> {
    const rows = await this.manager.query<EventReadRow[]>(AFTER, [
      firmIds,
      types,
      cursor.xid,
      cursor.seq,
      listingId ?? null,
      first,
    ]);
    return rows.map(eventOf);
  }

  /** A cursor before everything that has yet to commit: where a subscription without one begins. */
  async now(): Promise<Cursor> {
    const rows = await this.manager.query<{ xid: string }[]>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xid',
    );
    return { xid: rows[0]?.xid ?? '0', seq: '0' };
  }
}

const eventOf = (row: EventReadRow): StoredEvent => ({
  cursor: { xid: row.xid, seq: row.seq },
  writtenAt: row.happened_at,
  type: row.type,
  firmId: row.firm_id,
  listingId: row.listing_id ?? undefined,
  matchId: row.match_id ?? undefined,
  proposalId: row.proposal_id ?? undefined,
  agreementId: row.agreement_id ?? undefined,
  deliveryId: row.delivery_id ?? undefined,
  watchHitId: row.watch_hit_id ?? undefined,
});
