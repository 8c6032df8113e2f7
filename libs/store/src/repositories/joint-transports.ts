import type { Day, JointTransportState } from '#domain';
import type { EntityManager } from 'typeorm';

export interface JointTransportRow {
  readonly id: string;
  readonly clusterId: string;
  readonly firstAgreementId: string;
  readonly secondAgreementId: string;
  readonly state: JointTransportState;
  readonly tours: number;
  readonly otherKm: number;
  readonly nokLow: number;
  readonly nokHigh: number;
  readonly co2eKgLow: number;
  readonly co2eKgHigh: number;
  readonly firstFirmId: string | null;
  readonly secondFirmId: string | null;
  readonly offeredAt: Date;
}

export interface NewJointTransport extends Omit<JointTransportRow, 'state' | 'firstFirmId' | 'secondFirmId'> {
  readonly offeredBy: string;
}

const COLUMNS = `j.id, j.cluster_id as "clusterId", j.first_agreement_id as "firstAgreementId",
  j.second_agreement_id as "secondAgreementId", j.state, j.tours, j.other_km as "otherKm", j.nok_low as "nokLow",
  j.nok_high as "nokHigh", j.co2e_kg_low as "co2eKgLow", j.co2e_kg_high as "co2eKgHigh",
  j.first_firm_id as "firstFirmId", j.second_firm_id as "secondFirmId", j.offered_at as "offeredAt"`;

/** Those of the newest that are told at a time. */
const MOST_READ = 100;
/** Flows of one cluster that are compared with one another. */
const MOST_FLOWS = 1000;

/** Agreements whose loads may share a lorry, and what was offered to them. */
export class JointTransports {
  constructor(private readonly manager: EntityManager) {}

  /** Agreements that have not ended, both of whose firms belong to the cluster. */
  async agreementsWithin(clusterId: string, today: Day): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select a.id from agreement a
        where (a.ends_on is null or a.ends_on >= $2::date)
          and a.offer_firm_id in (select firm_id from firm_cluster where cluster_id = $1)
          and a.need_firm_id in (select firm_id from firm_cluster where cluster_id = $1)
        order by a.id limit ${MOST_FLOWS}`,
      [clusterId, today],
    );
    return rows.map(({ id }) => id);
  }

  async insert(row: NewJointTransport): Promise<void> {
    await this.manager.query(
      `insert into joint_transport (id, cluster_id, first_agreement_id, second_agreement_id, state, tours, other_km,
         nok_low, nok_high, co2e_kg_low, co2e_kg_high, offered_by, offered_at, changed_at)
       values ($1, $2, $3, $4, 'OFFERED', $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
      [
        row.id,
        row.clusterId,
        row.firstAgreementId,
        row.secondAgreementId,
        row.tours,
        row.otherKm,
        row.nokLow,
        row.nokHigh,
        row.co2eKgLow,
        row.co2eKgHigh,
        row.offeredBy,
        row.offeredAt,
      ],
    );
  }

  /** That stand, of any of the agreements. */
  standing(agreementIds: readonly string[]): Promise<JointTransportRow[]> {
    return this.manager.query(
      `select ${COLUMNS} from joint_transport j
        where j.state <> 'DECLINED' and (j.first_agreement_id = any($1) or j.second_agreement_id = any($1))`,
      [agreementIds],
    );
  }

  /** Of agreements of these firms, newest first. */
  ofFirms(firmIds: readonly string[]): Promise<JointTransportRow[]> {
    return this.manager.query(
      `select ${COLUMNS} from joint_transport j
        where exists (select from agreement a where a.id in (j.first_agreement_id, j.second_agreement_id)
                         and (a.offer_firm_id = any($1) or a.need_firm_id = any($1)))
        order by j.offered_at desc, j.id limit ${MOST_READ}`,
      [firmIds],
    );
  }

  async lock(id: string): Promise<JointTransportRow | undefined> {
    const rows = await this.manager.query<JointTransportRow[]>(
      `select ${COLUMNS} from joint_transport j where j.id = $1 for update`,
      [id],
    );
    return rows[0];
  }

  async answer(
    { id, firstFirmId, secondFirmId }: Pick<JointTransportRow, 'id' | 'firstFirmId' | 'secondFirmId'>,
    state: JointTransportState,
    at: Date,
  ): Promise<void> {
    await this.manager.query(
      'update joint_transport set state = $2, first_firm_id = $3, second_firm_id = $4, changed_at = $5 where id = $1',
      [id, state, firstFirmId, secondFirmId, at],
    );
  }
}
