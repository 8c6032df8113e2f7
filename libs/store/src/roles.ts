import pg from 'pg';

/**
 * What a transaction may be: work of people, matching, figures, who takes part, the workbench of staff, or the
 * installation's own. See docs/decisions/0020.
 */
export type Role =
  | 'bistrom_app'
  | 'bistrom_matching'
  | 'bistrom_figures'
  | 'bistrom_members'
  | 'bistrom_workbench'
  | 'bistrom_installation';

/** Roles of a server, shared by all its databases: nobody signs in as one, and none owns a table. */
const ROLES = [
  'bistrom_app',
  'bistrom_matching',
  'bistrom_figures',
  'bistrom_members',
  'bistrom_workbench',
  'bistrom_installation',
  'bistrom_auth',
  'bistrom_limits',
  'bistrom_queue',
  'bistrom_gate',
] as const;
/** What a program's login becomes with SET ROLE; the gate is nobody's. */
const OF_PROGRAMS = ROLES.filter((role) => role !== 'bistrom_gate');

/**
 * The start-up option that makes every connection of a pool one role for good: for the pools of libraries and limits,
 * which know no transaction of ours. Nothing else runs on such a pool.
 */
export const roleOption = (role: 'bistrom_auth' | 'bistrom_limits' | 'bistrom_queue'): string =>
  `-c role=${role}`;

const EXISTS_ALREADY = new Set(['42710', '23505']);
/** Another database of the server grants the same at the same time. */
const CONCURRENT = 'XX000';
const FORBIDDEN = '42501';
const MOST_TRIES = 10;
/** From here on a grant says itself whether it is inherited. */
const GRANT_OPTIONS_SINCE = 160_000;

/**
 * Sees to it that the roles exist and that their members are members. Safe to call at once from several databases of a
 * server, which share the roles.
 *
 * @param url of a login that may create roles; where they exist and the members are members, of any
 * @param owner role that owns the tables: it becomes any of the roles, and has the sight of the installation anyway,
 *   because what a migration does to rows it does to all of them
 * @param login role that the programs sign in as: it becomes any role but the gate, and is nothing until it does
 * @throws Error with the statements for an administrator when the login may not do it
 */
export async function prepareRoles(url: string, owner: string, login?: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const role of ROLES) await create(client, role);
    const version = Number(
      (await one<{ server_version_num: string }>(client, 'show server_version_num'))['server_version_num'],
    );
    const newer = version >= GRANT_OPTIONS_SINCE;
    for (const role of ROLES) {
      await join(client, role, owner, { newer, inherits: role === 'bistrom_installation' });
    }
    if (login === undefined || login === '' || login === owner) return;
    if (!newer) await demandNoInherit(client, login);
    for (const role of OF_PROGRAMS) await join(client, role, login, { newer, inherits: false });
  } finally {
    await client.end();
  }
}

async function create(client: pg.Client, role: string): Promise<void> {
  const { found } = await one<{ found: boolean }>(
    client,
    'select exists (select from pg_roles where rolname = $1) as found',
    [role],
  );
  if (!found) await insist(client, `create role ${role} nologin`);
}

interface Membership {
  readonly newer: boolean;
  readonly inherits: boolean;
}

async function join(
  client: pg.Client,
  role: string,
  member: string,
  { newer, inherits }: Membership,
): Promise<void> {
  const asks = newer ? ['SET', ...(inherits ? ['USAGE'] : [])] : ['MEMBER'];
  const { is } = await one<{ is: boolean }>(
    client,
    'select bool_and(pg_has_role($1::name, $2::name, kind)) as is from unnest($3::text[]) kind',
    [member, role, asks],
  );
  if (is) return;
  const options = newer ? ` with inherit ${inherits}, set true` : '';
  await insist(client, `grant ${role} to ${client.escapeIdentifier(member)}${options}`);
}

/** Before version 16 a login inherits from all of its roles or from none. */
async function demandNoInherit(client: pg.Client, login: string): Promise<void> {
  const { inherits } = await one<{ inherits: boolean }>(
    client,
    'select rolinherit as inherits from pg_roles where rolname = $1',
    [login],
  );
  if (inherits)
    throw new Error(
      `The login ${login} of DATABASE_URL would have the rights of every role at once. Run as an administrator: alter role ${client.escapeIdentifier(login)} noinherit`,
    );
}

async function insist(client: pg.Client, statement: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (EXISTS_ALREADY.has(code)) return;
      if (code === FORBIDDEN)
        throw new Error(
          `This login may not prepare the roles of the database. Run as an administrator: ${statement}`,
          { cause: error },
        );
      if (code !== CONCURRENT || tries === MOST_TRIES) throw error;
    }
  }
}

async function one<Row extends pg.QueryResultRow>(
  client: pg.Client,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const { rows } = await client.query<Row>(text, [...values]);
  if (rows[0] === undefined) throw new Error('The login of DATABASE_URL does not exist in this database.');
  return rows[0];
}
