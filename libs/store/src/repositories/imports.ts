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

/** SHOWN until somebody has it recorded; FAILED where recording stopped before its end, and goes on when told to. */
export type ImportState = 'SHOWN' | 'RECORDING' | 'RECORDED' | 'RECORDED_IN_PART' | 'FAILED';

/** What came of a row. LAPSED: it was to be recorded, and could not be any more when its turn came. */
export type RowOutcome = 'RECORDED' | 'CORRECTED' | 'SKIPPED' | 'LEFT' | 'LAPSED';

/** How many rows came to what, so far. */
export type ImportTotals = { readonly [O in RowOutcome]: number };

/** Who has a file recorded, and why what stands is corrected; null where corrections are left out. */
export interface ImportDecision {
  readonly committedBy: string;
  readonly correctionReason: string | null;
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
  readonly state: ImportState;
  readonly committedAt: Date | null;
  readonly committedBy: string | null;
  readonly correctionReason: string | null;
  /** The last row whose slice is done; 0 before the first. */
  readonly recordedUntil: number;
  readonly totals: ImportTotals | null;
  readonly endedAt: Date | null;
  /** Kind of the error and its code. */
  readonly failure: string | null;
}

type NewImport = Pick<
  StoredImport,
  'id' | 'firmId' | 'uploadedAt' | 'fileName' | 'format' | 'plan' | 'counts' | 'checkedAt'
>;

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
  readonly outcome?: RowOutcome | undefined;
}

/** What came of a row when its turn came. */
export interface RecordedRow extends JudgedRow {
  readonly outcome: RowOutcome;
}

export interface RowPage {
  readonly after: number;
  readonly first: number;
  readonly effect?: RowEffect | undefined;
  readonly outcome?: RowOutcome | undefined;
}

type RowRead<D> = Omit<ImportRow<D>, 'delivery' | 'deliveryId' | 'outcome'> & {
  readonly delivery: D | null;
  readonly deliveryId: string | null;
  readonly outcome: RowOutcome | null;
};

const COLUMNS = `id, firm_id as "firmId", uploaded_at as "uploadedAt", file_name as "fileName", format, plan, counts,
  checked_at as "checkedAt", state, committed_at as "committedAt", committed_by as "committedBy",
  correction_reason as "correctionReason", recorded_until as "recordedUntil", totals, ended_at as "endedAt", failure`;
const ROW = `row_number as row, cells, delivery, effect, delivery_id as "deliveryId", problems, judged, outcome`;
const AS_ROWS = `jsonb_to_recordset($2::jsonb) as r(row int, cells jsonb, delivery jsonb, effect text, "deliveryId" uuid,
  problems jsonb, judged jsonb, outcome text)`;

/** Files of deliveries with their rows, until they are forgotten. */
export class Imports {
  constructor(private readonly manager: EntityManager) {}

  async insert(one: NewImport, uploadedBy: string): Promise<void> {
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
  async rows<D>(id: string, { after, first, effect, outcome }: RowPage): Promise<ImportRow<D>[]> {
    const rows = await this.manager.query<RowRead<D>[]>(
      `select ${ROW} from delivery_import_row
        where import_id = $1 and row_number > $2 and ($3::text is null or effect = $3)
          and ($4::text is null or outcome = $4) order by row_number limit $5`,
      [id, after, effect ?? null, outcome ?? null, first],
    );
    return rows.map(({ delivery, deliveryId, outcome: came, ...row }) => ({
      ...row,
      delivery: delivery ?? undefined,
      deliveryId: deliveryId ?? undefined,
      outcome: came ?? undefined,
    }));
  }

  /** Agreements that something of the file was recorded under. */
  async agreementsWritten(id: string): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select distinct delivery ->> 'agreementId' as id from delivery_import_row
        where import_id = $1 and outcome in ('RECORDED', 'CORRECTED')`,
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

  /** What came of a slice of rows, and how far the file is recorded by it. */
  async recorded(
    id: string,
    rows: readonly RecordedRow[],
    { until, totals }: { readonly until: number; readonly totals: ImportTotals },
  ): Promise<void> {
    await this.manager.query(
      `update delivery_import_row i
          set effect = r.effect, delivery_id = r."deliveryId", judged = r.judged, outcome = r.outcome
         from ${AS_ROWS} where i.import_id = $1 and i.row_number = r.row`,
      [id, JSON.stringify(rows)],
    );
    await this.manager.query(
      `update delivery_import set recorded_until = $2, totals = $3, state = 'RECORDING', failure = null where id = $1`,
      [id, until, JSON.stringify(totals)],
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

  /** What somebody had recorded is from now on recorded; nothing of it is yet. */
  async commit(
    id: string,
    { committedBy, correctionReason }: ImportDecision,
    totals: ImportTotals,
    at: Date,
  ): Promise<void> {
    await this.manager.query(
      `update delivery_import set state = 'RECORDING', committed_at = $2, committed_by = $3, correction_reason = $4,
         totals = $5 where id = $1`,
      [id, at, committedBy, correctionReason, JSON.stringify(totals)],
    );
  }

  async goOn(id: string): Promise<void> {
    await this.manager.query(`update delivery_import set state = 'RECORDING', failure = null where id = $1`, [
      id,
    ]);
  }

  async end(id: string, state: 'RECORDED' | 'RECORDED_IN_PART', at: Date): Promise<void> {
    await this.manager.query('update delivery_import set state = $2, ended_at = $3 where id = $1', [
      id,
      state,
      at,
    ]);
  }

  /**
   * Files whose recording was the work of these job requests, and stood there.
   *
   * @param reason in names and codes: it is shown, so it may quote nothing
   */
  async fail(requestIds: readonly string[], reason: string): Promise<readonly string[]> {
    const [rows] = await this.manager.query<[{ id: string }[], number]>(
      `update delivery_import i set state = 'FAILED', failure = $2 from job_request j
        where j.id = any($1::bigint[]) and j.name = 'record-import' and i.id = (j.payload ->> 'importId')::uuid
          and i.state = 'RECORDING' and i.recorded_until = (j.payload ->> 'after')::int returning i.id`,
      [requestIds, reason],
    );
    return rows.map((one) => one.id);
  }

  /** All of a firm but so many that are not recorded: the latest are kept. */
  async forgetAllBut(firmId: string, most: number): Promise<void> {
    await this.manager.query(
      `delete from delivery_import where id in (select id from delivery_import
         where firm_id = $1 and state = 'SHOWN' order by uploaded_at desc, id offset $2)`,
      [firmId, most],
    );
  }

  /** With their rows. */
  async forgetBefore(instant: Date): Promise<void> {
    await this.manager.query('delete from delivery_import where uploaded_at < $1', [instant]);
  }
}
