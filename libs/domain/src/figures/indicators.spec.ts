import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reversalsOf, type LedgerEntry, type NewEntry } from '../ledger/entry.js';
import { buildMaterialBase } from '../material/tree.js';
import {
  between,
  buildEntry,
  buildExchange,
  buildMaterial,
  d,
  MATERIALS,
  RULES,
} from '../testing/builders.js';
import { countedIn } from './fold.js';
import { foldIndicators, type ExchangeTraits, type FoldedIndicator } from './indicators.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const EVER = { from: '1900-01-01', to: '2026-12-31' };
const rules = {
  ...RULES,
  materials: buildMaterialBase([...MATERIALS, buildMaterial({ code: 'fill-material' })], []),
};
const NO_TRAITS: ReadonlyMap<string, ExchangeTraits> = new Map();
const fold = (entries: readonly NewEntry[], traits = NO_TRAITS, period = YEAR): readonly FoldedIndicator[] =>
  foldIndicators(
    countedIn(entries, 'DELIVERED', period, rules),
    'DELIVERED',
    { rules, traits },
    countedIn(entries, 'DELIVERED', EVER, rules),
  );
const values = (entries: readonly NewEntry[], traits = NO_TRAITS, period = YEAR) =>
  Object.fromEntries(fold(entries, traits, period).map(({ name, value }) => [name, value?.toString()]));
const traits = (overrides: Partial<ExchangeTraits> = {}): ExchangeTraits => ({
  isRetrospective: false,
  isHazardous: undefined,
  isAcrossClusters: false,
  municipality: undefined,
  ...overrides,
});

const heat = buildExchange({
  agreementId: 'heat',
  giverFirmId: 'smelter',
  takerFirmId: 'heater',
  giverDivision: '35',
  takerDivision: '35',
  byProductCode: 'heat-low',
  inputCode: 'district-heat',
  ratio: 0.8,
  treatment: 'none',
});
/** 120 t of slag as gravel, 30 t as fill, 10 t of chips burned for heat, 500 MWh of heat. */
const MIXED = [
  between('a', 'b', 100),
  between('a', 'b', 20, {}, { deliveryId: 'delivery-2' }),
  between('a', 'c', 30, { inputCode: 'fill-material', treatment: 'none', ratio: 1 }),
  between('d', 'e', 10, {
    byProductCode: 'wood-chips',
    inputCode: 'district-heat',
    treatment: 'none',
    ratio: 4,
  }),
  buildEntry({ exchange: heat, unitKind: 'energy', amountBase: d(500_000) }),
];

describe('foldIndicators', () => {
  it('example: recycling counts in the headline, energy recovery and fill on lines of their own', () => {
    expect(values(MIXED)).toMatchObject({
      wasteAvoided: '120', // 100 + 20; neither the 10 t burned nor the 30 t filled
      wasteReused: '0',
      wasteRecycled: '120',
      wasteToEnergy: '10',
      wasteToFill: '30',
      landfillDiverted: '120', // slag usually goes to landfill; what is filled does not count here either
      energyReplaced: '440', // 10 t × 4 MWh + 500 MWh × 0.8
      freshWaterSaved: undefined, // nothing tells it
    });
  });

  it('splits the CO2e into terms that add up to the net, burdens below nothing', () => {
    expect(values(MIXED)).toMatchObject({
      co2eProductionAvoided: '432', // 120 t × 0.9 × 4; fill and heat have no factor
      co2eDisposalAvoided: '1800', // (120 + 30) t × 10 + 10 t × 30
      co2eTreatment: '-180', // 120 t × 1.5
      co2eTransport: '-800', // (100 + 20 + 30 + 10) t × 50 km × 0.1
      netCo2eAvoided: '1252', // 432 + 1 800 − 180 − 800
    });
    const net = fold(MIXED).find((one) => one.name === 'netCo2eAvoided');
    expect(net?.missing).toEqual([
      'disposal of heat-low',
      'energy:district-heat',
      'production of fill-material',
    ]);
    expect([net?.low?.toString(), net?.high?.toString(), net?.entryCount]).toEqual(['1252', '1252', 5]);
  });

  it('reckons money at reference prices', () => {
    expect(values([between('a', 'b', 100)])).toMatchObject({
      purchaseCostAvoided: '9000', // 90 t × 100
      disposalCostAvoided: '30000', // 100 t × 300
      costSaved: '32000', // 9 000 + 30 000 − 100 t × 20 − 5 000 tkm × 1
    });
  });

  it('counts shares of exchanges', () => {
    const entries = [
      between('a', 'b', 40),
      between('a', 'c', 30),
      between('c', 'd', 20, { takerDivision: '24' }),
    ];
    const across = new Map([['a→c', traits({ isAcrossClusters: true })]]);
    expect(values(entries, across)).toMatchObject({
      crossIndustryShare: '66.666666667', // 2 of 3: the last stays within division 24
      crossClusterShare: '33.333333333', // 1 of 3
      largestFirmShare: '66.666666667', // a, and c too, takes part in 2 of 3
    });
    expect(values([]).crossIndustryShare).toBeUndefined();
  });

  it('keeps a lifetime apart from the year', () => {
    const entries = [between('a', 'b', 40, {}, { occurredOn: '2024-05-04' }), between('a', 'b', 30)];
    expect(values(entries)).toMatchObject({
      wasteAvoided: '30',
      materialMovedToDate: '70', // 40 + 30, and nothing carried on beyond
    });
  });

  it('tells what is left without exchanges that were there before the platform', () => {
    const earlier = new Map([['a→b', traits({ isRetrospective: true })]]);
    expect(values([between('a', 'b', 40), between('c', 'd', 30)], earlier)).toMatchObject({
      materialMovedAdditional: '30',
      exchangesAdditional: '1',
      retrospectiveExchanges: '1',
    });
  });

  it('counts as hazardous what the offer states so', () => {
    const stated = new Map([
      ['a→b', traits({ isHazardous: true })],
      ['c→d', traits({ isHazardous: false })],
    ]);
    expect(
      values([between('a', 'b', 40), between('c', 'd', 30), between('e', 'f', 5)], stated),
    ).toMatchObject({
      hazardousReused: '40',
    });
  });

  const firm = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const rows = fc.array(
    fc.tuple(firm, firm, fc.integer({ min: 1, max: 9999 })).filter(([giver, taker]) => giver !== taker),
    { maxLength: 12 },
  );
  const entriesOf = (of: readonly (readonly [string, string, number])[]): readonly LedgerEntry[] =>
    of.map(([giver, taker, kilos], index) =>
      between(giver, taker, kilos / 1000, {}, { deliveryId: `${index}` }),
    );

  it('comes out the same whatever the order of the entries, and is nothing again when all is taken back', () => {
    fc.assert(
      fc.property(rows, fc.nat(11), (of, turn) => {
        const all = entriesOf(of);
        expect(values([...all.slice(turn), ...all.slice(0, turn)].reverse())).toEqual(values(all));
        expect(values([...all, ...reversalsOf(all)])).toEqual(values([]));
      }),
      { numRuns: 40 },
    );
  });

  it('adds up over the halves of a year, all sums of it', () => {
    const sums = ['wasteAvoided', 'netCo2eAvoided', 'co2eTransport', 'costSaved', 'materialMovedAdditional'];
    fc.assert(
      fc.property(rows, (of) => {
        const all = entriesOf(of).map((one, at) => ({
          ...one,
          occurredOn: at % 2 === 0 ? '2026-06-30' : '2026-07-01',
        }));
        const halves = [
          { from: '2026-01-01', to: '2026-06-30' },
          { from: '2026-07-01', to: '2026-12-31' },
        ].map((half) => values(all, NO_TRAITS, half));
        const whole = values(all);
        for (const name of sums)
          expect(halves.reduce((sum, one) => sum.plus(one[name] ?? 0), d(0)).toString()).toBe(whole[name]);
      }),
      { numRuns: 40 },
    );
  });
});
