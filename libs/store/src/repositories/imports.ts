import type { Cell, CellProblem, DecimalMark, IntakeColumns, RowEffect, SerialEpoch } from '#domain';
import type { EntityManager } from 'typeorm';

/** How a file is written, as far as reading its rows depends on it. */
export interface ImportFormat {
  readonly type: 'csv' | 'xlsx';
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly sheet?: string | undefined;
  readonly epoch: SerialEpoch;
  readonly header: readonly Cell[];
  /** What its reader passed over, in words. */
  readonly notices: readonly string[];
}

/** What is to be read from where. */
export interface ImportPlan {
  readonly headerRow: number;
  readonly columns: IntakeColumns;
  readonly decimalMark?: DecimalMark | undefined;
  readonly unit?: string | undefined;
  readonly agreementId?: string | undefined;
}

export type ImportCounts = { readonly [E in RowEffect]: number };

/** What came of recording a file. */
export interface ImportTotals {
  readonly recorded: number;
  readonly corrected: number;
  readonly skipped: number;
  readonly left: number;
}

export interface StoredImport {
  readonly id: string;
  readonly firmId: string;
  readonly uploadedAt: Date;
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly plan: ImportPlan;
  readonly counts: ImportCounts;
  readonly checkedAt: Date;
  readonly committedAt: Date | null;
  readonly committed: ImportTotals | null;
}

/** How a row was judged. */
export interface JudgedRow {
  readonly row: number;
  readonly effect: RowEffect;
  readonly deliveryId?: string | undefined;
  /** Of the agreement; those of the cells are kept beside. */
  readonly judged: readonly CellProblem[];
}

/** @typeParam D a delivery as text, for amounts are exact */
export interface ImportRow<D> extends JudgedRow {
  readonly cells: readonly Cell[];
  readonly delivery?: D | undefined;
  readonly problems: readonly CellProblem[];
}

type RowRead<D> = Omit<ImportRow<D>, 'delivery' | 'deliveryId'> & {
  readonly delivery: D | null;
  readonly deliveryId: string | null;
};

const COLUMNS = `id, firm_id as "firmId", uploaded_at as "uploadedAt", file_name as "fileName", format, plan, counts,
  checked_at as "checkedAt", committed_at as "committedAt", committed`;
const ROW = `row_number as row, cells, delivery, effect, delivery_id as "deliveryId", problems, judged`;
const AS_ROWS = `jsonb_to_recordset($2::jsonb) as r(row int, cells jsonb, delivery jsonb, effect text, "deliveryId" uuid,
  problems jsonb, judged jsonb)`;

/** Files of deliveries with their rows, until they are forgotten. */
export class Imports {
  constructor(private readonly manager: EntityManager) {}

  async insert(one: Omit<StoredImport, 'committedAt' | 'committed'>, uploadedBy: string): Promise<void> {
    await this.manager.query(
      `insert into delivery_import (id, firm_id, uploaded_by, uploaded_at, file_name, format, plan, counts, checked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        one.id,
        one.firmId,
        uploadedBy,
        one.uploadedAt,
        one.fileName,
        JSON.stringify(one.format),
        JSON.stringify(one.plan),
        JSON.stringify(one.counts),
        one.checkedAt,
      ],
    );
  }

  async insertRows(id: string, rows: readonly ImportRow<unknown>[]): Promise<void> {
    await this.manager.query(
      `insert into delivery_import_row (import_id, row_number, cells, delivery, effect, delivery_id, problems, judged)
       select $1, row, cells, delivery, effect, "deliveryId", problems, judged from ${AS_ROWS}`,
      [id, JSON.stringify(rows)],
    );
  }

  async byId(id: string): Promise<StoredImport | undefined> {
    const rows = await this.manager.query<StoredImport[]>(
      `select ${COLUMNS} from delivery_import where id = $1`,
      [id],
    );
    return rows[0];
  }

  async lock(id: string): Promise<StoredImport | undefined> {
    const rows = await this.manager.query<StoredImport[]>(
      `select ${COLUMNS} from delivery_import where id = $1 for update`,
      [id],
    );
    return rows[0];
  }

  /** Rows after one, in the order of the file. */
  async rows<D>(
    id: string,
    {
      after,
      first,
      effect,
    }: { readonly after: number; readonly first: number; readonly effect?: RowEffect | undefined },
  ): Promise<ImportRow<D>[]> {
    const rows = await this.manager.query<RowRead<D>[]>(
      `select ${ROW} from delivery_import_row
        where import_id = $1 and row_number > $2 and ($3::text is null or effect = $3) order by row_number limit $4`,
      [id, after, effect ?? null, first],
    );
    return rows.map(({ delivery, deliveryId, ...row }) => ({
      ...row,
      delivery: delivery ?? undefined,
      deliveryId: deliveryId ?? undefined,
    }));
  }

  /** Agreements that its rows name. */
  async agreementsOf(id: string): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select distinct delivery ->> 'agreementId' as id from delivery_import_row
        where import_id = $1 and delivery is not null`,
      [id],
    );
    return rows.map((one) => one.id);
  }

  /** Reads rows anew: what the cells say, and what is wrong with them. */
  async read(
    id: string,
    rows: readonly Pick<ImportRow<unknown>, 'row' | 'delivery' | 'problems'>[],
  ): Promise<void> {
    await this.manager.query(
      `update delivery_import_row i set delivery = r.delivery, problems = r.problems
         from ${AS_ROWS} where i.import_id = $1 and i.row_number = r.row`,
      [id, JSON.stringify(rows)],
    );
  }

  async judge(id: string, rows: readonly JudgedRow[]): Promise<void> {
    await this.manager.query(
      `update delivery_import_row i set effect = r.effect, delivery_id = r."deliveryId", judged = r.judged
         from ${AS_ROWS} where i.import_id = $1 and i.row_number = r.row`,
      [id, JSON.stringify(rows)],
    );
  }

  /** Under which deliveries rows were recorded. */
  async recorded(
    id: string,
    rows: readonly { readonly row: number; readonly deliveryId: string }[],
  ): Promise<void> {
    await this.manager.query(
      `update delivery_import_row i set delivery_id = r."deliveryId"
         from ${AS_ROWS} where i.import_id = $1 and i.row_number = r.row`,
      [id, JSON.stringify(rows)],
    );
  }

  async setPlan(id: string, plan: ImportPlan): Promise<void> {
    await this.manager.query('update delivery_import set plan = $2 where id = $1', [
      id,
      JSON.stringify(plan),
    ]);
  }

  async setCounts(id: string, counts: ImportCounts, checkedAt: Date): Promise<void> {
    await this.manager.query('update delivery_import set counts = $2, checked_at = $3 where id = $1', [
      id,
      JSON.stringify(counts),
      checkedAt,
    ]);
  }

  async commit(id: string, totals: ImportTotals, at: Date): Promise<void> {
    await this.manager.query('update delivery_import set committed = $2, committed_at = $3 where id = $1', [
      id,
      JSON.stringify(totals),
      at,
    ]);
  }

  /** All of a firm but so many that are not recorded: the latest are kept. */
  async forgetAllBut(firmId: string, most: number): Promise<void> {
    await this.manager.query(
      `delete from delivery_import where id in (select id from delivery_import
         where firm_id = $1 and committed_at is null order by uploaded_at desc, id offset $2)`,
      [firmId, most],
    );
  }

  /** With their rows. */
  async forgetBefore(instant: Date): Promise<void> {
    await this.manager.query('delete from delivery_import where uploaded_at < $1', [instant]);
  }
}
