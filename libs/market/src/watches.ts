import { randomUUID } from 'node:crypto';
import {
  actsFor,
  openBetween,
  problem,
  SYSTEM,
  unknownArea,
  watches,
  watchProblems,
  type Actor,
  type Condition,
  type ListingFacts,
  type Problem,
  type WatchFinding,
  type WatchState,
  type WatchTerms,
} from '#domain';
import type { NewWatchHit, PageRow, StoredListing, StoredWatch, Tx, WatchHitRow, WatchOfFirm } from '#store';
import { cursorText } from './cursor.js';
import { outlineOf } from './explain.js';
import { factsOf, maskedFactsOf } from './facts.js';
import { once } from './once.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import { mayNot } from './permit.js';
import type { Page } from './reading.js';
import type { Setting } from './setting.js';
import { isInMarket } from './standing.js';
import type { OutlineView } from './views.js';

/** More would be a way of looking through the market; a person's wishes are fewer. */
const MOST_WATCHES = 50;

/** What a watch tells of a listing, as it was when it was found. */
interface Told extends OutlineView {
  /** Whether the listing was open to the watcher's firm then: it may be read in full as long as it is. */
  readonly open: boolean;
  readonly conditions: readonly Condition[];
  readonly crossIndustry: boolean;
  readonly score: number;
}

export interface WatchHitView {
  readonly id: string;
  readonly watchId: string;
  readonly watchName: string;
  readonly foundAt: Date;
  /** For who asks whether the viewer may read it; told to nobody who may not. */
  readonly listingId: string;
  readonly outline: OutlineView;
  readonly conditions: readonly Condition[];
  readonly crossIndustry: boolean;
  readonly score: number;
}

export interface WatchView {
  readonly id: string;
  readonly state: WatchState;
  readonly createdAt: Date;
  readonly terms: WatchTerms;
}

/** What became of a watch, and a cursor after which everything is read that it finds from now on. */
interface SavedWatch {
  readonly watchId: string;
  readonly cursor: string;
}

/** Wishes to be told of others' listings without a listing of one's own; see docs/decisions/0026. */
export class WatchesService {
  constructor(private readonly setting: Setting) {}

  /** @param id of the watch that is to be so from now on; a new one where absent */
  save(actor: Actor, terms: WatchTerms, id?: string, idempotencyKey?: string): Promise<Outcome<SavedWatch>> {
    const call = { operation: 'saveWatch', key: idempotencyKey, input: { id, terms } };
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, call, async () => {
        const held = await this.heldBy(tx, actor, id);
        if (!held.ok) return held;
        const { firmId, watch } = held.value;
        const problems = await this.problemsOf(tx, actor, terms);
        if (problems.length > 0) return invalid(problems);
        const kept = { ...terms, name: terms.name.trim() };
        if (watch !== undefined) {
          await tx.watches.change(watch.id, kept);
          return done(await saved(tx, watch.id));
        }
        if ((await tx.watches.ofPerson(actor.personId, [firmId])).length >= MOST_WATCHES)
          return conflict(`You have ${MOST_WATCHES} watches already; remove one first.`);
        const watchId = randomUUID();
        await tx.watches.insert({ id: watchId, firmId, personId: actor.personId, terms: kept });
        return done(await saved(tx, watchId));
      }),
    );
  }

  /** A paused watch is told nothing, also later of what it missed. */
  pause(actor: Actor, id: string, key?: string): Promise<Outcome<SavedWatch>> {
    return this.edit(actor, id, 'pauseWatch', key, (tx) => tx.watches.setState(id, 'PAUSED'));
  }

  resume(actor: Actor, id: string, key?: string): Promise<Outcome<SavedWatch>> {
    return this.edit(actor, id, 'resumeWatch', key, (tx) => tx.watches.setState(id, 'ACTIVE'));
  }

  /** With all that it found. */
  remove(actor: Actor, id: string, key?: string): Promise<Outcome<SavedWatch>> {
    return this.edit(actor, id, 'removeWatch', key, (tx) => tx.watches.remove(id));
  }

  /** The viewer's own, newest first. */
  list(actor: Actor): Promise<readonly WatchView[]> {
    const firmIds = actor.firms.map((one) => one.firmId);
    return this.setting.store.read(actor, async (tx) =>
      (await tx.watches.ofPerson(actor.personId, firmIds)).map(watchView),
    );
  }

  /** Undefined for those of others. */
  async watch(actor: Actor, id: string): Promise<WatchView | undefined> {
    const found = await this.setting.store.read(actor, (tx) => tx.watches.byId(id));
    return found !== undefined && isOwn(actor, found) ? watchView(found) : undefined;
  }

  /** What the viewer's watches found; undefined for what others' did. */
  async hits(actor: Actor, ids: readonly string[]): Promise<(WatchHitView | undefined)[]> {
    const rows = await this.setting.store.read(actor, (tx) => tx.watches.hits<Told>(ids));
    const byId = new Map(rows.map((row) => [row.id, hitView(row)]));
    return ids.map((id) => byId.get(id));
  }

  /** What one watch found, newest first. */
  async found(actor: Actor, watchId: string, first: number, after?: PageRow): Promise<Page<WatchHitView>> {
    const rows = await this.setting.store.read(actor, (tx) =>
      tx.watches.hitsOf<Told>(watchId, first + 1, after),
    );
    return {
      rows: rows.slice(0, first).map((row) => ({ node: hitView(row), key: row })),
      hasNext: rows.length > first,
    };
  }

  /**
   * Tells everybody whose watch the present version of a listing meets. Safe to run twice and from two workers: what is
   * found, and the event that tells it, are written together or not at all.
   */
  async tell(listingId: string): Promise<void> {
    const work = async (tx: Tx): Promise<void> => {
      await tx.listings.lock([listingId]);
      const [listing] = await tx.listings.byIds([listingId]);
      if (listing === undefined || !isInMarket(listing)) return;
      const { side, materialCode } = listing.terms;
      const branch = this.setting.rules.materials.pathToRoot(materialCode);
      const asking = await tx.watches.forListing(side, branch, listing.firm.id);
      const hits = this.hitsAmong(asking, listing);
      const fresh = new Set(await tx.watches.insertHits(hits));
      await tx.events.appendAll(hits.filter((one) => fresh.has(one.id)).map(telling));
    };
    await this.setting.store.transaction(SYSTEM, work, 'bistrom_matching');
  }

  private hitsAmong(asking: readonly WatchOfFirm[], listing: StoredListing): readonly NewWatchHit<Told>[] {
    const { rules } = this.setting;
    const exact = factsOf(listing, rules);
    const masked = maskedFactsOf(listing, rules);
    const outline = outlineOf(listing, rules);
    return asking.flatMap((watch) => {
      const open = isOpenTo(listing, watch);
      const found = findingOf(watch, listing, open ? exact : masked, this.setting);
      if (found === undefined) return [];
      const { conditions, crossIndustry, score } = found;
      const { id: watchId, firmId, personId } = watch;
      const of = { listingId: listing.id, listingVersion: listing.version };
      const told = { ...outline, open, conditions, crossIndustry, score };
      return { id: randomUUID(), watchId, firmId, personId, ...of, told };
    });
  }

  private edit(
    actor: Actor,
    id: string,
    operation: string,
    key: string | undefined,
    work: (tx: Tx) => Promise<void>,
  ): Promise<Outcome<SavedWatch>> {
    return this.setting.store.transaction(actor, (tx) =>
      once(tx, actor, { operation, key, input: { id } }, async () => {
        const held = await this.heldBy(tx, actor, id);
        if (!held.ok) return held;
        await work(tx);
        return done(await saved(tx, id));
      }),
    );
  }

  /** The firm that the actor watches for, and the watch where one is named. */
  private async heldBy(
    tx: Tx,
    actor: Actor,
    id: string | undefined,
  ): Promise<Outcome<{ readonly firmId: string; readonly watch: StoredWatch | undefined }>> {
    const watch = id === undefined ? undefined : await tx.watches.lock(id);
    if (id !== undefined && (watch === undefined || !isOwn(actor, watch))) return notFound('watch');
    const firmId = watch?.firmId ?? actor.firms[0]?.firmId;
    if (firmId === undefined) return notFound('firm');
    return mayNot(actor, 'watch', firmId) ?? done({ firmId, watch });
  }

  private async problemsOf(tx: Tx, actor: Actor, terms: WatchTerms): Promise<readonly Problem[]> {
    const problems = watchProblems(terms, this.setting.rules.materials);
    if (problems.length > 0) return problems;
    const site = terms.siteId === undefined ? undefined : await tx.firms.site(terms.siteId);
    const foreign = site === null || (site !== undefined && !actsFor(actor, site.firmId));
    const known = new Set(await tx.reference.areas(terms.areas));
    return [
      ...(foreign ? [problem('input.siteId', 'Name a site of the firm that you act for.')] : []),
      ...terms.areas.flatMap((area, index) =>
        known.has(area) ? [] : problem(`input.areas.${index}`, unknownArea(area)),
      ),
    ];
  }
}

const saved = async (tx: Tx, watchId: string): Promise<SavedWatch> => ({
  watchId,
  cursor: cursorText(await tx.events.now()),
});

/** Exact to whom the listing is open, which is more than its outline shows; see docs/decisions/0026. */
const isOpenTo = ({ terms, firm }: StoredListing, { clusterIds }: WatchOfFirm): boolean =>
  openBetween({ visibility: terms.visibility, clusterIds: firm.clusterIds }, clusterIds);

const findingOf = (
  { terms, firmId, division, place }: WatchOfFirm,
  listing: StoredListing,
  facts: ListingFacts,
  { rules }: Setting,
): WatchFinding | undefined =>
  watches(terms, { firmId, division, place }, { facts, municipality: listing.area?.number }, rules);

/** Without the listing: its id is for who may read it. */
const telling = ({ id, firmId }: NewWatchHit<Told>) => ({ type: 'watchFound', firmId, watchHitId: id });

const isOwn = (actor: Actor, { personId, firmId }: StoredWatch): boolean =>
  personId === actor.personId && actsFor(actor, firmId);

const watchView = ({ id, state, createdAt, terms }: StoredWatch): WatchView => ({
  id,
  state,
  createdAt,
  terms,
});

const hitView = ({ told, ...row }: WatchHitRow<Told>): WatchHitView => ({
  id: row.id,
  watchId: row.watchId,
  watchName: row.watchName,
  foundAt: row.foundAt,
  listingId: row.listingId,
  outline: { side: told.side, materialCode: told.materialCode, area: told.area, quantity: told.quantity },
  conditions: told.conditions,
  crossIndustry: told.crossIndustry,
  score: told.score,
});
