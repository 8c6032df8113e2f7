import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, plain, type Actor, type Day, type Ratio, type ReferenceAmounts } from '#domain';
import type { Outcome, RatiosView } from '#market';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

/**
 * One year against totals and goals, every number reckoned by hand beside it. Factors of 2026-2 as in worked-year.test.ts.
 *
 *   exchange             agreed a year        delivered  km    kg CO2e avoided
 *   1 → 2 concrete road  73, to 30 September  60         100   60 × (3.8 + 1.263 − 1.5) − 6 000 × 0.09502 = −356.34
 *   3 → 4 slag     road  60                   50         10    50 × (3.8 + 8.983 − 1.5) −   500 × 0.09502 =  516.64
 *   5 → 6 chips    fuel  60, ratio 0.85       30         20    25.5 × 34.3              −   600 × 0.09502 =  817.638
 *
 * The takers state a year of 30, 25 and 20 times what is listed in `totals`: 75 times in sum.
 */
const EXCHANGES = [
  {
    offered: 'concrete-rubble',
    wanted: 'road-base',
    agreed: '73',
    load: '60',
    km: 100,
    endsOn: '2026-09-30',
  },
  { offered: 'copper-slag', wanted: 'road-base', agreed: '60', load: '50', km: 10 },
  { offered: 'wood-chips', wanted: 'biomass-fuel', agreed: '60', load: '30', km: 20 },
] as const;
const YEAR = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
const SCOPE = 'all sites; CO2e with transport and third-party deliveries';

const totals = (size: number): ReferenceAmounts => ({
  rawMaterial: new Decimal(10 * size),
  recycledInput: new Decimal(4 * size),
  renewableInput: new Decimal(2 * size),
  wasteReused: new Decimal(size),
  wasteRecycled: new Decimal(size),
  wasteToEnergy: new Decimal(size),
  wasteToFill: new Decimal(size),
  wasteDisposed: new Decimal(size),
  turnover: new Decimal(100_000 * size),
  co2e: new Decimal(size),
});

let world: World;
let staff: Actor;
const takers: WorldFirm[] = [];
const noon = (day: Day): Date => new Date(`${day}T11:00:00Z`);

beforeAll(async () => {
  world = await World.open();
  staff = await world.staff();
  for (const [at, exchange] of EXCHANGES.entries()) await play(exchange, at);
  world.now = noon('2027-01-02');
}, 180_000);
afterAll(() => world.close());

async function play(exchange: (typeof EXCHANGES)[number], at: number): Promise<void> {
  world.now = noon('2026-01-01');
  const giver = await world.firm({ naceCode: '16.10', latitude: 60 + at * 0.02 });
  const taker = await administrator(await world.firm({ naceCode: '35.30', latitude: 60 + at * 0.02 }));
  takers.push(taker);
  const { matchId, offerId, needId } = await world.matched(
    giver,
    taker,
    { materialCode: exchange.offered, title: exchange.offered },
    { materialCode: exchange.wanted, title: exchange.wanted },
  );
  const agreementId = await world.agreed(giver, taker, matchId, {
    quantity: tonnes(exchange.agreed),
    ...('endsOn' in exchange ? { endsOn: exchange.endsOn } : {}),
  });
  await world.market.listings.withdraw(giver.actor, offerId);
  await world.market.listings.withdraw(taker.actor, needId);
  world.now = noon('2026-05-04');
  const delivery = {
    agreementId,
    amount: new Decimal(exchange.load),
    unit: 't',
    deliveredOn: '2026-05-04',
    distanceKm: exchange.km,
  };
  const { deliveryId } = ok(await world.market.deliveries.record(giver.actor, delivery));
  // The slag is not verified yet.
  if (exchange.offered !== 'copper-slag') ok(await world.market.deliveries.verify(taker.actor, deliveryId));
  await world.work();
}

async function administrator(firm: WorldFirm): Promise<WorldFirm> {
  await world.database.query(`update person_firm set role = 'firm_admin' where firm_id = $1`, [firm.id]);
  return { ...firm, actor: await world.market.registry.actor(firm.actor.personId, firm.name) };
}

const taker = (at: number): WorldFirm => takers[at] as WorldFirm;
const state = (at: number, amounts: ReferenceAmounts, key?: string) =>
  world.market.referenceTotals.record(taker(at).actor, { year: 2026, amounts, scope: SCOPE }, key);
const ratioIn = ({ ratios }: RatiosView, name: string): Ratio | undefined =>
  ratios.find((one) => one.name === name);
const valueIn = (view: RatiosView, name: string): number | undefined =>
  ratioIn(view, name)?.value?.toNumber();
const ofCluster = async (): Promise<RatiosView> => {
  const view = await world.market.ratios.ofCluster(staff, world.clusterId, 2026);
  if (view === undefined) throw new Error('Staff get the ratios of their cluster.');
  return view;
};
const sumOf = async (measure: string): Promise<string | undefined> => {
  const value = (await ofCluster()).totals.find((one) => one.measure === measure)?.value;
  return value && plain(value);
};
const pathsOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok || outcome.refusal.kind !== 'validation'
    ? []
    : outcome.refusal.problems.map((one) => one.path.join('.'));

describe('totals of a year', () => {
  it('stay with the firm until three have stated them, and are told as one sum', async () => {
    ok(await state(0, totals(30)));
    ok(await state(1, totals(25)));
    expect(await sumOf('rawMaterial')).toBeUndefined();
    ok(await state(2, totals(20)));
    // 300 + 250 + 200; 300 is less than half
    expect(await sumOf('rawMaterial')).toBe('750');
  });

  it('a later version stands beside the earlier, and the sum waits for two firms more', async () => {
    const again = ok(await state(0, { ...totals(30), rawMaterial: new Decimal(320) }, 'once'));
    expect(again.version).toBe(2);
    expect(ok(await state(0, { ...totals(30), rawMaterial: new Decimal(320) }, 'once')).id).toBe(again.id);
    const history = ok(await world.market.referenceTotals.history(taker(0).actor, 2026));
    expect(history.map((one) => [one.version, one.amounts.rawMaterial?.toString()])).toEqual([
      [2, '320'],
      [1, '300'],
    ]);
    expect(await sumOf('rawMaterial')).toBe('750');
    await expect(world.database.query(`update reference_totals set year = 2020`)).rejects.toThrow(
      'not edited',
    );
  });

  it('are nobody else’s: not another firm’s, not the staff’s', async () => {
    expect(ok(await world.market.referenceTotals.history(taker(1).actor)).length).toBe(1);
    for (const actor of [taker(1).actor, staff])
      expect(await world.store.read(actor, (tx) => tx.referenceTotals.ofFirm(taker(0).id))).toEqual([]);
    const buyer = await world.firm();
    expect(
      await world.market.referenceTotals.record(buyer.actor, { year: 2026, amounts: {}, scope: '' }),
    ).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
    expect(await world.market.ratios.ofCluster(buyer.actor, world.clusterId, 2026)).toBeUndefined();
  });

  it('name what is wrong, field by field', async () => {
    const outcome = await world.market.referenceTotals.record(taker(0).actor, {
      year: 2027,
      amounts: { energy: new Decimal(-1) },
      scope: SCOPE,
    });
    expect(pathsOf(outcome)).toEqual(['input.year', 'input.energy']);
  });
});

describe('ratios of the year', () => {
  it('of a firm, with what it states now', async () => {
    const view = ok(await world.market.ratios.ofFirm(taker(0).actor, 2026));
    expect(valueIn(view, 'materialIn')).toBe(0.1875); // 60 / 320
    expect(valueIn(view, 'materialOut')).toBe(0); // 0 / (0 + 5 × 30)
    expect(valueIn(view, 'recycledContent')).toBe(0.375); // 120 / 320
    // M = 320, V = 320 − 120 − 60 = 140, W = 3 × 30 = 90; LFI = 230 / 640; 1 − 0.9 × 0.359375
    expect(valueIn(view, 'materialCircularity')).toBe(0.6765625);
    expect(ratioIn(view, 'energyIn')?.lacks).toBe('Not stated: energy.');
  });

  it('of a cluster, held against the very firms that the sums are over', async () => {
    const view = await ofCluster();
    expect(valueIn(view, 'materialIn')).toBeCloseTo(140 / 750, 12); // (60 + 50 + 30) / 750
    expect(valueIn(view, 'recycledOutflow')).toBe(0.2); // 75 / (5 × 75)
    expect(valueIn(view, 'materialProductivity')).toBe(10_000); // 7 500 000 / 750
    // V = 750 − 300 − 150 = 300, W = 3 × 75 = 225; LFI = 525 / 1 500 = 0.35; 1 − 0.315
    expect(valueIn(view, 'materialCircularity')).toBe(0.685);
    const looks = await world.database.query('select 1 from look where firm_id = $1', [taker(0).id]);
    expect(looks.length).toBeGreaterThan(0);
  });
});

describe('goals', () => {
  it('presets of the cluster take their baselines, all or none', async () => {
    const request = { baselineYear: 2025, dueOn: '2030-12-31', scope: SCOPE };
    const none = await world.market.goals.setPresets(staff, request, { clusterId: world.clusterId });
    expect(pathsOf(none)).toEqual(['input.baseline', 'input.baseline', 'input.baseline']);
    expect(await world.database.query('select 1 from goal')).toEqual([]);
    const set = ok(
      await world.market.goals.setPresets(
        staff,
        { ...request, baselineYear: 2026 },
        { clusterId: world.clusterId },
      ),
    );
    expect(set.map((one) => [one.figure, plain(one.baseline), one.unit])).toEqual([
      ['turnoverGained', '7500000', 'NOK'], // 75 × 100 000
      ['netCo2eAvoided', '75000', 'kg CO2e'], // 75 t × 1 000
      ['rawMaterialSpared', '1125', 't'], // 750 + 5 × 75
    ]);
    expect(set[1]?.scope).toContain('that 3 firms of the cluster have stated of 2026');
    await expect(world.database.query('update goal set baseline = 1')).rejects.toThrow('not edited');
  });

  it('count delivered and verified apart, with a band and a forecast', async () => {
    const views = await world.market.goals.ofCluster(staff, { clusterId: world.clusterId, ...YEAR });
    const of = (figure: string) => {
      const found = [...views.values()].find((one) => one.delivered.goal.figure === figure);
      if (found === undefined) throw new Error(`There is no goal of ${figure}`);
      return found;
    };
    const co2e = of('netCo2eAvoided');
    // −356.34 + 516.64 + 817.638; verified without the slag
    expect(co2e.delivered.contribution?.toString()).toBe('977.938');
    expect(co2e.verified.contribution?.toString()).toBe('461.298');
    expect(Number(co2e.delivered.low)).toBeLessThan(977);
    expect(Number(co2e.delivered.high)).toBeGreaterThan(978);
    expect(co2e.delivered.share).toBeCloseTo(977.938 / 15_000, 12); // 20 % of 75 000
    const raw = of('rawMaterialSpared');
    // displaced 60 + 50 + 25.5, avoided 60 + 50: fuel is no recycling
    expect(raw.delivered.contribution?.toString()).toBe('245.5');
    // in 2030 slag and chips run: displaced 60 + 60 × 0.85 = 111, avoided 60
    expect(raw.forecast?.contribution?.toString()).toBe('171');
    // of which 2026 kept 50 + 25.5 displaced and 50 avoided
    expect([raw.forecast?.low, raw.forecast?.high].map(String)).toEqual(['125.5', '171']);
    expect(of('turnoverGained').forecast).toMatchObject({ contribution: undefined, reason: 'SEALED' });
    expect(raw.setBy).toBe('Staff');
  });

  it('tell others what is published, and no forecast', async () => {
    const stranger = await world.firm();
    const views = await world.market.goals.ofCluster(stranger.actor, { clusterId: world.clusterId, ...YEAR });
    for (const view of views.values()) {
      expect(view.forecast).toMatchObject({
        contribution: undefined,
        withheld: true,
        reason: 'NEVER_PUBLISHED',
      });
      expect(view.setBy).toBeUndefined();
    }
    expect(views.size).toBe(3);
  });

  it('of a firm are its own, in the unit of their figure, replaced and never edited', async () => {
    const wish = {
      name: 'Less gravel',
      figure: 'virginMaterialDisplaced',
      unit: 't',
      change: new Decimal('0.1'),
      baselineYear: 2026,
      dueOn: '2030-12-31',
      scope: 'the plant at the river',
    };
    const { actor } = taker(0);
    expect(pathsOf(await world.market.goals.set(actor, { ...wish, unit: 'kg' }, {}))).toEqual(['input.unit']);
    const [first] = ok(await world.market.goals.set(actor, wish, { key: 'first' }));
    const [second] = ok(
      await world.market.goals.set(actor, { ...wish, change: new Decimal('0.2'), replaces: first?.id }, {}),
    );
    const goals = ok(await world.market.goals.ofFirm(actor, YEAR.from, YEAR.to));
    expect(goals.map(({ goal }) => goal.id)).toEqual([second?.id]);
    // 60 t of gravel; 20 % of 320
    expect(goals[0]?.delivered.contribution?.toString()).toBe('60');
    expect(goals[0]?.delivered.share).toBe(0.9375);
    const again = await world.market.goals.set(actor, { ...wish, replaces: first?.id }, {});
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'not_found' } });
    expect(ok(await world.market.goals.ofFirm(taker(1).actor, YEAR.from, YEAR.to))).toEqual([]);
    expect(await world.store.read(staff, (tx) => tx.goals.byId(second?.id ?? ''))).toBeNull();
  });
});
