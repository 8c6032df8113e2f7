import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal, type Actor } from '#domain';
import { Market, SYSTEM, type CircularityView } from '#market';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/factor-sets');
const SHIPPED = readFileSync(join(import.meta.dirname, '../../data/factors/2026-2.csv'), 'utf8').trimEnd();

const bytesOf = (name: string): Uint8Array => readFileSync(join(FIXTURES, name));
/** The shipped set with the rows of a fixture in place of its own, or after them. @returns also the last row's line */
function overShipped(name: string): { readonly bytes: Uint8Array; readonly line: number } {
  const lines = SHIPPED.split('\n');
  const laid = new Set<string>();
  let at = 0;
  for (const row of Buffer.from(bytesOf(name)).toString('utf8').trimEnd().split('\n').slice(1)) {
    const [key = ''] = row.split(',');
    const own = laid.has(key) ? -1 : lines.findIndex((line) => line.startsWith(`${key},`));
    at = own === -1 ? lines.length : own;
    lines[at] = row;
    laid.add(key);
  }
  return { bytes: Buffer.from(`${lines.join('\n')}\n`), line: at + 1 };
}

let world: World;
let staff: Actor;
let stranger: Actor;
let firms: readonly WorldFirm[];

/** 40, 30 and 50 t of wood chips, each between two firms of their own; recorded on a day of 2026. */
beforeAll(async () => {
  world = await World.open();
  staff = await world.staff();
  stranger = (await world.firm()).actor;
  firms = await threeExchanges(['40', '30', '50'], '2026-06-15');
}, 120_000);
afterAll(() => world.close());

async function threeExchanges(amounts: readonly string[], day: string): Promise<readonly WorldFirm[]> {
  const all: WorldFirm[] = [];
  for (const [at, amount] of amounts.entries()) {
    const place = { latitude: 60 + at * 0.01 };
    const [giver, taker] = [
      await world.firm(place),
      await world.firm({ latitude: place.latitude + 0.2, naceCode: '35.30' }),
    ];
    const { matchId, offerId, needId } = await world.matched(giver, taker);
    const agreementId = await world.agreed(giver, taker, matchId, {
      quantity: tonnes('60'),
      startsOn: '2026-01-01',
      retrospective: true,
    });
    await world.delivered(giver, taker, agreementId, amount, day);
    ok(await world.market.listings.withdraw(giver.actor, offerId));
    ok(await world.market.listings.withdraw(taker.actor, needId));
    await world.work();
    all.push(giver, taker);
  }
  return all;
}

const load = (id: string, bytes: Uint8Array, usedFrom?: string) =>
  world.market.factorSets.load(SYSTEM, { id, bytes, note: 'for a test', usedFrom });
const idsLoaded = async () => (await world.market.factorSets.all()).map((one) => one.id);
const YEAR = (year: number) => ({
  from: new Date(`${year}-01-01T00:00:00Z`),
  to: new Date(`${year + 1}-01-01T00:00:00Z`),
});
async function report(actor: Actor, year: number, factorSet?: string): Promise<CircularityView> {
  const asked = { clusterId: world.clusterId, basis: 'DELIVERED' as const, ...YEAR(year), factorSet };
  const view = await world.market.figures.report(actor, asked);
  if (typeof view !== 'object') throw new Error(String(view));
  return view;
}
const valuesOf = ({ figures }: CircularityView) => figures.map((one) => [one.name, one.value?.toFixed()]);
const netOf = (view: CircularityView) =>
  view.figures.find((one) => one.name === 'netCo2eAvoided')?.value ?? new Decimal(NaN);

describe('a file of factors', () => {
  it.each(readdirSync(join(FIXTURES, 'ok')))(
    'ok/%s is loaded, beside the others, used by nothing yet',
    async (name) => {
      const outcome = await load('draft', overShipped(`ok/${name}`).bytes);
      expect(outcome).toMatchObject({ outcome: 'loaded', replaces: '2026-2' });
      expect(await idsLoaded()).toEqual(['2026-1', '2026-2', 'draft']);
      const inUse = (await world.market.factorSets.all()).filter((one) => one.inUse);
      expect(inUse.map((one) => one.id)).toEqual(['2026-2']);
    },
  );

  const ROWS: Readonly<Record<string, string>> = {
    'key-not-of-the-form.csv': 'key "Wood chips": must be kind:name',
    'key-twice.csv': 'key "production:wood-chips": stands twice; a set has one value for one thing',
    'kind-not-of-the-key.csv':
      'kind "energy": is not that of the key production:wood-chips; it must be production',
    'link-not-a-link.csv':
      'source_url "see the report": must be a link such as https://example.org, or empty',
    'region-missing.csv': 'geography "": must be filled',
    'scope-missing.csv': 'boundary "": must be filled',
    'source-missing.csv': 'source "": must be filled',
    'transport-without-supply.csv':
      'boundary "TTW (fuel use only)": must begin with WTW, fuel supply and use together; never mixed with the use alone',
    'trust-unknown.csv': 'trust "good": must be high, medium or low',
    'unit-not-kg-co2e.csv': 'unit "g CO2e per t": must be kg CO2e per t, MWh, m3, Nm3, pcs or t km',
    'unit-other-than-before.csv':
      'unit "kg CO2e per MWh": must be "kg CO2e per t", as in 2026-2, by which amounts are multiplied',
    'value-not-a-number.csv': 'value "34,3": must be a plain number such as 12.5',
    'value-outside-its-range.csv': 'value "50": must lie between low and high',
    'year-missing.csv': 'year "": must be filled',
    'year-not-a-year.csv': 'year "25": must be a year from 1990 to 2100',
  };
  it('has a fixture for every rule of a row', () => {
    expect(readdirSync(join(FIXTURES, 'not-ok/rows'))).toEqual(Object.keys(ROWS).sort());
  });
  it.each(Object.entries(ROWS))(
    'not-ok/rows/%s names line, field and what would be right',
    async (name, reason) => {
      const { bytes, line } = overShipped(`not-ok/rows/${name}`);
      const outcome = await load('refused', bytes);
      expect(outcome).toMatchObject({ outcome: 'refused' });
      expect(outcome).toHaveProperty('faults', expect.arrayContaining([{ line, reason }]));
      expect(await idsLoaded()).not.toContain('refused');
    },
  );

  const FILES: Readonly<Record<string, string>> = {
    'header-lacks-a-column.csv': 'header lacks trust; it must be key,kind,',
    'keys-gone.csv': 'key "production:aggregate": missing; every key of 2026-2 has to stand here',
    'no-rows.csv': 'has no rows; below the header stands one factor a row',
    'not-a-table.csv': 'cannot be read as a table: ',
    'not-utf-8.csv': 'is not UTF-8; save it as "CSV UTF-8"',
    'semicolons.csv': 'header lacks key, kind,',
  };
  it('has a fixture for every rule of a file', () => {
    expect(readdirSync(join(FIXTURES, 'not-ok/files'))).toEqual(Object.keys(FILES).sort());
  });
  it.each(Object.entries(FILES))(
    'not-ok/files/%s is refused with what would be right',
    async (name, reason) => {
      const outcome = await load('refused', bytesOf(`not-ok/files/${name}`));
      const faults = outcome.outcome === 'refused' ? outcome.faults : [];
      expect(faults.map((one) => one.reason).join('\n')).toContain(reason);
      expect(await idsLoaded()).not.toContain('refused');
    },
  );
});

describe('a set that is used', () => {
  const sound = () => overShipped('ok/other-values.csv').bytes;

  it('is not loaded again, given another day, changed or deleted, by whoever owns the tables neither', async () => {
    await expect(load('2026-2', sound())).rejects.toThrow('id "2026-2": this set is used and frozen');
    await expect(world.market.factorSets.useFrom(SYSTEM, '2026-1', '2090-01-01')).rejects.toThrow('frozen');
    for (const statement of [
      `update factor set value = value where set_id = '2026-2' and key = 'treatment:crush'`,
      `delete from factor where set_id = '2026-1'`,
      `insert into factor select set_id, key || '-too', kind, value, low, high, unit, boundary, source, source_url, year,
         geography, trust, note from factor where set_id = '2026-2' and key = 'treatment:crush'`,
      `update factor_set set used_from = '2026-02-01' where id = '2026-2'`,
      `delete from factor_set where id = '2026-2'`,
    ])
      await expect(world.database.query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  it('is any that a match names, before its day has come', async () => {
    expect(await load('2090-1', sound(), '2090-01-01')).toMatchObject({ outcome: 'loaded' });
    expect(await load('2090-1', sound(), '2090-02-01')).toMatchObject({ outcome: 'loaded' });
    await world.market.factorSets.useFrom(SYSTEM, '2090-1', '2090-03-01');
    const [match] = await world.database.query<{ id: string }>(
      `update match set factor_set = '2090-1' where id = (select min(id::text)::uuid from match) returning id`,
    );
    await expect(load('2090-1', sound())).rejects.toThrow('frozen');
    await world.database.query(`update match set factor_set = '2026-2' where id = $1`, [match?.id]);
    await world.database.query(`delete from factor where set_id = '2090-1'`);
    await world.database.query(`delete from factor_set where id = '2090-1'`);
  });

  it('begins on a day that is ahead, and is brought by the installation alone', async () => {
    await expect(load('2026-3', sound(), '2026-06-15')).rejects.toThrow(
      'from "2026-06-15": has begun; the first day of a set must be after 2026-06-15.',
    );
    await expect(load('2026-3', sound(), 'tomorrow')).rejects.toThrow('must be a day such as 2027-01-01');
    await expect(load('New set', sound())).rejects.toThrow('id "New set": must be of small letters');
    await expect(world.market.factorSets.useFrom(SYSTEM, 'gone', '2090-01-01')).rejects.toThrow(
      'There is no factor set gone; there are 2026-1, 2026-2, draft.',
    );
    const input = { id: '2026-3', bytes: sound(), note: '' };
    await expect(world.market.factorSets.load(staff, input)).rejects.toThrow('installation');
  });
});

describe('a new set', () => {
  const change = (actor: Actor, toSet = '2027-1', basis: 'DELIVERED' | 'POTENTIAL' = 'DELIVERED') =>
    world.market.factorSets.change(actor, {
      ...{ clusterId: world.clusterId, basis, fromSet: '2026-2', toSet },
      ...YEAR(2026),
    });

  it('makes figures beside the old ones, for own staff and auditors; to others what was published', async () => {
    await world.database.query('delete from factor where set_id = $1', ['draft']);
    await world.database.query('delete from factor_set where id = $1', ['draft']);
    await load('2027-1', overShipped('ok/other-values.csv').bytes, '2027-01-05');
    const [old, other] = [await report(staff, 2026), await report(staff, 2026, '2027-1')];
    expect([old.factorSet, other.factorSet]).toEqual(['2026-2', '2027-1']);
    expect(netOf(other).equals(netOf(old))).toBe(false);
    // mass rests on no factor
    expect(valuesOf(other)[0]).toEqual(['materialMoved', '120']);
    const asked = { clusterId: world.clusterId, basis: 'DELIVERED' as const, ...YEAR(2026) };
    expect(await world.market.figures.report(staff, { ...asked, factorSet: 'gone' })).toBe('no set');
    expect(valuesOf(await report(stranger, 2026, '2027-1'))).toEqual(valuesOf(await report(stranger, 2026)));
  });

  it('is what a goal counts by where a report asks for it', async () => {
    const wish = {
      ...{ name: 'CO2e', figure: 'netCo2eAvoided', unit: 'kg CO2e', change: new Decimal('0.2') },
      ...{ baseline: new Decimal('75000'), baselineYear: 2025, dueOn: '2030-12-31', scope: 'all plants' },
    } as const;
    ok(await world.market.goals.set(staff, wish, { clusterId: world.clusterId }));
    const deliveredUnder = async (factorSet?: string) => {
      const asked = { clusterId: world.clusterId, ...YEAR(2026), factorSet };
      const [view] = (await world.market.goals.ofCluster(staff, asked)).values();
      return view?.delivered.contribution?.toFixed();
    };
    expect(await deliveredUnder()).toBe(netOf(await report(staff, 2026)).toFixed());
    expect(await deliveredUnder('2027-1')).toBe(netOf(await report(staff, 2026, '2027-1')).toFixed());
  });

  it('is compared with the old one: each factor that changed with its part, together the whole', async () => {
    const moved = await change(await world.staff('auditor'));
    if (typeof moved === 'string') throw new Error(moved);
    const [truck, chips] = [...moved.because].reverse();
    expect(moved.because).toHaveLength(2);
    // 40 + 30 + 50 t, chips for chips one for one: 120 × (40 − 34.3) = 684
    expect([chips?.factor, chips?.effect.toFixed(), chips?.entryCount]).toEqual([
      'production:wood-chips',
      '684',
      3,
    ]);
    const work = (await report(staff, 2026)).figures.find((one) => one.name === 'transportWork')?.value;
    // the transport term is taken off: tonne-kilometres × (0.09502 − 0.1)
    expect(truck?.effect.toFixed()).toBe(work?.times('-0.00498').toFixed());
    const difference = moved.after.minus(moved.before);
    expect(difference.toFixed()).toBe(
      moved.because.reduce((sum, one) => sum.plus(one.effect), new Decimal(0)).toFixed(),
    );
    expect(moved.before.toFixed()).toBe(netOf(await report(staff, 2026)).toFixed());
    expect(moved.after.toFixed()).toBe(netOf(await report(staff, 2026, '2027-1')).toFixed());
    expect(moved.counted).toHaveLength(3);
  });

  it('tells nobody else of it, and every firm of the look', async () => {
    expect(await change(stranger)).toBe('no cluster');
    expect(await change(firms[0]?.actor as Actor)).toBe('no cluster');
    expect(await change(staff, 'gone')).toBe('no set');
    expect(await change(staff, '2027-1', 'POTENTIAL')).toBe('not in the ledger');
    const looks = () =>
      world.database.query<{ firm: string }>(`select firm_id as firm from look where what like 'figures %'`);
    const before = (await looks()).length;
    await change(staff);
    // one of the look itself, one for each of the six firms
    expect((await looks()).length - before).toBe(7);
  });

  it('is used from its day on: new entries and closings name it, what is there and published stays', async () => {
    world.now = new Date('2027-01-04T11:00:00Z');
    (world as { market: Market }).market = await Market.open(world.store, { clock: () => world.now });
    expect(world.market.setting.rules.factors.id).toBe('2026-2');
    const published = await report(stranger, 2026);
    expect([published.factorSet, netOf(published).isNaN()]).toEqual(['2026-2', false]);
    world.now = new Date('2027-01-05T11:00:00Z');
    expect(world.market.setting.rules.factors.id).toBe('2027-1');
    await threeExchanges(['20', '20', '20'], '2026-12-30');
    const setsOf = (table: string, set: string) =>
      world.database.query(
        `select ${set} as set, count(*)::int as count from ${table} group by 1 order by 1`,
      );
    // 3 agreed, 3 delivered and 3 verified under each
    expect(await setsOf('ledger_entry', `exchange ->> 'factorSet'`)).toEqual([
      { set: '2026-2', count: 9 },
      { set: '2027-1', count: 9 },
    ]);
    expect(valuesOf(await report(stranger, 2026))).toEqual(valuesOf(published));
    world.now = new Date('2027-04-05T11:00:00Z');
    const later = await report(stranger, 2026);
    expect(later.factorSet).toBe('2026-2, 2027-1');
    const shown = { years: [2026], figures: ['netCo2eAvoided'], bases: ['DELIVERED'] as const };
    ok(
      await world.market.publicPages.choose(staff, world.clusterId, shown, {
        key: undefined,
        steppedUp: true,
      }),
    );
    const page = await world.market.publicPages.page(`test-${world.clusterId}`);
    expect(page?.years.map((one) => one.factorSet)).toEqual([later.factorSet]);
    // agreed and delivered, each closed under the set of its quarter's end
    expect(await setsOf('figure_parcel', 'factor_set')).toEqual([
      { set: '2026-2', count: 2 },
      { set: '2027-1', count: 2 },
    ]);
    expect(netOf(later).gt(netOf(published))).toBe(true);
    expect((await world.market.audit.verify(SYSTEM)).faults).toEqual([]);
  });
});
