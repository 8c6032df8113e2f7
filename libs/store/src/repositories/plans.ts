import type { Mode, PlanObjective, PlanState, PlanTotals, PriceHintKind } from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';
import type { StandingMatch } from './matches.js';

const PAIRS = sql('plan-pairs');

export type PlanPair = StandingMatch;

export interface NewPlan {
  readonly id: string;
  readonly clusterIds: readonly string[];
  readonly objective: PlanObjective;
  readonly withTreatment: boolean;
  /** Plain notation. */
  readonly fixedCostNok: string;
  /** Plain notation. */
  readonly mostTonneKm: string | null;
  readonly year: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** A flow of a plan; amounts in own units of the by-product, a year. */
export interface PlanFlowRecord {
  readonly id: string;
  readonly offerId: string;
  readonly needId: string;
  readonly amount: number;
  readonly unit: string;
  readonly nok: number;
  readonly co2eKg: number;
  readonly km: number;
  readonly mode: Mode;
  readonly treatment: string | null;
  /** Where it is treated; absent where no plant is listed for it. */
  readonly plantId?: string | undefined;
}

/** A plant as the plan took it, in tonnes a year, and what the plan says of it. */
export interface PlanPlantRecord {
  readonly id: string;
  readonly version: number;
  readonly firmId: string;
  readonly siteId: string;
  readonly treatment: string;
  readonly capacity: number;
  readonly used: number;
  /** What one more tonne would bring: the dual price. */
  readonly worth: number;
}

/** A listing as the plan took it: which version, how much of it, and what the plan says of it. */
export interface PlanListingRecord {
  readonly id: string;
  readonly version: number;
  readonly firmId: string;
  readonly siteId: string;
  readonly side: 'OFFER' | 'NEED';
  readonly unit: string;
  readonly amount: number;
  readonly used: number;
  readonly worth: number;
  readonly outbidBy: number | null;
}

export interface PlanResult {
  readonly flows: readonly PlanFlowRecord[];
  readonly listings: readonly PlanListingRecord[];
  /** Absent in plans that were made before plants could be listed. */
  readonly plants?: readonly PlanPlantRecord[];
  readonly plan: PlanTotals;
  readonly greedy: PlanTotals;
  readonly today: PlanTotals;
  readonly total: number;
  readonly bound: number;
  readonly gap: number;
  readonly greedyTotal: number;
  readonly candidates: number;
  readonly leastPerTonneKm: number | null;
  /** What one more tonne-kilometre would bring, where they are limited: the dual price. */
  readonly worthPerTonneKm?: number | undefined;
  readonly solver: string;
  readonly iterations: number;
  readonly missing: readonly string[];
  readonly ruleSet: string;
  readonly factorSet: string;
  readonly priceSet: string;
}

export interface PlanRow extends NewPlan, PageRow {
  readonly state: PlanState;
  readonly progress: number;
  readonly failure: string | null;
  readonly result: PlanResult | null;
  readonly endedAt: Date | null;
}

export interface PlanSuggestionRow {
  readonly planId: string;
  readonly flowId: string;
  readonly matchId: string;
  readonly offerFirmId: string;
  readonly needFirmId: string;
  readonly amount: string;
  readonly unit: string;
  readonly per: 'YEAR' | 'ONCE';
  readonly suggestedBy: string;
  readonly suggestedAt: Date;
}

export interface PlanHintRow {
  readonly planId: string;
  readonly listingId: string;
  readonly listingVersion: number;
  readonly firmId: string;
  readonly kind: PriceHintKind;
  readonly least: string;
  readonly most: string;
  readonly objective: PlanObjective;
  readonly unit: string;
  readonly toldAt: Date;
}

const SORT_KEY = `to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"`;
const PLAN = `id, cluster_ids as "clusterIds", objective, with_treatment as "withTreatment",
  fixed_cost_nok::text as "fixedCostNok", most_tonne_km::text as "mostTonneKm", year, state, progress, failure, result, requested_by as "requestedBy",
  requested_at as "requestedAt", ended_at as "endedAt", ${SORT_KEY}`;

/** Plans of clusters, and what of them firms are told. */
export class Plans {
  constructor(private readonly manager: EntityManager) {}

  async insert(plan: NewPlan): Promise<void> {
    await this.manager.query(
      `insert into plan (id, cluster_ids, objective, with_treatment, fixed_cost_nok, year, state, requested_by,
         requested_at, seen_at, most_tonne_km) values ($1, $2, $3, $4, $5, $6, 'QUEUED', $7, $8, $8, $9)`,
      [
        plan.id,
        plan.clusterIds,
        plan.objective,
        plan.withTreatment,
        plan.fixedCostNok,
        plan.year,
        plan.requestedBy,
        plan.requestedAt,
        plan.mostTonneKm,
      ],
    );
  }

  async byId(id: string): Promise<PlanRow | undefined> {
    const rows = await this.manager.query<PlanRow[]>(`select ${PLAN} from plan where id = $1`, [id]);
    return rows[0];
  }

  /** Those that take in the cluster, newest first. */
  ofCluster(clusterId: string, first: number, after?: PageRow): Promise<PlanRow[]> {
    return this.manager.query<PlanRow[]>(
      `select ${PLAN} from plan
        where cluster_ids @> array[$1]::uuid[]
          and ($2::timestamptz is null or (requested_at, id) < ($2::timestamptz, $3::uuid))
        order by requested_at desc, id desc limit $4`,
      [clusterId, after?.sortKey ?? null, after?.id ?? null, first],
    );
  }

  /** Whether a plan that shares a cluster is on its way. */
  async isUnderWay(clusterIds: readonly string[]): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from plan where cluster_ids && $1::uuid[] and state in ('QUEUED', 'RUNNING') limit 1`,
      [clusterIds],
    );
    return rows.length > 0;
  }

  /** @returns whether it was in one of the states that lead there */
  async begin(id: string, from: readonly PlanState[], at: Date): Promise<boolean> {
    return this.changed(`update plan set state = 'RUNNING', progress = 0, seen_at = $3`, id, from, at);
  }

  /** @returns whether it still runs: who asked may have called it off */
  async progress(id: string, progress: number, at: Date): Promise<boolean> {
    return this.changed('update plan set seen_at = $3, progress = $4', id, ['RUNNING'], at, progress);
  }

  async finish(id: string, from: readonly PlanState[], result: PlanResult, at: Date): Promise<boolean> {
    const set = `update plan set state = 'DONE', progress = 100, ended_at = $3, result = $4`;
    return this.changed(set, id, from, at, JSON.stringify(result));
  }

  /** @param failure in names and codes: it is shown, so it may quote nothing */
  async fail(id: string, from: readonly PlanState[], failure: string, at: Date): Promise<boolean> {
    const set = `update plan set state = 'FAILED', ended_at = $3, failure = $4`;
    return this.changed(set, id, from, at, failure);
  }

  async cancel(id: string, from: readonly PlanState[], at: Date): Promise<boolean> {
    return this.changed(`update plan set state = 'CANCELLED', ended_at = $3`, id, from, at);
  }

  private async changed(
    set: string,
    id: string,
    from: readonly PlanState[],
    at: Date,
    ...more: readonly unknown[]
  ): Promise<boolean> {
    const [, count] = await this.manager.query<[unknown, number]>(
      `${set} where id = $1 and state = any($2::text[])`,
      [id, from, at, ...more],
    );
    return count === 1;
  }

  /** Ends those that nobody has worked on since. */
  async failLost(since: Date, at: Date): Promise<void> {
    await this.manager.query(
      `update plan set state = 'FAILED', failure = 'LOST', ended_at = $2
        where state in ('QUEUED', 'RUNNING') and seen_at < $1`,
      [since, at],
    );
  }

  /** With what was suggested of them. */
  async forgetBefore(instant: Date): Promise<void> {
    await this.manager.query('delete from plan where requested_at < $1', [instant]);
  }

  /** What may be on the market in a year, of firms of the clusters; an agreement may have left something. */
  async listingIdsOf(clusterIds: readonly string[], year: number): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select l.id from listing l join listing_version v on v.listing_id = l.id and v.version = l.version
        where l.state = 'ACTIVE' and l.remaining > 0
          and exists (select from firm_cluster fc where fc.firm_id = l.firm_id and fc.cluster_id = any($1::uuid[]))
          and (v.available_from is null or v.available_from <= make_date($2, 12, 31))
          and (v.available_until is null or v.available_until >= make_date($2, 1, 1))
        order by l.id`,
      [clusterIds, year],
    );
    return rows.map((row) => row.id);
  }

  /** Agreements between firms of the clusters that run on a day. */
  async agreementIdsOf(clusterIds: readonly string[], day: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `with own as (select firm_id from firm_cluster where cluster_id = any($1::uuid[]))
       select id from agreement
        where offer_firm_id in (select firm_id from own) and need_firm_id in (select firm_id from own)
          and starts_on <= $2::date and (ends_on is null or ends_on >= $2::date) order by id`,
      [clusterIds, day],
    );
    return rows.map((row) => row.id);
  }

  pairs(offerIds: readonly string[], needIds: readonly string[]): Promise<PlanPair[]> {
    return this.manager.query<PlanPair[]>(PAIRS, [offerIds, needIds]);
  }

  /**
   * Suggested once, a flow stays as it was suggested.
   *
   * @returns ids of the flows that were not suggested before
   */
  async suggest(suggestions: readonly PlanSuggestionRow[]): Promise<string[]> {
    const rows = await this.manager.query<{ flow_id: string }[]>(
      `insert into plan_suggestion (plan_id, flow_id, match_id, offer_firm_id, need_firm_id, amount, unit, per,
         suggested_by, suggested_at)
       select "planId", "flowId", "matchId", "offerFirmId", "needFirmId", amount, unit, per, "suggestedBy", "suggestedAt"
         from json_to_recordset($1::json) as s("planId" uuid, "flowId" text, "matchId" uuid, "offerFirmId" uuid,
              "needFirmId" uuid, amount numeric, unit text, per text, "suggestedBy" text, "suggestedAt" timestamptz)
           on conflict do nothing returning flow_id`,
      [JSON.stringify(suggestions)],
    );
    return rows.map((row) => row.flow_id);
  }

  async tell(hints: readonly PlanHintRow[]): Promise<void> {
    await this.manager.query(
      `insert into plan_hint (plan_id, listing_id, listing_version, firm_id, kind, least, most, objective, unit, told_at)
       select "planId", "listingId", "listingVersion", "firmId", kind, least, most, objective, unit, "toldAt"
         from json_to_recordset($1::json) as h("planId" uuid, "listingId" uuid, "listingVersion" int, "firmId" uuid,
              kind text, least numeric, most numeric, objective text, unit text, "toldAt" timestamptz)
           on conflict do nothing`,
      [JSON.stringify(hints)],
    );
  }

  /** What was suggested of a plan, with how the match stands now. */
  suggestedOf(planId: string): Promise<{ flowId: string; matchId: string; state: PlanPair['state'] }[]> {
    return this.manager.query(
      `select s.flow_id as "flowId", s.match_id as "matchId", m.state from plan_suggestion s
         join match m on m.id = s.match_id where s.plan_id = $1`,
      [planId],
    );
  }

  /** The latest suggestion on each of these matches. */
  suggestionsOn(matchIds: readonly string[]): Promise<PlanSuggestionRow[]> {
    return this.manager.query<PlanSuggestionRow[]>(
      `select distinct on (match_id) plan_id as "planId", flow_id as "flowId", match_id as "matchId",
              offer_firm_id as "offerFirmId", need_firm_id as "needFirmId", amount::text, unit, per,
              suggested_by as "suggestedBy", suggested_at as "suggestedAt"
         from plan_suggestion where match_id = any($1::uuid[]) order by match_id, suggested_at desc`,
      [matchIds],
    );
  }

  /** The latest of each of these listings. */
  hintsOn(listingIds: readonly string[]): Promise<PlanHintRow[]> {
    return this.manager.query<PlanHintRow[]>(
      `select distinct on (listing_id) plan_id as "planId", listing_id as "listingId", listing_version as "listingVersion",
              firm_id as "firmId", kind, least::text, most::text, objective, unit, told_at as "toldAt"
         from plan_hint where listing_id = any($1::uuid[]) order by listing_id, told_at desc`,
      [listingIds],
    );
  }
}
