import { isUtf8 } from 'node:buffer';
import type { SourcedFactor } from '#domain';
import { parse } from 'csv-parse/sync';
import { csvRows, type CsvRow } from './files.js';
import { readRows, type RowFault } from './read.js';
import { FACTOR_COLUMNS, factorOf } from './tables.js';

/** A factor of a file, and its line. */
export interface FactorLine {
  readonly factor: SourcedFactor;
  readonly line: number;
}

/** What a file of factors says, row by row; a file that is no table has one fault and no rows. */
export interface FactorFile {
  readonly factors: readonly FactorLine[];
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Reads a file of factors, of the form of those in data/factors/: UTF-8, commas, a header of the columns' names.
 *
 * @param id name of the set that they are to be
 */
export function readFactorFile(bytes: Uint8Array, id: string): FactorFile {
  const read = tableOf(bytes);
  if ('reason' in read) return { factors: [], faults: [{ line: 1, reason: read.reason }] };
  const { rows, faults } = readRows(read.rows, factorOf(id));
  return {
    factors: rows.map(({ row: { setId: _setId, ...factor }, at }) => ({ factor, line: at.line })),
    faults: faults.map(({ at, reason }: RowFault) => ({ line: at.line, reason })),
  };
}

type Table = { readonly rows: readonly CsvRow[] } | { readonly reason: string };

function tableOf(bytes: Uint8Array): Table {
  if (!isUtf8(bytes)) return { reason: 'is not UTF-8; save it as "CSV UTF-8"' };
  const text = new TextDecoder().decode(bytes);
  try {
    const [header = []] = parse(text, { bom: true, to: 1 });
    const reason = headerReason(header);
    if (reason !== undefined) return { reason };
    const rows = csvRows('', text);
    return rows.length > 0 ? { rows } : { reason: 'has no rows; below the header stands one factor a row' };
  } catch (error) {
    return { reason: `cannot be read as a table: ${(error as Error).message}` };
  }
}

function headerReason(columns: readonly string[]): string | undefined {
  const expected: readonly string[] = FACTOR_COLUMNS;
  if (columns.length === 0)
    return `has no rows; the header is ${expected.join(',')}, one factor a row follows`;
  const missing = expected.filter((one) => !columns.includes(one));
  const strange = columns.filter((one) => !expected.includes(one));
  if (missing.length === 0 && strange.length === 0) return undefined;
  const told = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...(strange.length > 0 ? [`has ${strange.map((one) => `"${one}"`).join(', ')}`] : []),
  ];
  return `header ${told.join(' and ')}; it must be ${expected.join(',')}`;
}
