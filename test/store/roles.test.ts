import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../support/database.js';

/** Tables without a wall, and why each needs none. */
const WITHOUT_SECRETS: Readonly<Record<string, string>> = {
  detour: 'reference data, published with the program',
  factor: 'reference data, published with the program',
  factor_set: 'names, days and notes of the factor sets, public',
  industry_code: 'reference data, published with the program',
  legal_rule: 'reference data, published with the program',
  material: 'reference data, published with the program',
  material_number: 'numbers of the materials',
  migration: 'which migrations have been run',
  municipality: 'reference data, published with the program',
  postal_place: 'reference data, published with the program',
  price: 'reference data, published with the program',
  reference_version: 'digests of the reference data',
  substitution: 'reference data, published with the program',
  waste_code: 'reference data, published with the program',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('every table of the market', () => {
  it('is walled off with a policy for its owner too, or stands on the list of those without secrets', async () => {
    const tables = await database.query<{ name: string; walled: boolean; policies: number }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')`,
    );
    const open = tables.filter((one) => !one.walled || one.policies === 0).map((one) => one.name);
    expect(open.sort()).toEqual(Object.keys(WITHOUT_SECRETS).sort());
    expect(tables.length).toBeGreaterThan(35);
  });

  it('is read through views only with the rights of who asks', async () => {
    const views = await database.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm' or relkind = 'v'
          and not coalesce(reloptions @> '{security_invoker=true}' or reloptions @> '{security_invoker=on}', false))`,
    );
    expect(views).toEqual([]);
  });

  it('has no policy for everybody, and no role without a policy has rights on it', async () => {
    const forAll = await database.query(
      'select polname, polrelid::regclass from pg_policy where polroles = $1',
      ['{0}'],
    );
    expect(forAll).toEqual([]);
    const loose = await database.query(
      `select g.table_schema, g.table_name, g.grantee from information_schema.role_table_grants g
         join pg_class c on c.oid = format('%I.%I', g.table_schema, g.table_name)::regclass and c.relrowsecurity
        where g.grantee like 'bistrom\\_%' and g.table_schema in ('public', 'auth')
          and not exists (select from pg_policy p where p.polrelid = c.oid and g.grantee::regrole = any (p.polroles))`,
    );
    expect(loose).toEqual([]);
  });
});

describe('the roles', () => {
  it('are neither owner nor superuser, pass no wall and cannot sign in', async () => {
    const roles = await database.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'bistrom\\_%' and rolname <> 'bistrom_programs'
          and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)
        order by rolname`,
    );
    expect(roles.map((one) => one.rolname)).toEqual([
      'bistrom_app',
      'bistrom_auth',
      'bistrom_figures',
      'bistrom_gate',
      'bistrom_installation',
      'bistrom_limits',
      'bistrom_matching',
      'bistrom_members',
      'bistrom_queue',
      'bistrom_workbench',
    ]);
    const owned = await database.query(
      `select relname from pg_class c join pg_roles r on r.oid = c.relowner
        where r.rolname like 'bistrom\\_%' and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)`,
    );
    expect(owned).toEqual([]);
  });

  it('become the programs’ login only when it sets one, and the gate never', async () => {
    const client = new pg.Client(database.programsUrl);
    await client.connect();
    const { rows } = await client.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit as mighty,
              pg_has_role('bistrom_app', 'MEMBER') as app, pg_has_role('bistrom_app', 'USAGE') as inherits,
              pg_has_role('bistrom_gate', 'MEMBER') as gate, pg_has_role('bistrom', 'MEMBER') as owner
         from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ mighty: false, app: true, inherits: false, gate: false, owner: false }]);
    for (const text of ['select * from firm', 'select * from mark', 'select * from auth."account"'])
      await expect(client.query(text)).rejects.toThrow('permission denied');
    await client.end();
  });

  it('of libraries reach their own schema and nothing of the market', async () => {
    const client = new pg.Client({ connectionString: database.programsUrl, options: '-c role=bistrom_auth' });
    await client.connect();
    await expect(client.query('select * from auth."user"')).resolves.toBeDefined();
    for (const table of ['firm', 'listing', 'mark', 'cost_bucket', 'person_firm'])
      await expect(client.query(`select * from ${table}`)).rejects.toThrow('permission denied');
    await client.end();
  });

  it('ask the gate through functions that nobody else may change or mislead', async () => {
    const functions = await database.query<{ name: string; safe: boolean }>(
      `select proname as name, proconfig @> '{"search_path=pg_catalog, public, pg_temp"}'
              and proowner = 'bistrom_gate'::regrole and not has_function_privilege('public', oid, 'execute') as safe
         from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    );
    expect(functions.length).toBeGreaterThan(8);
    expect(functions.filter((one) => !one.safe)).toEqual([]);
  });
});
