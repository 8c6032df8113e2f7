import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type CsvRow = Readonly<Record<string, string>>;

/** The project's data folder, found upwards from here: the same for sources and for what is built from them. */
export function dataFolder(from = import.meta.dirname): string {
  const here = join(from, 'data');
  if (existsSync(join(here, 'materials'))) return here;
  const above = dirname(from);
  if (above === from)
    throw new Error('The folder data/ with the reference data was not found beside the program.');
  return dataFolder(above);
}

/** One reference file: its rows and a digest that changes with any byte of it. */
export interface ReferenceFile {
  readonly name: string;
  readonly rows: readonly CsvRow[];
  readonly digest: string;
}

export function readReference(name: string): ReferenceFile {
  const text = readFileSync(join(dataFolder(), name), 'utf8');
  const rows = parse<CsvRow>(text, { columns: true, bom: true, skip_empty_lines: true });
  return { name, rows, digest: createHash('sha256').update(text).digest('hex') };
}
