import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from '#domain';
import { SYSTEM } from '#market';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

const DAY_MS = 86_400_000;
let world: World;
let agreementIds: string[];
let givers: WorldFirm[];
let takers: WorldFirm[];

/** Three exchanges of wood chips, one delivery of them corrected, the figures cached and the quarter closed. */
beforeAll(async () => {
  world = await World.open();
  [agreementIds, givers, takers] = [[], [], []];
  for (const [at, amount] of ['40', '30', '50'].entries()) {
    const place = { latitude: 60 + at * 0.01 };
    const [giver, taker] = [await world.firm(place), await world.firm({ ...place, naceCode: '35.30' })];
    const { matchId } = await world.matched(giver, taker);
    const terms = { quantity: tonnes('60'), startsOn: '2026-01-01', retrospective: true };
    const agreementId = await world.agreed(giver, taker, matchId, { ...terms, price: new Decimal(99.5) });
    const deliveryId = await world.delivered(giver, taker, agreementId, amount, '2026-05-04');
    if (at === 0) {
      const input = { agreementId, amount: new Decimal('39.25'), unit: 't', deliveredOn: '2026-05-04' };
      ok(await world.market.deliveries.correct(giver.actor, deliveryId, input, 'weighed again'));
    }
    givers.push(giver);
    takers.push(taker);
    agreementIds.push(agreementId);
    await world.work();
  }
  world.now = new Date(world.now.getTime() + 190 * DAY_MS);
  await world.market.figures.closeQuarters();
  await world.market.figures.refresh(world.clusterId);
}, 120_000);
afterAll(() => world.close());

const verify = (heads: readonly string[] = []) => world.market.audit.verify(SYSTEM, heads);
const faultsAfter = async (...statements: readonly string[]) => {
  for (const statement of statements) await world.database.query(statement);
  return (await verify()).faults;
};
const without = (trigger: string, table: string, statement: string): readonly string[] => [
  `alter table ${table} disable trigger ${trigger}`,
  statement,
  `alter table ${table} enable trigger ${trigger}`,
];
/** The rows as they were, which a test has changed for its own purpose. */
const changing = async (
  table: string,
  trigger: string | undefined,
  change: { readonly set: string; readonly back: string; readonly where: string },
) => {
  const to = (set: string) => {
    const statement = `update ${table} set ${set} where ${change.where}`;
    return trigger === undefined ? [statement] : without(trigger, table, statement);
  };
  const found = await faultsAfter(...to(change.set));
  expect(await faultsAfter(...to(change.back))).toEqual([]);
  return found;
};

describe('an audit', () => {
  it('finds every chain whole and every stored number again, to the last digit', async () => {
    const report = await verify();
    expect(report.faults).toEqual([]);
    // 3 agreed + 3 × (delivered, verified) + 1 corrected: 1 delivered anew, 2 taken back = 12
    expect([report.entries, report.links, report.chains.map((one) => one.length)]).toEqual([12, 12, [12]]);
    // agreed, delivered and verified of 2026; agreed and delivered parcels
    expect([report.cacheRows, report.parcels, report.stale]).toEqual([3, 2, 0]);
    expect(report.numbers).toBeGreaterThan(50);
  });

  it('is for nobody but the installation', async () => {
    await expect(world.market.audit.verify(givers[0]?.actor as never)).rejects.toThrow('installation');
    await expect(world.market.audit.rebuild(givers[0]?.actor as never)).rejects.toThrow('installation');
  });

  it('names the entry that somebody changed, and the figures that no longer follow from it', async () => {
    const rows = await world.database.query<{ id: string }>(
      `select id from ledger_entry where kind = 'delivered' and amount_base = 30000`,
    );
    const id = rows[0]?.id ?? '';
    const found = await changing('ledger_entry', 'ledger_append_only', {
      set: 'amount_base = 30000.001',
      back: 'amount_base = 30000',
      where: `id = ${id}`,
    });
    const of = (table: string) => found.filter((one) => one.table === table);
    expect(of('ledger_entry').map(({ row, what }) => [row, what.split(' (')[0]])).toEqual([
      [id, 'is not the entry that was hashed'],
      [id, expect.stringContaining('is not what delivery')],
    ]);
    expect(of('ledger_leg').map(({ row }) => row)).toEqual([id, id]);
    expect(of('ledger_balance').map(({ what }) => what.split(',')[0])).toEqual(['holds 30000 base units']);
    // 39.25 + 30 + 50 = 119.25 t; a gram more is a fault
    expect(of('figure')[0]?.what).toMatch(
      /^materialMoved: stored 119\.25 t; .* counted again 119\.250001 t; /,
    );
    expect(of('figure_parcel')[0]?.what).toBe('materialMoved: stored 119.25, counted again 119.250001');
  });

  it('names a price that was changed, in the chain and in the sales value', async () => {
    const found = await changing('ledger_entry', 'ledger_append_only', {
      set: 'value_nok = value_nok + 0.01',
      back: 'value_nok = value_nok - 0.01',
      where: `kind = 'verified' and amount_base = 50000`,
    });
    expect(found.map((one) => one.what.split(':')[0])).toEqual([
      expect.stringContaining('is not the entry that was hashed'),
      expect.stringMatching(/^holds 50000 base units, /),
      'salesValue',
    ]);
  });

  it('names a link that was changed, and the one after it, which names it no more', async () => {
    const [link] = await world.database.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from ledger_link where position = 4`,
    );
    const found = await changing('ledger_link', 'link_append_only', {
      set: `hash = decode(repeat('ab', 32), 'hex')`,
      back: `hash = decode('${link?.hash ?? ''}', 'hex')`,
      where: 'position = 4',
    });
    expect(found.map(({ what }) => what.replace(/ \(chain \S+ position (\d+)\)/, ' at $1'))).toEqual([
      'is not the entry that was hashed at 4',
      'does not name the hash of the link before at 5',
    ]);
  });

  it('names a leg that was changed', async () => {
    const found = await changing('ledger_leg', 'leg_append_only', {
      set: 'amount_base = amount_base - 1',
      back: 'amount_base = amount_base + 1',
      where: `account = 'TAKER_INPUT' and entry_id = (select min(entry_id) from ledger_leg)`,
    });
    expect(found.map((one) => one.what)).toEqual([
      'its legs do not sum to zero in one unit',
      'the leg TAKER_INPUT is not that of the entry',
    ]);
  });

  it('names a cached number and a published one that somebody changed', async () => {
    const at = `'{figures,0,value}'`;
    const cached = await changing('figure', undefined, {
      set: `report = jsonb_set(report, ${at}, '"119.2500000001"')`,
      back: `report = jsonb_set(report, ${at}, '"119.25"')`,
      where: `basis = 'DELIVERED'`,
    });
    expect(cached.map((one) => [one.table, one.what.split(';')[0]])).toEqual([
      ['figure', 'materialMoved: stored 119.2500000001 t'],
    ]);
    const published = await changing('figure_parcel', undefined, {
      set: `report = jsonb_set(report, '{0,entryCount}', '7')`,
      back: `report = jsonb_set(report, '{0,entryCount}', '5')`,
      where: `basis = 'DELIVERED'`,
    });
    // 40 delivered, taken back, 39.25; 30; 50
    expect(published.map((one) => one.what)).toEqual(['entryCount: stored 7, counted again 5']);
  });

  it('hashes whatever text and number an exchange may hold as the database does', async () => {
    const odd = JSON.stringify({
      displaces: 'æøå "\\ \n\u0001\u007f / 😀 \u2028',
      ratio: 0.0000001,
      treatment: null,
    });
    await world.database.query(
      `insert into ledger_entry (agreement_id, kind, basis, unit_kind, amount_base, road_km, occurred_on, yearly, exchange,
                                 giver_firm_id, taker_firm_id, method_version)
       select agreement_id, 'corrected', basis, unit_kind, 0.000, 1.50, '2026-05-04', false, exchange || $1::jsonb,
              giver_firm_id, taker_firm_id, method_version
         from ledger_entry where kind = 'delivered' order by id limit 1`,
      [odd],
    );
    const { faults, entries } = await verify();
    expect([faults, entries]).toEqual([[], 13]);
  });

  it('knows a head that was noted, and misses one that is gone', async () => {
    const [head] = (await verify()).chains;
    expect((await verify([head?.hash ?? ''])).faults).toEqual([]);
    const gone = 'cd'.repeat(32);
    expect((await verify([gone])).faults).toEqual([
      { table: 'ledger_link', row: gone, what: 'this head stands in no chain any more' },
    ]);
  });
});

describe('the figure cache', () => {
  it('is made anew from nothing, and what was wrong in it is named', async () => {
    await world.database.query(
      `update figure set report = jsonb_set(report, '{figures,0,value}', '"1"') where basis = 'VERIFIED'`,
    );
    const { before, after, changed } = await world.market.audit.rebuild(SYSTEM);
    expect([before, after]).toEqual([3, 3]);
    expect(changed).toEqual([`${world.clusterId} VERIFIED 2026-01-01..2026-12-31 2026-2/2026-2`]);
    expect((await world.market.audit.rebuild(SYSTEM)).changed).toEqual([]);
    // what an earlier method made stays beside it: this program could count it again, but not make it
    await world.database.query(
      `insert into figure (cluster_id, basis, period_from, period_to, ledger_state, factor_set, report)
       select cluster_id, basis, period_from, period_to, ledger_state, '2026-2/2026-1', report from figure where basis = 'DELIVERED'`,
    );
    expect(await world.market.audit.rebuild(SYSTEM)).toEqual({ before: 4, after: 4, changed: [] });
    expect((await verify()).faults).toEqual([]);
  });
});

describe('entries written at the same time', () => {
  it('make one chain in each of their clusters, whoever comes first, and an audit sees one moment of it', async () => {
    const other = randomUUID();
    await world.market.registry.addCluster(SYSTEM, {
      id: other,
      name: 'Other',
      slug: other,
      demo: false,
      goals: [],
    });
    // one firm of each exchange joins: what it enters stands in both chains
    for (const firm of [givers[0], takers[1], givers[2]])
      await world.database.query('insert into firm_cluster (firm_id, cluster_id) values ($1, $2)', [
        firm?.id,
        other,
      ]);
    const record = (at: number) =>
      world.market.deliveries.record((givers[at] as WorldFirm).actor, {
        agreementId: agreementIds[at] ?? '',
        amount: new Decimal('0.5'),
        unit: 't',
        deliveredOn: '2026-05-05',
      });
    // the agreements' 60 t leave room for seven deliveries of 0.5 t each
    const recorded = [0, 1, 2].flatMap((at) => Array.from({ length: 7 }, () => record(at)));
    const during = await Promise.all([verify(), verify(), verify()]);
    (await Promise.all(recorded)).forEach(ok);
    expect(during.flatMap((one) => one.faults)).toEqual([]);
    const report = await verify();
    expect(report.faults).toEqual([]);
    // 13 + 3 × 7 = 34, of which 21 are in the other cluster too
    expect(report.entries).toBe(34);
    expect(Object.fromEntries(report.chains.map((one) => [one.chainId, one.length]))).toEqual({
      [world.clusterId]: 34,
      [other]: 21,
    });
  });
});

describe('the migration that makes the chains', () => {
  it('chains the entries that were there before, in the order of their numbers', async () => {
    await world.database.query(`
      alter table ledger_seal disable trigger seal_append_only;
      delete from ledger_seal;
      alter table ledger_seal enable trigger seal_append_only;
      drop trigger ledger_entered on ledger_entry;
      drop function enter_transaction_in_ledger, enter_all_in_ledger, enter_in_chain, rebuild_balances, add_to_balances, ledger_text;
      drop table ledger_leg, ledger_link, ledger_balance, ledger_month, ledger_rate;
      drop index ledger_entry_basis_occurred_on_idx, delivery_corrected_by_id_idx;
      drop policy gate on ledger_entry;
      drop policy gate on delivery;
      alter table figure alter ledger_state type text;
      delete from figure;
      alter table figure drop constraint figure_pkey, add primary key (cluster_id, basis, period_from, period_to);
      alter table figure_parcel drop column factor_set, drop column method_version`);
    const folder = join(import.meta.dirname, '../../libs/store/src/migrations');
    for (const file of ['022-ledger-chain.sql', '024-balances.sql'])
      await world.database.query(readFileSync(join(folder, file), 'utf8'));
    // what was published before the migration was so by the first method; what is here was not
    await world.database.query(`update figure_parcel set method_version = '2026-2'`);
    const report = await verify();
    expect(report.faults).toEqual([]);
    // the firms' clusters are those of today: all 34 of them share one firm with the other cluster
    expect([report.entries, report.chains.map((one) => one.length)]).toEqual([34, [34, 34]]);
    const rows = await world.database.query(
      'select 1 from ledger_link a join ledger_link b using (chain_id) where a.position < b.position and a.entry_id > b.entry_id',
    );
    expect(rows).toEqual([]);
  });
});
