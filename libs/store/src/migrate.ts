import { dataSource } from './data-source.js';
import { loadReference } from './reference/load.js';

/** Any number, the same for every process: two of them must not migrate at once (TypeORM takes no lock itself). */
const LOCK = 7_126_543_901;

/**
 * Brings the database to this program's schema and reference data. Safe to call from several processes at once:
 * the others wait, then find nothing to do.
 *
 * @param folder where the reference data lie; the project's own data/ when nothing is said
 * @throws Error naming file, line and reason of every row of the reference data that is not sound
 */
export async function migrate(url: string, folder?: string): Promise<void> {
  const source = await dataSource(url, 3).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    await source.runMigrations({ transaction: 'each' });
    await source.transaction((manager) => loadReference(manager, folder));
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
