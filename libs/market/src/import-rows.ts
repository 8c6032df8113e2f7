import {
  Decimal,
  decimalMarkIn,
  plain,
  readRow,
  type Cell,
  type CellProblem,
  type DecimalMark,
  type IntakeDelivery,
  type IntakePlan,
} from '#domain';
import type { ImportCounts, ImportFormat, ImportPlan, ImportRow, Tx } from '#store';
import { breath } from './breath.js';
import type { Judge, Judgement } from './judging.js';

/** Rows gone through in one go, which takes some ten milliseconds; then whoever else asks the api has the next. */
const AT_ONCE = 100;
const BREATH_MS = 10;

/** Amounts as text: exact. */
export type WrittenDelivery = Omit<IntakeDelivery, 'amount'> & { readonly amount: string };
export type StoredRow = ImportRow<WrittenDelivery>;

interface RowOfFile {
  readonly row: number;
  readonly cells: readonly Cell[];
}

interface ReadRowOfFile extends RowOfFile {
  readonly delivery: IntakeDelivery | undefined;
  readonly problems: readonly CellProblem[];
}

/** The decimal marks that the amounts show, noted while the rows go by. */
export class Marks {
  private readonly marks = new Set<DecimalMark>();

  constructor(private readonly column: number | undefined) {}

  note(rows: readonly RowOfFile[]): void {
    if (this.column === undefined) return;
    for (const { cells } of rows) {
      const mark = decimalMarkIn(cells[this.column] ?? '');
      if (mark !== undefined) this.marks.add(mark);
    }
  }

  get seen(): readonly DecimalMark[] {
    return [...this.marks];
  }
}

/** Reads the rows of one file, judges them, and counts what they would do. */
export class Sifting {
  private readonly counted = { NEW: 0, SAME: 0, CHANGED: 0, REFUSED: 0 };
  private readonly plan: IntakePlan;

  constructor(
    private readonly judge: Judge,
    plan: ImportPlan,
    { delimiter, epoch }: Pick<ImportFormat, 'delimiter' | 'epoch'>,
    seen: readonly DecimalMark[],
  ) {
    this.plan = { ...plan, epoch, numbers: { chosen: plan.decimalMark, seen, delimiter } };
  }

  get counts(): ImportCounts {
    return this.counted;
  }

  async sift(rows: readonly RowOfFile[]): Promise<readonly StoredRow[]> {
    const read = rows.map((one) => this.read(one));
    const judged = await judgedBy(this.judge, read);
    return read.map(({ delivery, ...one }) => {
      const judgement = judged.get(one.row);
      const effect = judgement?.effect ?? 'REFUSED';
      this.counted[effect] += 1;
      const { deliveryId, judged: ofAgreement = [] } = judgement ?? {};
      return { ...one, delivery: delivery && written(delivery), effect, deliveryId, judged: ofAgreement };
    });
  }

  private read({ row, cells }: RowOfFile): ReadRowOfFile {
    const { delivery, problems = [] } = readRow(cells, this.plan) ?? {};
    return { row, cells, delivery, problems };
  }
}

/** Of the rows that could be read, by their number. */
export async function judgedBy(
  judge: Judge,
  rows: readonly Pick<ReadRowOfFile, 'row' | 'delivery'>[],
): Promise<ReadonlyMap<number, Judgement>> {
  const readable = rows.flatMap(({ row, delivery }) => (delivery === undefined ? [] : [{ row, delivery }]));
  const judged = await judge.judge(readable);
  return new Map(judged.map((one) => [one.row, one]));
}

/** All rows of a stored file, some at a time, in their order. */
export async function* storedRows(tx: Tx, importId: string): AsyncGenerator<readonly StoredRow[]> {
  for (let after = 0; ;) {
    const rows = await tx.imports.rows<WrittenDelivery>(importId, { after, first: AT_ONCE });
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.row ?? after;
    await breath(BREATH_MS);
  }
}

/** All rows of a file, some at a time, in their order. */
export async function* chunksOf<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    yield all.slice(at, at + AT_ONCE);
    await breath(BREATH_MS);
  }
}

/** Rows with anything in them, below the header. */
export const rowsBelow = (headerRow: number, rows: readonly (readonly Cell[])[]): readonly RowOfFile[] =>
  rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ row, cells }) => row > headerRow && cells.some((cell) => String(cell).trim() !== ''));

const written = ({ amount, ...delivery }: IntakeDelivery): WrittenDelivery => ({
  ...delivery,
  amount: plain(amount),
});

export const exact = ({ amount, ...delivery }: WrittenDelivery): IntakeDelivery => ({
  ...delivery,
  amount: new Decimal(amount),
});
