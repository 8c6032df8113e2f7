import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reversalsOf, type LedgerEntry, type NewEntry } from '../ledger/entry.js';
import { between, buildEntry, buildExchange, d, RULES } from '../testing/builders.js';
import {
  byAgreement,
  countedIn,
  countedOf,
  foldFigures,
  sharesOf,
  summedIn,
  type FigureName,
} from './fold.js';
import { foldFlows } from './flows.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const fold = (entries: readonly NewEntry[], period = YEAR) =>
  foldFigures(countedIn(entries, 'DELIVERED', period, RULES), 'DELIVERED');
const values = (entries: readonly NewEntry[], period = YEAR): Record<FigureName, string> =>
  Object.fromEntries(fold(entries, period).map(({ name, value }) => [name, value.toString()])) as Record<
    FigureName,
    string
  >;

describe('foldFigures', () => {
  it('example: two deliveries of slag and one of heat', () => {
    const heat = buildExchange({
      agreementId: 'agreement-2',
      giverFirmId: 'smelter',
      takerFirmId: 'heater',
      giverDivision: '35',
      takerDivision: '35',
      byProductCode: 'heat-low',
      inputCode: 'heat',
      ratio: 1,
      treatment: 'none',
    });
    const entries = [
      buildEntry({ tonnes: 100, valueNok: d(-5000) }),
      buildEntry({ tonnes: 20, roadKm: d(60), valueNok: d(800) }),
      buildEntry({ exchange: heat, unitKind: 'energy', amountBase: d(7_500_000), roadKm: d(3) }),
    ];
    expect(values(entries)).toEqual({
      materialMoved: '120', // 100 t + 20 t
      energyMoved: '7500', // 7 500 000 kWh
      volumeMoved: '0',
      gasMoved: '0',
      piecesMoved: '0',
      virginMaterialDisplaced: '108', // (100 + 20) t × 0.9; heat is no material
      // slag 120 t × (0.9 × 4 + 10 − 1.5) = 1 452; roads (5 000 + 1 200) tkm × 0.1 = 620; heat has no factor: 0
      netCo2eAvoided: '832',
      transportWork: '6200', // 100 t × 50 km + 20 t × 60 km
      salesValue: '-4200', // −5 000 + 800
      exchanges: '2',
      firms: '4',
      crossIndustryExchanges: '1', // 24 to 08; heat stays in 35
    });
  });

  it('gives every figure, also those of nothing, in one order with unit and basis', () => {
    const folded = fold([]);
    expect(folded.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      'materialMoved t',
      'energyMoved MWh',
      'volumeMoved m3',
      'gasMoved Nm3',
      'piecesMoved pcs',
      'virginMaterialDisplaced t',
      'netCo2eAvoided kg CO2e',
      'transportWork tkm',
      'salesValue NOK',
      'exchanges 1',
      'firms 1',
      'crossIndustryExchanges 1',
    ]);
    for (const { value, basis, entryCount } of folded) {
      expect([value.toString(), basis, entryCount]).toEqual(['0', 'DELIVERED', 0]);
    }
  });

  it('counts an exchange once, however often it is delivered', () => {
    const entries = [1, 2, 3].map((tonnes) => between('a', 'b', tonnes));
    const [exchanges] = fold(entries).filter((one) => one.name === 'exchanges');
    expect([exchanges?.value.toString(), exchanges?.entryCount]).toEqual(['1', 3]);
    expect(values(entries).firms).toBe('2');
  });

  it('counts a tonne once, although two firms moved it', () => {
    expect(values([between('a', 'b', 40), between('b', 'c', 40)]).materialMoved).toBe('80');
  });

  it('counts an exchange that was taken back whole no longer, nor its firms', () => {
    const kept = between('a', 'b', 40);
    const wrong = between('c', 'd', 25);
    expect(values([kept, wrong, ...reversalsOf([wrong])])).toEqual(values([kept]));
  });

  it('still counts an exchange of which a part was taken back', () => {
    const wrong = between('a', 'b', 25);
    const { exchanges, materialMoved } = values([wrong, between('a', 'b', 15), ...reversalsOf([wrong])]);
    expect([exchanges, materialMoved]).toEqual(['1', '15']);
  });

  it('stops at a material that is not in the tree: a figure is never silently short', () => {
    const exchange = buildExchange({ byProductCode: 'unobtainium' });
    expect(() => fold([buildEntry({ exchange })])).toThrow('unobtainium');
  });

  const firm = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const entries = fc.array(
    fc.tuple(firm, firm, fc.integer({ min: 1, max: 9999 })).filter(([giver, taker]) => giver !== taker),
    { maxLength: 15 },
  );
  const rowsOf = (rows: readonly (readonly [string, string, number])[]): readonly LedgerEntry[] =>
    rows.map(([giver, taker, kilos], index) =>
      between(giver, taker, kilos / 1000, {}, { deliveryId: `${index}` }),
    );

  it('comes out the same whatever the order of the entries', () => {
    fc.assert(
      fc.property(entries, fc.nat(14), (rows, turn) => {
        const all = rowsOf(rows);
        expect(values([...all.slice(turn), ...all.slice(0, turn)].reverse())).toEqual(values(all));
      }),
    );
  });

  it('is nothing again when everything is taken back', () => {
    fc.assert(
      fc.property(entries, (rows) => {
        const all = rowsOf(rows);
        expect(values([...all, ...reversalsOf(all)])).toEqual(values([]));
      }),
    );
  });

  it('adds up over the months of a year', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 12, maxLength: 12 }), (kilos) => {
        const all = kilos.map((one, month) =>
          between('a', 'b', one / 1000, {}, { occurredOn: `2026-${months[month]}-28` }),
        );
        const parts = months.map((month) => ({ from: `2026-${month}-01`, to: `2026-${month}-31` }));
        const sum = parts.reduce((total, part) => total.plus(values(all, part).netCo2eAvoided), d(0));
        expect(sum.toString()).toBe(values(all).netCo2eAvoided);
      }),
      { numRuns: 30 },
    );
  });
});

describe('countedIn', () => {
  const amounts = (entry: NewEntry, period = YEAR) =>
    countedIn([entry], entry.basis, period, RULES).map((one) => one.amountBase.toString());

  it('example: 100 t of slag avoid 710 kg CO2e', () => {
    // 100 t × (0.9 × 4 + 10 − 1.5) = 1 210; 5 000 tkm × 0.1 = 500
    expect(countedIn([buildEntry()], 'DELIVERED', YEAR, RULES)[0]?.effects.net.toString()).toBe('710');
  });

  it('example: counts a delivery whole on its day, first and last day of the period included', () => {
    for (const occurredOn of [YEAR.from, '2026-06-23', YEAR.to]) {
      expect(amounts(buildEntry({ occurredOn }))).toEqual(['100000']);
    }
    for (const occurredOn of ['2025-12-31', '2027-01-01'])
      expect(amounts(buildEntry({ occurredOn }))).toEqual([]);
  });

  it('keeps the bases apart', () => {
    expect(countedIn([buildEntry()], 'VERIFIED', YEAR, RULES)).toEqual([]);
  });

  const yearly = (occurredOn: string, endsOn?: string) =>
    buildEntry({ kind: 'agreed', basis: 'AGREED', yearly: true, tonnes: 365, occurredOn, endsOn });

  it.each([
    ['from July on', '2026-07-01', undefined, YEAR, '184000'], // 31+31+30+31+30+31 days × 1 t
    ['begun long before', '2020-01-01', undefined, YEAR, '365000'],
    ['in a leap year', '2020-01-01', undefined, { from: '2028-01-01', to: '2028-12-31' }, '366000'],
    ['to the end of March', '2020-01-01', '2026-03-31', YEAR, '90000'], // 31 + 28 + 31
    ['within the year', '2026-03-01', '2026-03-31', YEAR, '31000'],
    ['of one day', '2026-03-01', '2026-03-01', YEAR, '1000'],
    ['in one month of it', '2026-01-15', '2026-12-31', { from: '2026-01-01', to: '2026-01-31' }, '17000'], // 15th to 31st
    ['ended on the first day', '2020-01-01', '2026-01-01', YEAR, '1000'],
    ['begun on the last day', '2026-12-31', undefined, YEAR, '1000'],
  ])('counts a yearly 365 t %s by its days', (_when, from, to, period, kilos) => {
    expect(amounts(yearly(from, to), period)).toEqual([kilos]);
  });

  it('counts the money of a yearly rate by the same days', () => {
    const rate = { ...yearly('2026-07-01'), valueNok: d(36_500) };
    const [money] = foldFigures(countedIn([rate], 'AGREED', YEAR, RULES), 'AGREED').filter(
      (one) => one.name === 'salesValue',
    );
    // 184 days from 1 July: 36 500 × 184 ÷ 365
    expect(money?.value.toString()).toBe('18400');
  });

  it('counts a yearly amount not at all outside its term', () => {
    expect(amounts(yearly('2027-01-01'))).toEqual([]);
    expect(amounts(yearly('2020-01-01', '2025-12-31'))).toEqual([]);
  });
});

describe('countedOf', () => {
  it('example: 100 t over 50 km and 20 t over 60 km are 120 t and 6 200 tkm', () => {
    const sum = {
      exchange: buildExchange(),
      unitKind: 'mass' as const,
      amountBase: d(120_000),
      amountKm: d(6_200_000),
      entries: 2,
    };
    // 120 t × (0.9 × 4 + 10 − 1.5) = 1 452; 6 200 tkm × 0.1 = 620
    expect(countedOf([sum], RULES)[0]?.effects.net.toString()).toBe('832');
  });

  it('example: an agreement is one sum, two where only some of its entries have a price', () => {
    const entries = [buildEntry({ tonnes: 100 }), buildEntry({ tonnes: 20 }), buildEntry({ valueNok: d(5) })];
    const sums = byAgreement(summedIn(entries, 'DELIVERED', YEAR));
    expect(sums.map((one) => [one.amountBase.toString(), one.entries])).toEqual([
      ['120000', 2], // 100 t + 20 t
      ['100000', 1],
    ]);
  });

  const delivery = fc.record({
    agreement: fc.constantFrom('p', 'q'),
    grams: fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((one) => one !== 0),
    metres: fc.nat(900_000),
    ore: fc.nat(1_000_000),
  });
  const plain = (counted: Parameters<typeof foldFigures>[0]) => [
    ...foldFigures(counted, 'DELIVERED').map((one) => [one.name, String(one.value), one.entryCount]),
    ...foldFigures(counted, 'DELIVERED').map((one) =>
      [...one.shares].map(([firm, part]) => `${firm} ${String(part)}`).sort(),
    ),
    ...foldFlows(counted).map((one) => [one.unit, String(one.value)]),
  ];

  it('comes to the same figures, entries and shares whether entries are summed before or not', () => {
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 12 }), (deliveries) => {
        const entries = deliveries.map(({ agreement, grams, metres, ore }) =>
          buildEntry({
            exchange: buildExchange({ agreementId: agreement, takerFirmId: `taker of ${agreement}` }),
            amountBase: d(grams).div(1000),
            roadKm: d(metres).div(1000),
            valueNok: ore % 3 > 0 ? d(ore).div(100) : undefined,
          }),
        );
        const single = countedIn(entries, 'DELIVERED', YEAR, RULES);
        expect(plain(countedOf(byAgreement(single), RULES))).toEqual(plain(single));
      }),
    );
  });
});

describe('sharesOf', () => {
  it('example: every exchange counts in full for both its parties', () => {
    const parts = [
      { value: d(5), exchange: buildExchange({ giverFirmId: 'a', takerFirmId: 'b' }) },
      { value: d(-2), exchange: buildExchange({ giverFirmId: 'b', takerFirmId: 'c' }) },
    ];
    const shares = [...sharesOf(parts)].map(([firmId, share]) => `${firmId} ${share.toString()}`);
    expect(shares).toEqual(['a 5', 'b 3', 'c -2']);
  });
});
