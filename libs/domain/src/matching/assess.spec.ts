import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { bandFacts } from '../listing/disclose.js';
import { exactly } from '../quantity/range.js';
import {
  buildFacts,
  FEED,
  GRAVEL,
  HEAT,
  KONGSVINGER,
  limit,
  MATERIALS,
  RULES,
  SLAG,
} from '../testing/builders.js';
import { assess, isRefused, movableOf, type Assessment } from './assess.js';
import type { ListingFacts, PropertyFact } from './facts.js';

type Facts = Partial<ListingFacts>;
const found = (offer: Facts = {}, need: Facts = {}): Assessment => {
  const one = assess(buildFacts('OFFER', offer), buildFacts('NEED', need), RULES);
  if (one === undefined) throw new Error('nothing ties the two');
  return one;
};

describe('assess', () => {
  it('example: slag crushed to gravel next door, with what it saves', () => {
    const { score, netCo2eKg, yearlyBase, crossIndustry, byProductCode, ruleSet, factorSet } = found(
      { material: SLAG, yearlyBase: exactly(1_000_000) },
      { material: GRAVEL, yearlyBase: exactly(1_800_000) },
    );
    // 0.9 × 100 NOK + 300 NOK − 20 NOK = 370 NOK a tonne: use 370 / 870
    // material 0.38 × 0.8 + use 0.1 × 0.4253 + practice 0.19 × 0.5 (nothing listed) + distance 0.14 × 1
    // + quantity 0.06 × 1 000/2 000 + industry 0.1 + facts 0.03
    expect(score).toBeCloseTo(0.304 + (0.1 * 370) / 870 + 0.095 + 0.14 + 0.03 + 0.1 + 0.03, 12);
    // 1 000 t × 0.9 × 4 kg + 1 000 t × 10 kg − 1 000 t × 1.5 kg − 0 tkm = 3 600 + 10 000 − 1 500
    expect(netCo2eKg).toBe('12100');
    // the giver has 1 000 t, the taker's 1 800 t of gravel ask for 1 800 / 0.9 = 2 000 t of slag
    expect(yearlyBase).toEqual({ min: 1_000_000, max: 1_000_000 });
    expect({ crossIndustry, byProductCode, ruleSet, factorSet }).toEqual({
      crossIndustry: true,
      byProductCode: 'copper-slag',
      ruleSet: '2026-3',
      factorSet: 'test-1',
    });
  });

  it('finds nothing between two listings of one firm, nor where no material ties them', () => {
    expect(assess(buildFacts('OFFER'), buildFacts('NEED', { firmId: 'giver' }), RULES)).toBeUndefined();
    const gravel = buildFacts('OFFER', { material: GRAVEL });
    expect(assess(gravel, buildFacts('NEED', { material: FEED }), RULES)).toBeUndefined();
  });

  it('puts an exchange across industries before the same one within an industry', () => {
    const across = found({ division: '16' }, { division: '35' });
    const within = found({ division: '35' }, { division: '35' });
    expect(across.score - within.score).toBeCloseTo(0.1, 12);
    expect([across.crossIndustry, within.crossIndustry]).toEqual([true, false]);
  });

  it('scores the nearer and the better fitting higher', () => {
    const near = { ...KONGSVINGER, latitude: 60.3 };
    const far = { ...KONGSVINGER, latitude: 61 };
    expect(found({}, { place: near }).score).toBeGreaterThan(found({}, { place: far }).score);
    const half = found({}, { yearlyBase: exactly(500_000) });
    expect(half.score).toBeLessThan(found().score);
  });

  it('has as much move as is offered and taken', () => {
    const yearly = (base: number) => ({ yearlyBase: exactly(base) });
    // A tonne of it serves as 0.9 of the input: 450 000 / 0.9 = 500 000.
    expect(movableOf(yearly(1_000_000), yearly(450_000), { ratio: 0.9 })).toEqual(exactly(500_000));
    expect(movableOf(yearly(300_000), yearly(450_000), { ratio: 0.9 })).toEqual(exactly(300_000));
  });

  it('does not let a failed check lower the score: the caller drops the pair', () => {
    const failed = found({ availableUntil: '2026-01-01' }, { availableFrom: '2026-02-01' });
    expect(isRefused(failed)).toBe(true);
    expect(failed.score).toBe(found().score);
  });

  it('lets heat count only for the months in which both have it', () => {
    const january = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const winter = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const quantityOf = (profile: readonly number[]) =>
      found({ material: HEAT, monthlyProfile: january }, { material: HEAT, monthlyProfile: profile })
        .terms[4];
    expect(quantityOf(january)).toMatchObject({ name: 'quantity', value: 1 });
    expect(quantityOf(winter)).toMatchObject({ name: 'quantity', value: 0.5 });
  });

  it('may come out negative, and says so', () => {
    // 1 t of feed from wood far away: no factor for feed, no disposal for wood, only 0.1 kg × tkm
    const far = { ...KONGSVINGER, latitude: KONGSVINGER.latitude + 100 / 111.195 };
    const wood = MATERIALS.find((one) => one.code === 'wood');
    const { netCo2eKg } = found(
      { material: wood, yearlyBase: exactly(1000) },
      { material: FEED, place: far },
    );
    // −(1 t × 130 km × 0.1 kg/tkm)
    expect(netCo2eKg).toBe('-13');
  });
});

const day = fc.integer({ min: 0, max: 900 }).map((count) => addDays('2026-01-01', count));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const tenths = (most: number) => fc.integer({ min: 1, max: most * 10 }).map((value) => value / 10);
const nearby = fc.record({
  latitude: fc.double({ min: 59.8, max: 60.6, noNaN: true }),
  longitude: fc.double({ min: 11.5, max: 12.5, noNaN: true }),
  radiusKm: fc.constant(0),
});
const property: fc.Arbitrary<PropertyFact> = fc
  .record({
    property: fc.constantFrom('moisture', 'temperature', 'ash', 'Turtemperatur'),
    ends: fc.tuple(tenths(90), tenths(90)).map((ends) => ends.sort((a, b) => a - b)),
    open: fc.constantFrom('below', 'above', 'neither', 'point'),
    unit: fc.constantFrom('%', undefined),
  })
  .map(({ property: name, ends, open, unit }) => {
    const [low, high] = ends;
    const range = {
      below: { max: high },
      above: { min: low },
      neither: { min: low, max: high },
      point: { min: low, max: low },
    };
    return limit(name, range[open], { unit });
  });
const facts = (side: 'OFFER' | 'NEED') =>
  fc
    .record({
      material: fc.constantFrom(...MATERIALS),
      division: fc.constantFrom('16', '24', '35'),
      place: nearby,
      yearlyBase: fc.integer({ min: 1, max: 1e9 }).map(exactly),
      properties: fc.array(property, { maxLength: 3 }),
      availableFrom: maybe(day),
      availableUntil: maybe(day),
      monthlyProfile: maybe(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 })),
      maxDistanceKm: maybe(fc.integer({ min: 1, max: 300 })),
      hazardous: fc.constantFrom(true, false, undefined),
    })
    .map((one) => buildFacts(side, one));
const tied = fc
  .tuple(facts('OFFER'), facts('NEED'))
  .filter(([offer, need]) => assess(offer, need, RULES) !== undefined);
/** The point of the municipality: a few kilometres from the plant, well inside the radius. */
const areaOf = ({ place }: ListingFacts) => ({ ...place, latitude: place.latitude + 0.1, radiusKm: 25 });

describe('any assessment', () => {
  it('adds up: terms to the score, weights to one, each within its weight', () => {
    fc.assert(
      fc.property(tied, ([offer, need]) => {
        const { score, terms } = assess(offer, need, RULES) as Assessment;
        const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
        expect(Math.abs(sum(terms.map((one) => one.contribution)) - score)).toBeLessThan(1e-9);
        expect(Math.abs(sum(terms.map((one) => one.weight)) - 1)).toBeLessThan(1e-9);
        for (const { value, weight, contribution } of terms) {
          expect(value >= 0 && value <= 1).toBe(true);
          expect(contribution).toBe(weight * value);
        }
      }),
    );
  });

  it('comes out the same every time', () => {
    fc.assert(
      fc.property(tied, ([offer, need]) => {
        expect(assess(structuredClone(offer), structuredClone(need), RULES)).toEqual(
          assess(offer, need, RULES),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is not refused for what is banded: hiding a fact may open a question, never close a door', () => {
    const unrefused = tied.filter(([offer, need]) => !isRefused(assess(offer, need, RULES) as Assessment));
    fc.assert(
      fc.property(unrefused, ([offer, need]) => {
        const bandedOffer = bandFacts(offer, areaOf(offer));
        const bandedNeed = bandFacts(need, areaOf(need));
        for (const pair of [
          [bandedOffer, need],
          [offer, bandedNeed],
          [bandedOffer, bandedNeed],
        ] as const) {
          const { checks } = assess(pair[0], pair[1], RULES) as Assessment;
          expect(checks.filter((one) => one.result === 'FAIL')).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the assessment of a masked offer', () => {
  const AREA = { ...KONGSVINGER, radiusKm: 25 };
  /** All that differs between two offers in the same bands: 200–500 t, 20–50 %, 70–80 °C, July 2026 to June 2027. */
  const hidden = fc.record({
    listingId: fc.uuid(),
    firmId: fc.uuid(),
    version: fc.integer({ min: 1, max: 9 }),
    place: nearby,
    amount: fc.integer({ min: 200_000, max: 499_999 }),
    moisture: fc.integer({ min: 200, max: 499 }).map((value) => value / 10),
    degrees: fc.integer({ min: 700, max: 799 }).map((value) => value / 10),
    from: fc.integer({ min: 0, max: 30 }).map((count) => addDays('2026-07-01', count)),
    until: fc.integer({ min: 0, max: 29 }).map((count) => addDays('2027-06-01', count)),
    monthlyProfile: maybe(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 })),
    maxDistanceKm: fc.integer({ min: 50, max: 99 }),
  });
  type Hidden = typeof hidden extends fc.Arbitrary<infer T> ? T : never;

  const masked = ({ amount, moisture, degrees, from, until, ...rest }: Hidden, material = SLAG) =>
    bandFacts(
      buildFacts('OFFER', {
        ...rest,
        material,
        yearlyBase: exactly(amount),
        properties: [limit('moisture', exactly(moisture)), limit('temperature', exactly(degrees))],
        availableFrom: from,
        availableUntil: until,
      }),
      AREA,
    );

  it.each([
    ['stored', SLAG, GRAVEL],
    ['not stored', HEAT, HEAT],
  ])('is the same for any two offers in the same bands, of what can be %s', (_how, offered, wanted) => {
    const needs = facts('NEED').map((need) => ({
      ...need,
      material: wanted,
      readings: [{ material: wanted, confidence: 1 }],
    }));
    fc.assert(
      fc.property(hidden, hidden, needs, (one, other, need) => {
        const seen = (offer: Hidden) => assess(masked(offer, offered), need, RULES);
        expect(seen(one)).toBeDefined();
        expect(seen(one)).toEqual(seen(other));
      }),
      { numRuns: 200 },
    );
  });
});
