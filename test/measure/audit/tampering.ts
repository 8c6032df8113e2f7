import type pg from 'pg';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import { withClient } from '../temporary-server.js';

/** A cell changed behind the ledger's back, as only who owns the tables can. */
interface Tampering {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly to: string;
  /** With what the name of the row begins in the audit's report. */
  readonly name: string;
}

const OLDEST = '(select min(id) from ledger_entry)';
const entry = { table: 'ledger_entry', key: `id = ${OLDEST}`, name: 'id' };
const TAMPERINGS: readonly Tampering[] = [
  { ...entry, column: 'amount_base', to: 'amount_base + 0.001' },
  { ...entry, column: 'value_nok', to: 'coalesce(value_nok, 0) + 1' },
  { ...entry, column: 'occurred_on', to: 'occurred_on + 1' },
  { ...entry, column: 'exchange', to: `jsonb_set(exchange, '{ratio}', '0.123')` },
  { ...entry, column: 'recorded_at', to: `recorded_at + interval '1 microsecond'` },
  {
    table: 'ledger_leg',
    key: `entry_id = ${OLDEST} and account = 'TAKER_INPUT'`,
    column: 'amount_base',
    to: 'amount_base - 1',
    name: 'entry_id',
  },
  { table: 'ledger_link', key: `entry_id = ${OLDEST}`, column: 'hash', to: `sha256('x')`, name: 'entry_id' },
  {
    table: 'ledger_balance',
    key: 'newest_id = (select max(newest_id) from ledger_balance)',
    column: 'amount_km',
    to: 'amount_km + 0.001',
    name: 'chain_id',
  },
  {
    table: 'ledger_month',
    key: '(chain_id, basis, month) = (select chain_id, basis, month from ledger_month order by 1, 2, 3 limit 1)',
    column: 'position',
    to: 'position - 1',
    name: 'chain_id',
  },
  {
    table: 'figure',
    key: '(cluster_id, basis, period_from) = (select cluster_id, basis, period_from from figure order by 1, 2, 3 limit 1)',
    column: 'report',
    to: `jsonb_set(report, '{figures,6,value}', '"123.456"')`,
    name: 'cluster_id',
  },
  {
    table: 'figure_parcel',
    key: 'id = (select min(id) from figure_parcel)',
    column: 'report',
    to: `jsonb_set(report, '{0,figures,0,1}', '"123.456"')`,
    name: 'id',
  },
];

/** Changes one cell after another by hand, each in place of the one before, and asks the audit each time. */
export async function tamper(url: string): Promise<{ readonly tried: number; readonly named: number }> {
  const store = await Store.open(url, 1);
  try {
    const market = await Market.open(store);
    let named = 0;
    for (const one of TAMPERINGS) {
      const names = await withClient(url, (client) => isNamed(client, market, one));
      if (names) named += 1;
    }
    return { tried: TAMPERINGS.length, named };
  } finally {
    await store.close();
  }
}

async function isNamed(
  client: pg.Client,
  market: Market,
  { table, key, column, to, name }: Tampering,
): Promise<boolean> {
  // Past the triggers that refuse a change, as nobody but the owner of the tables can.
  await client.query(`alter table ${table} disable trigger user`);
  await client.query(
    `create temporary table untouched as select ${column} as cell from ${table} where ${key}`,
  );
  const { rows } = await client.query<{ name: string }>(
    `update ${table} set ${column} = ${to} where ${key} returning ${name}::text as name`,
  );
  const { faults } = await market.audit.verify(SYSTEM);
  await client.query(`update ${table} set ${column} = (select cell from untouched limit 1) where ${key}`);
  await client.query(`alter table ${table} enable trigger user`);
  return rows.length > 0 && rows.every((row) => faults.some((fault) => fault.row.startsWith(row.name)));
}
