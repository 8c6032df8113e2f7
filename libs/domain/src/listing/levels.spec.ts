import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { levelsOf } from '../access/disclosure.js';
import { addDays } from '../calendar/day.js';
import { assess, isRefused, type Assessment } from '../matching/assess.js';
import type { ListingFacts } from '../matching/facts.js';
import { exactly } from '../quantity/range.js';
import { buildFacts, GRAVEL, HEAT, KONGSVINGER, limit, MATERIALS, RULES, SLAG } from '../testing/builders.js';
import { bandFacts, DISCLOSURE_GROUPS, type Levels } from './disclose.js';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const nearby = fc.record({
  latitude: fc.double({ min: 59.8, max: 60.6, noNaN: true }),
  longitude: fc.double({ min: 11.5, max: 12.5, noNaN: true }),
  radiusKm: fc.constant(0),
});
const profile = maybe(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 }));
const code = fc.constantFrom('03 01 05', '10 02 02', '19 12 07');

/** Every fact that masking touches, by the group it belongs to; values lie in one band each, as stated beside them. */
const groups = {
  IDENTITY: fc.record({ permits: maybe(fc.uniqueArray(code, { maxLength: 3 })) }),
  // around Kongsvinger, 50–100 km
  PLACE: fc.record({ place: nearby, maxDistanceKm: fc.integer({ min: 50, max: 99 }) }),
  // 200–500 t, lots of 1–2 and 20–50 t, July 2026 to June 2027
  AMOUNT: fc.record({
    yearlyBase: fc.integer({ min: 200_000, max: 499_999 }).map(exactly),
    smallestLot: fc.integer({ min: 1000, max: 1999 }).map(exactly),
    largestLot: fc.integer({ min: 20_000, max: 49_999 }).map(exactly),
    availableFrom: fc.integer({ min: 0, max: 30 }).map((count) => addDays('2026-07-01', count)),
    availableUntil: fc.integer({ min: 0, max: 29 }).map((count) => addDays('2027-06-01', count)),
    monthlyProfile: profile,
  }),
  // 20–50 %, 70–80 °C
  COMPOSITION: fc
    .tuple(fc.integer({ min: 200, max: 499 }), fc.integer({ min: 700, max: 799 }), maybe(code))
    .map(([moisture, degrees, wasteCode]) => ({
      properties: [
        limit('moisture', exactly(moisture / 10), { unit: '%' }),
        limit('temperature', exactly(degrees / 10), { unit: '°C' }),
      ],
      wasteCode,
    })),
};
type Part = Partial<ListingFacts>;
type Parts = Readonly<Record<keyof typeof groups, Part>>;
const parts: fc.Arbitrary<Parts> = fc.record(groups);
const granted = fc.subarray([...DISCLOSURE_GROUPS]).map((some) => levelsOf('matched', some));
const AREA = { ...KONGSVINGER, radiusKm: 70 };

const factsFrom = (side: 'OFFER' | 'NEED', given: Parts, rest: Part = {}): ListingFacts =>
  buildFacts(side, { ...rest, ...given.IDENTITY, ...given.PLACE, ...given.AMOUNT, ...given.COMPOSITION });

/** What a need asks for: the most moisture and the least heat, where an offer says how it is. */
const asLimits = (facts: ListingFacts): ListingFacts => ({
  ...facts,
  properties: facts.properties.map(({ range, ...one }) => ({
    ...one,
    range: one.property === 'moisture' ? { ...range, min: -Infinity } : { ...range, max: Infinity },
  })),
});

const ofMaterial = fc.constantFrom(...MATERIALS).map((material) => ({ material }));
const pairs = fc
  .tuple(parts, parts, ofMaterial, ofMaterial)
  .map(([offer, need, offered, wanted]) => [
    factsFrom('OFFER', offer, offered),
    asLimits(factsFrom('NEED', need, wanted)),
  ])
  .filter((pair): pair is [ListingFacts, ListingFacts] => {
    const found = assess(pair[0] as ListingFacts, pair[1] as ListingFacts, RULES);
    return found !== undefined && !isRefused(found);
  });

describe('with any groups granted', () => {
  it('hiding a fact may open a question, never close a door', () => {
    fc.assert(
      fc.property(pairs, granted, granted, ([offer, need], ofOffer, ofNeed) => {
        const seen = [bandFacts(offer, AREA, ofOffer), bandFacts(need, AREA, ofNeed)] as const;
        for (const [one, other] of [[seen[0], need], [offer, seen[1]], seen] as const) {
          const { checks } = assess(one, other, RULES) as Assessment;
          expect(checks.filter((check) => check.result === 'FAIL')).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['stored', SLAG, GRAVEL],
    ['not stored', HEAT, HEAT],
  ])(
    'two offers of what can be %s look alike when they agree in what is granted and in the bands of the rest',
    (_how, offered, wanted) => {
      fc.assert(
        fc.property(parts, parts, parts, granted, (one, other, need, levels) => {
          const told = agreeing(one, other, levels);
          const seen = (offer: Parts) =>
            assess(
              bandFacts(factsFrom('OFFER', offer, { material: offered }), AREA, levels),
              asLimits(factsFrom('NEED', need, { material: wanted })),
              RULES,
            );
          expect(seen(one)).toBeDefined();
          expect(seen(told)).toEqual(seen(one));
        }),
        { numRuns: 300 },
      );
    },
  );
});

/** The second of two, with the facts of the first wherever they are told exactly. */
function agreeing(one: Parts, other: Parts, levels: Levels): Parts {
  const names = Object.keys(groups) as (keyof Parts)[];
  return Object.fromEntries(
    names.map((name) => [name, levels[name] === 'EXACT' ? one[name] : other[name]]),
  ) as Parts;
}
