import type {
  Day,
  DeclineReason,
  ListingState,
  MatchState,
  MissingFact,
  PairEnd,
  PairStage,
  PaceCount,
  Period,
  Side,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';

const PAIRS = sql('workbench-pairs');
const LISTINGS = sql('workbench-listings');
const PACE = sql('workbench-pace');
const UNUSED = sql('workbench-unused');
const STALE = sql('workbench-stale');
const MATCHES = sql('workbench-matches');
const UNKNOWNS = sql('workbench-unknowns');
const SITES = sql('workbench-sites');
const SITE_LISTINGS = sql('workbench-site-listings');
const DECLINES = sql('declines-of-cluster');
const HEAT = sql('heat-of-cluster');

export interface PairCountRow {
  readonly stage: PairStage;
  readonly ended: PairEnd | null;
  readonly days: number;
  readonly count: number;
}

export interface ListingCountRow {
  readonly side: Side;
  readonly materialCode: string;
  readonly state: ListingState;
  readonly listedDays: number;
  readonly confirmedDays: number;
  readonly matched: boolean;
  readonly count: number;
}

export interface UnusedRow {
  readonly materialCode: string;
  readonly area: string;
  /** Firms of the cluster whose amount it is. */
  readonly firmIds: readonly string[];
  /** The offer, where nothing answers it. */
  readonly listingId: string | null;
  readonly distanceKm: number | null;
  readonly yearlyBase: number | null;
  /** Names of the checks that are open. */
  readonly open: readonly string[];
}

export interface StaleRow extends PageRow {
  readonly confirmedAt: Date;
  readonly mayEdit: boolean;
}

export interface FollowedMatchRow extends PageRow {
  readonly state: MatchState;
  readonly offerId: string;
  readonly needId: string;
  readonly createdAt: Date;
  readonly waitingSince: Date;
  readonly turn: readonly MissingFact['of'][];
}

export interface UnknownRow extends PageRow {
  readonly matchId: string;
  readonly name: string;
  readonly detail: string;
  readonly turn: MissingFact['of'];
  readonly facts: readonly string[];
}

export interface DeclineRow {
  readonly materialCode: string;
  readonly reason: DeclineReason;
  readonly of: 'MATCH' | 'PROPOSAL';
  readonly quarter: Day;
  readonly count: number;
}

export interface SiteStreamRow {
  readonly siteId: string;
  readonly firmId: string;
  /** Null abroad. */
  readonly municipality: string | null;
  readonly side: Side;
  readonly materialCode: string;
  readonly count: number;
}

export interface HeatRow {
  readonly firmId: string;
  readonly side: Side;
  readonly materialCode: string;
  /** What is left, plain notation, in the unit and for the period that the listing states. */
  readonly remaining: string;
  readonly unit: string;
  readonly per: Period;
  readonly monthlyProfile: readonly number[] | null;
}

const keyOf = (after: PageRow | undefined): readonly [string | null, string | null] => [
  after?.sortKey ?? null,
  after?.id ?? null,
];

/** What a cluster's staff count and list of their own firms' rows. */
export class Workbench {
  constructor(private readonly manager: EntityManager) {}

  pairs(clusterId: string, now: Date): Promise<PairCountRow[]> {
    return this.manager.query(PAIRS, [clusterId, now]);
  }

  listings(clusterId: string, now: Date): Promise<ListingCountRow[]> {
    return this.manager.query(LISTINGS, [clusterId, now]);
  }

  pace(clusterId: string): Promise<PaceCount[]> {
    return this.manager.query(PACE, [clusterId]);
  }

  unused(clusterId: string): Promise<UnusedRow[]> {
    return this.manager.query(UNUSED, [clusterId]);
  }

  stale(clusterId: string, since: Date, today: Day, first: number, after?: PageRow): Promise<StaleRow[]> {
    return this.manager.query(STALE, [clusterId, since, today, ...keyOf(after), first]);
  }

  unanswered(clusterId: string, since: Date, first: number, after?: PageRow): Promise<FollowedMatchRow[]> {
    return this.manager.query(MATCHES, [clusterId, null, since, ...keyOf(after), first]);
  }

  /** Those of the cluster among these, in whatever state and order. */
  matches(clusterId: string, ids: readonly string[]): Promise<FollowedMatchRow[]> {
    return this.manager.query(MATCHES, [clusterId, ids, null, null, null, null]);
  }

  unknowns(clusterId: string, first: number, after?: PageRow): Promise<UnknownRow[]> {
    return this.manager.query(UNKNOWNS, [clusterId, ...keyOf(after), first]);
  }

  sites(clusterId: string): Promise<SiteStreamRow[]> {
    return this.manager.query(SITES, [clusterId]);
  }

  async listingsAt(clusterId: string, siteId: string, first: number): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(SITE_LISTINGS, [clusterId, siteId, first]);
    return rows.map((row) => row.id);
  }

  /** Asked with the sight of the figures. */
  declines(clusterId: string, from: Day, to: Day): Promise<DeclineRow[]> {
    return this.manager.query(DECLINES, [clusterId, from, to]);
  }

  /** Asked with the sight of the figures. */
  heat(clusterId: string, materialCodes: readonly string[]): Promise<HeatRow[]> {
    return this.manager.query(HEAT, [clusterId, materialCodes]);
  }
}
