import { LIVE_MATCH_STATES, type Assessment, type MatchState } from '#domain';
import { In, type EntityManager, type InsertResult } from 'typeorm';
import { MatchRow } from '../entities/match.entity.js';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';

const OF_FIRMS = sql('matches-of-firms');
const POTENTIAL = sql('potential-of-cluster');
const STANDINGS = sql('standings-with-firms');

export type NewMatch = Omit<MatchRow, 'createdAt' | 'closedAt' | 'declineReason' | 'declineNote'>;
export type MatchViews = Pick<
  MatchRow,
  | 'giverView'
  | 'takerView'
  | 'giverScore'
  | 'takerScore'
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
    const rows = await this.manager.findBy(MatchRow, { id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  lock(id: string): Promise<MatchRow | null> {
    return this.manager.findOne(MatchRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Every match of a listing that may still lead somewhere, locked in the order of ids. */
  liveOf(listingId: string): Promise<MatchRow[]> {
    return this.manager.find(MatchRow, {
      where: [
        { offerId: listingId, state: In([...LIVE_MATCH_STATES]) },
        { needId: listingId, state: In([...LIVE_MATCH_STATES]) },
      ],
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The live match of a pair, if it has one. */
  liveBetween(offerId: string, needId: string): Promise<MatchRow | null> {
    return this.manager.findOneBy(MatchRow, { offerId, needId, state: In([...LIVE_MATCH_STATES]) });
  }

  /** Pairs of these versions that were agreed or declined: they are not proposed again until a version changes. */
  settledOf(
    listingId: string,
  ): Promise<Pick<MatchRow, 'offerId' | 'offerVersion' | 'needId' | 'needVersion'>[]> {
    return this.manager.find(MatchRow, {
      select: { id: true, offerId: true, offerVersion: true, needId: true, needVersion: true },
      where: [
        { offerId: listingId, state: In(['AGREED', 'DECLINED']) },
        { needId: listingId, state: In(['AGREED', 'DECLINED']) },
      ],
    });
  }

  /** Inserts a match unless the pair has a live one; true when this call made it. */
  async insertIfNew(match: NewMatch): Promise<boolean> {
    const result: InsertResult = await this.manager
      .createQueryBuilder()
      .insert()
      .into(MatchRow)
      .values(match)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
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
        ...(decline && { declineReason: decline.reason, declineNote: decline.note ?? null }),
      },
    );
  }

  async pageOfFirms(
    firmIds: readonly string[],
    filter: { readonly listingId?: string | undefined; readonly state?: MatchState | undefined },
    first: number,
    after?: PageRow,
  ): Promise<PageRow[]> {
    const rows = await this.manager.query<{ id: string; sort_key: number }[]>(OF_FIRMS, [
      firmIds,
      filter.listingId ?? null,
      filter.state ?? null,
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
    const rows = await this.manager.query<{ id: string; agreed: boolean }[]>(STANDINGS, [
      listingIds,
      firmIds,
    ]);
    return new Map(rows.map((row) => [row.id, { matched: true, agreed: row.agreed }]));
  }

  potentialOf(clusterId: string): Promise<PotentialRow[]> {
    return this.manager.query(POTENTIAL, [clusterId]);
  }
}
