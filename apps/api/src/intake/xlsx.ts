import { read, SSF, type CellObject, type DenseSheet, type WorkBook } from '@e965/xlsx';
import { dayOfSerial, type Cell, type SerialEpoch } from '#domain';
import { bounded, FileRefused, type ReadFile } from './file.js';
import { repacked } from './zip.js';

/** Of Excel's own sheets; a list that claims to be longer would only be walked in vain. */
const LAST_ROW = 1_048_576;

/**
 * The cells of a workbook's first sheet that is shown: values as they were last kept, nothing is ever reckoned. Numbers
 * stay numbers, and those that are shown as days become days.
 *
 * @throws FileRefused
 */
export function readXlsx(bytes: Uint8Array): ReadFile {
  const book = opened(repacked(Buffer.from(bytes)));
  const epoch = book.Workbook?.WBProps?.date1904 === true ? '1904' : '1900';
  const shown = book.SheetNames.filter((_name, at) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) === 0);
  const [sheet] = shown;
  if (sheet === undefined) throw new FileRefused('FILE_BROKEN', 'The workbook shows no sheet.');
  const data = (book.Sheets[sheet] as DenseSheet | undefined)?.['!data'] ?? [];
  if (data.length > LAST_ROW)
    throw new FileRefused('FILE_BROKEN', `No sheet has more than ${LAST_ROW} rows.`);
  let formulas = 0;
  const rows = Array.from(data, (row) =>
    Array.from(row ?? [], (cell) => {
      if (cell?.f !== undefined) formulas += 1;
      return valueOf(cell, epoch);
    }),
  );
  const notices = [
    ...(shown.length > 1 ? [`Of ${shown.length} sheets, the first was read: ${sheet.slice(0, 100)}.`] : []),
    ...(formulas > 0
      ? [`Cells with formulas: ${formulas}. Their last values were read, nothing was reckoned.`]
      : []),
  ];
  return { format: { type: 'xlsx', sheet: sheet.slice(0, 100), epoch, notices }, rows: bounded(rows) };
}

function opened(archive: Buffer): WorkBook {
  try {
    return read(archive, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
    });
  } catch {
    throw new FileRefused('FILE_BROKEN', 'The workbook cannot be read; save it anew as .xlsx, or as CSV.');
  }
}

function valueOf(cell: CellObject | undefined, epoch: SerialEpoch): Cell {
  if (cell?.v === undefined || cell.v === null || cell.t === 'z') return '';
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  if (typeof cell.v !== 'number') return String(cell.v);
  const isDay = typeof cell.z === 'string' && isDate(cell.z);
  return isDay ? (dayOfSerial(cell.v, epoch) ?? cell.v) : cell.v;
}

const isDate = (format: string): boolean => (SSF as { is_date(format: string): boolean }).is_date(format);
