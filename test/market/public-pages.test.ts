import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Decimal, instantOf, type Actor } from '#domain';
import { SYSTEM } from '#market';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

const DAY_MS = 86_400_000;
const PROVED: { readonly key: string | undefined; readonly steppedUp: boolean } = {
  key: undefined,
  steppedUp: true,
};
const YEAR = { from: instantOf('2026-01-01'), to: instantOf('2027-01-01'), basis: 'DELIVERED' as const };
let world: World;
let staff: Actor;
let auditor: Actor;
let admin: Actor;
let firms: WorldFirm[];
const slug = (): string => `test-${world.clusterId}`;

/** Three exchanges of wood chips of 40, 30 and 50 t between six firms, and the quarter closed. */
beforeAll(async () => {
  world = await World.open();
  [staff, auditor] = [await world.staff(), await world.staff('auditor')];
  firms = [];
  for (const [at, amount] of ['40', '30', '50'].entries()) {
    const place = { latitude: 60 + at * 0.01 };
    const [giver, taker] = [await world.firm(place), await world.firm({ ...place, naceCode: '35.30' })];
    const { matchId } = await world.matched(giver, taker, { title: '=cmd|flis' });
    const terms = { quantity: tonnes('60'), startsOn: '2026-01-01', retrospective: true };
    const agreementId = await world.agreed(giver, taker, matchId, { ...terms, price: new Decimal('99.5') });
    await world.delivered(giver, taker, agreementId, amount, '2026-05-04');
    firms.push(giver, taker);
    await world.work();
  }
  admin = await adminOf(firms[0]);
  world.now = new Date(world.now.getTime() + 190 * DAY_MS);
  await world.market.figures.closeQuarters();
}, 120_000);
afterAll(() => world.close());

async function adminOf(firm: WorldFirm | undefined): Promise<Actor> {
  const id = randomUUID();
  await world.market.registry.addPerson(SYSTEM, {
    id,
    name: 'Admin',
    email: `${id}@test.example`,
    password: 'a password for tests',
    firms: [{ firmId: firm?.id ?? '', role: 'firm_admin' }],
    clusters: [],
  });
  return world.market.registry.actor(id, 'Admin');
}

const choose = (actor: Actor, years: readonly number[], more = {}, call = PROVED) =>
  world.market.publicPages.choose(
    actor,
    world.clusterId,
    { years, figures: ['materialMoved', 'salesValue'], bases: ['DELIVERED'], ...more },
    call,
  );
const page = () => world.market.publicPages.page(slug());

describe('the figures that a cluster shows', () => {
  it('are none until its staff choose', async () => expect(await page()).toBeUndefined());

  it('are chosen by staff alone, freshly proved', async () => {
    expect(refused(await choose(firms[0]?.actor as Actor, [2026])).kind).toBe('not_found');
    expect(refused(await choose(auditor, [2026])).kind).toBe('forbidden');
    const unproved = await choose(staff, [2026], {}, { key: undefined, steppedUp: false });
    expect(unproved).toMatchObject({ ok: false, refusal: { code: 'STEP_UP_REQUIRED' } });
    expect(await page()).toBeUndefined();
  });

  it.each([
    [[1999], {}, 'input.years'],
    [[2027], {}, 'input.years'],
    [[2026], { figures: ['prices'] }, 'input.figures'],
    [[2026], { bases: ['POTENTIAL' as const] }, 'input.bases'],
  ])('are of years, names and bases that there are: %j %j', async (years, more, path) =>
    expect(refused(await choose(staff, years, more)).path).toBe(path),
  );

  it('are sums of parcels and nothing else, with the end of the chain at that moment', async () => {
    const chosen = ok(await choose(staff, [2026, 2026]));
    const head = await world.store.read(SYSTEM, (tx) => tx.audit.headOf(world.clusterId));
    expect(chosen).toMatchObject({ years: [2026], by: 'Staff', chainHead: head?.hash });
    const shown = await page();
    expect(shown).toMatchObject({ name: 'Test', publishedUntil: '2026-09-30', chainHead: head?.hash });
    const outsider = await world.market.figures.report(firms[0]?.actor as Actor, {
      clusterId: world.clusterId,
      ...YEAR,
    });
    if (outsider === undefined || outsider === 'no days') throw new Error('no report');
    const names = ['materialMoved', 'salesValue'];
    expect(shown?.years).toEqual([
      {
        year: 2026,
        basis: 'DELIVERED',
        factorSet: outsider.factorSet,
        figures: outsider.figures.filter(({ name }) => names.includes(name)),
      },
    ]);
    // 40 + 30 + 50 = 120 t, of six firms none of which is party to half
    expect(shown?.years[0]?.figures[0]?.value?.toString()).toBe('120');
  });

  it('stay as history when others are chosen, and leave the page when none are; no proof is asked for that', async () => {
    ok(await choose(staff, [2025]));
    ok(await choose(staff, [], {}, { key: undefined, steppedUp: false }));
    expect(await page()).toBeUndefined();
    const told = ok(await world.market.publicPages.choices(staff, world.clusterId));
    expect(told.map(({ years }) => years)).toEqual([[], [2025], [2026]]);
    expect((await world.market.publicPages.choices(auditor, world.clusterId)).ok).toBe(false);
    expect((await world.market.publicPages.choices(firms[0]?.actor as Actor, world.clusterId)).ok).toBe(
      false,
    );
  });

  it('are chosen once for a call that is repeated', async () => {
    const call = { key: 'once', steppedUp: true };
    ok(await choose(staff, [2026], {}, call));
    ok(await choose(staff, [2026], {}, call));
    expect(ok(await world.market.publicPages.choices(staff, world.clusterId))).toHaveLength(4);
  });

  it('cannot be changed in the database', async () => {
    await expect(world.database.query(`update published_page set years = '{2020}'`)).rejects.toThrow();
    await expect(world.database.query('truncate published_page')).rejects.toThrow();
  });
});

describe('the export of a report', () => {
  const report = (actor: Actor, steppedUp: boolean) =>
    world.market.exports.report(actor, { clusterId: world.clusterId, ...YEAR }, steppedUp);

  it('asks a person for a fresh proof, and a program with a key for figures for none', async () => {
    expect(await report(staff, false)).toMatchObject({ ok: false, refusal: { code: 'STEP_UP_REQUIRED' } });
    const program: Actor = { personId: 'k', name: 'k', firms: [], clusters: [], scopes: ['figures'] };
    expect(ok(await report(program, false)).view.publishedUntil).toBe('2026-09-30');
    expect(refused(await report({ ...program, scopes: ['read'] }, false)).kind).toBe('not_found');
  });

  it('is exact to own staff, each look recorded, with the end of the chain; others get what is published', async () => {
    const looks = async () =>
      (
        await world.database.query<{ n: number }>(
          `select count(*)::int as n from look where firm_id is not null`,
        )
      )[0]?.n ?? 0;
    const before = await looks();
    const own = ok(await report(staff, true));
    // one of the figures and one of the indicators for each of the six firms
    expect((await looks()) - before).toBe(2 * 6);
    expect(own.chainHead).toMatchObject({ length: 9 });
    expect(own.view.publishedUntil).toBeUndefined();
    const other = ok(await report(firms[0]?.actor as Actor, true));
    expect(other.chainHead).toBeUndefined();
    expect(other.view.publishedUntil).toBe('2026-09-30');
    expect((await looks()) - before).toBe(2 * 6);
  });
});

describe('the export of a firm', () => {
  it('is for its administrators, freshly proved, and for no key', async () => {
    const days = { from: undefined, to: undefined };
    const ask = (actor: Actor, steppedUp = true) => world.market.exports.firm(actor, days, steppedUp);
    expect(refused(await ask(firms[0]?.actor as Actor)).kind).toBe('forbidden');
    expect(await ask(admin, false)).toMatchObject({ ok: false, refusal: { code: 'STEP_UP_REQUIRED' } });
    expect(
      refused(
        await ask({
          ...admin,
          scopes: ['read', 'list', 'trade'],
          firms: admin.firms.map((one) => ({ ...one, role: 'api_key' as const })),
        }),
      ).kind,
    ).toBe('forbidden');
    expect(refused(await ask(staff)).kind).toBe('not_found');
  });

  it('holds what is its own, with whom and for how much, and nothing of other firms', async () => {
    const { listings, agreements, deliveries, entries } = ok(
      await world.market.exports.firm(admin, {}, true),
    );
    expect(listings.map(({ title }) => title)).toEqual(['=cmd|flis']);
    expect(agreements).toMatchObject([
      { side: 'GIVER', partner: firms[1]?.name, amount: '60', price: '99.5' },
    ]);
    expect(deliveries).toMatchObject([{ amount: '40', unit: 't', verified: true, recordedByUs: true }]);
    // 40 t × 99.50 NOK/t = 3980 NOK
    expect(
      entries.map(({ kind, amountBase, valueNok }) => [kind, Number(amountBase), Number(valueNok)]),
    ).toEqual([
      ['agreed', 60_000, 5970],
      ['delivered', 40_000, 3980],
      ['verified', 40_000, 3980],
    ]);
    const later = ok(await world.market.exports.firm(admin, { from: '2026-05-05' }, true));
    expect([later.deliveries, later.entries, later.agreements.length]).toEqual([[], [], 1]);
  });
});
