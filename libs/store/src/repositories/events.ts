import type { EntityManager } from 'typeorm';
import { Prepared } from '../prepared.js';

const AFTER = new Prepared<EventReadRow>('events-after');
const LATEST = new Prepared<EventReadRow & { readonly safe: boolean }>('latest-events');
const AFTER_OF_CLUSTER = new Prepared<EventReadRow>('cluster-events-after');
const APPEND_ALL = new Prepared<object>('append-events');
/** Channel on which a commit that wrote events wakes who follows a firm or cluster; carries its id only. */
export const EVENT_CHANNEL = 'bistrom_event';

/** Any number, the same for every process. */
const TRIM_LOCK = 7_126_543_904;

/** Ids of what happened; what of it a viewer may see is decided when it is read, not when it is written. */
export interface EventSubject {
  readonly listingId?: string | undefined;
  readonly matchId?: string | undefined;
  readonly proposalId?: string | undefined;
  readonly agreementId?: string | undefined;
  readonly deliveryId?: string | undefined;
  readonly watchHitId?: string | undefined;
  readonly reminderId?: string | undefined;
}

export interface NewEvent extends EventSubject {
  readonly type: string;
  readonly firmId: string;
  /** Which of the two firms did it, where one of them did. */
  readonly byFirmId?: string | undefined;
}

/** What is told of a cluster's figures: that there are new ones, never which. */
export interface NewClusterEvent {
  readonly type: string;
  readonly clusterId: string;
}

/** Place of an event in the order of commits; opaque outside the store. */
export interface Cursor {
  readonly xid: string;
  readonly seq: string;
}

export interface StoredEvent extends EventSubject {
  readonly cursor: Cursor;
  readonly writtenAt: Date;
  readonly type: string;
  /** Whom it is for: one of the two. */
  readonly firmId: string | undefined;
  readonly clusterId: string | undefined;
}

/** Which events are read: those of firms, narrowed where a listing or match is named, or those of a cluster. */
export type EventsOf =
  | {
      readonly firmIds: readonly string[];
      readonly listingId?: string | undefined;
      readonly matchId?: string | undefined;
    }
  | { readonly clusterId: string };

interface EventReadRow {
  readonly xid: string;
  readonly seq: string;
  readonly type: string;
  readonly firm_id: string | null;
  readonly cluster_id: string | null;
  readonly listing_id: string | null;
  readonly match_id: string | null;
  readonly proposal_id: string | null;
  readonly agreement_id: string | null;
  readonly delivery_id: string | null;
  readonly watch_hit_id: string | null;
  readonly happened_at: Date;
}

export class Events {
  private readonly told = new Set<string>();

  constructor(private readonly manager: EntityManager) {}

  /** The firms and clusters that events were written for: whom to wake once they are committed. */
  get wakes(): readonly string[] {
    return [...this.told];
  }

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
         insert into event (type, firm_id, listing_id, match_id, proposal_id, agreement_id, delivery_id, reminder_id,
                            by_firm_id)
         values ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9))
       select pg_snapshot_xmin(pg_current_snapshot())::text as xid, pg_notify('${EVENT_CHANNEL}', $2::text) as woken`,
      [
        event.type,
        event.firmId,
        event.listingId ?? null,
        event.matchId ?? null,
        event.proposalId ?? null,
        event.agreementId ?? null,
        event.deliveryId ?? null,
        event.reminderId ?? null,
        event.byFirmId ?? null,
      ],
    );
    this.told.add(event.firmId);
    return { xid: rows[0]?.xid ?? '0', seq: '0' };
  }

  /** Writes one event for those who follow the figures of a cluster. */
  async appendForCluster({ type, clusterId }: NewClusterEvent): Promise<void> {
    await this.manager.query(
      `with written as (insert into event (type, cluster_id) values ($1, $2::uuid))
       select pg_notify('${EVENT_CHANNEL}', $2::text)`,
      [type, clusterId],
    );
    this.told.add(clusterId);
  }

  /** Writes many events at once and wakes each of their firms. */
  async appendAll(events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    await APPEND_ALL.run(this.manager, [JSON.stringify(events), EVENT_CHANNEL]);
    for (const { firmId } of events) this.told.add(firmId);
  }

  /** Tells the firms of both agreements of an offer of joint transport, each of its own agreement. */
  async tellJointTransport(
    id: string,
    type: 'jointTransportOffered' | 'jointTransportChanged',
    byFirmId?: string,
  ): Promise<void> {
    const rows = await this.manager.query<{ firm_id: string }[]>(
      `with told as (select tell_joint_transport($1, $2, $3) as firm_id)
       select told.firm_id, pg_notify('${EVENT_CHANNEL}', told.firm_id::text) as woken from told`,
      [id, type, byFirmId ?? null],
    );
    for (const { firm_id: firmId } of rows) this.told.add(firmId);
  }

  /** Events after a cursor, oldest first, only such as no later commit can slip before. */
  async after(of: EventsOf, types: readonly string[], cursor: Cursor, first: number): Promise<StoredEvent[]> {
    const page = [types, cursor.xid, cursor.seq, first];
    const rows =
      'clusterId' in of
        ? await AFTER_OF_CLUSTER.run(this.manager, [of.clusterId, ...page])
        : await AFTER.run(this.manager, [of.firmIds, ...page, of.listingId ?? null, of.matchId ?? null]);
    return rows.map(eventOf);
  }

  /**
   * Everybody's events after a cursor, oldest first, only such as no later commit can slip before.
   *
   * @returns also whether more can be seen already, to be read when an older transaction has ended
   */
  async latest(
    cursor: Cursor,
    first: number,
  ): Promise<{ readonly events: StoredEvent[]; readonly hasMore: boolean }> {
    const rows = await LATEST.run(this.manager, [cursor.xid, cursor.seq, first]);
    const safe = rows.filter((row) => row.safe);
    return { events: safe.map(eventOf), hasMore: safe.length < rows.length || rows.length === first };
  }

  /**
   * Deletes events older than so many days.
   *
   * @returns the cursor of the last one deleted: who comes back with an earlier one may have missed something; undefined
   * when there was nothing to delete
   */
  async trim(days: number): Promise<Cursor | undefined> {
    // One at a time, so that nobody notes an earlier end than another has reached.
    await this.manager.query('select pg_advisory_xact_lock($1)', [TRIM_LOCK]);
    const rows = await this.manager.query<Cursor[]>(
      `with gone as (delete from event where happened_at < clock_timestamp() - make_interval(days => $1) returning xid, seq)
       select xid::text as xid, seq::text as seq from gone order by gone.xid desc, gone.seq desc limit 1`,
      [days],
    );
    return rows[0];
  }

  /** The transaction id that the server will give out next: a cursor beyond it was made by another server. */
  async next(): Promise<string> {
    const rows = await this.manager.query<{ xid: string }[]>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text as xid',
    );
    return rows[0]?.xid ?? '0';
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
  firmId: row.firm_id ?? undefined,
  clusterId: row.cluster_id ?? undefined,
  listingId: row.listing_id ?? undefined,
  matchId: row.match_id ?? undefined,
  proposalId: row.proposal_id ?? undefined,
  agreementId: row.agreement_id ?? undefined,
  deliveryId: row.delivery_id ?? undefined,
  watchHitId: row.watch_hit_id ?? undefined,
});
