import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a statement kept in its own file beside this module: reads that are more than a row by its key. */
export const sql = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8');
