import { createHash } from 'node:crypto';
import { canMoveHint, hintKey, type Actor, type HintStatement } from '#domain';
import type { HintCounts, HintFilter, HintRow, PageRow, Tx } from '#store';
import { once } from './once.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { mayNotIn, mustRun } from './permit.js';
import type { Page } from './reading.js';
import type { Setting } from './setting.js';

/** An address is asked for when a firm is to be invited: within half a year, or not at all. */
const CONTACT_KEPT_DAYS = 180;
const DAY_MS = 86_400_000;

interface ChangedHint {
  readonly hintId: string;
}

/** What is said of firms before they say it themselves: for the staff of one cluster. See docs/decisions/0038. */
export class HintsService {
  constructor(private readonly setting: Setting) {}

  /** Of a cluster, newest first. */
  async page(
    actor: Actor,
    clusterId: string,
    filter: HintFilter,
    first: number,
    after?: PageRow,
  ): Promise<Outcome<Page<HintRow>>> {
    const refused = mayNotKeep(actor, clusterId);
    if (refused !== undefined) return refused;
    const rows = await this.setting.store.read(actor, (tx) =>
      tx.hints.page(clusterId, filter, first + 1, after),
    );
    return done({
      rows: rows.slice(0, first).map((row) => ({ node: row, key: row })),
      hasNext: rows.length > first,
    });
  }

  async counts(actor: Actor, clusterId: string, workshopId?: string): Promise<Outcome<HintCounts>> {
    return (
      mayNotKeep(actor, clusterId) ??
      done(await this.setting.store.read(actor, (tx) => tx.hints.counts(clusterId, workshopId)))
    );
  }

  /** Undefined for those of other clusters. */
  async find(actor: Actor, id: string): Promise<HintRow | undefined> {
    const [found] = await this.setting.store.read(actor, (tx) => tx.hints.byIds([id]));
    return found !== undefined && mayNotKeep(actor, found.clusterId) === undefined ? found : undefined;
  }

  /** Says which firm of the cluster is meant; its administrators are asked then. */
  tie(actor: Actor, id: string, firmId: string, key?: string): Promise<Outcome<ChangedHint>> {
    const call = { operation: 'tieHint', key, input: { id, firmId } };
    return this.edit(actor, id, call, async (tx, hint) => {
      if (!canMoveHint(hint.state, 'TIED')) return conflict(`The hint is ${hint.state} already.`);
      if (!(await tx.firms.membersAmong(hint.clusterId, [firmId])).has(firmId)) return notFound('firm');
      await tx.hints.tie(id, firmId);
      return done({ hintId: id });
    });
  }

  /** Takes back what no firm has answered yet. */
  remove(actor: Actor, id: string, key?: string): Promise<Outcome<ChangedHint>> {
    return this.edit(actor, id, { operation: 'removeHint', key, input: { id } }, async (tx, hint) => {
      if (hint.state === 'CLAIMED' || hint.state === 'REJECTED')
        return conflict('The firm has answered it; that stays.');
      await tx.hints.remove(id);
      return done({ hintId: id });
    });
  }

  removeContact(actor: Actor, id: string, key?: string): Promise<Outcome<ChangedHint>> {
    return this.edit(actor, id, { operation: 'removeHintContact', key, input: { id } }, async (tx) => {
      await tx.hints.forgetContacts([id]);
      return done({ hintId: id });
    });
  }

  /** What time brings about: addresses that nobody was invited by are forgotten. */
  forget(actor: Actor): Promise<void> {
    mustRun(actor);
    const before = new Date(this.setting.clock().getTime() - CONTACT_KEPT_DAYS * DAY_MS);
    return this.setting.store.transaction(actor, (tx) => tx.hints.forgetContactsBefore(before));
  }

  private edit(
    actor: Actor,
    id: string,
    call: Parameters<typeof once>[2],
    work: (tx: Tx, hint: HintRow) => Promise<Outcome<ChangedHint>>,
  ): Promise<Outcome<ChangedHint>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const hint = await tx.hints.lock(id);
        if (hint === undefined) return notFound('hint');
        const refused = mayNotKeep(actor, hint.clusterId);
        if (refused === undefined) return work(tx, hint);
        // A firm sees what is said of it elsewhere, and in other words.
        return notFound('hint');
      }),
    );
  }
}

/** Why the actor may not keep hints of the cluster; a cluster that is not one's own is not found. */
export const mayNotKeep = (actor: Actor, clusterId: string): Outcome<never> | undefined =>
  mayNotIn(actor, 'keep hints', clusterId);

/** What is kept of a hint to know it by, even when it has been rejected. */
export const digestOf = (hint: HintStatement, workshopId?: string): string =>
  createHash('sha256').update(hintKey(hint, workshopId)).digest('hex');
