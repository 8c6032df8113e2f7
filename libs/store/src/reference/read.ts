import type { ObjectLiteral } from 'typeorm';
import type { z } from 'zod';
import { readReference, type CsvRow, type ReferenceFile } from './files.js';
import type { ReferenceTable } from './tables.js';
import { TABLES } from './tables.js';

/** A row as its table takes it, with where it stands. */
export interface ReadRow<T = ObjectLiteral> {
  readonly row: T;
  readonly at: Pick<CsvRow, 'file' | 'line'>;
}

export interface ReadTable {
  readonly table: ReferenceTable;
  readonly file: ReferenceFile;
  readonly rows: readonly ReadRow[];
}

/** What is wrong with one row of a data file. */
export interface RowFault {
  readonly at: Pick<CsvRow, 'file' | 'line'>;
  readonly reason: string;
}

/**
 * Reads every reference table and holds each row against its schema.
 *
 * @returns the rows that are well formed, and a fault for each that is not
 */
export function readTables(folder?: string): { tables: readonly ReadTable[]; faults: readonly RowFault[] } {
  const read = TABLES.map((table) => readTable(table, folder));
  return { tables: read.map((one) => one.table), faults: read.flatMap((one) => one.faults) };
}

function readTable(
  table: ReferenceTable,
  folder: string | undefined,
): { table: ReadTable; faults: readonly RowFault[] } {
  const file = readReference(table.name, folder);
  const { rows, faults } = readRows(file.rows, table.schema);
  return { table: { table, file, rows }, faults };
}

/** Holds rows against their schema: each is a row or a fault, or several. */
export function readRows<T extends ObjectLiteral>(
  read: readonly CsvRow[],
  schema: z.ZodType<T, Record<string, string>>,
): { rows: readonly ReadRow<T>[]; faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const rows: ReadRow<T>[] = [];
  for (const { cells, ...at } of read) {
    const result = schema.safeParse(cells);
    if (result.success) rows.push({ row: result.data, at });
    else {
      for (const issue of result.error.issues) {
        const column = issue.path.join('.');
        faults.push({ at, reason: `${column} "${cells[column] ?? 'missing'}": ${issue.message}` });
      }
    }
  }
  return { rows, faults };
}

/** @returns the message that stops the start: one line a fault, `data/file:line: reason` */
export const faultText = (faults: readonly RowFault[]): string =>
  `The reference data are not sound:\n${faults.map(({ at, reason }) => `data/${at.file}:${at.line}: ${reason}`).join('\n')}`;
