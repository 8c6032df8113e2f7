import { randomUUID } from 'node:crypto';
import {
  Decimal,
  type PendingTotal,
  type ReferenceAmounts,
  type ReferenceMeasure,
  type ReferenceRelease,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';

const PENDING = sql('reference-pending');

/** A version of what a firm states of a year. */
export interface ReferenceTotalsRow {
  readonly id: string;
  readonly firmId: string;
  readonly year: number;
  readonly version: number;
  readonly amounts: ReferenceAmounts;
  readonly scope: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** What a cluster is told of a measure, and the firms behind it. */
export interface ReleasedRow {
  readonly measure: ReferenceMeasure;
  readonly value: Decimal;
  readonly firmIds: readonly string[];
}

interface PendingRow extends Omit<PendingTotal, 'amount'> {
  readonly totalsId: string;
  readonly measure: ReferenceMeasure;
  readonly amount: string;
}

/** Reference totals and the sums of them that clusters are told; only ever adds rows. */
export class ReferenceTotals {
  constructor(private readonly manager: EntityManager) {}

  /** Every version, the newest year and version first. */
  async ofFirm(firmId: string, year?: number): Promise<ReferenceTotalsRow[]> {
    const rows = await this.manager.query<
      (Omit<ReferenceTotalsRow, 'amounts'> & { readonly amounts: Readonly<Record<string, string>> })[]
    >(
      `select id, firm_id as "firmId", year, version, amounts, scope, recorded_by as "recordedBy",
              recorded_at as "recordedAt"
         from reference_totals where firm_id = $1 and ($2::int is null or year = $2)
        order by year desc, version desc`,
      [firmId, year ?? null],
    );
    return rows.map(({ amounts, ...row }) => ({ ...row, amounts: amountsFrom(amounts) }));
  }

  /** One version of a firm's year at a time. */
  async lock(firmId: string): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('reference_totals ' || $1))`, [firmId]);
  }

  async insert(row: ReferenceTotalsRow): Promise<void> {
    const amounts = Object.fromEntries(
      Object.entries(row.amounts).map(([measure, amount]) => [measure, amount.toFixed()]),
    );
    await this.manager.query(
      `insert into reference_totals (id, firm_id, year, version, amounts, scope, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        row.id,
        row.firmId,
        row.year,
        row.version,
        JSON.stringify(amounts),
        row.scope,
        row.recordedBy,
        row.recordedAt,
      ],
    );
  }

  /** One release at a time: none counts a firm that another has just counted. */
  async lockReleases(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('reference_release'))`);
  }

  /** What firms have stated of a year and no sum holds yet, by measure. */
  async pendingOf(
    year: number,
  ): Promise<ReadonlyMap<ReferenceMeasure, readonly (PendingTotal & { readonly totalsId: string })[]>> {
    const rows = await this.manager.query<PendingRow[]>(PENDING, [year]);
    const byMeasure = new Map<ReferenceMeasure, (PendingTotal & { readonly totalsId: string })[]>();
    for (const { measure, amount, ...row } of rows)
      byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), { ...row, amount: new Decimal(amount) }]);
    return byMeasure;
  }

  async release(
    { clusterIds, value, firmIds }: ReferenceRelease,
    of: { readonly year: number; readonly measure: ReferenceMeasure; readonly at: Date },
    totalsIds: readonly string[],
  ): Promise<void> {
    const id = randomUUID();
    await this.manager.query(
      `insert into reference_release (id, cluster_ids, year, measure, value, firm_count, released_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, clusterIds, of.year, of.measure, value.toFixed(), firmIds.length, of.at],
    );
    await this.manager.query(
      `insert into reference_release_part (release_id, totals_id, firm_id)
       select $1, part.totals, part.firm from unnest($2::uuid[], $3::uuid[]) as part(totals, firm)`,
      [id, totalsIds, firmIds],
    );
  }

  /** Sums of what was released to a cluster of a year, with the firms behind each. */
  async releasedTo(clusterId: string, year: number): Promise<ReleasedRow[]> {
    const rows = await this.manager.query<(Omit<ReleasedRow, 'value'> & { readonly value: string })[]>(
      `with told as (
         select id, measure, value from reference_release where cluster_ids @> array[$1::uuid] and year = $2)
       select t.measure, sum(t.value)::text as value,
              (select array_agg(distinct p.firm_id::text order by p.firm_id::text)
                 from reference_release_part p join told o on o.id = p.release_id where o.measure = t.measure) as "firmIds"
         from told t group by t.measure order by t.measure`,
      [clusterId, year],
    );
    return rows.map((row) => ({ ...row, value: new Decimal(row.value) }));
  }
}

const amountsFrom = (amounts: Readonly<Record<string, string>>): ReferenceAmounts =>
  Object.fromEntries(Object.entries(amounts).map(([measure, amount]) => [measure, new Decimal(amount)]));
