import type { DeliveryTerms } from '../agreement/delivery.js';
import { plain, type Decimal } from '../quantity/decimal.js';
import { findUnit, unitCodes } from '../quantity/unit.js';
import { decimalMarkIn, readAmount, type DecimalMark, type NumberStyle } from './amount.js';
import type { Cell, IntakeColumns, IntakeField } from './columns.js';
import { readDay, type SerialEpoch } from './day.js';

/** How the rows of a file are to be read. */
export interface IntakePlan {
  /** From 1; rows up to it are no deliveries. */
  readonly headerRow: number;
  readonly columns: IntakeColumns;
  readonly numbers: NumberStyle;
  readonly epoch: SerialEpoch;
  /** For rows that name none themselves. */
  readonly unit?: string | undefined;
  readonly agreementId?: string | undefined;
}

/** What is wrong with one cell, and what would be right. */
export interface CellProblem {
  readonly field: IntakeField;
  /** From 0; absent where no column tells the field. */
  readonly column?: number | undefined;
  readonly message: string;
}

/** A delivery of a file, with the agreement it is for and the reference it is known by. */
export interface IntakeDelivery extends DeliveryTerms {
  readonly agreementId: string;
  readonly reference: string;
}

export type ReadRow =
  | { readonly delivery: IntakeDelivery; readonly problems: readonly [] }
  | { readonly delivery: undefined; readonly problems: readonly CellProblem[] };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MOST_REFERENCE = 200;
/** What spreadsheets take for a formula when they open a text: CWE-1236. */
const FORMULA = /^[=+\-@\t\r]/;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** The same for an agreement that is not there and one of others. */
export const NO_SUCH_AGREEMENT = 'Your firm has no such agreement; take the id of one of `agreements`.';

/**
 * The decimal marks that the amounts of a column show, to read the open ones by.
 *
 * @example marksSeen(['12,5', '1,234', 17]) // ['COMMA']
 */
export const marksSeen = (amounts: readonly Cell[]): readonly DecimalMark[] => [
  ...new Set(amounts.flatMap((cell) => decimalMarkIn(cell) ?? [])),
];

/**
 * A row as a delivery, or all that is wrong with it by cell. Rules of the agreement are not asked here.
 *
 * @param cells of one row; those that a column lacks are empty
 * @param plan columns by their place, see {@link IntakePlan}
 * @returns undefined for a row without anything in it
 * @example readRow(['01.06.2026', '12,5 t', '17'], { headerRow: 1, columns: { DATE: 0, AMOUNT: 1, REFERENCE: 2 }, numbers: { seen: [] }, epoch: '1900', agreementId: anAgreement })?.delivery?.unit // 't'
 */
export function readRow(cells: readonly Cell[], plan: IntakePlan): ReadRow | undefined {
  if (cells.every((cell) => cell === '' || (typeof cell === 'string' && cell.trim() === '')))
    return undefined;
  const problems: CellProblem[] = [];
  const reading = new Reading(cells, plan, problems);
  const amount = reading.amount();
  const unit = reading.unit(amount?.unit);
  const deliveredOn = reading.day();
  const agreementId = reading.agreement();
  const reference = reading.reference();
  const distanceKm = reading.distance();
  if (
    problems.length > 0 ||
    amount === undefined ||
    unit === undefined ||
    deliveredOn === undefined ||
    agreementId === undefined ||
    reference === undefined
  )
    return { delivery: undefined, problems };
  const terms = { amount: amount.value, unit, deliveredOn, reference, distanceKm };
  return { delivery: { agreementId, ...terms }, problems: [] };
}

/** Takes one row apart and notes what is wrong. */
class Reading {
  constructor(
    private readonly cells: readonly Cell[],
    private readonly plan: IntakePlan,
    private readonly problems: CellProblem[],
  ) {}

  amount(): { readonly value: Decimal; readonly unit: string | undefined } | undefined {
    const cell = this.needed('AMOUNT', 'amount');
    const read = cell === undefined ? undefined : readAmount(cell, this.plan.numbers);
    if (read === undefined) return undefined;
    if ('wrong' in read) return this.wrong('AMOUNT', read.wrong);
    return read.value.gt(0) ? read : this.wrong('AMOUNT', 'The amount must be above 0.');
  }

  /** @param behind what stands behind the amount; it says more than any column */
  unit(behind: string | undefined): string | undefined {
    const cell = this.cell('UNIT');
    const stated = cell === '' ? undefined : String(cell).trim().replace(/\.$/, '');
    const [inCell, inColumn] = [behind, stated].map((text) => text && (findUnit(text)?.code ?? text));
    if (inCell !== undefined && inColumn !== undefined && inCell !== inColumn) {
      return this.wrong('UNIT', `${inColumn} here and ${inCell} with the amount: leave one of them.`);
    }
    const text = inCell ?? inColumn ?? this.plan.unit;
    if (text === undefined)
      return this.wrong('UNIT', 'No unit: add a column with one, or name one for the whole file.');
    return (
      findUnit(text)?.code ?? this.wrong('UNIT', `This is no unit; use one of ${unitCodes().join(', ')}.`)
    );
  }

  day(): string | undefined {
    const cell = this.needed('DATE', 'day');
    const read = cell === undefined ? undefined : readDay(cell, this.plan.epoch);
    if (read === undefined) return undefined;
    return 'day' in read ? read.day : this.wrong('DATE', read.wrong);
  }

  agreement(): string | undefined {
    const cell = String(this.cell('AGREEMENT')).trim();
    const id = cell === '' ? this.plan.agreementId : cell;
    if (id === undefined) {
      return this.wrong(
        'AGREEMENT',
        'No agreement: add a column with its id, or name one for the whole file.',
      );
    }
    return ID.test(id) ? id.toLowerCase() : this.wrong('AGREEMENT', NO_SUCH_AGREEMENT);
  }

  /** Needed, for without it nobody could tell a load that comes twice from two loads. */
  reference(): string | undefined {
    const cell = this.needed('REFERENCE', 'number of the weigh note');
    if (cell === undefined) return undefined;
    const text = unquoted(typeof cell === 'number' ? plainNumber(cell) : cell)
      .trim()
      .replaceAll(/ +/g, ' ');
    if (text.length > MOST_REFERENCE) return this.wrong('REFERENCE', `At most ${MOST_REFERENCE} characters.`);
    if (FORMULA.test(text)) {
      return this.wrong(
        'REFERENCE',
        'Begins with = + - @, as a formula does; write the number of the weigh note.',
      );
    }
    return UNSEEN.test(text)
      ? this.wrong('REFERENCE', 'Holds characters that nobody sees; type it again.')
      : text;
  }

  distance(): number | undefined {
    const cell = this.cell('DISTANCE');
    if (cell === '') return undefined;
    const text = typeof cell === 'string' ? cell.trim().replace(/km\.?$/i, '') : cell;
    const read = readAmount(text, { ...this.plan.numbers, seen: marksSeen([text]) });
    if ('wrong' in read) return this.wrong('DISTANCE', read.wrong);
    if (read.unit !== undefined || read.value.lt(0) || read.value.gt(20_000)) {
      return this.wrong('DISTANCE', 'Give kilometres, from 0 to 20000.');
    }
    return read.value.toNumber();
  }

  private cell(field: IntakeField): Cell {
    const column = this.plan.columns[field];
    const cell = column === undefined ? '' : (this.cells[column] ?? '');
    return typeof cell === 'string' && cell.trim() === '' ? '' : cell;
  }

  private needed(field: IntakeField, what: string): Cell | undefined {
    const cell = this.cell(field);
    if (cell !== '') return cell;
    const column = this.plan.columns[field];
    return this.wrong(
      field,
      column === undefined ? `No column is known to hold the ${what}; name it.` : `The ${what} is missing.`,
    );
  }

  private wrong(field: IntakeField, message: string): undefined {
    const column = this.plan.columns[field];
    this.problems.push(column === undefined ? { field, message } : { field, column, message });
    return undefined;
  }
}

/** Spreadsheets are made to keep leading zeros by ="00123". */
const unquoted = (text: string): string => /^="([^"]*)"$/.exec(text.trim())?.[1] ?? text;

const plainNumber = (value: number): string => {
  const read = readAmount(value, { seen: [] });
  return 'value' in read ? plain(read.value) : String(value);
};
