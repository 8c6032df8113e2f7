import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bandOf, exactly, type Range } from '../quantity/range.js';
import { buildFacts, d, limit } from '../testing/builders.js';
import {
  AREA_RADIUS_KM,
  bandFacts,
  bandProperty,
  bandRange,
  disclosureIn,
  DISCLOSURE_GROUPS,
  firstOfMonth,
  lastOfMonth,
  MASKED_LEVELS,
  propertyRange,
  type DisclosureGroup,
  type Levels,
} from './disclose.js';

const AREA = { latitude: 60.2, longitude: 12.1, radiusKm: AREA_RADIUS_KM };
const values = fc.integer({ min: 1, max: 999_999 }).map((thousandths) => thousandths / 1000);
const holds = (outer: Range, inner: Range) => outer.min <= inner.min && outer.max >= inner.max;

describe('propertyRange', () => {
  const moisture = { property: 'moisture', measured: false };

  it('example: a most alone is open below', () => {
    expect(propertyRange({ ...moisture, max: d(20) })).toEqual({ min: -Infinity, max: 20 });
  });

  it('takes the typical value where neither end is stated, and leaves nothing stated open', () => {
    expect(propertyRange({ ...moisture, typical: d(18) })).toEqual(exactly(18));
    expect(propertyRange({ ...moisture, min: d(10), typical: d(18) })).toEqual({ min: 10, max: Infinity });
    expect(propertyRange(moisture)).toEqual({ min: -Infinity, max: Infinity });
  });
});

describe('bandFacts', () => {
  it('example: gives area, bands and months instead of place, amounts and days', () => {
    const exact = buildFacts('OFFER', {
      yearlyBase: exactly(270_000),
      properties: [limit('moisture', { max: 23 }), limit('temperature', { min: 73, max: 73 })],
      availableFrom: '2026-07-09',
      availableUntil: '2027-02-11',
      monthlyProfile: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      maxDistanceKm: 90,
    });
    expect(bandFacts(exact, AREA)).toEqual({
      ...exact,
      place: AREA,
      yearlyBase: { min: 200_000, max: 500_000 },
      properties: [limit('moisture', { max: 50 }), limit('temperature', { min: 70, max: 80 })],
      availableFrom: '2026-07-01',
      availableUntil: '2027-02-28',
      monthlyProfile: undefined,
      maxDistanceKm: 100,
    });
  });

  it('leaves what is not stated unstated', () => {
    const { availableFrom, availableUntil, maxDistanceKm } = bandFacts(buildFacts('OFFER'), AREA);
    expect([availableFrom, availableUntil, maxDistanceKm]).toEqual([undefined, undefined, undefined]);
  });

  it('never narrows an amount or a property below its band, however often they are combined', () => {
    fc.assert(
      fc.property(values, values, values, (amount, a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const banded = bandFacts(
          buildFacts('OFFER', {
            yearlyBase: exactly(amount),
            properties: [limit('moisture', { min, max }), limit('Supply temperature', { min, max })],
          }),
          AREA,
        );
        const [moisture, temperature] = banded.properties.map((one) => one.range) as [Range, Range];
        expect(holds(banded.yearlyBase, bandOf(amount))).toBe(true);
        expect(holds(moisture, { min: bandOf(min).min, max: bandOf(max).max })).toBe(true);
        expect(holds(temperature, { min, max })).toBe(true);
        expect(temperature.max - temperature.min).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});

describe('bandFacts by group', () => {
  const exact = buildFacts('NEED', {
    yearlyBase: exactly(270_000),
    properties: [limit('moisture', { max: 23 })],
    availableFrom: '2026-07-09',
    availableUntil: '2027-02-11',
    monthlyProfile: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    smallestLot: exactly(30),
    largestLot: exactly(700),
    wasteCode: '03 01 05',
    permits: ['03 01 05'],
    maxDistanceKm: 90,
  });
  const open = (...groups: readonly DisclosureGroup[]): Levels => ({
    ...MASKED_LEVELS,
    ...Object.fromEntries(groups.map((group) => [group, 'EXACT'])),
  });
  const FACTS_OF: Readonly<Record<DisclosureGroup, readonly (keyof typeof exact)[]>> = {
    IDENTITY: ['permits'],
    PLACE: ['place', 'maxDistanceKm'],
    AMOUNT: ['yearlyBase', 'smallestLot', 'largestLot', 'availableFrom', 'availableUntil', 'monthlyProfile'],
    COMPOSITION: ['properties', 'wasteCode'],
    PRICE: [],
    TEXT: [],
  };

  it('example: leaves an amount that is granted as it is', () => {
    const banded = bandFacts(exact, AREA, { ...MASKED_LEVELS, AMOUNT: 'EXACT' });
    expect(banded.yearlyBase).toEqual(exact.yearlyBase);
    expect(banded.place).toEqual(AREA);
  });

  it.each(DISCLOSURE_GROUPS)('%s alone opens its own facts and no other', (group) => {
    const own = Object.fromEntries(FACTS_OF[group].map((name) => [name, exact[name]]));
    expect(bandFacts(exact, AREA, open(group))).toEqual({ ...bandFacts(exact, AREA), ...own });
  });

  it('with all groups open is the facts themselves; hidden is reckoned as banded', () => {
    expect(bandFacts(exact, AREA, open(...DISCLOSURE_GROUPS))).toEqual(exact);
    const hidden = Object.fromEntries(DISCLOSURE_GROUPS.map((group) => [group, 'HIDDEN']));
    expect(bandFacts(exact, AREA, hidden as unknown as Levels)).toEqual(bandFacts(exact, AREA));
  });

  it('hides every fact that differs between firms in some group', () => {
    const told = new Set(Object.values(FACTS_OF).flat());
    const banded = bandFacts(exact, AREA);
    const changed = (Object.keys(exact) as (keyof typeof exact)[]).filter(
      (name) => JSON.stringify(exact[name]) !== JSON.stringify(banded[name]),
    );
    expect(changed.sort()).toEqual([...told].sort());
  });
});

describe('disclosureIn', () => {
  it('example: a masked listing is banded', () => expect(disclosureIn(MASKED_LEVELS)).toBe('BANDED'));

  it('is exact when all groups are, the price aside', () => {
    const everything = Object.fromEntries(DISCLOSURE_GROUPS.map((group) => [group, 'EXACT'])) as Levels;
    expect(disclosureIn(everything)).toBe('EXACT');
    for (const group of DISCLOSURE_GROUPS) {
      const disclosed = disclosureIn({ ...everything, [group]: 'HIDDEN' });
      expect([group, disclosed]).toEqual([group, group === 'PRICE' ? 'EXACT' : 'BANDED']);
    }
  });
});

describe('bandRange', () => {
  it('example: widens an interval to the bands of its ends', () => {
    expect(bandRange({ min: 30, max: 700 })).toEqual({ min: 20, max: 1000 });
    expect(bandRange(exactly(30))).toEqual({ min: 20, max: 50 });
  });
});

describe('bandProperty', () => {
  it.each([
    ['above nothing', { min: 3, max: 3 }, { min: 2, max: 5 }],
    ['below nothing', { min: -3, max: -3 }, { min: -5, max: -2 }],
    ['across nothing', { min: -3, max: 30 }, { min: -5, max: 50 }],
    ['from nothing', { min: 0, max: 0.3 }, { min: 0, max: 0.5 }],
  ])('widens a property %s', (_where, range, banded) => {
    expect(bandProperty(limit('gross value', range)).range).toEqual(banded);
  });

  it.each([
    ['temperature', 80, { min: 80, max: 90 }],
    ['Turtemperatur', 79.9, { min: 70, max: 80 }],
    ['temperature', -4, { min: -10, max: 0 }],
  ])('shows a %s of %d in steps of ten degrees', (property, degrees, banded) => {
    expect(bandProperty(limit(property, exactly(degrees))).range).toEqual(banded);
  });

  it('leaves an open end open', () => {
    expect(bandProperty(limit('temperature', { min: 73 })).range).toEqual({ min: 70, max: Infinity });
    expect(bandProperty(limit('ash', { max: 3 })).range).toEqual({ min: -Infinity, max: 5 });
  });
});

describe('firstOfMonth and lastOfMonth', () => {
  it('example: of a February in a leap year', () => {
    expect([firstOfMonth('2028-02-11'), lastOfMonth('2028-02-11')]).toEqual(['2028-02-01', '2028-02-29']);
    expect(lastOfMonth('2026-12-31')).toBe('2026-12-31');
  });
});
