import { firmIdsOf, problem, type Actor, type Day } from '#domain';
import type { InboxOf, InboxRow, PageRow } from '#store';
import { done, invalid, type Outcome } from './outcome.js';
import type { Page } from './reading.js';
import type { Setting } from './setting.js';

/** Counted no farther: whoever has more unread reads none of them by number. */
const MOST_COUNTED = 1000;
const MOST_MARKED = 100;

/** One thing that a person is told. */
export interface InboxEntryView {
  readonly id: string;
  readonly kind: 'MATCH_FOUND' | 'WATCH_FOUND' | 'LISTING_FADING' | 'AGREEMENT_ENDING';
  readonly at: Date;
  readonly readAt: Date | undefined;
  readonly matchId: string | undefined;
  readonly watchHitId: string | undefined;
  readonly listingId: string | undefined;
  readonly agreementId: string | undefined;
  /** The last day of what is about to end. */
  readonly dueOn: Day | undefined;
}

/** What a person is told for the firm acted for, and what of it he or she has read. */
export class InboxService {
  constructor(private readonly setting: Setting) {}

  async page(
    actor: Actor,
    unreadOnly: boolean,
    first: number,
    after?: PageRow,
  ): Promise<Page<InboxEntryView>> {
    const rows = await this.setting.store.read(actor, (tx) =>
      tx.inbox.page(inboxOf(actor), unreadOnly, first + 1, after),
    );
    return {
      rows: rows.slice(0, first).map((row) => ({ node: entryView(row), key: row })),
      hasNext: rows.length > first,
    };
  }

  /** A thousand at most. */
  unread(actor: Actor): Promise<number> {
    return this.setting.store.read(actor, (tx) => tx.inbox.unread(inboxOf(actor), MOST_COUNTED));
  }

  /**
   * Marks what is there now as read; what comes while it runs stays unread.
   *
   * @param ids of entries, all where absent; what is no entry of the actor's is passed over
   * @returns how many are unread then
   */
  async markRead(actor: Actor, ids?: readonly string[]): Promise<Outcome<number>> {
    if (ids !== undefined && ids.length > MOST_MARKED)
      return invalid([problem('ids', `At most ${MOST_MARKED} at a time; leave it out for all.`)]);
    return this.setting.store.transaction(actor, async (tx) => {
      await tx.inbox.markRead(inboxOf(actor), ids);
      return done(await tx.inbox.unread(inboxOf(actor), MOST_COUNTED));
    });
  }
}

const inboxOf = (actor: Actor): InboxOf => ({ personId: actor.personId, firmIds: firmIdsOf(actor) });

const kindOf = ({ watchHitId, listingId, agreementId }: InboxRow): InboxEntryView['kind'] => {
  if (watchHitId !== null) return 'WATCH_FOUND';
  if (listingId !== null) return 'LISTING_FADING';
  return agreementId === null ? 'MATCH_FOUND' : 'AGREEMENT_ENDING';
};

const entryView = (row: InboxRow): InboxEntryView => ({
  id: row.id,
  kind: kindOf(row),
  at: row.at,
  readAt: row.readAt ?? undefined,
  matchId: row.matchId ?? undefined,
  watchHitId: row.watchHitId ?? undefined,
  listingId: row.listingId ?? undefined,
  agreementId: row.agreementId ?? undefined,
  dueOn: row.dueOn ?? undefined,
});
