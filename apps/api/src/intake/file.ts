import { cellName, type Cell } from '#domain';
import type { UploadedFile } from '#market';

/** What a file may be at most: checked before, while and after it is read. Why these: docs/imports.md. */
export const FILE_LIMITS = Object.freeze({
  bytes: 10 * 1024 * 1024,
  /** A header and fifty thousand loads: a busy weighbridge in a year. */
  rows: 50_001,
  columns: 100,
  cellLength: 1000,
  characters: 20_000_000,
  /** Of the parts of a workbook that are read, unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Unpacked to packed: sheets of figures come to 10 or 20. */
  unzipRatio: 200,
  entries: 1000,
});

export type FileRefusalCode =
  'FILE_BROKEN' | 'FILE_ENCRYPTED' | 'FILE_MACROS' | 'FILE_TOO_LARGE' | 'FILE_TYPE';

/** Why a file is not read, and what would be. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileRefusalCode,
    message: string,
  ) {
    super(message);
  }
}

export type ReadFile = Pick<UploadedFile, 'format' | 'rows'>;

/** The rows without what is empty at their ends, within the limits. */
export function bounded(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const whole = rows.slice(0, lastWith(rows, (cells) => cells.some(isFilled)) + 1);
  if (whole.length > FILE_LIMITS.rows)
    throw tooLarge(`At most ${FILE_LIMITS.rows - 1} rows and a header: send it in parts.`);
  let characters = 0;
  return whole.map((cells, at) => {
    const filled = cells.slice(0, lastWith(cells, isFilled) + 1);
    if (filled.length > FILE_LIMITS.columns)
      throw tooLarge(`Row ${at + 1}: at most ${FILE_LIMITS.columns} columns.`);
    for (const [column, cell] of filled.entries()) {
      if (typeof cell === 'string') characters += lengthOf(cell, column, at + 1);
    }
    if (characters > FILE_LIMITS.characters)
      throw tooLarge(`At most ${FILE_LIMITS.characters} characters in all.`);
    return filled;
  });
}

function lengthOf(cell: string, column: number, row: number): number {
  if (cell.length <= FILE_LIMITS.cellLength) return cell.length;
  throw tooLarge(`${cellName(column, row)}: at most ${FILE_LIMITS.cellLength} characters in a cell.`);
}

const isFilled = (cell: Cell): boolean => typeof cell === 'number' || cell.trim() !== '';

function lastWith<T>(all: readonly T[], isIt: (one: T) => boolean): number {
  for (let at = all.length - 1; at >= 0; at -= 1) if (isIt(all[at] as T)) return at;
  return -1;
}

export const tooLarge = (message: string): FileRefused => new FileRefused('FILE_TOO_LARGE', message);
