import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One row with where it stands, so that a fault in it can be found. */
export interface CsvRow {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The project's data folder, found upwards from here: the same for sources and for what is built from them. */
export function dataFolder(from = import.meta.dirname): string {
  const here = join(from, 'data');
  if (existsSync(join(here, 'materials'))) return here;
  const above = dirname(from);
  if (above === from)
    throw new Error('The folder data/ with the reference data was not found beside the program.');
  return dataFolder(above);
}

/** One reference table: its rows, out of a file or of all files of a folder, and a digest of every byte of them. */
export interface ReferenceFile {
  readonly name: string;
  readonly rows: readonly CsvRow[];
  readonly digest: string;
}

/** @param name a file, or a folder whose CSV files are read in the order of their names */
export function readReference(name: string, folder = dataFolder()): ReferenceFile {
  const digest = createHash('sha256');
  const rows = filesOf(name, folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    digest.update(file).update(text);
    return rowsOf(file, text);
  });
  return { name, rows, digest: digest.digest('hex') };
}

const filesOf = (name: string, folder: string): readonly string[] =>
  name.endsWith('.csv')
    ? [name]
    : readdirSync(join(folder, name))
        .filter((one) => one.endsWith('.csv'))
        .sort()
        .map((one) => `${name}/${one}`);

function rowsOf(file: string, text: string): readonly CsvRow[] {
  try {
    return csvRows(file, text);
  } catch (error) {
    throw new Error(`data/${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** @throws Error of the parser where the text is no table */
export function csvRows(file: string, text: string): readonly CsvRow[] {
  const parsed = parse(text, { columns: true, bom: true, skip_empty_lines: true, info: true });
  return (parsed as unknown as { record: CsvRow['cells']; info: { lines: number } }[]).map((one) => ({
    file,
    line: one.info.lines,
    cells: one.record,
  }));
}
