import pg from 'pg';
import { limitsOfPool, type TimeLimits } from './data-source.js';
import { roleOption } from './roles.js';

interface RolePool {
  readonly role: Parameters<typeof roleOption>[0];
  readonly max: number;
  /** Where tables are looked for; the market's own where nothing is said. */
  readonly schema?: string | undefined;
  readonly limits?: TimeLimits | undefined;
  readonly keepAlive?: boolean | undefined;
}

/** A pool for what knows no transaction of ours, libraries and limits: each connection is one role for good. */
export function rolePool(url: string, { role, max, schema, limits, keepAlive }: RolePool): pg.Pool {
  const options = [...(schema === undefined ? [] : [`-c search_path=${schema}`]), roleOption(role)].join(' ');
  const pool = new pg.Pool({
    connectionString: url,
    max,
    keepAlive: keepAlive ?? false,
    options,
    ...limitsOfPool(limits),
  });
  // A connection that breaks while idle is replaced on the next use; unheard, its error would end the program.
  pool.on('error', () => undefined);
  // Nor may the error of one that breaks in somebody's hands, right after a reply: the next question fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
