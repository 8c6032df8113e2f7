import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Decimal } from './decimal.js';
import {
  BASE_UNIT,
  bridge,
  convert,
  findUnit,
  fromBase,
  kindOf,
  READING_UNIT,
  toBase,
  unitCodes,
  UNITS,
  type UnitKind,
} from './unit.js';

const d = (value: string | number) => new Decimal(value);
/** Amounts as people and scales write them: up to twelve digits, six of them decimals. */
const amounts = fc.integer({ min: -1e12, max: 1e12 }).map((millionths) => d(millionths).div(1e6));
const codes = fc.constantFrom(...unitCodes());
const unitsOfOneKind = fc
  .constantFrom<UnitKind>('mass', 'volume', 'gas_volume', 'energy', 'count')
  .map((kind) => UNITS.filter((one) => one.kind === kind).map((one) => one.code))
  .chain((of) => fc.tuple(fc.constantFrom(...of), fc.constantFrom(...of), fc.constantFrom(...of)));

describe('convert', () => {
  it.each([
    ['1', 'MWh', 'GJ', '3.6'], // 1 MWh = 1000 kWh × 3.6 MJ
    ['3.6', 'GJ', 'MWh', '1'],
    ['1', 'TWh', 'TJ', '3600'],
    ['1', 'toe', 'GJ', '41.868'], // IEA: 1 toe = 41.868 GJ
    ['1', 'toe', 'MWh', '11.63'],
    ['18', 'MJ', 'kWh', '5'], // 18 / 3.6
    ['2.5', 't', 'kg', '2500'],
    ['1', 'Mt', 'kt', '1000'],
    ['1', 'lb', 'kg', '0.45359237'], // exact by definition, 1959
    ['1', 'yd3', 'm3', '0.764554857984'], // 0.9144³
    ['1000', 'l', 'm3', '1'],
  ])('%s %s is %s-for-%s exactly', (amount, from, to, expected) => {
    expect(convert(d(amount), from, to).toString()).toBe(expected);
  });

  it('example: a megawatt-hour in gigajoules', () => {
    expect(convert(d('1'), 'MWh', 'GJ').toString()).toBe('3.6');
  });

  it('brings every amount back to the last digit, thirds included', () => {
    fc.assert(
      fc.property(amounts, unitsOfOneKind, (amount, [a, b]) => {
        expect(convert(convert(amount, a, b), b, a).toString()).toBe(amount.toString());
      }),
    );
  });

  it('gives the same by a detour over a third unit', () => {
    fc.assert(
      fc.property(amounts, unitsOfOneKind, (amount, [a, b, c]) => {
        const direct = convert(amount, a, c);
        const detour = convert(convert(amount, a, b), b, c);
        // 40 digits are kept: the two may differ in the last of them
        expect(detour.minus(direct).abs().lte(direct.abs().times('1e-36'))).toBe(true);
      }),
    );
  });

  it('never goes from one kind to another', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        fc.pre(kindOf(a) !== kindOf(b));
        expect(() => convert(d(1), a, b)).toThrow(/different kinds/);
      }),
    );
  });

  it('refuses a unit it does not know', () => {
    expect(() => convert(d(1), 't', 'bushel')).toThrow(new RangeError('Unknown unit bushel'));
  });
});

describe('toBase and fromBase', () => {
  it('example: 18 MJ are 5 kWh, 1 500 kg are 1.5 t', () => {
    expect(toBase(d('18'), 'MJ').toString()).toBe('5');
    expect(fromBase(d('1500'), 't').toString()).toBe('1.5');
  });

  it.each(['6', '7', '38', '42', '0.7', '1000003'])('bring %s MJ back exactly', (amount) => {
    // 6 MJ = 30/18 kWh = 1.666… kWh, which no decimal holds
    expect(fromBase(toBase(d(amount), 'MJ'), 'MJ').toString()).toBe(amount);
  });

  it('undo each other in either order', () => {
    fc.assert(
      fc.property(amounts, codes, (amount, code) => {
        expect(fromBase(toBase(amount, code), code).toString()).toBe(amount.toString());
        expect(toBase(fromBase(amount, code), code).toString()).toBe(amount.toString());
      }),
      { numRuns: 300 },
    );
  });

  it('keep sign and order, so that more stays more', () => {
    fc.assert(
      fc.property(amounts, amounts, codes, (a, b, code) => {
        expect(toBase(a, code).comparedTo(toBase(b, code))).toBe(a.comparedTo(b));
      }),
    );
  });

  it('refuse a unit they do not know', () => {
    expect(() => toBase(d(1), '')).toThrow(RangeError);
    expect(() => fromBase(d(1), 'lm3')).toThrow(RangeError);
  });
});

describe('findUnit', () => {
  it.each([
    ['tonn', 't'],
    ['Tonnes', 't'],
    ['KG', 'kg'],
    ['m³', 'm3'],
    ['Nm³', 'Nm3'],
    ['STK', 'pcs'],
    ['Cubic Yard', 'yd3'],
  ])('knows %s as %s', (written, code) => expect(findUnit(written)?.code).toBe(code));

  it('example: the Norwegian word for a tonne', () => {
    expect(findUnit('tonn')?.code).toBe('t');
  });

  it('does not take a megatonne for anything smaller', () => {
    expect(findUnit('Mt')?.code).toBe('Mt');
    expect(findUnit('mt')).toBeUndefined();
  });

  it('leaves bulk and solid cubic metres of wood alone: they are not the same thing', () => {
    expect(findUnit('lm3')).toBeUndefined();
    expect(findUnit('fm3')).toBeUndefined();
  });

  it('knows every code, each meaning one unit, and no word means two', () => {
    const words = UNITS.flatMap((one) => [one.code, ...one.spellings]);
    expect(new Set(words).size).toBe(words.length);
    for (const one of UNITS)
      for (const word of [one.code, ...one.spellings]) expect(findUnit(word)).toBe(one);
  });
});

describe('the units of each kind', () => {
  it('example: a gigajoule is energy, and tonnes and kilograms come first', () => {
    expect(kindOf('GJ')).toBe('energy');
    expect(unitCodes().slice(0, 2)).toEqual(['t', 'kg']);
  });

  it('have a base that counts as one and a unit to be read in', () => {
    for (const [kind, code] of Object.entries(BASE_UNIT)) {
      expect(kindOf(code)).toBe(kind);
      expect(toBase(d(1), code).toString()).toBe('1');
      expect(kindOf(READING_UNIT[kind as UnitKind])).toBe(kind);
    }
  });
});

describe('bridge', () => {
  const named = {
    density: { value: 0.25, name: 'loose chips' },
    heatingValue: { value: 4.2, name: 'dry chips' },
  };

  it('example: a tonne of dry chips holds 4 200 kWh', () => {
    // 1 000 kg = 1 t × 4.2 MWh/t = 4.2 MWh
    expect(bridge(d(1000), 'mass', 'energy', named)?.toString()).toBe('4200');
  });

  it.each([
    ['energy', 'mass', '4200', '1000'], // 4.2 MWh / 4.2 MWh/t = 1 t
    ['volume', 'mass', '4', '1000'], // 4 m3 × 0.25 t/m3 = 1 t
    ['mass', 'volume', '1000', '4'], // 1 t / 0.25 t/m3
    ['mass', 'mass', '7', '7'],
  ] as const)('carries %s to %s: %s becomes %s', (from, to, base, expected) => {
    expect(bridge(d(base), from, to, named)?.toString()).toBe(expected);
  });

  const kinds = fc.constantFrom<UnitKind>('mass', 'volume', 'gas_volume', 'energy', 'count');

  it('never carries anything without a named figure', () => {
    fc.assert(
      fc.property(kinds, kinds, (from, to) => {
        expect(bridge(d(5), from, to, {})?.toString()).toBe(from === to ? '5' : undefined);
      }),
    );
  });

  it('uses one figure only: volume never becomes energy, and pieces and gas nothing at all', () => {
    expect(bridge(d(1), 'volume', 'energy', named)).toBeUndefined();
    expect(bridge(d(1), 'energy', 'volume', named)).toBeUndefined();
    expect(bridge(d(1), 'count', 'mass', named)).toBeUndefined();
    expect(bridge(d(1), 'gas_volume', 'energy', named)).toBeUndefined();
  });

  it('does not take a density for a heating value', () => {
    expect(bridge(d(1), 'mass', 'energy', { density: named.density })).toBeUndefined();
    expect(bridge(d(1), 'mass', 'volume', { heatingValue: named.heatingValue })).toBeUndefined();
  });
});
