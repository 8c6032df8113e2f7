import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { exactly } from '../quantity/range.js';
import { buildFacts, FEED, GRAVEL, KONGSVINGER, limit, SLAG } from '../testing/builders.js';
import {
  blocksAgain,
  decisiveFacts,
  learnedReach,
  type Answered,
  type DecidedFacts,
  type DeclineReason,
} from './declines.js';

const answered = (km: number, reason?: DeclineReason, materialRoot = 'wood'): Answered => ({
  km,
  reason,
  materialRoot,
});

describe('learnedReach', () => {
  const reach = (...answers: Answered[]) => learnedReach(answers, 'wood', 100);

  it('example: lies just below the nearest distance declined', () => {
    expect(reach(answered(90, 'DISTANCE'), answered(70, 'DISTANCE'))).toBe(69); // 70 − 1
  });

  it('learns nothing from one decline, from another family, or from other reasons', () => {
    expect(reach(answered(70, 'DISTANCE'))).toBeUndefined();
    expect(reach(answered(70, 'DISTANCE'), answered(60, 'DISTANCE', 'slag'))).toBeUndefined();
    expect(reach(answered(70, 'DISTANCE'), answered(60, 'QUALITY'))).toBeUndefined();
  });

  it('counts a price over a long road half, and over a short one not at all', () => {
    expect(reach(answered(90, 'DISTANCE'), answered(80, 'PRICE'))).toBeUndefined(); // 1 + 0.5
    expect(reach(answered(90, 'DISTANCE'), answered(80, 'PRICE'), answered(85, 'PRICE'))).toBe(79); // 1 + 0.5 + 0.5
    expect(reach(answered(90, 'DISTANCE'), answered(40, 'PRICE'), answered(50, 'PRICE'))).toBeUndefined();
  });

  it('never takes back what the firm accepted', () => {
    expect(reach(answered(90, 'DISTANCE'), answered(70, 'DISTANCE'), answered(80))).toBe(80);
    expect(reach(answered(0.5, 'DISTANCE'), answered(0.2, 'DISTANCE'))).toBe(0);
  });

  it('does not depend on the order of the answers', () => {
    const answers = fc.array(
      fc.record({
        km: fc.integer({ min: 0, max: 200 }),
        reason: fc.constantFrom<(DeclineReason | undefined)[]>('DISTANCE', 'PRICE', 'QUALITY', undefined),
        materialRoot: fc.constantFrom('wood', 'slag'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(answers, (list) => {
        expect(reach(...[...list].reverse())).toBe(reach(...list));
        const accepted = list.filter((one) => one.reason === undefined && one.materialRoot === 'wood');
        const learned = reach(...list);
        if (learned !== undefined) for (const { km } of accepted) expect(learned).toBeGreaterThanOrEqual(km);
      }),
    );
  });
});

type Facts = Partial<DecidedFacts>;
const offer: DecidedFacts = {
  ...buildFacts('OFFER', {
    material: SLAG,
    wasteCode: '10 02 01',
    properties: [limit('moisture', { max: 20 }, { unit: '%' }), limit('CaO', { min: 30 }, { unit: '%' })],
    monthlyProfile: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  }),
  price: '100',
};
const need: DecidedFacts = buildFacts('NEED', { material: GRAVEL, permits: ['10 02 01', '10 02 02'] });
const factsFor = (reason: DeclineReason, ofOffer: Facts = {}, ofNeed: Facts = {}) =>
  decisiveFacts(reason, { ...offer, ...ofOffer }, { ...need, ...ofNeed });
const same = (reason: DeclineReason, ofOffer: Facts, ofNeed: Facts = {}) =>
  factsFor(reason, ofOffer, ofNeed) === factsFor(reason);

describe('decisiveFacts', () => {
  it('example: of a partner only the two materials count', () => {
    expect(factsFor('HAVE_PARTNER')).toBe('HAVE_PARTNER {"material":"copper-slag"} {"material":"gravel"}');
  });

  it.each<[DeclineReason, string, Facts, Facts]>([
    ['PERMIT', 'another code', { wasteCode: '10 02 02' }, {}],
    ['PERMIT', 'a hazard', { hazardous: true }, {}],
    ['PERMIT', 'an answer to the by-product test', { byProductTest: { lawfulUse: true } }, {}],
    ['PERMIT', 'a wider permit', {}, { permits: ['10 02'] }],
    ['QUALITY', 'another property', { properties: [] }, {}],
    ['QUALITY', 'another limit', {}, { properties: [limit('moisture', { max: 30 }, { unit: '%' })] }],
    ['QUALITY', 'another material', { material: FEED }, {}],
    ['VOLUME', 'another amount', { yearlyBase: exactly(2_000_000) }, {}],
    ['VOLUME', 'a smaller lot', { smallestLot: exactly(1000) }, {}],
    ['TIMING', 'another window', {}, { availableFrom: '2026-09-01' }],
    ['TIMING', 'another season', { monthlyProfile: [9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9] }, {}],
    ['DISTANCE', 'another place', { place: { ...KONGSVINGER, latitude: 61 } }, {}],
    ['DISTANCE', 'a longer reach', {}, { maxDistanceKm: 400 }],
    ['PRICE', 'another price', { price: '90' }, {}],
    ['PRICE', 'another amount', {}, { yearlyBase: exactly(100_000) }],
    ['OTHER', 'another material', {}, { material: FEED }],
  ])('of %s change with %s', (reason, _what, ofOffer, ofNeed) =>
    expect(same(reason, ofOffer, ofNeed)).toBe(false),
  );

  it.each<[DeclineReason, string, Facts]>([
    ['PERMIT', 'the price', { price: '90' }],
    ['PERMIT', 'the way that a code is written', { wasteCode: '100201' }],
    ['QUALITY', 'the amount', { yearlyBase: exactly(5) }],
    [
      'QUALITY',
      'the order and the units of the properties',
      {
        properties: [limit('CaO', { min: 300 }, { unit: 'g/kg' }), limit('Fukt', { max: 20 }, { unit: '%' })],
      },
    ],
    ['VOLUME', 'a delivery of a twentieth', { yearlyBase: exactly(950_000) }],
    ['VOLUME', 'the scale of the months', { monthlyProfile: Array.from({ length: 12 }, () => 5) }],
    ['DISTANCE', 'the price', { price: '90' }],
    ['PRICE', 'the place', { place: { ...KONGSVINGER, latitude: 61 } }],
    ['HAVE_PARTNER', 'all else', { price: '90', properties: [], version: 9, hazardous: true }],
  ])('of %s do not change with %s', (reason, _what, ofOffer) => expect(same(reason, ofOffer)).toBe(true));

  it('do not change with the order of permits', () => {
    expect(same('PERMIT', {}, { permits: ['10 02 02', '10 02 01', '10 02 01'] })).toBe(true);
  });
});

describe('blocksAgain', () => {
  const decline = (reason: DeclineReason) => ({
    reason,
    facts: factsFor(reason),
    offerVersion: 1,
    needVersion: 1,
    declinedOn: '2026-03-01',
  });
  const blocks = (reason: DeclineReason, days: number, versions = 1, facts = factsFor(reason)) =>
    blocksAgain(decline(reason), {
      facts,
      offerVersion: 1,
      needVersion: versions,
      today: addDays('2026-03-01', days),
    });

  it('example: holds until a fact changes that the reason hangs on', () => {
    expect(blocks('PERMIT', 0)).toBe(true);
    expect(blocks('PERMIT', 1000, 7)).toBe(true);
    expect(blocks('PERMIT', 1, 2, factsFor('PERMIT', {}, { permits: ['10'] }))).toBe(false);
  });

  it.each<DeclineReason>(['HAVE_PARTNER', 'NOT_CREDIBLE', 'OTHER'])(
    'for %s ends with a new version after half a year',
    (reason) => {
      expect(blocks(reason, 180, 2)).toBe(false);
      expect(blocks(reason, 179, 2)).toBe(true);
      expect(blocks(reason, 400, 1)).toBe(true);
      expect(blocks(reason, 1, 2, factsFor(reason, { material: FEED }))).toBe(false);
    },
  );
});
