import { Decimal, type Day, type Held, type Parcel, type ParcelYear, type Pooled } from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';
import { entryOf, type EntryReadRow } from './ledger.js';

const UNPUBLISHED = sql('unpublished-entries');
const VERIFY = sql('verify-parcels');

/** As JSON with decimals as text: what is published stays the same to the last digit. */
type PlainYear = Omit<ParcelYear, 'figures' | 'flows'> & {
  readonly figures: readonly (readonly [string, string])[];
  readonly flows: readonly (Omit<ParcelYear['flows'][number], 'value'> & { readonly value: string })[];
};

export type KeptParcel = Pick<Parcel, 'unitKind' | 'years'>;

interface MadeWith {
  readonly factorSet: string;
  readonly methodVersion: string;
}

/** What outsiders are told of the ledger; nothing of it is taken back or counted anew. */
export class Parcels {
  constructor(private readonly manager: EntityManager) {}

  /** One closing at a time. */
  async lock(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('figure_parcel'))`);
  }

  /** The day on which the first entry of the ledger was recorded, in Oslo. */
  async firstRecorded(): Promise<Day | undefined> {
    const rows = await this.manager.query<{ day: Day | null }[]>(
      `select ((min(recorded_at) at time zone 'Europe/Oslo')::date)::text as day from ledger_entry`,
    );
    return rows[0]?.day ?? undefined;
  }

  /** Entries that no parcel holds yet, recorded on or before the day. */
  async unpublished(until: Day): Promise<Pooled[]> {
    const rows = await this.manager.query<
      (EntryReadRow & { readonly giver_clusters: string[]; readonly other_clusters: string[] })[]
    >(UNPUBLISHED, [until]);
    return rows.map((row) => ({
      entry: entryOf(row),
      giverClusterIds: row.giver_clusters,
      otherClusterIds: row.other_clusters,
    }));
  }

  /** @param madeWith factor set and method, without which nobody could count it again */
  async publish(parcels: readonly Parcel[], closedOn: Day, madeWith: MadeWith): Promise<void> {
    for (const { basis, unitKind, clusterIds, entryIds, years } of parcels) {
      const rows = await this.manager.query<{ id: string }[]>(
        `insert into figure_parcel (basis, unit_kind, cluster_ids, closed_on, report, factor_set, method_version)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          basis,
          unitKind,
          clusterIds,
          closedOn,
          JSON.stringify(years.map(plainYear)),
          madeWith.factorSet,
          madeWith.methodVersion,
        ],
      );
      await this.manager.query(
        'insert into figure_parcel_entry (entry_id, parcel_id) select unnest($1::bigint[]), $2',
        [entryIds, rows[0]?.id],
      );
    }
  }

  /** Marks what was verified in whole by the end of the day. */
  async markVerified(until: Day): Promise<void> {
    await this.manager.query(VERIFY, [until]);
  }

  /** In place of what waited before. */
  async hold(held: readonly Held[]): Promise<void> {
    await this.manager.query('delete from figure_held');
    for (const one of held) {
      await this.manager.query(
        'insert into figure_held (cluster_id, basis, year, unit_kind, reason) values ($1, $2, $3, $4, $5)',
        [one.clusterId, one.basis, one.year, one.unitKind, one.reason],
      );
    }
  }

  async heldOf(clusterId: string, basis: Held['basis']): Promise<Held[]> {
    return this.manager.query(
      `select cluster_id as "clusterId", basis, year, unit_kind as "unitKind", reason from figure_held
        where cluster_id = $1 and basis = $2 order by year, unit_kind`,
      [clusterId, basis],
    );
  }

  /** Parcels that count in the cluster, with whether all of each is verified. */
  async ofCluster(
    clusterId: string,
    basis: Parcel['basis'],
  ): Promise<(KeptParcel & { readonly verified: boolean })[]> {
    const rows = await this.manager.query<
      { unitKind: Parcel['unitKind']; verified: boolean; report: PlainYear[] }[]
    >(
      `select unit_kind as "unitKind", verified_on is not null as verified, report from figure_parcel
        where cluster_ids @> array[$1::uuid] and basis = $2 order by id`,
      [clusterId, basis],
    );
    return rows.map(({ report, ...rest }) => ({ ...rest, years: report.map(yearFrom) }));
  }
}

const plainYear = ({ figures, flows, ...rest }: ParcelYear): PlainYear => ({
  ...rest,
  figures: [...figures].map(([name, value]) => [name, value.toFixed()] as const),
  flows: flows.map((flow) => ({ ...flow, value: flow.value.toFixed() })),
});

const yearFrom = ({ figures, flows, ...rest }: PlainYear): ParcelYear => ({
  ...rest,
  figures: new Map(figures.map(([name, value]) => [name, new Decimal(value)])) as ParcelYear['figures'],
  flows: flows.map((flow) => ({ ...flow, value: new Decimal(flow.value) })),
});
