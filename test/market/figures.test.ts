import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Decimal, plain, type Actor, type Basis } from '#domain';
import type { CircularityView } from '#market';
import { naiveFigures } from '../support/naive-figures.js';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let staff: Actor;
let firms: WorldFirm[];
const YEAR = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };

/** Six firms, three exchanges of 40, 30 and 50 t in 2026, one of them corrected; a fourth of 2025 between two firms only. */
beforeAll(async () => {
  world = await World.open();
  staff = await world.staff();
  firms = [];
  for (let one = 0; one < 6; one += 1)
    firms.push(await world.firm({ naceCode: one % 2 === 0 ? '16.10' : '35.30', latitude: 60 + one * 0.01 }));
  const [a, b, c, d, e, f] = firms as [WorldFirm, WorldFirm, WorldFirm, WorldFirm, WorldFirm, WorldFirm];
  await exchange(a, b, 'wood-chips', 'wood-chips', ['25', '15'], '2026');
  await exchange(c, d, 'sawdust', 'biomass-fuel', ['30'], '2026');
  await exchange(e, f, 'bark', 'bark', ['50'], '2026');
  await exchange(a, b, 'bark', 'bark', ['10'], '2025');
}, 120_000);
afterAll(() => world.close());

async function exchange(
  giver: WorldFirm,
  taker: WorldFirm,
  offered: string,
  wanted: string,
  loads: string[],
  year: string,
): Promise<void> {
  const offer = { materialCode: offered, title: offered, quantity: tonnes('200') };
  const need = { materialCode: wanted, title: wanted, quantity: tonnes('200') };
  const { matchId, offerId, needId } = await world.matched(giver, taker, offer, need);
  const agreementId = await world.agreed(giver, taker, matchId, {
    quantity: tonnes('60'),
    startsOn: `${year}-01-01`,
    ...(year === '2025' ? { endsOn: '2025-12-31' } : {}),
    retrospective: true,
    price: new Decimal(100),
  });
  for (const amount of loads) await world.delivered(giver, taker, agreementId, amount, `${year}-05-04`);
  if (loads.length > 1) {
    const [first] = await world.market.reading.deliveriesOf(giver.actor, agreementId);
    const input = { agreementId, amount: new Decimal('24'), unit: 't', deliveredOn: '2026-05-04' };
    ok(await world.market.deliveries.correct(giver.actor, first?.id ?? '', input, 'weighed again'));
  }
  await world.market.listings.withdraw(giver.actor, offerId);
  await world.market.listings.withdraw(taker.actor, needId);
  await world.work();
}

async function report(actor: Actor, basis: Basis, period = YEAR): Promise<CircularityView> {
  const view = await world.market.figures.report(actor, { clusterId: world.clusterId, basis, ...period });
  if (view === undefined || view === 'no days') throw new Error(String(view));
  return view;
}

const valueOf = (view: CircularityView, name: string): string | undefined => {
  const value = view.figures.find((one) => one.name === name)?.value;
  return value && plain(value);
};

describe('figures of a cluster', () => {
  it('are the sums of what was delivered and verified, corrections counted', async () => {
    const delivered = await report(staff, 'DELIVERED');
    const verified = await report(staff, 'VERIFIED');
    // 25 corrected to 24: 24 + 15 + 30 + 50 = 119
    expect(valueOf(delivered, 'materialMoved')).toBe('119');
    // the correction is not verified yet: 119 − 24 = 95
    expect(valueOf(verified, 'materialMoved')).toBe('95');
    // 3 exchanges, 6 firms
    expect([valueOf(delivered, 'exchanges'), valueOf(delivered, 'firms')]).toEqual(['3', '6']);
  });

  it.each(['AGREED', 'DELIVERED', 'VERIFIED'] as const)(
    'are the same by a second, naive fold: %s',
    async (basis) => {
      for (const [from, to] of [
        ['2026-01-01', '2026-12-31'],
        ['2025-03-01', '2026-05-04'],
      ] as const) {
        const period = { from: new Date(`${from}T12:00:00Z`), to: new Date(`${to}T12:00:00Z`) };
        const naive = await naiveFigures(world.database, world.clusterId, basis, from, to);
        const view = await report(staff, basis, period);
        for (const [name, value] of Object.entries(naive)) {
          if (name === 'salesValue') continue;
          expect([name, valueOf(view, name)]).toEqual([name, value]);
        }
        expect(Object.keys(naive).length).toBeGreaterThan(5);
      }
    },
  );

  it('come out of the cache as they went in, and the cache is not used once the ledger has grown', async () => {
    const live = await report(staff, 'DELIVERED');
    await world.market.figures.refresh(world.clusterId);
    const cached = await report(staff, 'DELIVERED');
    expect(JSON.stringify(cached.figures)).toBe(JSON.stringify(live.figures));
    await world.database.query(`update figure set report = jsonb_set(report, '{figures,0,value}', '"1"')`);
    expect(valueOf(await report(staff, 'DELIVERED'), 'materialMoved')).toBe('1');
    await world.database.query(`update figure set ledger_state = '0'`);
    expect(valueOf(await report(staff, 'DELIVERED'), 'materialMoved')).toBe(valueOf(live, 'materialMoved'));
  });

  it('are live again when an entry commits late, under a smaller number than those in the cache', async () => {
    const late = new pg.Client(world.database.url);
    await late.connect();
    await late.query('begin');
    // 1 000 kg of an exchange that counts already, entered but not committed yet
    await late.query(
      `insert into ledger_entry (agreement_id, kind, basis, unit_kind, amount_base, road_km, occurred_on, yearly,
                                 exchange, giver_firm_id, taker_firm_id, method_version)
       select agreement_id, 'corrected', 'DELIVERED', unit_kind, 1000, road_km, '2026-05-04', false,
              exchange, giver_firm_id, taker_firm_id, method_version
         from ledger_entry where basis = 'DELIVERED' and occurred_on >= '2026-01-01' order by id limit 1`,
    );
    await world.database.query(
      `insert into ledger_entry (agreement_id, kind, basis, unit_kind, amount_base, road_km, occurred_on, yearly,
                                 exchange, giver_firm_id, taker_firm_id, method_version)
       select agreement_id, 'corrected', 'DELIVERED', unit_kind, -1000, road_km, '2026-05-04', false,
              exchange, giver_firm_id, taker_firm_id, method_version
         from ledger_entry where basis = 'DELIVERED' and occurred_on >= '2026-01-01' order by id limit 1`,
    );
    await world.market.figures.refresh(world.clusterId);
    // 119 − 1 = 118, and 119 once the late one is there
    expect(valueOf(await report(staff, 'DELIVERED'), 'materialMoved')).toBe('118');
    await late.query('commit');
    await late.end();
    expect(valueOf(await report(staff, 'DELIVERED'), 'materialMoved')).toBe('119');
  });

  it('count potential from open matches, each offer once', async () => {
    const [a, b, , d] = firms as [WorldFirm, WorldFirm, WorldFirm, WorldFirm];
    const offerId = await world.publish(a, 'OFFER', { quantity: tonnes('73') });
    const needs = [
      await world.publish(b, 'NEED', { quantity: tonnes('365') }),
      await world.publish(d, 'NEED', { quantity: tonnes('365') }),
    ];
    await world.work();
    // one offer of 73 t a year, 365 of 365 days
    expect(valueOf(await report(staff, 'POTENTIAL'), 'materialMoved')).toBe('73');
    await world.market.listings.withdraw(a.actor, offerId);
    for (const [index, id] of needs.entries())
      await world.market.listings.withdraw(([b, d][index] as WorldFirm).actor, id);
    await world.work();
  });
});

describe('who sees which figures', () => {
  const year = (from: number, to = from + 1) => ({
    from: new Date(`${from}-01-01T00:00:00Z`),
    to: new Date(`${to}-01-01T00:00:00Z`),
  });
  const moved = async (actor: Actor, basis: Basis, period = YEAR) =>
    (await report(actor, basis, period)).figures.find((one) => one.name === 'materialMoved');

  it('gives outsiders nothing of a quarter that is not over', async () => {
    const outsider = (await world.firm()).actor;
    const view = await report(outsider, 'DELIVERED');
    const moved = view.figures.find((one) => one.name === 'materialMoved');
    expect([view.publishedUntil, moved?.value, moved?.reason]).toEqual([
      '2026-03-31',
      undefined,
      'NOT_CLOSED',
    ]);
  });

  it('gives outsiders what stands on three firms and more, and withholds the rest with the reason', async () => {
    // two quarters on, that of the entries is closed
    world.now = new Date(Date.now() + 190 * 86_400_000);
    const outsider = (await world.firm()).actor;
    expect(await moved(outsider, 'DELIVERED')).toMatchObject({ value: new Decimal(119), withheld: false });
    // 2025 has two firms
    expect(await moved(outsider, 'DELIVERED', year(2025))).toMatchObject({
      value: undefined,
      withheld: true,
      reason: 'FEW_FIRMS',
    });
  });

  it('answers outsiders for whole years only, and lets no year be found by subtraction', async () => {
    const outsider = (await world.firm()).actor;
    const day = { from: new Date('2026-05-04T12:00:00Z'), to: new Date('2026-05-05T12:00:00Z') };
    expect((await report(outsider, 'DELIVERED', day)).period).toEqual({
      from: '2026-01-01',
      to: '2026-12-31',
    });
    // both years are 2026 alone, and say that a part is withheld
    expect(await moved(outsider, 'DELIVERED', year(2025, 2027))).toMatchObject({
      value: new Decimal(119),
      reason: 'FEW_FIRMS',
    });
  });

  it('counts as verified only what was verified together with all that it is published with', async () => {
    const outsider = (await world.firm()).actor;
    // The correction of 24 t is not verified: 119 − 95 = 24 t of one exchange.
    expect(await moved(outsider, 'VERIFIED')).toMatchObject({ value: undefined, withheld: true });
    const [a, b] = firms as [WorldFirm, WorldFirm];
    const open = await world.database.query<{ id: string }>(
      `select d.id from delivery d where not exists
         (select from ledger_entry e where e.delivery_id = d.id and e.basis = 'VERIFIED' or e.delivery_id = d.id and e.kind = 'corrected')`,
    );
    expect(open.length).toBe(1);
    ok(await world.market.deliveries.verify(b.actor, open[0]?.id ?? ''));
    expect(await moved(a.actor, 'VERIFIED')).toMatchObject({ value: undefined });
    world.now = new Date(world.now.getTime() + 92 * 86_400_000);
    expect(await moved(outsider, 'VERIFIED')).toMatchObject({ value: new Decimal(119) });
  });

  it('tells potential to nobody outside, since it changes with every listing', async () => {
    const outsider = (await world.firm()).actor;
    expect(await moved(outsider, 'POTENTIAL')).toMatchObject({ value: undefined, reason: 'NEVER_PUBLISHED' });
  });

  it("gives the cluster's own staff amounts exactly, and keeps money sealed", async () => {
    const before = await report(staff, 'DELIVERED', year(2025));
    expect(valueOf(before, 'materialMoved')).toBe('10');
    const money = (view: CircularityView) => view.figures.find((one) => one.name === 'salesValue');
    expect(money(before)).toMatchObject({ value: undefined, withheld: true, reason: 'FEW_FIRMS' });
    const days = { from: new Date('2026-01-02T12:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
    expect(money(await report(staff, 'DELIVERED', days))).toMatchObject({
      value: undefined,
      reason: 'SEALED',
    });
  });

  it('records each look of staff, and shows it to every firm whose entries it opened', async () => {
    const stranger = await world.firm();
    await report(staff, 'DELIVERED');
    const looks = await world.database.query('select id from look where person_id = $1 and subject_id = $2', [
      staff.personId,
      world.clusterId,
    ]);
    expect(looks.length).toBeGreaterThan(0);
    const trailOf = async (firm: WorldFirm) =>
      (await world.market.grants.trail(firm.actor, 10)).rows.map(({ node }) => node);
    for (const firm of firms) {
      expect(await trailOf(firm)).toContainEqual(
        expect.objectContaining({
          kind: 'LOOKED_AT_FIGURES',
          role: 'cluster_staff',
          cluster: 'Test',
          listingId: undefined,
        }),
      );
    }
    expect(await trailOf(stranger)).toEqual([]);
  });
});
