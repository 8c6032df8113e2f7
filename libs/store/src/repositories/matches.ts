import { LIVE_MATCH_STATES, type Assessment, type MatchState } from '#domain';
import { In, type EntityManager } from 'typeorm';
import { MatchRow } from '../entities/match.entity.js';
import { Prepared } from '../prepared.js';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';

const INSERT = new Prepared<{ readonly id: string }>('insert-matches');
const STANDING = new Prepared<StandingMatch>('standing-matches');
const LIVE = new Prepared<StandingMatch>('standing-matches live', (text) =>
  text
    .replaceAll("in ('OPEN', 'NEGOTIATING', 'AGREED', 'DECLINED')", "in ('OPEN', 'NEGOTIATING')")
    .replaceAll('for update', ''),
);
const LIVE_OF = sql('live-matches-of-listings');
const OF_FIRMS = sql('matches-of-firms');
const POTENTIAL = sql('potential-of-cluster');
const STANDINGS = new Prepared<{ readonly id: string; readonly agreed: boolean }>('standings-with-firms');
const BY_ID = new Prepared<MatchRow>('matches-by-id');

type Decline = 'declineReason' | 'declineNote' | 'declinedBy' | 'declinedFacts' | 'declinedKm';
export type NewMatch = Omit<MatchRow, 'createdAt' | 'closedAt' | Decline>;
/** A match as far as matching again asks for it. */
export type StandingMatch = Pick<
  MatchRow,
  | 'id'
  | 'state'
  | 'offerId'
  | 'offerVersion'
  | 'needId'
  | 'needVersion'
  | 'offerFirmId'
  | 'needFirmId'
  | 'ruleSet'
  | 'widened'
  | 'declineReason'
  | 'declinedFacts'
  | 'closedAt'
  | 'giverSees'
  | 'takerSees'
>;
export type MatchViews = Pick<
  MatchRow,
  | 'giverView'
  | 'takerView'
  | 'giverSees'
  | 'takerSees'
  | 'giverScore'
  | 'takerScore'
  | 'score'
  | 'yearlyBase'
  | 'link'
  | 'offerVersion'
  | 'needVersion'
  | 'ruleSet'
  | 'factorSet'
>;

export interface PotentialRow {
  readonly id: string;
  readonly offer_id: string;
  readonly offer_version: number;
  readonly need_id: string;
  readonly need_version: number;
  readonly offer_firm_id: string;
  readonly need_firm_id: string;
  readonly rule_set: string;
  readonly factor_set: string;
  readonly link: MatchRow['link'];
  readonly yearly_base: number;
  readonly road_km: number;
  readonly by_product_code: string;
  readonly input_code: string;
  readonly giver_division: string;
  readonly taker_division: string;
}

export class Matches {
  constructor(private readonly manager: EntityManager) {}

  byId(id: string): Promise<MatchRow | null> {
    return this.manager.findOneBy(MatchRow, { id });
  }

  async byIds(ids: readonly string[]): Promise<MatchRow[]> {
    const rows = await BY_ID.run(this.manager, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  lock(id: string): Promise<MatchRow | null> {
    return this.manager.findOne(MatchRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * The matches of a listing that are live, agreed or declined, without what anybody sees of them; locked in the order
   * of their ids.
   */
  standing(listingId: string): Promise<StandingMatch[]> {
    return STANDING.run(this.manager, [listingId]);
  }

  /** Those of them that are live, read without a lock. */
  liveOfListing(listingId: string): Promise<StandingMatch[]> {
    return LIVE.run(this.manager, [listingId]);
  }

  /** The live match of a pair, if it has one. */
  liveBetween(offerId: string, needId: string): Promise<MatchRow | null> {
    return this.manager.findOneBy(MatchRow, { offerId, needId, state: In([...LIVE_MATCH_STATES]) });
  }

  /** What a firm answered, as far as it tells of distance; no reason where it agreed. */
  async answersOf(firmId: string): Promise<{ byProductCode: string; reason: string | null; km: number }[]> {
    return this.manager.query(
      `select giver_view ->> 'byProductCode' as "byProductCode", decline_reason as reason, declined_km as km
         from match where declined_by = $1 and state = 'DECLINED' and declined_km is not null
       union all
       select exchange ->> 'byProductCode', null, road_km::float8
         from agreement where offer_firm_id = $1 or need_firm_id = $1`,
      [firmId],
    );
  }

  async decline(
    id: string,
    decline: { reason: string; note?: string | undefined; by: string; km: number; facts: string },
  ): Promise<void> {
    await this.setState(id, 'DECLINED', decline);
    await this.manager.update(
      MatchRow,
      { id },
      { declinedBy: decline.by, declinedKm: decline.km, declinedFacts: decline.facts },
    );
  }

  /** Inserts matches, leaving out pairs that have a live one. @returns the ids of those that this call made */
  async insertNew(matches: readonly NewMatch[]): Promise<string[]> {
    if (matches.length === 0) return [];
    const rows = await INSERT.run(this.manager, [JSON.stringify(matches)]);
    return rows.map((row) => row.id);
  }

  async setViews(id: string, views: MatchViews): Promise<void> {
    await this.manager.update(MatchRow, { id }, views);
  }

  /** What both parties know once they have agreed: the exact assessment. */
  async disclose(id: string, exact: Assessment): Promise<void> {
    const views = { giverView: exact, takerView: exact, giverScore: exact.score, takerScore: exact.score };
    await this.manager.update(MatchRow, { id }, views);
  }

  async setState(
    id: string,
    state: MatchState,
    decline?: { reason: string; note?: string | undefined },
  ): Promise<void> {
    const live = LIVE_MATCH_STATES.includes(state);
    await this.manager.update(
      MatchRow,
      { id },
      {
        state,
        closedAt: live ? null : () => 'clock_timestamp()',
        // who is spoken to knows of it
        ...(state === 'NEGOTIATING' && { giverSees: true, takerSees: true }),
        ...(decline && { declineReason: decline.reason, declineNote: decline.note ?? null }),
      },
    );
  }

  async pageOfFirms(
    firmIds: readonly string[],
    filter: { readonly listingId?: string | undefined; readonly states?: readonly MatchState[] | undefined },
    first: number,
    after?: PageRow,
  ): Promise<PageRow[]> {
    const rows = await this.manager.query<{ id: string; sort_key: number }[]>(OF_FIRMS, [
      firmIds,
      filter.listingId ?? null,
      filter.states ?? null,
      after?.sortKey ?? null,
      after?.id ?? null,
      first,
    ]);
    return rows.map((row) => ({ id: row.id, sortKey: String(row.sort_key) }));
  }

  /** How listings stand towards these firms: matched with, or agreed with, one of them. Decides who may know of them. */
  async standingsWith(
    listingIds: readonly string[],
    firmIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly matched: boolean; readonly agreed: boolean }>> {
    const rows = await STANDINGS.run(this.manager, [listingIds, firmIds]);
    return new Map(rows.map((row) => [row.id, { matched: true, agreed: row.agreed }]));
  }

  /** How many live matches each listing has that its own side is told of; none are left out. */
  async liveOf(listingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.manager.query<{ id: string; live: number }[]>(LIVE_OF, [
      listingIds,
      LIVE_MATCH_STATES,
    ]);
    return new Map(rows.map((row) => [row.id, row.live]));
  }

  potentialOf(clusterId: string): Promise<PotentialRow[]> {
    return this.manager.query(POTENTIAL, [clusterId]);
  }
}
