import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areaOf, bandFacts } from '../listing/disclose.js';
import { assess } from '../matching/assess.js';
import type { ListingFacts } from '../matching/facts.js';
import { bandOf, exactly } from '../quantity/range.js';
import { buildFacts, d, KONGSVINGER, limit, MATERIALS, RULES, SLAG } from '../testing/builders.js';
import type { WatchTerms } from './watch.js';
import { watches, type Watcher } from './watches.js';

const woodWatch: WatchTerms = {
  name: 'Wood',
  side: 'OFFER',
  materialCodes: ['wood'],
  areas: ['34'],
  properties: [],
  crossIndustryOnly: false,
};
const watcher: Watcher = { firmId: 'watcher', division: '35' };
const chipsOffer = buildFacts('OFFER');
const found = (overrides: Partial<WatchTerms>, facts: ListingFacts = chipsOffer, municipality = '3401') =>
  watches({ ...woodWatch, areas: [], ...overrides }, watcher, { facts, municipality }, RULES);
const resultsOf = (overrides: Partial<WatchTerms>, facts?: ListingFacts) =>
  found(overrides, facts)?.conditions.map((one) => `${one.name} ${one.result}`);

describe('watches', () => {
  it('example: a county, of which the municipality is one', () =>
    expect(
      watches(woodWatch, watcher, { facts: chipsOffer, municipality: '3401' }, RULES)?.conditions,
    ).toEqual([{ name: 'area', result: 'PASS' }]));

  it('finds what lies below a node, and neither what lies beside nor what lies above', () => {
    expect(found({ materialCodes: ['wood'] })).toBeDefined();
    expect(found({ materialCodes: ['wood-chips'] })).toBeDefined();
    expect(found({ materialCodes: ['dry-chips'] })).toBeUndefined();
    expect(found({ materialCodes: ['gravel', 'slag'] })).toBeUndefined();
    expect(
      found({ materialCodes: ['gravel', 'slag'] }, buildFacts('OFFER', { material: SLAG })),
    ).toBeDefined();
  });

  it('finds neither the other side nor the own firm', () => {
    expect(found({ side: 'NEED' })).toBeUndefined();
    expect(found({}, buildFacts('OFFER', { firmId: 'watcher' }))).toBeUndefined();
    expect(found({ side: 'NEED' }, buildFacts('NEED'))).toBeDefined();
  });

  it('knows a place by its municipality, and one abroad by none', () => {
    expect(found({ areas: ['3403'] })).toBeUndefined();
    expect(found({ areas: ['3403', '3401'] })).toBeDefined();
    expect(
      watches(woodWatch, watcher, { facts: chipsOffer, municipality: undefined }, RULES),
    ).toBeUndefined();
  });

  it('holds an amount to its band: all of it, a part, nothing', () => {
    // 1 000 t a year, shown as 1 000 to 2 000 t
    const masked = { ...chipsOffer, yearlyBase: bandOf(1_000_000) };
    const amount = (min?: number, max?: number) => ({
      amount: {
        unit: 't',
        min: min === undefined ? undefined : d(min),
        max: max === undefined ? undefined : d(max),
      },
    });
    expect(resultsOf(amount(1000, 2000), masked)).toEqual(['amount PASS']);
    expect(resultsOf(amount(500), masked)).toEqual(['amount PASS']);
    expect(resultsOf(amount(1500), masked)).toEqual(['amount UNKNOWN']);
    expect(resultsOf(amount(undefined, 1999), masked)).toEqual(['amount UNKNOWN']);
    expect(resultsOf(amount(2001), masked)).toBeUndefined();
    expect(resultsOf(amount(undefined, 999), masked)).toBeUndefined();
    expect(resultsOf(amount(1001), chipsOffer)).toBeUndefined();
    // 1 000 t × 4 MWh/t = 4 000 MWh
    expect(resultsOf({ amount: { unit: 'MWh', min: d(4000), max: d(4000) } })).toEqual(['amount PASS']);
  });

  it('leaves a distance open that the area leaves open', () => {
    const near = { ...watcher, place: KONGSVINGER };
    const within = (withinKm: number, radiusKm: number) =>
      watches(
        { ...woodWatch, areas: [], siteId: 'own', withinKm },
        near,
        {
          facts: { ...chipsOffer, place: { ...KONGSVINGER, latitude: 61.19, radiusKm } },
          municipality: '3401',
        },
        RULES,
      )?.conditions[0]?.result;
    // one degree of latitude is 111.2 km; × 1.3 = 144.6 km, with 25 km more or less 112 to 177
    expect(within(145, 0)).toBe('PASS');
    expect(within(144, 0)).toBeUndefined();
    expect(within(145, 25)).toBe('UNKNOWN');
    expect(within(178, 25)).toBe('PASS');
    expect(within(111, 25)).toBeUndefined();
  });

  it('holds an offer to the limits, and a need to what the own stream has', () => {
    const dry = {
      properties: [{ property: 'moisture', max: d(25), unit: '%', basis: 'wet', measured: false }],
    };
    const stated = (min: number, max: number) =>
      buildFacts('OFFER', { properties: [limit('moisture', { min, max }, { unit: '%', basis: 'wet' })] });
    expect(resultsOf(dry, stated(18, 20))).toEqual(['moisture PASS']);
    expect(resultsOf(dry, stated(20, 50))).toEqual(['moisture UNKNOWN']);
    expect(resultsOf(dry, stated(30, 40))).toBeUndefined();
    expect(resultsOf(dry)).toEqual(['moisture UNKNOWN']);
    const need = buildFacts('NEED', {
      properties: [limit('moisture', { max: 30 }, { unit: '%', basis: 'wet' })],
    });
    const wet = {
      properties: [{ property: 'moisture', typical: d(40), unit: '%', basis: 'wet', measured: true }],
    };
    expect(resultsOf({ ...dry, side: 'NEED' }, need)).toEqual(['moisture PASS']);
    expect(resultsOf({ ...wet, side: 'NEED' }, need)).toBeUndefined();
  });

  it('asks for another industry and for a score where it is told to', () => {
    expect(found({})?.crossIndustry).toBe(true);
    expect(resultsOf({ crossIndustryOnly: true })).toEqual(['industry PASS']);
    expect(resultsOf({ crossIndustryOnly: true }, buildFacts('OFFER', { division: '35' }))).toBeUndefined();
    const score = found({})?.score ?? 0;
    expect(resultsOf({ leastScore: score })).toEqual(['score PASS']);
    expect(resultsOf({ leastScore: score + 0.001 })).toBeUndefined();
  });

  it('scores as a match with a listing of the own for the same material would', () => {
    const own = buildFacts('NEED', { firmId: 'watcher', maxDistanceKm: 80 });
    const at = { ...watcher, place: KONGSVINGER };
    const asWatch = watches(
      { ...woodWatch, areas: [], siteId: 'own', withinKm: 80 },
      at,
      { facts: chipsOffer, municipality: '3401' },
      RULES,
    );
    expect(asWatch?.score).toBeCloseTo(assess(chipsOffer, own, RULES)?.score ?? -1, 12);
  });
});

describe('what is masked', () => {
  const municipality = { latitude: 60.1837, longitude: 12.2173 };
  const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
  /** Two amounts or limits of one band of the series 1, 2, 5. */
  const sameBand = fc
    .tuple(fc.double({ min: 1, max: 1e9, noNaN: true }), share, share)
    .map(([value, ...shares]) => {
      const { min, max } = bandOf(value);
      return shares.map((one) => min + (max - min) * one) as [number, number];
    });
  /** Within 20 km of the municipality's point, which its circle of 25 holds. */
  const place = fc.tuple(share, share).map(([north, east]) => ({
    latitude: municipality.latitude + (north - 0.5) * 0.25,
    longitude: municipality.longitude + (east - 0.5) * 0.5,
    radiusKm: 0,
  }));
  const watch: fc.Arbitrary<WatchTerms> = fc
    .record({
      side: fc.constantFrom('OFFER' as const, 'NEED' as const),
      materialCodes: fc.subarray(
        MATERIALS.map((one) => one.code),
        { minLength: 1 },
      ),
      areas: fc.subarray(['34', '3401', '03']),
      withinKm: fc.option(fc.double({ min: 1, max: 300, noNaN: true }), { nil: undefined }),
      amount: fc.option(
        fc.double({ min: 0, max: 1e6, noNaN: true }).map((min) => ({ min: d(min), unit: 't' })),
        { nil: undefined },
      ),
      properties: fc.constantFrom(
        [],
        [{ property: 'moisture', max: d(25), unit: '%', basis: 'wet', measured: false }],
      ),
      leastScore: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      crossIndustryOnly: fc.boolean(),
    })
    .map((one) => ({ ...one, name: 'any' }));

  it('two listings that look alike get the same answer from every watch', () => {
    let told = 0;
    fc.assert(
      fc.property(
        watch,
        fc.constantFrom(...MATERIALS),
        fc.tuple(sameBand, sameBand, sameBand),
        fc.tuple(place, place),
        place,
        (terms, material, [amounts, limits, reaches], places, own) => {
          const answers = places.map((at, one) => {
            const exact = buildFacts(terms.side, {
              material,
              place: at,
              yearlyBase: exactly(amounts[one] ?? 0),
              maxDistanceKm: reaches[one],
              properties: [limit('moisture', exactly(limits[one] ?? 0), { unit: '%', basis: 'wet' })],
            });
            const facts = bandFacts(exact, areaOf(at, municipality));
            return watches(terms, { ...watcher, place: own }, { facts, municipality: '3401' }, RULES);
          });
          if (answers[0] !== undefined) told += 1;
          expect(answers[0]).toEqual(answers[1]);
        },
      ),
      { numRuns: 500 },
    );
    // so that the law speaks of answers and not of silence
    expect(told).toBeGreaterThan(10);
  });

  it('and two that are open to the firm do not', () => {
    const amount = { amount: { min: d(1500), unit: 't' } };
    expect(resultsOf(amount, { ...chipsOffer, yearlyBase: exactly(1_400_000) })).toBeUndefined();
    expect(resultsOf(amount, { ...chipsOffer, yearlyBase: exactly(1_600_000) })).toEqual(['amount PASS']);
  });
});
