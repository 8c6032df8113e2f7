import type { DataSource, QueryRunner } from 'typeorm';
import { dataSource } from './data-source.js';
import { loadReference } from './reference/load.js';
import { prepareRoles } from './roles.js';
import { sql } from './sql.js';

/** Any number, the same for every process: two of them must not migrate at once (TypeORM takes no lock itself). */
const LOCK = 7_126_543_901;
const QUEUE_SCHEMA = sql('queue-schema');

/**
 * Brings the database to this program's schema and reference data. Safe to call from several processes at once:
 * the others wait, then find nothing to do. A login that does not own the tables changes nothing: it only looks
 * whether somebody else has brought them up to date.
 *
 * @param folder where the reference data lie; the project's own data/ when nothing is said
 * @param programsUrl where the programs sign in otherwise than by `url`: their login becomes a member of the roles
 * @throws Error naming file, line and reason of every row of the reference data that is not sound
 * @throws Error when migrations are missing that this login may not run, or roles that it may not make
 */
export async function migrate(url: string, folder?: string, programsUrl?: string): Promise<void> {
  const source = await dataSource(url, 3).initialize();
  try {
    const login = programsUrl === undefined ? undefined : decodeURIComponent(new URL(programsUrl).username);
    if (await isOwner(source)) await bringUpToDate(source, { url, folder, login });
    else if (await source.showMigrations())
      throw new Error(
        'The database lacks migrations of this program, and the login of DATABASE_URL may not run them: set DATABASE_OWNER_URL once.',
      );
  } finally {
    await source.destroy();
  }
}

interface Migrating {
  readonly url: string;
  readonly folder: string | undefined;
  readonly login: string | undefined;
}

async function bringUpToDate(source: DataSource, { url, folder, login }: Migrating): Promise<void> {
  const lock = source.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    await prepareRoles(url, await userOf(lock), login);
    await source.runMigrations({ transaction: 'each' });
    await source.transaction((manager) => loadReference(manager, folder));
    await source.query(QUEUE_SCHEMA);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await lock.release();
  }
}

/** Of the tables; of a database without any, whoever comes first. */
async function isOwner(source: DataSource): Promise<boolean> {
  const rows = await source.query<{ owns: boolean | null }[]>(
    `select pg_has_role((select relowner from pg_class where oid = to_regclass('public.migration')), 'USAGE') as owns`,
  );
  return rows[0]?.owns ?? true;
}

async function userOf(runner: QueryRunner): Promise<string> {
  const rows = (await runner.query('select current_user as name')) as { name: string }[];
  return rows[0]?.name ?? '';
}
