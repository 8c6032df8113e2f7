import {
  barriersOf,
  branchBalances,
  can,
  fromBase,
  funnelOf,
  kindOf,
  marketHealth,
  NO_ANSWER,
  NO_COUNTERPART,
  paceOf,
  plain,
  READING_UNIT,
  spanOf,
  unusedPotential,
  type Actor,
  type Barrier,
  type BranchBalance,
  type Check,
  type Decimal,
  type DaySpan,
  type ListingCount,
  type MarketHealth,
  type MatchState,
  type MissingFact,
  type Obstacle,
  type Pace,
  type StageView,
  type UnitKind,
  type UnusedPotential,
  type UnusedStream,
} from '#domain';
import type { FollowedMatchRow, PageRow, Tx, UnusedRow } from '#store';
import { nearMissesOf } from './explain.js';
import { factsOf } from './facts.js';
import type { Page } from './reading.js';
import { today, type Setting } from './setting.js';

/** Counts over a cluster's own listings and pairs, at one moment. */
export interface WorkbenchView {
  readonly at: Date;
  readonly funnel: readonly StageView[];
  readonly health: MarketHealth;
  readonly pace: readonly Pace[];
  readonly branches: readonly BranchBalance[];
}

/** Amounts in the unit that people read them in. */
export interface UnusedView extends Omit<UnusedPotential, 'unitKind' | 'yearlyBase' | 'obstacles'> {
  readonly unit: string;
  readonly yearly: string;
  readonly obstacles: readonly (Obstacle & { readonly streams: number; readonly yearly: string })[];
}

export interface BarrierReportView {
  readonly period: DaySpan;
  readonly barriers: readonly Barrier[];
}

/** A listing that is read by its id, with the eyes of who asks. */
export interface StaleListingView {
  readonly listingId: string;
  readonly confirmedAt: Date;
  /** Whether its firm lets staff of its clusters keep it. */
  readonly mayEdit: boolean;
}

export interface FollowedMatchView {
  readonly clusterId: string;
  readonly id: string;
  readonly state: MatchState;
  readonly createdAt: Date;
  readonly waitingSince: Date;
  readonly turn: readonly MissingFact['of'][];
  readonly offerId: string;
  readonly needId: string;
}

export interface UnknownView {
  readonly id: string;
  readonly match: FollowedMatchView;
  readonly check: string;
  readonly detail: string;
  readonly facts: readonly string[];
  readonly turn: MissingFact['of'];
}

/** An offer that nothing answers. */
type Alone = Pick<UnusedStream, 'yearlyBase' | 'obstacles'>;

const ROLE = 'bistrom_workbench';
/** Offers of which one question looks for near misses: each is a search of its own. */
const MOST_MISSES = 20;
const DAY_MS = 86_400_000;

/** Whether the actor works for the cluster: nobody else has a workbench, and to nobody else there is one. */
export const worksFor = (actor: Actor, clusterId: string): boolean =>
  can(actor, { action: 'run the workbench', clusterId });

/** What staff of a cluster follow up: counts, and lists of what waits for somebody. Undefined to who is no staff of it. */
export class WorkbenchService {
  constructor(private readonly setting: Setting) {}

  /** Whether there is a workbench of that cluster for the actor. */
  isOpenTo(actor: Actor, clusterId: string): boolean {
    return worksFor(actor, clusterId);
  }

  async view(actor: Actor, clusterId: string): Promise<WorkbenchView | undefined> {
    if (!worksFor(actor, clusterId)) return undefined;
    const at = this.setting.clock();
    return this.setting.store.snapshot(
      actor,
      async (tx) => {
        const listings = await this.listings(tx, clusterId, at);
        const pairs = await tx.workbench.pairs(clusterId, at);
        return {
          at,
          funnel: funnelOf(
            listings,
            pairs.map((row) => ({ ...row, ended: row.ended ?? undefined })),
          ),
          health: marketHealth(listings),
          pace: paceOf(await tx.workbench.pace(clusterId)),
          branches: branchBalances(listings),
        };
      },
      ROLE,
    );
  }

  /** What is not used yet; a look is kept for each firm whose amounts are in it, as for figures. */
  async unused(actor: Actor, clusterId: string): Promise<readonly UnusedView[]> {
    if (!worksFor(actor, clusterId)) return [];
    const { store } = this.setting;
    const rows = await store.read(actor, (tx) => tx.workbench.unused(clusterId), ROLE);
    const alone = await this.aloneOf(
      actor,
      rows.flatMap((row) => row.listingId ?? []),
    );
    const look = { personId: actor.personId, subjectId: clusterId, role: 'cluster_staff', clusterId };
    const firmIds = [...new Set(rows.flatMap((row) => row.firmIds))];
    await store.transaction(
      actor,
      (tx) => tx.looks.recordForAll(firmIds, { ...look, what: `figures unused ${today(this.setting)}` }),
      ROLE,
    );
    return unusedPotential(rows.map((row) => this.streamOf(row, alone))).map(unusedView);
  }

  /** Why firms said no, for staff and auditors; undefined for others, 'no days' where nothing lies between. */
  async barriers(
    actor: Actor,
    clusterId: string,
    from: Date,
    to: Date,
  ): Promise<BarrierReportView | 'no days' | undefined> {
    if (!can(actor, { action: 'read exact figures', clusterId })) return undefined;
    const period = spanOf(from, to);
    if (period === undefined) return 'no days';
    const role = actor.clusters.find((one) => one.clusterId === clusterId)?.role;
    const what = `barriers ${period.from}..${period.to}`;
    const rows = await this.setting.store.transaction(
      actor,
      async (tx) => {
        await tx.looks.record({ personId: actor.personId, what, subjectId: clusterId, role, clusterId });
        return tx.workbench.declines(clusterId, period.from, period.to);
      },
      'bistrom_figures',
    );
    const counts = rows.map(({ materialCode, ...row }) => ({ ...row, branch: this.branchOf(materialCode) }));
    return { period, barriers: barriersOf(counts) };
  }

  /** Not confirmed for more than so many days, the longest ago first. */
  stale(
    actor: Actor,
    clusterId: string,
    days: number,
    first: number,
    after?: PageRow,
  ): Promise<Page<StaleListingView>> {
    return this.page(actor, clusterId, first, async (tx, limit) => {
      const day = today(this.setting);
      const rows = await tx.workbench.stale(clusterId, this.daysAgo(days), day, limit, after);
      return rows.map(({ id, sortKey, confirmedAt, mayEdit }) => ({
        node: { listingId: id, confirmedAt, mayEdit },
        key: { id, sortKey },
      }));
    });
  }

  /** Nobody has answered for more than so many days, the longest first. */
  unanswered(
    actor: Actor,
    clusterId: string,
    days: number,
    first: number,
    after?: PageRow,
  ): Promise<Page<FollowedMatchView>> {
    return this.page(actor, clusterId, first, async (tx, limit) => {
      const rows = await tx.workbench.unanswered(clusterId, this.daysAgo(days), limit, after);
      return rows.map((row) => ({ node: followedView(clusterId, row), key: row }));
    });
  }

  /** What would settle a match and is not stated, with whose turn it is; of the oldest match first. */
  unknowns(actor: Actor, clusterId: string, first: number, after?: PageRow): Promise<Page<UnknownView>> {
    return this.page(actor, clusterId, first, async (tx, limit) => {
      const rows = await tx.workbench.unknowns(clusterId, limit, after);
      const matches = await followedViews(
        tx,
        clusterId,
        rows.map((row) => row.matchId),
      );
      return rows.flatMap(({ matchId, name, sortKey, ...row }) => {
        const match = matches.get(matchId);
        return match === undefined
          ? []
          : [{ node: { ...row, match, check: name }, key: { id: row.id, sortKey } }];
      });
    });
  }

  /** Matches of the cluster by id; undefined for those of others. */
  async matches(
    actor: Actor,
    clusterId: string,
    ids: readonly string[],
  ): Promise<readonly (FollowedMatchView | undefined)[]> {
    if (!worksFor(actor, clusterId) || ids.length === 0) return ids.map(() => undefined);
    const views = await this.setting.store.read(actor, (tx) => followedViews(tx, clusterId, ids), ROLE);
    return ids.map((id) => views.get(id));
  }

  private async page<T>(
    actor: Actor,
    clusterId: string,
    first: number,
    read: (tx: Tx, limit: number) => Promise<Page<T>['rows']>,
  ): Promise<Page<T>> {
    if (!worksFor(actor, clusterId)) return { rows: [], hasNext: false };
    const found = await this.setting.store.read(actor, (tx) => read(tx, first + 1), ROLE);
    return { rows: found.slice(0, first), hasNext: found.length > first };
  }

  private async listings(tx: Tx, clusterId: string, at: Date): Promise<readonly ListingCount[]> {
    const rows = await tx.workbench.listings(clusterId, at);
    return rows.map(({ materialCode, ...row }) => ({ ...row, branch: this.branchOf(materialCode) }));
  }

  /**
   * Own firms' offers that nothing answers, read with the eyes of staff; of the largest also what keeps the nearest
   * miss from a match, which tells of the other side no more than a match would.
   */
  private async aloneOf(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Alone>> {
    if (ids.length === 0) return new Map();
    const { store, rules } = this.setting;
    const listings = await store.read(actor, (tx) => tx.listings.byIds(ids));
    const found = listings
      .map((listing) => ({ listing, yearlyBase: factsOf(listing, rules).yearlyBase.min }))
      .sort((a, b) => b.yearlyBase - a.yearlyBase);
    const alone = new Map<string, Alone>();
    for (const [at, { listing, yearlyBase }] of found.entries()) {
      const look = (tx: Tx) => nearMissesOf(tx, listing, 1, this.setting);
      const [miss] = at < MOST_MISSES ? await store.read(actor, look, 'bistrom_matching') : [];
      alone.set(listing.id, { yearlyBase, obstacles: miss?.failed.map(failedObstacle) ?? [NO_COUNTERPART] });
    }
    return alone;
  }

  private streamOf(row: UnusedRow, alone: ReadonlyMap<string, Alone>): UnusedStream {
    const open = row.open.map((name): Obstacle => ({ name, result: 'UNKNOWN' }));
    const unanswered = alone.get(row.listingId ?? '');
    return {
      branch: this.branchOf(row.materialCode),
      area: row.area,
      unitKind: kindOf(this.setting.rules.materials.get(row.materialCode)?.unit ?? 't'),
      yearlyBase: row.yearlyBase ?? unanswered?.yearlyBase ?? 0,
      distanceKm: row.distanceKm ?? undefined,
      obstacles: unanswered?.obstacles ?? (open.length === 0 ? [NO_ANSWER] : open),
    };
  }

  private branchOf(materialCode: string): string {
    return this.setting.rules.materials.pathToRoot(materialCode).at(-1) ?? materialCode;
  }

  private daysAgo(days: number): Date {
    return new Date(this.setting.clock().getTime() - days * DAY_MS);
  }
}

/** Matches of the cluster by their ids, each once. */
export async function followedViews(
  tx: Tx,
  clusterId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FollowedMatchView>> {
  const rows = await tx.workbench.matches(clusterId, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, followedView(clusterId, row)]));
}

const followedView = (clusterId: string, row: FollowedMatchRow): FollowedMatchView => ({
  clusterId,
  id: row.id,
  state: row.state,
  createdAt: row.createdAt,
  waitingSince: row.waitingSince,
  turn: row.turn,
  offerId: row.offerId,
  needId: row.needId,
});

const failedObstacle = ({ name, remedy }: Check): Obstacle => ({
  name,
  result: 'FAIL',
  remedy: remedy?.kind,
});

/** Bases of other sides are middles of bands: three decimals tell what there is to tell. */
const readable = (base: Decimal, kind: UnitKind): string =>
  plain(fromBase(base, READING_UNIT[kind]).toDecimalPlaces(3));

function unusedView({ unitKind, yearlyBase, obstacles, ...rest }: UnusedPotential): UnusedView {
  return {
    ...rest,
    unit: READING_UNIT[unitKind],
    yearly: readable(yearlyBase, unitKind),
    obstacles: obstacles.map(({ yearlyBase: base, ...one }) => ({
      ...one,
      yearly: readable(base, unitKind),
    })),
  };
}
