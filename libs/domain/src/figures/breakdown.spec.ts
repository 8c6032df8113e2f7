import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { between, buildEntry, d, RULES } from '../testing/builders.js';
import { groupsOf, isByTime, isTooFine, periodsOf, type CalendarPeriod } from './breakdown.js';
import { countedIn, foldFigures } from './fold.js';
import type { ExchangeTraits } from './indicators.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('periodsOf', () => {
  it('example: the quarters of a period, the first and the last cut to it', () => {
    const [first, second, ...more] = periodsOf({ from: '2026-02-10', to: '2026-04-01' }, 'QUARTER');
    expect(first).toEqual({ key: '2026-Q1', span: { from: '2026-02-10', to: '2026-03-31' } });
    expect(second).toEqual({ key: '2026-Q2', span: { from: '2026-04-01', to: '2026-04-01' } });
    expect(more).toEqual([]);
  });

  it('names months and years', () => {
    const keys = (by: CalendarPeriod) =>
      periodsOf({ from: '2025-12-31', to: '2026-02-01' }, by).map((one) => one.key);
    expect(keys('MONTH')).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(keys('YEAR')).toEqual(['2025', '2026']);
  });

  it('covers the whole period, each day once', () => {
    const by = fc.constantFrom<CalendarPeriod>('MONTH', 'QUARTER', 'YEAR');
    fc.assert(
      fc.property(
        by,
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 1500 }),
        (period, start, days) => {
          const from = addDays('2020-01-01', start);
          const to = addDays(from, days);
          const parts = periodsOf({ from, to }, period).map((one) => one.span);
          expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([from, to]);
          parts.slice(1).forEach((one, at) => expect(one.from).toBe(addDays(parts[at]?.to ?? '', 1)));
        },
      ),
    );
  });

  it('adds up to the figure of the whole, for a yearly rate too', () => {
    const rate = buildEntry({
      kind: 'agreed',
      basis: 'AGREED',
      yearly: true,
      tonnes: 365,
      occurredOn: '2026-02-10',
    });
    const moved = (span: typeof YEAR) =>
      foldFigures(countedIn([rate], 'AGREED', span, RULES), 'AGREED')[0]?.value ?? d(0);
    const sum = periodsOf(YEAR, 'MONTH').reduce((total, one) => total.plus(moved(one.span)), d(0));
    // 10 February to 31 December: 19 + 306 days × 1 t
    expect([sum.toString(), moved(YEAR).toString()]).toEqual(['325', '325']);
  });
});

describe('isTooFine', () => {
  it('example: ten years by months and no more', () => {
    expect(isTooFine({ from: '2000-01-01', to: '2026-12-31' }, 'MONTH')).toBe(true);
    expect(isTooFine({ from: '2017-01-01', to: '2026-12-31' }, 'MONTH')).toBe(false);
    expect(isTooFine({ from: '2000-01-01', to: '2026-12-31' }, 'YEAR')).toBe(false);
  });
});

describe('isByTime', () => {
  it('example: a quarter is, a material is not', () => {
    expect([isByTime('QUARTER'), isByTime('MATERIAL_BRANCH')]).toEqual([true, false]);
  });
});

describe('groupsOf', () => {
  const traits = (municipality: string): ExchangeTraits => ({
    isRetrospective: false,
    isHazardous: undefined,
    isAcrossClusters: false,
    municipality,
  });
  const entries = [
    between('a', 'b', 40),
    between('b', 'c', 30, { giverDivision: '16', byProductCode: 'wood-chips', inputCode: 'district-heat' }),
    between('c', 'd', 20),
  ];
  const rules = {
    rules: RULES,
    traits: new Map([
      ['a→b', traits('4204')],
      ['b→c', traits('4206')],
    ]),
  };
  const tonnes = (by: Parameters<typeof groupsOf>[1]): readonly string[] =>
    groupsOf(countedIn(entries, 'DELIVERED', YEAR, RULES), by, rules).map(
      ({ key, counted }) => `${key} ${foldFigures(counted, 'DELIVERED')[0]?.value.toString()}`,
    );

  it('example: by the industries of giver and taker', () => {
    expect(tonnes('INDUSTRY_PAIR')).toEqual(['16>08 30', '24>08 60']); // 40 + 20
  });

  it('groups by branch, municipality of the giver and step, and leaves nothing out', () => {
    expect(tonnes('MATERIAL_BRANCH')).toEqual(['slag 60', 'wood 30']);
    expect(tonnes('MUNICIPALITY')).toEqual(['4204 40', '4206 30', 'none 20']);
    expect(tonnes('WASTE_STEP')).toEqual(['ENERGY_RECOVERY 30', 'RECYCLING 60']);
  });
});
