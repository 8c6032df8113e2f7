import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buildFactorSet, Decimal, plain, type Actor, type Basis, type Day } from '#domain';
import { Market, SYSTEM, type CircularityView } from '#market';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

/**
 * One year of two clusters, every number of which is reckoned by hand beside it. Factors of the set 2026-2, kg CO2e:
 * wood chips 34.3 a tonne, aggregate 3.8, landfill of inert waste 1.263 and of inorganic waste 8.983, crushing 1.5,
 * lorry 0.09502 a tonne-kilometre. What sawmills leave over is sold elsewhere otherwise: no disposal avoided.
 *
 *   exchange             cluster  delivered            km    kg CO2e avoided
 *   1 chips → fuel       A        25, put right: 24    20    ratio 0.85
 *                                 6
 *   2 concrete → road    A        60                   100   ratio 1, crushed: the lorry takes more than is saved
 *   3 slag → road        A and B  50                   10    ratio 1, crushed
 *   4 5 6 sawdust → fuel B        30, 40, 35           50    ratio 0.8
 */
const EXCHANGES = [
  {
    from: 'A',
    to: 'A',
    offered: 'wood-chips',
    wanted: 'biomass-fuel',
    agreed: '60',
    km: 20,
    loads: ['25', '6'],
  },
  {
    from: 'A',
    to: 'A',
    offered: 'concrete-rubble',
    wanted: 'road-base',
    agreed: '73',
    km: 100,
    loads: ['60'],
    endsOn: '2026-09-30',
  },
  { from: 'A', to: 'B', offered: 'copper-slag', wanted: 'road-base', agreed: '60', km: 10, loads: ['50'] },
  { from: 'B', to: 'B', offered: 'sawdust', wanted: 'biomass-fuel', agreed: '45', km: 50, loads: ['30'] },
  { from: 'B', to: 'B', offered: 'sawdust', wanted: 'biomass-fuel', agreed: '45', km: 50, loads: ['40'] },
  { from: 'B', to: 'B', offered: 'sawdust', wanted: 'biomass-fuel', agreed: '45', km: 50, loads: ['35'] },
] as const;
const PRICE = new Decimal(50);

let world: World;
let market: Market;
let staffOf: Readonly<Record<'A' | 'B', Actor>>;
const clusterB = randomUUID();
const idOf = (cluster: 'A' | 'B'): string => (cluster === 'A' ? world.clusterId : clusterB);

beforeAll(async () => {
  world = await World.open();
  world.now = noon('2026-01-01');
  market = await marketWith('2026-2');
  await world.market.registry.addCluster(SYSTEM, {
    id: clusterB,
    name: 'B',
    slug: clusterB,
    demo: false,
    goals: [],
  });
  staffOf = { A: await staff('A'), B: await staff('B') };
  for (const [at, exchange] of EXCHANGES.entries()) await play(exchange, at);
  world.now = noon('2027-01-02');
  await market.figures.closeQuarters();
}, 180_000);
afterAll(() => world.close());

const noon = (day: Day): Date => new Date(`${day}T11:00:00Z`);

/** The same market with factors of a set that is named, whatever the newest one is by the time this test runs. */
async function marketWith(id: string): Promise<Market> {
  const { rules } = world.market.setting;
  const factors = (await world.store.read(SYSTEM, (tx) => tx.reference.factorSets())).find(
    (one) => one.id === id,
  );
  return new Market({
    ...world.market.setting,
    rules: { ...rules, factors: factors ?? buildFactorSet('none', []) },
  });
}

async function staff(cluster: 'A' | 'B'): Promise<Actor> {
  const id = randomUUID();
  const clusters = [{ clusterId: idOf(cluster), role: 'cluster_staff' as const }];
  const person = { id, name: 'Staff', email: `${id}@test.example`, password: 'a password for tests' };
  await world.market.registry.addPerson(SYSTEM, { ...person, firms: [], clusters });
  return world.market.registry.actor(id, 'Staff');
}

async function firmIn(cluster: 'A' | 'B', naceCode: string, latitude: number): Promise<WorldFirm> {
  const firm = await world.firm({ naceCode, latitude });
  await world.database.query('update firm_cluster set cluster_id = $2 where firm_id = $1', [
    firm.id,
    idOf(cluster),
  ]);
  return { ...firm, actor: await world.market.registry.actor(firm.actor.personId, firm.name) };
}

/** Agreed on New Year's Day, delivered in May, all of it verified; the first delivery of all is put right in June. */
async function play(exchange: (typeof EXCHANGES)[number], at: number): Promise<void> {
  world.now = noon('2026-01-01');
  const latitude = 60 + at * 0.02;
  const giver = await firmIn(exchange.from, '16.10', latitude);
  const taker = await firmIn(exchange.to, '35.30', latitude);
  const { matchId, offerId, needId } = await world.matched(
    giver,
    taker,
    { materialCode: exchange.offered, title: exchange.offered },
    { materialCode: exchange.wanted, title: exchange.wanted },
  );
  const agreementId = await world.agreed(giver, taker, matchId, {
    quantity: tonnes(exchange.agreed),
    price: PRICE,
    ...('endsOn' in exchange ? { endsOn: exchange.endsOn } : {}),
  });
  await world.market.listings.withdraw(giver.actor, offerId);
  await world.market.listings.withdraw(taker.actor, needId);
  world.now = noon('2026-05-04');
  const load = (amount: string) => ({
    agreementId,
    amount: new Decimal(amount),
    unit: 't',
    deliveredOn: '2026-05-04',
    distanceKm: exchange.km,
  });
  for (const amount of exchange.loads) {
    const { deliveryId } = ok(await world.market.deliveries.record(giver.actor, load(amount)));
    ok(await world.market.deliveries.verify(taker.actor, deliveryId));
    if (amount !== '25') continue;
    world.now = noon('2026-06-08');
    ok(await world.market.deliveries.correct(giver.actor, deliveryId, load('24'), 'weighed again'));
  }
  await world.work();
}

async function report(actor: Actor, cluster: 'A' | 'B', basis: Basis, by = market): Promise<CircularityView> {
  const period = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
  const view = await by.figures.report(actor, { clusterId: idOf(cluster), basis, ...period });
  if (view === undefined || view === 'no days') throw new Error(String(view));
  return view;
}

const valuesOf = ({ figures }: CircularityView): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    figures.map(({ name, value, reason }) => [name, value === undefined ? reason : plain(value)]),
  );

describe('the year as the staff of each cluster see it', () => {
  it('A: three exchanges, one with a negative effect', async () => {
    expect(valuesOf(await report(staffOf.A, 'A', 'DELIVERED'))).toMatchObject({
      // 24 + 6 = 30; 30 + 60 + 50
      materialMoved: '140',
      // 30 × 0.85 = 25.5; + 60 × 1 + 50 × 1
      virginMaterialDisplaced: '135.5',
      // 30 × 20 = 600; 60 × 100 = 6 000; 50 × 10 = 500
      transportWork: '7100',
      // 1: 25.5 × 34.3 − 600 × 0.09502 = 874.65 − 57.012 = 817.638
      // 2: 60 × (3.8 + 1.263 − 1.5) − 6 000 × 0.09502 = 213.78 − 570.12 = −356.34
      // 3: 50 × (3.8 + 8.983 − 1.5) − 500 × 0.09502 = 564.15 − 47.51 = 516.64
      // 817.638 − 356.34 + 516.64
      netCo2eAvoided: '977.938',
      exchanges: '3',
      firms: '6',
      // all of sawmills (16) to district heating (35)
      crossIndustryExchanges: '3',
    });
  });

  it('B: its own three, and the one it shares with A', async () => {
    expect(valuesOf(await report(staffOf.B, 'B', 'DELIVERED'))).toMatchObject({
      // 30 + 40 + 35 = 105; + 50
      materialMoved: '155',
      // 105 × 0.8 = 84; + 50
      virginMaterialDisplaced: '134',
      // 105 × 50 = 5 250; + 500
      transportWork: '5750',
      // 84 × 34.3 − 5 250 × 0.09502 = 2 881.2 − 498.855 = 2 382.345; + 516.64
      netCo2eAvoided: '2898.985',
      exchanges: '4',
      firms: '8',
    });
  });

  it('agreed: by the days of the year, verified: without what was put right', async () => {
    // 60 + 73 × 273 ÷ 365 (1 January to 30 September) + 60 = 60 + 54.6 + 60
    expect(valuesOf(await report(staffOf.A, 'A', 'AGREED'))).toMatchObject({ materialMoved: '174.6' });
    // the 24 t in place of 25 wait for the taker's word: 6 + 60 + 50
    expect(valuesOf(await report(staffOf.A, 'A', 'VERIFIED'))).toMatchObject({ materialMoved: '116' });
  });
});

describe('the year as it is published', () => {
  it('is told to firms of other clusters in sums of whole parcels: the shared exchange in A alone', async () => {
    const stranger = (await world.firm()).actor;
    const [a, b] = [await report(stranger, 'A', 'DELIVERED'), await report(stranger, 'B', 'DELIVERED')];
    expect(a.publishedUntil).toBe('2026-12-31');
    // 30 + 60 + 50; the largest, 60, is less than half
    expect(valuesOf(a)).toMatchObject({ materialMoved: '140', exchanges: '3', firms: '6' });
    // 140 × 50 is the tonnes in another unit; CO2e would be a second sum over three exchanges, and give them away
    expect(valuesOf(a)).toMatchObject({ salesValue: '7000', netCo2eAvoided: 'DERIVABLE' });
    // 30 + 40 + 35, 84 t of virgin material and 5 250 tkm are one sum in other units
    expect(valuesOf(b)).toMatchObject({
      materialMoved: '105',
      virginMaterialDisplaced: '84',
      transportWork: '5250',
      netCo2eAvoided: '2382.345',
      // 105 × 50
      salesValue: '5250',
      exchanges: '3',
      firms: '6',
    });
    // the published ones may be added up: 140 + 105
    expect(a.figures[0]?.value?.plus(b.figures[0]?.value ?? 0).toFixed()).toBe('245');
  });

  it('tells what was agreed by the days of the year, in tonnes and in money', async () => {
    const stranger = (await world.firm()).actor;
    // 60 + 54.6 + 60 as above; all at 50 NOK a tonne, and 174.6 × 50
    expect(valuesOf(await report(stranger, 'A', 'AGREED'))).toMatchObject({
      materialMoved: '174.6',
      salesValue: '8730',
    });
  });

  it('counts an exchange of two clusters once in their sum, though it stands in both chains', async () => {
    const both = await world.store.read(SYSTEM, (tx) =>
      tx.audit.recount({
        of: { clusterIds: [world.clusterId, clusterB] },
        basis: 'DELIVERED',
        from: '2026-01-01',
        to: '2026-12-31',
        factorSet: '2026-2',
        methodVersion: '2026-2',
      }),
    );
    const valueOf = (name: string) => both.find((one) => one.kind === 'figure' && one.name === name)?.value;
    // 140 + 155 − 50; 977.938 + 2 898.985 − 516.64; 3 + 4 − 1
    expect([valueOf('materialMoved'), valueOf('netCo2eAvoided'), valueOf('exchanges')]).toEqual([
      '245',
      '3360.283',
      '6',
    ]);
    const { entries, chains } = await market.audit.verify(SYSTEM);
    // 6 agreed; 7 deliveries, each recorded and verified; 2 taken back, 1 entered anew
    expect(entries).toBe(6 + 14 + 3);
    // A: 3 agreed + 4 × 2 + 3; B: 4 agreed + 4 × 2; the shared exchange's 3 stand in both
    expect(Object.fromEntries(chains.map((one) => [one.chainId, one.length]))).toEqual({
      [world.clusterId]: 14,
      [clusterB]: 12,
    });
  });
});

describe('another factor set', () => {
  it('makes new figures beside the old ones, says what moved and why, and leaves alone what is published', async () => {
    await world.database.query("insert into factor_set (id, note) values ('2027-1', 'for this test')");
    await world.database.query(
      `insert into factor select '2027-1', key, kind,
              case key when 'production:wood-chips' then 40 when 'transport:truck-articulated' then 0.1 else value end,
              least(value, 0), 1e6, unit, boundary, source, source_url, year, geography, trust, note
         from factor where set_id = '2026-2'`,
    );
    const next = await marketWith('2027-1');
    await market.figures.refresh(world.clusterId);
    await next.figures.refresh(world.clusterId);
    expect(
      await world.database.query(
        `select factor_set as set, report #>> '{figures,6,value}' as net from figure
          where cluster_id = $1 and basis = 'DELIVERED' and period_from = '2026-01-01' and factor_set ~ '^(2026-2|2027-1)/'
          order by 1`,
        [world.clusterId],
      ),
    ).toEqual([
      { set: '2026-2/2026-2', net: '977.938' },
      // 1: 25.5 × 40 − 60 = 960; 2: 213.78 − 600 = −386.22; 3: 564.15 − 50 = 514.15
      { set: '2027-1/2026-2', net: '1087.93' },
    ]);
    const changes = await next.audit.change(SYSTEM, '2026-2', '2027-1');
    const moved = changes.find((one) => one.clusterId === world.clusterId && one.basis === 'DELIVERED');
    expect([moved?.year, moved?.before.toFixed(), moved?.after.toFixed()]).toEqual([
      2026,
      '977.938',
      '1087.93',
    ]);
    expect(moved?.because.map(({ factor, effect }) => [factor, effect.toFixed()])).toEqual([
      // 25.5 × (40 − 34.3)
      ['production:wood-chips', '145.35'],
      // 7 100 × (0.09502 − 0.1)
      ['transport:truck-articulated', '-35.358'],
    ]);
    const stranger = (await world.firm()).actor;
    expect(valuesOf(await report(stranger, 'B', 'DELIVERED', next))).toMatchObject({
      netCo2eAvoided: '2382.345',
    });
    expect((await next.audit.verify(SYSTEM)).faults).toEqual([]);
  });
});
