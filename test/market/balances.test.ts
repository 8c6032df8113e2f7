import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, plain, type Actor } from '#domain';
import { SYSTEM } from '#market';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let staff: Actor;
let giver: WorldFirm;
let taker: WorldFirm;
let agreementId: string;

/** One exchange of wood chips: 10 t on 31 January, 20 t on 1 March, 5 t on 31 March and 3 t on 2 May 2026. */
beforeAll(async () => {
  world = await World.open();
  staff = await world.staff();
  [giver, taker] = [await world.firm(), await world.firm({ naceCode: '35.30' })];
  const { matchId } = await world.matched(
    giver,
    taker,
    { quantity: tonnes('200') },
    { quantity: tonnes('200') },
  );
  const terms = { quantity: tonnes('90'), startsOn: '2026-01-01', retrospective: true };
  agreementId = await world.agreed(giver, taker, matchId, terms);
  for (const [amount, day] of [
    ['10', '2026-01-31'],
    ['20', '2026-03-01'],
    ['5', '2026-03-31'],
    ['3', '2026-05-02'],
  ] as const)
    await world.delivered(giver, taker, agreementId, amount, day);
  await world.work();
}, 120_000);
afterAll(() => world.close());

async function moved(from: string, to: string): Promise<string | undefined> {
  const period = { from: new Date(`${from}T12:00:00Z`), to: new Date(`${to}T12:00:00Z`) };
  const asked = { clusterId: world.clusterId, basis: 'DELIVERED' as const, ...period };
  const view = await world.market.figures.report(staff, asked);
  if (view === undefined || view === 'no days') throw new Error(String(view));
  const value = view.figures.find((one) => one.name === 'materialMoved')?.value;
  return value && plain(value);
}
const faults = async () => (await world.market.audit.verify(SYSTEM)).faults;
const leave = (firm: WorldFirm) =>
  world.database.query('delete from firm_cluster where firm_id = $1', [firm.id]);
const join = (firm: WorldFirm) =>
  world.database.query('insert into firm_cluster (firm_id, cluster_id) values ($1, $2)', [
    firm.id,
    world.clusterId,
  ]);
const record = (amount: string, day: string) =>
  world.market.deliveries.record(giver.actor, {
    agreementId,
    amount: new Decimal(amount),
    unit: 't',
    deliveredOn: day,
  });

describe('a period', () => {
  it.each([
    ['of whole months', '2026-03-01', '2026-04-30', '25'], // 20 + 5
    ['that cuts its first month', '2026-03-02', '2026-05-31', '8'], // 5 + 3
    ['that cuts its last month', '2026-01-01', '2026-03-30', '30'], // 10 + 20
    ['that cuts both', '2026-01-31', '2026-05-01', '35'], // 10 + 20 + 5
    ['within one month', '2026-03-01', '2026-03-30', '20'],
    ['of one day', '2026-03-31', '2026-03-31', '5'],
    ['over two cut months', '2026-03-31', '2026-04-01', '5'],
    ['between deliveries', '2026-02-01', '2026-02-28', '0'],
    ['that leaves out a few days at the beginning', '2026-05-03', '2026-05-31', '0'], // 3 − 3
    ['that leaves out a few days at both ends', '2026-03-02', '2026-03-30', '0'], // 25 − 20 − 5
    ['whose months are cut by a few days', '2026-03-02', '2026-05-30', '8'], // 25 − 20 + 3 − 0
    ['of most of one month', '2026-01-05', '2026-01-31', '10'],
    ['of half a month', '2026-03-16', '2026-04-15', '5'],
  ])('%s counts its own days', async (_what, from, to, expected) => {
    expect(await moved(from, to)).toBe(expected);
  });
});

describe('the balances of a ledger', () => {
  it('name the row that somebody changed, and are whole again when they are made anew', async () => {
    await world.database.query(
      `update ledger_balance set amount_base = amount_base + 0.5 where month = '2026-03-01' and basis = 'DELIVERED'`,
    );
    const row = `${world.clusterId} DELIVERED 2026-03 ${agreementId} mass`;
    // 20 t + 5 t, and half a kilo that nobody delivered
    const what = expect.stringMatching(/^holds 25000\.5 base units, .* counted again 25000, /);
    expect(await faults()).toEqual([{ table: 'ledger_balance', row, what }]);
    await world.database.query(
      `delete from ledger_balance where month = '2026-05-01' and basis = 'VERIFIED'`,
    );
    expect((await faults()).map((one) => one.row)).toContain(
      `${world.clusterId} VERIFIED 2026-05 ${agreementId} mass`,
    );
    await world.market.audit.rebuild(SYSTEM);
    expect(await faults()).toEqual([]);
  });

  it('name a yearly entry and a month that somebody changed', async () => {
    await world.database.query(`update ledger_rate set starts_on = starts_on + 1`);
    await world.database.query(
      `update ledger_month set position = position - 1 where basis = 'VERIFIED' and month = '2026-05-01'`,
    );
    expect((await faults()).map((one) => one.table)).toEqual(['ledger_month', 'ledger_rate']);
    await world.market.audit.rebuild(SYSTEM);
  });

  it('take in all entries of a transaction in one pass, in the order of their numbers', async () => {
    const entered = await world.database.query<{ id: string }>(
      `insert into ledger_entry (agreement_id, kind, basis, unit_kind, amount_base, road_km, occurred_on, yearly, exchange,
                                 giver_firm_id, taker_firm_id, method_version)
       select agreement_id, 'corrected', basis, unit_kind, n - 250.5, road_km, '2025-02-03', false, exchange, giver_firm_id,
              taker_firm_id, method_version
         from generate_series(1, 500) n,
              (select * from ledger_entry where kind = 'delivered' order by id limit 1) e
       returning id`,
    );
    const placed = await world.database.query<{ entry_id: string }>(
      'select entry_id from ledger_link where entry_id = any ($1::bigint[]) order by position',
      [entered.map((one) => one.id)],
    );
    expect(placed.map((one) => one.entry_id)).toEqual(entered.map((one) => one.id));
    const kept = await world.database.query(
      `select amount_base::text as base, entry_count::int as entries from ledger_balance where month = '2025-02-01'`,
    );
    // 1 + 2 + … + 500 − 500 × 250.5 = 125 250 − 125 250
    expect(kept).toEqual([{ base: '0.0', entries: 500 }]);
    expect(await faults()).toEqual([]);
  });

  it('are folded anew for the years alone that something was entered in', async () => {
    await world.market.figures.refresh(world.clusterId);
    const folded = () =>
      world.database.query<{ year: string; at: string }>(
        `select basis || extract(year from period_from) as year, refreshed_at::text as at from figure order by 1`,
      );
    const before = await folded();
    await world.delivered(giver, taker, agreementId, '1', '2026-06-01');
    await world.market.figures.refresh(world.clusterId);
    const after = await folded();
    const changed = after.filter(({ year, at }) => before.find((one) => one.year === year)?.at !== at);
    expect(before.map((one) => one.year)).toEqual([
      'AGREED2026',
      'DELIVERED2025',
      'DELIVERED2026',
      'VERIFIED2026',
    ]);
    expect(changed.map((one) => one.year)).toEqual(['DELIVERED2026', 'VERIFIED2026']);
    // 10 + 20 + 5 + 3 + 1
    expect(await moved('2026-01-01', '2026-12-31')).toBe('39');
  });
});

describe('a firm that leaves its cluster', () => {
  it('takes none of the past with it, not when it is corrected either, and joining brings none', async () => {
    await leave(giver);
    await leave(taker);
    await world.market.figures.refresh(world.clusterId);
    expect(await moved('2026-01-01', '2026-12-31')).toBe('39');

    // The correction stands where the delivery stands: 3 t were 2.5 t.
    const deliveries = await world.market.reading.deliveriesOf(giver.actor, agreementId);
    const wrong = deliveries.find((one) => one.deliveredOn === '2026-05-02');
    const right = { agreementId, amount: new Decimal('2.5'), unit: 't', deliveredOn: '2026-05-02' };
    ok(await world.market.deliveries.correct(giver.actor, wrong?.id ?? '', right, 'weighed again'));
    expect(await moved('2026-01-01', '2026-12-31')).toBe('38.5');

    // What is delivered after it has left is not the cluster's …
    ok(await record('7', '2026-06-03'));
    expect(await moved('2026-01-01', '2026-12-31')).toBe('38.5');
    // … nor does it become so when the firm is back.
    await join(giver);
    await world.market.figures.refresh(world.clusterId);
    expect(await moved('2026-01-01', '2026-12-31')).toBe('38.5');
    ok(await record('4', '2026-06-04'));
    expect(await moved('2026-01-01', '2026-12-31')).toBe('42.5'); // 38.5 + 4
    expect(await faults()).toEqual([]);
  });

  it('leaves them to be published with the cluster in which they stand', async () => {
    const pools = await world.store.read(SYSTEM, (tx) => tx.parcels.unpublished('2099-12-31'));
    const outside = pools.filter((one) => one.giverClusterIds.length + one.otherClusterIds.length === 0);
    // 7 t, entered while both firms were in no cluster
    expect(outside.map(({ entry }) => entry.amountBase.toString())).toEqual(['7000']);
    await leave(giver);
    const after = await world.store.read(SYSTEM, (tx) => tx.parcels.unpublished('2099-12-31'));
    const clustersOf = (all: typeof pools) =>
      all.map((one) => [...one.giverClusterIds, ...one.otherClusterIds].sort());
    expect(clustersOf(after)).toEqual(clustersOf(pools));
  });
});
