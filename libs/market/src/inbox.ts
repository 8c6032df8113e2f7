import { firmIdsOf, problem, type Actor, type Day, type NoticeKind } from '#domain';
import type { InboxOf, InboxRow, PageRow } from '#store';
import { once } from './once.js';
import { done, invalid, type Outcome } from './outcome.js';
import type { Page } from './reading.js';
import type { Setting } from './setting.js';

/** Counted no farther: whoever has more unread reads none of them by number. */
export const MOST_COUNTED = 1000;
const MOST_MARKED = 100;

/** One thing that a person is told. */
export interface InboxEntryView {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Date;
  readonly readAt: Date | undefined;
  readonly matchId: string | undefined;
  readonly watchHitId: string | undefined;
  readonly proposalId: string | undefined;
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
  async markRead(actor: Actor, ids?: readonly string[], idempotencyKey?: string): Promise<Outcome<number>> {
    if (ids !== undefined && ids.length > MOST_MARKED)
      return invalid([problem('ids', `At most ${MOST_MARKED} at a time; leave it out for all.`)]);
    return this.setting.store.transaction(actor, async (tx) => {
      const { firmIds } = inboxOf(actor);
      const call = { operation: 'markRead', key: idempotencyKey, input: { firmIds, ids } };
      const marked = await once(tx, actor, call, async () => {
        await tx.inbox.markRead(inboxOf(actor), ids);
        return done({});
      });
      return marked.ok ? done(await tx.inbox.unread(inboxOf(actor), MOST_COUNTED)) : marked;
    });
  }
}

const inboxOf = (actor: Actor): InboxOf => ({ personId: actor.personId, firmIds: firmIdsOf(actor) });

const KINDS = {
  matchFound: 'MATCH_FOUND',
  watchFound: 'WATCH_FOUND',
  proposalSent: 'PROPOSAL_CHANGED',
  proposalChanged: 'PROPOSAL_CHANGED',
  agreementMade: 'AGREEMENT_CHANGED',
  agreementEnded: 'AGREEMENT_CHANGED',
  listingFading: 'LISTING_FADING',
  agreementEnding: 'AGREEMENT_ENDING',
  listingEdited: 'LISTING_EDITED',
  planSuggested: 'PLAN_SUGGESTED',
  jointTransportOffered: 'JOINT_TRANSPORT_CHANGED',
  jointTransportChanged: 'JOINT_TRANSPORT_CHANGED',
} as const satisfies Record<InboxRow['type'], NoticeKind>;

export const entryView = (row: InboxRow): InboxEntryView => ({
  id: row.id,
  kind: KINDS[row.type],
  at: row.at,
  readAt: row.readAt ?? undefined,
  matchId: row.matchId ?? undefined,
  watchHitId: row.watchHitId ?? undefined,
  proposalId: row.proposalId ?? undefined,
  listingId: row.listingId ?? undefined,
  agreementId: row.agreementId ?? undefined,
  dueOn: row.dueOn ?? undefined,
});
