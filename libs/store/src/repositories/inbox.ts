import type { Day } from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';

const INBOX = sql('inbox');

/** Events that the inbox tells of. */
export type InboxType =
  | 'matchFound'
  | 'watchFound'
  | 'proposalSent'
  | 'proposalChanged'
  | 'agreementMade'
  | 'agreementEnded'
  | 'listingFading'
  | 'agreementEnding'
  | 'listingEdited'
  | 'planSuggested'
  | 'jointTransportOffered'
  | 'jointTransportChanged';

export interface InboxRow extends PageRow {
  /** Of the event. */
  readonly type: InboxType;
  readonly matchId: string | null;
  readonly watchHitId: string | null;
  readonly proposalId: string | null;
  readonly listingId: string | null;
  readonly agreementId: string | null;
  /** The last day of what is about to end. */
  readonly dueOn: Day | null;
  readonly at: Date;
  readonly readAt: Date | null;
}

/** Whose inbox: a person's, of what he or she is told for these firms. */
export interface InboxOf {
  readonly personId: string;
  readonly firmIds: readonly string[];
}

/** The events of a firm as one of its people is told them, and which of them were read. */
export class Inbox {
  constructor(private readonly manager: EntityManager) {}

  /** Newest first. */
  page(of: InboxOf, unreadOnly: boolean, first: number, after?: PageRow): Promise<InboxRow[]> {
    const from = [after?.sortKey ?? null, after?.id ?? null];
    return this.manager.query(INBOX, [of.personId, of.firmIds, unreadOnly, null, ...from, first]);
  }

  /** @param most counted no farther */
  async unread({ personId, firmIds }: InboxOf, most: number): Promise<number> {
    const rows = await this.manager.query<{ count: number }[]>(
      `select count(*)::int as count from (${INBOX}) unread`,
      [personId, firmIds, true, null, null, null, most],
    );
    return rows[0]?.count ?? 0;
  }

  /** @param ids of entries; all that there are where absent. What is no entry of the person's is passed over. */
  async markRead({ personId, firmIds }: InboxOf, ids: readonly string[] | undefined): Promise<void> {
    await this.manager.query(
      `insert into inbox_read (person_id, entry_id) select $1, unread.id from (${INBOX}) unread on conflict do nothing`,
      [personId, firmIds, true, ids ?? null, null, null, null],
    );
  }

  /** What was read longer ago than so many days, when the events themselves are gone as well. */
  async forgetReadBefore(days: number): Promise<void> {
    await this.manager.query(
      'delete from inbox_read where read_at < clock_timestamp() - make_interval(days => $1)',
      [days],
    );
  }
}
