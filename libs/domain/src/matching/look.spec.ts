import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from './assess.js';
import type { ListingFacts } from './facts.js';
import { boundOf, lookOf, seenOf, type Look } from './look.js';
import {
  buildFacts,
  buildMaterial,
  GRAVEL,
  KONGSVINGER,
  MATERIALS,
  RULES,
  SLAG,
} from '../testing/builders.js';
import { exactly } from '../quantity/range.js';

/** The best bound over all that is sought and all that the other side may be about. */
const bestBound = (look: Look, other: ListingFacts): number | undefined => {
  const bounds = look.sought.flatMap((sought) =>
    seenOf(other).flatMap((seen) => boundOf(look, seen, sought) ?? []),
  );
  return bounds.length === 0 ? undefined : Math.max(...bounds);
};

describe('seenOf', () => {
  it('example: keeps a row for each reading', () => {
    const gravelNeed = buildFacts('NEED', { material: GRAVEL });
    expect(seenOf(gravelNeed).map((one) => one.materialCode)).toEqual(['gravel']);
  });
});

describe('lookOf', () => {
  it('example: seeks every wish that slag answers', () => {
    const look = lookOf(buildFacts('OFFER', { material: SLAG }), RULES);
    expect(look.sought.map((one) => one.materialCode)).toEqual([
      'copper-slag',
      'slag',
      'gravel',
      'fine-gravel',
    ]);
    expect(look.side).toBe('NEED');
  });

  it('states the own amount as the other side would: 1 000 t of slag are 900 t of gravel, and the reverse', () => {
    const amountOf = (facts: ListingFacts, code: string) =>
      lookOf(facts, RULES).sought.find((one) => one.materialCode === code)?.amount;
    expect(amountOf(buildFacts('OFFER', { material: SLAG }), 'gravel')).toBeCloseTo(900_000, 6);
    expect(amountOf(buildFacts('NEED', { material: GRAVEL }), 'copper-slag')).toBeCloseTo(1_000_000 / 0.9, 6);
  });

  it('looks farther only for what can be carried', () => {
    const reaches = (code: string) => {
      const material = MATERIALS.find((one) => one.code === code) ?? buildMaterial({ code });
      const look = lookOf(buildFacts('OFFER', { material }), RULES, 3);
      return look.sought.find((one) => one.materialCode === code)?.reachKm;
    };
    expect([reaches('gravel'), reaches('heat')]).toEqual([600, 10]);
  });
});

describe('boundOf', () => {
  const look = lookOf(buildFacts('OFFER', { material: SLAG }), RULES);
  const gravel = look.sought.find((one) => one.materialCode === 'gravel');
  const [seen] = seenOf(buildFacts('NEED', { material: GRAVEL }));

  it('example: all terms but the facts, which may all be known', () => {
    // 0.9 t of gravel at 100 NOK + 300 NOK of landfill − 20 NOK of crushing = 370; 370 / (370 + 500) = 0.4253
    const use = 370 / 870;
    // material 0.38 × 0.8 + use 0.1 + practice 0.19 × 0.5 + distance 0.14 + quantity 0.06 × 0.9 + industry 0.1 + facts 0.03
    expect(gravel && seen && boundOf(look, seen, gravel)).toBeCloseTo(
      0.304 + 0.1 * use + 0.095 + 0.14 + 0.054 + 0.1 + 0.03,
      12,
    );
  });

  it('finds nothing of the own firm, nor beyond the shorter of the two limits', () => {
    if (gravel === undefined || seen === undefined) throw new Error('the table ties slag to gravel');
    expect(boundOf(look, { ...seen, firmId: look.firmId }, gravel)).toBeUndefined();
    // one degree of latitude: 111 km as the crow flies
    const away = { ...seen, place: { ...KONGSVINGER, latitude: KONGSVINGER.latitude + 1 } };
    expect(boundOf(look, { ...away, maxDistanceKm: 100 }, gravel)).toBeUndefined();
    expect(boundOf(look, { ...away, maxDistanceKm: 150 }, gravel)).toBeDefined();
  });

  const reading = fc.record({
    material: fc.constantFrom(...MATERIALS.filter((one) => one.unit === 't')),
    confidence: fc.double({ min: 0.1, max: 1, noNaN: true }),
  });
  const facts = (side: 'OFFER' | 'NEED') =>
    fc
      .record({
        readings: fc.array(reading, { minLength: 1, maxLength: 3 }),
        division: fc.constantFrom('16', '24', '35'),
        place: fc.record({
          latitude: fc.double({ min: 58, max: 62, noNaN: true }),
          longitude: fc.double({ min: 9, max: 14, noNaN: true }),
          radiusKm: fc.constantFrom(0, 0, 25, 20_038),
        }),
        yearlyBase: fc.integer({ min: 1, max: 1e7 }).map(exactly),
        maxDistanceKm: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
      })
      .map((one) => buildFacts(side, { ...one, material: one.readings[0]?.material }));

  it('is never below the score of a pair that is within reach, from either side', () => {
    fc.assert(
      fc.property(facts('OFFER'), facts('NEED'), (offer, need) => {
        const found = assess(offer, need, RULES);
        if (found === undefined || found.checks.some((one) => one.name === 'reach' && one.result === 'FAIL'))
          return;
        for (const [own, other] of [
          [offer, need],
          [need, offer],
        ] as const) {
          expect(bestBound(lookOf(own, RULES), other)).toBeGreaterThanOrEqual(found.score - 1e-9);
        }
      }),
      { numRuns: 400 },
    );
  });
});
