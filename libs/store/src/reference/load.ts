import type { EntityManager } from 'typeorm';
import { FactorRow, FactorSetRow } from '../entities/reference.entity.js';
import { keepFactors, keepFactorSet } from './factor-sets.js';
import { faultText, readTables, type ReadRow, type ReadTable } from './read.js';
import { soundnessFaults } from './sound.js';
import type { ReferenceTable } from './tables.js';

const MOST_ROWS_A_STATEMENT = 500;

/**
 * Brings the reference tables to what data/ says, whole and in the caller's transaction; nothing is done while no
 * file has changed.
 *
 * @throws Error naming file, line and reason of every row that is not sound
 */
export async function loadReference(manager: EntityManager, folder?: string): Promise<boolean> {
  const { tables, faults } = readTables(folder);
  const known = await manager.query<{ name: string; digest: string }[]>(
    'select name, digest from reference_version',
  );
  const digests = new Map(known.map((row) => [row.name, row.digest]));
  if (tables.every(({ file }) => digests.get(file.name) === file.digest)) return false;
  const all = [...faults, ...(faults.length > 0 ? [] : soundnessFaults(tables))];
  if (all.length > 0) throw new Error(faultText(all));
  await fill(manager, tables);
  await manager.query('delete from reference_version where name <> all($1::text[])', [
    tables.map(({ file }) => file.name),
  ]);
  return true;
}

/** Factor sets are added to, never emptied: operators bring their own, and figures stand on all of them. */
const isFrozen = ({ target }: ReferenceTable): boolean => target === FactorRow || target === FactorSetRow;

async function keep(manager: EntityManager, rows: readonly ReadRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  if ('setId' in first.row)
    await keepFactors(
      manager,
      rows.map(({ row }) => row as FactorRow),
    );
  else for (const { row } of rows) await keepFactorSet(manager, row as FactorSetRow);
}

async function insertAll(
  manager: EntityManager,
  { target }: ReferenceTable,
  rows: readonly ReadRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += MOST_ROWS_A_STATEMENT) {
    const part = rows.slice(start, start + MOST_ROWS_A_STATEMENT);
    await manager.insert(
      target,
      part.map((one) => one.row),
    );
  }
}

async function fill(manager: EntityManager, tables: readonly ReadTable[]): Promise<void> {
  for (const { table } of [...tables].reverse())
    if (!isFrozen(table)) await manager.createQueryBuilder().delete().from(table.target).execute();
  for (const { file, table, rows } of tables) {
    if (isFrozen(table)) await keep(manager, rows);
    else await insertAll(manager, table, rows);
    await manager.query(
      `insert into reference_version (name, digest) values ($1, $2)
         on conflict (name) do update set digest = excluded.digest, loaded_at = now()`,
      [file.name, file.digest],
    );
  }
  await manager.query(
    'insert into material_number (code) select code from material order by code on conflict do nothing',
  );
}
