import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { bandFacts, bandRange } from '../listing/disclose.js';
import type { MaterialLink } from '../material/material.js';
import { roadDistance } from '../place/distance.js';
import { exactly } from '../quantity/range.js';
import {
  buildFacts,
  buildMaterial,
  CHIPS,
  FEED,
  HEAT,
  KONGSVINGER,
  limit,
  SLAG,
} from '../testing/builders.js';
import { checksOf, overlapOf, reachOf, type Check, type Pair } from './check.js';
import type { ListingFacts, PropertyFact } from './facts.js';

const AS_IS: MaterialLink = { suitability: 1, ratio: 1, treatment: 'none', limits: [], evidence: 'the same' };
const pairOf = (offer: ListingFacts, need: ListingFacts, link = AS_IS): Pair => ({
  offer,
  need,
  link,
  distance: roadDistance(offer.place, need.place),
});

describe('checksOf', () => {
  it('example: two firms side by side are asked of amount, road, time and law', () => {
    const checks = checksOf(pairOf(buildFacts('OFFER'), buildFacts('NEED')));
    expect(checks.map(({ name, result }) => `${name}: ${result}`)).toEqual([
      'quantity: PASS',
      'reach: PASS',
      'window: PASS',
      'hazard: PASS',
      'legal: UNKNOWN',
    ]);
  });

  it('keeps one order, properties last and by name', () => {
    const offer = buildFacts('OFFER', { wasteCode: '03 01 05', smallestLot: exactly(1), material: CHIPS });
    const need = buildFacts('NEED', {
      material: HEAT,
      properties: [limit('moisture', { max: 20 }), limit('ash', { max: 3 })],
    });
    const names = (link = AS_IS) => checksOf(pairOf(offer, need, link)).map((one) => one.name);
    const first = ['kind', 'quantity', 'reach', 'window', 'hazard', 'permit', 'legal'];
    expect(names()).toEqual([...first, 'ash', 'moisture']);
    const chlorine = { property: 'chlorine', range: { min: 0, max: 1 } };
    expect(names({ ...AS_IS, limits: [chlorine] })).toEqual([...first, 'ash', 'chlorine', 'moisture']);
    const lots = checksOf(pairOf(offer, buildFacts('NEED'))).map((one) => one.name);
    expect(lots.slice(0, 3)).toEqual(['quantity', 'lot', 'reach']);
  });

  it('hands on what others reckon with', () => {
    const [offer, need] = [buildFacts('OFFER', { maxDistanceKm: 80 }), buildFacts('NEED')];
    expect(reachOf({ offer, need })).toBe(80);
    expect(overlapOf([1], [2])).toBe(1);
  });
});

const ASH = buildMaterial({ code: 'ash', class: 'ash', wasteCodes: ['10 01 01'], legal: ['hazardous-twin'] });
const COOLING = buildMaterial({ ...HEAT, code: 'cooling', class: 'cooling' });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const tenths = fc.integer({ min: 1, max: 990 }).map((value) => value / 10);
const basis = fc.constantFrom('wet', 'dry');
const propertyWith = (bases: fc.Arbitrary<string | undefined>): fc.Arbitrary<PropertyFact> =>
  fc
    .record({
      name: fc.constantFrom('moisture', 'dry matter', 'chlorine', 'ash', 'temperature'),
      ends: fc.tuple(tenths, tenths).map((ends) => ends.sort((a, b) => a - b)),
      shape: fc.constantFrom('below', 'above', 'between', 'point'),
      unit: fc.constantFrom('%', 'g/kg'),
      basis: bases,
    })
    .map(({ name, ends: [low, high], shape, unit, basis: per }) => {
      const shapes = { below: { max: high }, above: { min: low }, between: { min: low, max: high } };
      const range = shape === 'point' ? { min: low, max: low } : shapes[shape];
      const heat = name === 'temperature';
      return limit(name, range, { unit: heat ? '°C' : unit, basis: heat ? undefined : per });
    });
/** Dry matter beside moisture could contradict it, and a contradiction is not learned from. */
const subject = ({ property }: PropertyFact) => (property === 'dry matter' ? 'moisture' : property);
const properties = (bases: fc.Arbitrary<string | undefined>) =>
  fc.uniqueArray(propertyWith(bases), { maxLength: 4, selector: subject });
const amount = fc.integer({ min: 1, max: 1e6 }).map(exactly);
const answer = fc.constantFrom(true, true, true, false, undefined);
const day = fc.integer({ min: 0, max: 600 }).map((count) => addDays('2026-01-01', count));
const factsWith = (side: 'OFFER' | 'NEED', bases: fc.Arbitrary<string | undefined>) =>
  fc
    .record({
      material: fc.constantFrom(CHIPS, SLAG, FEED, HEAT, ASH, COOLING),
      place: fc.record({
        latitude: fc.double({ min: 59.8, max: 60.6, noNaN: true }),
        longitude: fc.double({ min: 11.5, max: 12.5, noNaN: true }),
        radiusKm: fc.constant(0),
      }),
      yearlyBase: amount,
      smallestLot: maybe(amount),
      largestLot: maybe(amount),
      properties: properties(bases),
      availableFrom: maybe(day),
      availableUntil: maybe(day),
      monthlyProfile: maybe(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 })),
      maxDistanceKm: maybe(fc.integer({ min: 1, max: 300 })),
      waste: fc.constantFrom(
        {},
        { wasteCode: '10 01 01', hazardous: false },
        { wasteCode: '10 01 04', hazardous: true },
      ),
      permits: maybe(fc.constantFrom<string[]>([], ['10 01 01'], ['10'])),
      byProductTest: maybe(
        fc.record({
          furtherUseCertain: answer,
          usableDirectly: answer,
          integralPart: answer,
          lawfulUse: answer,
        }),
      ),
    })
    .map(({ waste, ...one }) => buildFacts(side, { hazardous: undefined, ...one, ...waste }));
const links = fc.record({
  treatment: fc.constantFrom('none', 'treatment:dry', 'treatment:wash', 'treatment:heat-pump'),
  ratio: fc.constantFrom(1, 0.9),
  limits: properties(basis),
});
const either = fc.constantFrom('wet', 'dry', undefined);
const pairs = (bases: fc.Arbitrary<string | undefined> = either) =>
  fc
    .tuple(factsWith('OFFER', either), factsWith('NEED', bases), links)
    .map(([offer, need, link]) => ({ offer, need, link: { ...AS_IS, ...link } }));
type Drawn = { offer: ListingFacts; need: ListingFacts; link: MaterialLink };
const checksFor = ({ offer, need, link }: Drawn) => checksOf(pairOf(offer, need, link));
const resultsBy = (checks: readonly Check[]) => new Map(checks.map((one) => [one.name, one.result]));

/** Less of the same: intervals instead of values, nothing where something was said. */
const hide = (facts: ListingFacts, hidden: Hidden): ListingFacts => ({
  ...facts,
  place: hidden.place ? { ...facts.place, radiusKm: 60 } : facts.place,
  yearlyBase: hidden.amounts ? bandRange(facts.yearlyBase) : facts.yearlyBase,
  smallestLot: hidden.amounts ? facts.smallestLot && bandRange(facts.smallestLot) : facts.smallestLot,
  monthlyProfile: hidden.profile ? undefined : facts.monthlyProfile,
  permits: hidden.law ? undefined : facts.permits,
  wasteCode: hidden.law ? undefined : facts.wasteCode,
  hazardous: hidden.law ? undefined : facts.hazardous,
  byProductTest: hidden.law ? undefined : facts.byProductTest,
});
const vaguer = (property: PropertyFact, { wider, basis: per }: Hidden): PropertyFact => ({
  ...property,
  range: { min: property.range.min * (wider ? 0.7 : 1), max: property.range.max * (wider ? 1.4 : 1) },
  basis: per ? undefined : property.basis,
});
const switches = { place: fc.boolean(), amounts: fc.boolean(), profile: fc.boolean(), law: fc.boolean() };
const hiding = fc.record({
  ...switches,
  wider: fc.boolean(),
  basis: fc.boolean(),
  moisture: fc.boolean(),
});
type Hidden = typeof hiding extends fc.Arbitrary<infer T> ? T : never;

describe('any checks', () => {
  it('ask for something exactly where they are open', () => {
    fc.assert(
      fc.property(pairs(), (pair) => {
        for (const { result, asks } of checksFor(pair)) {
          if (result === 'UNKNOWN') expect(asks?.length).toBeGreaterThan(0);
          else expect(asks).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('come out the same in whatever order properties are stated', () => {
    const turned = (facts: ListingFacts) => ({ ...facts, properties: [...facts.properties].reverse() });
    fc.assert(
      fc.property(pairs(), ({ offer, need, link }) => {
        const limits = [...link.limits].reverse();
        const other = { offer: turned(offer), need: turned(need), link: { ...link, limits } };
        expect(checksFor(other)).toEqual(checksFor({ offer, need, link }));
      }),
      { numRuns: 100 },
    );
  });

  it('are never taken back by what is learned: only what was open is settled', () => {
    fc.assert(
      fc.property(pairs(basis), hiding, hiding, ({ offer, need, link }, ofOffer, ofNeed) => {
        const stated = offer.properties
          .filter((one) => !(ofOffer.moisture && subject(one) === 'moisture'))
          .map((one) => vaguer(one, ofOffer));
        const vague = { ...hide(offer, ofOffer), properties: stated };
        const before = checksFor({ offer: vague, need: hide(need, ofNeed), link });
        const after = resultsBy(checksFor({ offer, need, link }));
        for (const { name, result } of before.filter((one) => one.result !== 'UNKNOWN')) {
          expect(after.get(name) ?? result).toBe(result);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never fail for what is banded alone', () => {
    const areaOf = ({ place }: ListingFacts) => ({ ...place, latitude: place.latitude + 0.1, radiusKm: 25 });
    const banded = (facts: ListingFacts) => bandFacts(facts, areaOf(facts));
    const failing = (pair: Drawn) =>
      checksFor(pair)
        .filter((one) => one.result === 'FAIL')
        .map((one) => one.name);
    fc.assert(
      fc.property(pairs(), ({ offer, need, link }) => {
        const exact = failing({ offer, need, link });
        for (const seen of [
          { offer: banded(offer), need, link },
          { offer, need: banded(need), link },
          { offer: banded(offer), need: banded(need), link },
        ]) {
          expect(exact).toEqual(expect.arrayContaining(failing(seen)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a pair of which everything is known', () => {
  const YES = { furtherUseCertain: true, usableDirectly: true, integralPart: true, lawfulUse: true };
  const exact = properties(basis).map((all) =>
    all.map((one) => ({
      ...one,
      range: exactly(Number.isFinite(one.range.min) ? one.range.min : one.range.max),
    })),
  );
  const known = fc
    .record({
      stated: exact,
      shift: fc.constantFrom(0.5, 1, 2),
      test: fc.constantFrom(YES, { ...YES, lawfulUse: false }),
    })
    .map(({ stated, shift, test }) => ({
      offer: buildFacts('OFFER', {
        material: ASH,
        wasteCode: '10 01 01',
        properties: stated,
        byProductTest: test,
      }),
      need: buildFacts('NEED', {
        material: ASH,
        permits: ['10 01'],
        place: { ...KONGSVINGER, latitude: 60.3 },
        properties: stated.map((one) => ({ ...one, range: { min: -Infinity, max: one.range.max * shift } })),
      }),
    }));

  it('has nothing left open', () => {
    fc.assert(
      fc.property(known, ({ offer, need }) => {
        const left = checksOf(pairOf(offer, need)).filter((one) => one.result === 'UNKNOWN');
        expect(left).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
