import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { accept, deliver, propose, publish, pushed } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';

const FIGURE = 'name family value unit basis withheld withheldReason entryCount low high from to';
const ENTRIES = `entries(first: $first, after: $after) {
  withheldReason pageInfo { hasNextPage endCursor }
  edges { node { id kind amount unit brings fromIndustry toIndustry agreementId methodVersion material { code } } } }`;

interface Entries {
  readonly withheldReason: string | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly node: { readonly kind: string; readonly amount: string; readonly brings: string | null };
  }[];
}
interface Figure {
  readonly name: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly withheldReason: string | null;
  readonly entryCount: number | null;
  readonly entries?: Entries;
}
interface Group {
  readonly key: string;
  readonly figures: readonly Figure[];
}
interface Report {
  readonly circularity: { readonly indicators: readonly Figure[]; readonly breakdown: readonly Group[] };
}
interface Own {
  readonly firmFigures: Readonly<Record<'outgoing' | 'incoming' | 'attributed', readonly Figure[]>> & {
    readonly breakdown: readonly Group[];
  };
}

const YEAR = new Date().getUTCFullYear();
const PERIOD = { from: `${YEAR}-01-01T00:00:00Z`, to: `${YEAR + 1}-01-01T00:00:00Z` };

let running: Running;
let plant: Member;
let buyer: Member;
let third: Member;
let staff: FlowClient;

/** 12.5 and 7.5 t of chips, delivered from one firm to another in this year. */
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12.0 };
  plant = await running.member('16.10', at);
  buyer = await running.member('35.30', at);
  third = await running.member('24.10', at);
  staff = await running.staff();
  const need = await publish(buyer, 'NEED');
  const offer = await publish(plant, 'OFFER');
  const { match } = await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);
  const agreementId = await accept(plant.client, await propose(buyer.client, match.id, '60'));
  await deliver(plant.client, agreementId, '12.5');
  await deliver(plant.client, agreementId, '7.5');
}, 120_000);
afterAll(() => running.stop());

const report = async (
  client: FlowClient,
  by: string,
  page = { first: 20 as number, after: null as string | null },
) => {
  const { circularity } = await client.ask<Report>(
    `query($clusterId: ID!, $from: DateTime!, $to: DateTime!, $by: Breakdown!, $first: Int!, $after: String) {
       circularity(clusterId: $clusterId, from: $from, to: $to) {
         indicators { ${FIGURE} ${ENTRIES} } breakdown(by: $by) { key label figures { ${FIGURE} } } } }`,
    { clusterId: running.clusterId, ...PERIOD, by, ...page },
  );
  return circularity;
};
const own = async (client: FlowClient, by = 'MUNICIPALITY', direction = 'OUTGOING') => {
  const { firmFigures } = await client.ask<Own>(
    `query($from: DateTime!, $to: DateTime!, $by: Breakdown!, $direction: FlowDirection!, $first: Int!, $after: String) {
       firmFigures(from: $from, to: $to) {
         outgoing { ${FIGURE} ${ENTRIES} } incoming { ${FIGURE} } attributed { ${FIGURE} }
         breakdown(by: $by, direction: $direction) { key figures { ${FIGURE} } } } }`,
    { ...PERIOD, by, direction, first: 20, after: null },
  );
  return firmFigures;
};
const named = (figures: readonly Figure[], name: string): Figure => {
  const found = figures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is not told`);
  return found;
};
const valueOf = (figures: readonly Figure[], name: string): string | null => named(figures, name).value;
const sumOf = (groups: readonly Group[], name: string): number =>
  groups.reduce((sum, one) => sum + Number(valueOf(one.figures, name)), 0);

describe('indicators of a cluster', () => {
  it('are exact to its staff, with their spread and the number of entries, money sealed', async () => {
    const { indicators } = await report(staff, 'MONTH');
    // 12.5 + 7.5 t of chips burned for heat: energy recovery, no part of the headline
    const used = ['wasteAvoided', 'wasteToEnergy'].map((name) => Number(valueOf(indicators, name)));
    expect(used.reduce((sum, one) => sum + one, 0)).toBe(20);
    const net = named(indicators, 'netCo2eAvoided');
    expect(net.entryCount).toBe(2);
    expect(Number(net.low)).toBeLessThan(Number(net.value));
    expect(Number(net.high)).toBeGreaterThan(Number(net.value));
    expect(named(indicators, 'costSaved')).toMatchObject({ value: null, withheldReason: 'SEALED' });
    expect(named(indicators, 'freshWaterSaved')).toMatchObject({ value: null, withheldReason: 'NOT_KNOWN' });
  });

  it.each(['MONTH', 'QUARTER', 'YEAR', 'MATERIAL_BRANCH', 'INDUSTRY_PAIR', 'MUNICIPALITY', 'WASTE_STEP'])(
    'add up over their parts: %s',
    async (by) => {
      const { breakdown } = await report(staff, by);
      expect(sumOf(breakdown, 'materialMoved')).toBe(20);
      expect(named(breakdown[0]?.figures ?? [], 'salesValue').withheldReason).toBe('SEALED');
    },
  );

  it('open their entries page by page, but not the money of one', async () => {
    const { indicators } = await report(staff, 'YEAR', { first: 1, after: null });
    const first = named(indicators, 'netCo2eAvoided').entries;
    expect([first?.edges.length, first?.pageInfo.hasNextPage]).toEqual([1, true]);
    const more = await report(staff, 'YEAR', { first: 1, after: first?.pageInfo.endCursor ?? '' });
    const second = named(more.indicators, 'netCo2eAvoided').entries;
    const amounts = [first, second].map((one) => one?.edges[0]?.node.amount);
    expect([amounts, second?.pageInfo.hasNextPage]).toEqual([['12.5', '7.5'], false]);
    const brought = [first, second].reduce((sum, one) => sum + Number(one?.edges[0]?.node.brings), 0);
    expect(brought).toBeCloseTo(Number(valueOf(indicators, 'netCo2eAvoided')), 6);
    expect(named(indicators, 'costSaved').entries).toMatchObject({ edges: [], withheldReason: 'SEALED' });
  });

  it('open their entries by the number alone, as a figure names it', async () => {
    const { breakdown } = await report(staff, 'MATERIAL_BRANCH');
    const key = breakdown[0]?.key;
    const number = {
      name: 'materialMoved',
      basis: 'DELIVERED',
      from: PERIOD.from,
      to: `${YEAR}-12-31T00:00:00Z`,
    };
    const ask = async (who: FlowClient, more: object): Promise<Entries> =>
      (
        await who.ask<{ figureEntries: Entries }>(
          `query($figure: FigureInput!) { figureEntries(figure: $figure) { withheldReason pageInfo { hasNextPage endCursor } edges { node { kind amount brings } } } }`,
          { figure: { ...number, ...more } },
        )
      ).figureEntries;
    const ofCluster = { clusterId: running.clusterId };
    const amounts = ({ edges }: Entries): readonly string[] => edges.map(({ node }) => node.amount);
    expect(amounts(await ask(staff, ofCluster))).toEqual(['12.5', '7.5']);
    expect(amounts(await ask(staff, { ...ofCluster, by: 'MATERIAL_BRANCH', key }))).toEqual(['12.5', '7.5']);
    expect(amounts(await ask(staff, { ...ofCluster, by: 'MATERIAL_BRANCH', key: 'another' }))).toEqual([]);
    expect(amounts(await ask(plant.client, { direction: 'OUTGOING' }))).toEqual(['12.5', '7.5']);
    expect(amounts(await ask(plant.client, { direction: 'INCOMING' }))).toEqual([]);
    expect(await ask(plant.client, ofCluster)).toMatchObject({
      edges: [],
      withheldReason: 'NEVER_PUBLISHED',
    });
    await expect(ask(staff, {})).rejects.toThrow('You act for no firm.');
  });

  it('tell heat by month to the staff alone', async () => {
    const months = [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    const heat = { materialId: 'heat', quantity: { value: '1', unit: 'GWh', per: 'YEAR' } };
    await publish(plant, 'OFFER', { ...heat, title: 'Overskuddsvarme', monthlyProfile: months });
    await publish(third, 'OFFER', { ...heat, title: 'Mer overskuddsvarme' });
    const ask = (who: FlowClient) =>
      who.ask<{ circularity: { heatByMonth: unknown } }>(
        `query($id: ID!, $from: DateTime!, $to: DateTime!) { circularity(clusterId: $id, from: $from, to: $to) {
          heatByMonth { unit offeredUnspread neededUnspread months { month offered needed coincides } } } }`,
        { id: running.clusterId, ...PERIOD },
      );
    const { heatByMonth } = (await ask(staff)).circularity as { heatByMonth: { months: readonly object[] } };
    // 1 000 MWh: 4 of 5 parts in January, 1 of 5 in December; the other firm's states no months
    expect(heatByMonth).toMatchObject({ unit: 'MWh', offeredUnspread: '1000', neededUnspread: '0' });
    expect(heatByMonth.months[0]).toEqual({ month: 1, offered: '800', needed: '0', coincides: '0' });
    expect(heatByMonth.months[11]).toEqual({ month: 12, offered: '200', needed: '0', coincides: '0' });
    expect((await ask(plant.client)).circularity.heatByMonth).toBeNull();
  });

  it('leave a look of each in the trail of the firms behind them', async () => {
    const { disclosureTrail } = await plant.client.ask<{
      disclosureTrail: { edges: readonly { node: { kind: string } }[] };
    }>('{ disclosureTrail(first: 20) { edges { node { kind } } } }');
    expect(disclosureTrail.edges.map((one) => one.node.kind)).toContain('LOOKED_AT_FIGURES');
  });

  it('are withheld from firms, those behind them included, and so are parts and entries', async () => {
    for (const { client } of [third, plant]) {
      const { indicators, breakdown } = await report(client, 'MONTH');
      expect(breakdown).toEqual([]);
      expect(indicators.length).toBeGreaterThan(20);
      for (const { value, low, entryCount, withheldReason, entries } of indicators) {
        expect([value, low, entryCount, withheldReason]).toEqual([null, null, null, 'NEVER_PUBLISHED']);
        expect(entries).toMatchObject({ edges: [], withheldReason: 'NEVER_PUBLISHED' });
      }
      const years = await report(client, 'YEAR');
      expect(years.breakdown.map((one) => one.key)).toEqual([`${YEAR}`]);
      expect(named(years.breakdown[0]?.figures ?? [], 'materialMoved').value).toBeNull();
    }
  });
});

describe('figures of the firm acted for', () => {
  it('keep what it gives and what it takes apart, and give each party half', async () => {
    const [gave, took] = [await own(plant.client), await own(buyer.client)];
    const moved = (of: Own['firmFigures']) =>
      (['outgoing', 'incoming', 'attributed'] as const).map((side) => valueOf(of[side], 'materialMoved'));
    expect(moved(gave)).toEqual(['20', '0', '10']); // 12.5 + 7.5, and half of it
    expect(moved(took)).toEqual(['0', '20', '10']);
    expect(gave.outgoing.filter((one) => one.name === 'netCo2eAvoided').length).toBe(1);
  });

  it('tell its own money and entries, and the taker no municipality of the giver', async () => {
    const gave = await own(plant.client);
    expect(valueOf(gave.outgoing, 'costSaved')).not.toBeNull();
    expect(named(gave.outgoing, 'materialMoved').entries?.edges.map((one) => one.node.amount)).toEqual([
      '12.5',
      '7.5',
    ]);
    expect(sumOf(gave.breakdown, 'materialMoved')).toBe(20);
    expect((await own(buyer.client, 'MUNICIPALITY', 'INCOMING')).breakdown).toEqual([]);
    expect(sumOf((await own(buyer.client, 'MONTH', 'INCOMING')).breakdown, 'materialMoved')).toBe(20);
  });

  it('are nothing to a firm that moved nothing, and not there for who acts for none', async () => {
    const nothing = await own(third.client);
    expect([valueOf(nothing.outgoing, 'materialMoved'), nothing.breakdown]).toEqual(['0', []]);
    expect(named(nothing.outgoing, 'materialMoved').entries?.edges).toEqual([]);
    await expect(own(staff)).rejects.toThrow('You act for no firm.');
  });
});

describe('what is asked wrongly', () => {
  it('is refused with what would be right', async () => {
    const ask = (from: string, after: string | null) =>
      staff.ask(
        `query($id: ID!, $from: DateTime!, $to: DateTime!, $after: String) {
           circularity(clusterId: $id, from: $from, to: $to) {
             breakdown(by: MONTH) { key } indicators { entries(first: 1, after: $after) { edges { cursor } } } } }`,
        { id: running.clusterId, from, to: PERIOD.to, after },
      );
    await expect(ask('1990-01-01T00:00:00Z', null)).rejects.toThrow('by: at most 120 periods');
    await expect(ask(PERIOD.from, 'nonsense')).rejects.toThrow('after: not a cursor of this list');
  });
});
