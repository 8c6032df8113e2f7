import type { AgreementState, Day } from '#domain';
import { In, type EntityManager } from 'typeorm';
import { AgreementRow, DeliveryRow } from '../entities/agreement.entity.js';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';

const OF_FIRMS = sql('agreements-of-firms');

export type NewAgreement = Omit<AgreementRow, 'madeAt'>;
export type NewDelivery = Omit<DeliveryRow, 'recordedAt'>;

/** Which agreements of a firm are asked for. */
export interface AgreementFilter {
  readonly state?: AgreementState | undefined;
  /** Only with a delivery of the other side that nobody has verified. */
  readonly toVerify: boolean;
  /** In Europe/Oslo. */
  readonly today: Day;
}

export class Agreements {
  constructor(private readonly manager: EntityManager) {}

  byId(id: string): Promise<AgreementRow | null> {
    return this.manager.findOneBy(AgreementRow, { id });
  }

  async byIds(ids: readonly string[]): Promise<AgreementRow[]> {
    const rows = await this.manager.findBy(AgreementRow, { id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  lock(id: string): Promise<AgreementRow | null> {
    return this.manager.findOne(AgreementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(agreement: NewAgreement): Promise<void> {
    await this.manager.insert(AgreementRow, agreement);
  }

  async pageOfFirms(
    firmIds: readonly string[],
    { state, toVerify, today }: AgreementFilter,
    first: number,
    after?: PageRow,
  ): Promise<PageRow[]> {
    const rows = await this.manager.query<{ id: string; sort_key: string }[]>(OF_FIRMS, [
      firmIds,
      after?.sortKey ?? null,
      after?.id ?? null,
      first,
      state ?? null,
      today,
      toVerify,
    ]);
    return rows.map((row) => ({ id: row.id, sortKey: row.sort_key }));
  }

  /** What agreements in force hold of a listing, in its own unit and period. */
  async drawnFrom(listingId: string): Promise<string> {
    const rows = await this.manager.query<{ drawn: string }[]>(
      `select coalesce(sum(case when offer_id = $1 and holds_offer then drawn_from_offer
                                when need_id = $1 and holds_need then drawn_from_need else 0 end), 0) as drawn
         from agreement where offer_id = $1 or need_id = $1`,
      [listingId],
    );
    return rows[0]?.drawn ?? '0';
  }

  /** Agreements whose term has ended while they still hold part of a stream. */
  async endedBefore(today: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select a.id from agreement a where a.ends_on < $1::date and (a.holds_offer or a.holds_need)
         and exists (select 1 from listing_version v join listing l on l.id = v.listing_id and l.version = v.version
                      where (l.id = a.offer_id and a.holds_offer or l.id = a.need_id and a.holds_need) and v.per <> 'ONCE')
        order by a.id`,
      [today],
    );
    return rows.map((row) => row.id);
  }

  async setHolds(id: string, holds: { holdsOffer: boolean; holdsNeed: boolean }): Promise<void> {
    await this.manager.update(AgreementRow, { id }, holds);
  }
}

export class Deliveries {
  constructor(private readonly manager: EntityManager) {}

  byId(id: string): Promise<DeliveryRow | null> {
    return this.manager.findOneBy(DeliveryRow, { id });
  }

  byIds(ids: readonly string[]): Promise<DeliveryRow[]> {
    return this.manager.findBy(DeliveryRow, { id: In([...ids]) });
  }

  /** Those that stand, in the order of their days; corrected ones are left to the ledger. */
  standingOf(agreementId: string): Promise<DeliveryRow[]> {
    return this.manager
      .createQueryBuilder(DeliveryRow, 'd')
      .where('d.agreementId = :agreementId and d.correctedById is null', { agreementId })
      .orderBy('d.deliveredOn')
      .addOrderBy('d.recordedAt')
      .getMany();
  }

  /** Base units delivered in [from, until) and not corrected. */
  async deliveredBase(agreementId: string, from: string, until: string | undefined): Promise<string> {
    const rows = await this.manager.query<{ base: string }[]>(
      `select coalesce(sum(amount_base), 0) as base from delivery
        where agreement_id = $1 and corrected_by_id is null
          and delivered_on >= $2::date and ($3::date is null or delivered_on < $3::date)`,
      [agreementId, from, until ?? null],
    );
    return rows[0]?.base ?? '0';
  }

  async insert(deliveries: readonly NewDelivery[]): Promise<void> {
    await this.manager.insert(DeliveryRow, [...deliveries]);
  }

  /** Those that stand under one of the references, each of its own agreement. */
  standingUnder(
    asked: readonly { readonly agreementId: string; readonly reference: string }[],
  ): Promise<DeliveryRow[]> {
    return this.manager
      .createQueryBuilder(DeliveryRow, 'd')
      .where('d.correctedById is null')
      .andWhere(
        '(d.agreementId, d.reference) in (select * from unnest(:agreements::uuid[], :references::text[]))',
        {
          agreements: asked.map((one) => one.agreementId),
          references: asked.map((one) => one.reference),
        },
      )
      .getMany();
  }

  async verify(id: string, by: string): Promise<void> {
    await this.manager.update(DeliveryRow, { id }, { verifiedBy: by, verifiedAt: () => 'clock_timestamp()' });
  }

  async replace(id: string, byId: string, reason: string): Promise<void> {
    await this.manager.update(DeliveryRow, { id }, { correctedById: byId, correctionReason: reason });
  }
}
