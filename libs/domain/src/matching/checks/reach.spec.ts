import { describe, expect, it } from '@jest/globals';
import type { MaterialLink } from '../../material/material.js';
import { roadDistance } from '../../place/distance.js';
import { buildFacts, CHIPS, HEAT, KONGSVINGER } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { reachCheck, reachOf } from './reach.js';

type Facts = Partial<ListingFacts>;
const link: MaterialLink = { suitability: 1, ratio: 1, treatment: 'none', limits: [], evidence: 'the same' };
function checked(ofOffer: Facts, ofNeed: Facts) {
  const offer = buildFacts('OFFER', ofOffer);
  const need = buildFacts('NEED', ofNeed);
  return reachCheck({ offer, need, link, distance: roadDistance(offer.place, need.place) });
}
/** A place so many kilometres to the north: a degree of latitude is 111.195 km. */
const north = (km: number, radiusKm = 0) => ({
  ...KONGSVINGER,
  latitude: KONGSVINGER.latitude + km / 111.195,
  radiusKm,
});

describe('the reach check', () => {
  it('example: passes within and fails beyond', () => {
    // 100 km × 1.3 = 130 km by road
    expect(checked({ maxDistanceKm: 131 }, { place: north(100) }).result).toBe('PASS');
    expect(checked({ maxDistanceKm: 129 }, { place: north(100) })).toEqual({
      name: 'reach',
      result: 'FAIL',
      detail: '130 km by road, reach 129 km: too far',
    });
  });

  it('stays open where an area could lie on either side, and asks the side that is an area', () => {
    // 75 to 125 km, so 97.5 to 162.5 km by road
    const found = checked({ maxDistanceKm: 129 }, { place: north(100, 25) });
    expect(found).toMatchObject({ result: 'UNKNOWN', asks: [{ fact: 'place', of: 'TAKER' }] });
    expect(found.detail).toContain("the taker's exact place would decide");
    expect(checked({ maxDistanceKm: 97 }, { place: north(100, 25) }).result).toBe('FAIL');
    expect(checked({ maxDistanceKm: 163 }, { place: north(100, 25) }).result).toBe('PASS');
    const both = checked({ place: north(0, 25), maxDistanceKm: 129 }, { place: north(100, 25) });
    expect(both.asks).toHaveLength(2);
    const giver = checked({ place: north(0, 25), maxDistanceKm: 129 }, { place: north(100) });
    expect(giver.asks).toEqual([{ fact: 'place', of: 'GIVER' }]);
  });

  it('never refuses a place that nobody knows', () => {
    expect(checked({ maxDistanceKm: 1 }, { place: north(400, 21_000) }).result).toBe('UNKNOWN');
  });
});

describe('reachOf', () => {
  const reach = (offer: Facts, need: Facts, widening?: number) =>
    reachOf({ offer: buildFacts('OFFER', offer), need: buildFacts('NEED', need), widening });

  it("example: takes the shorter of the two sides' limits, and the material's own where one is silent", () => {
    expect(reach({ maxDistanceKm: 80 }, { maxDistanceKm: 50 })).toBe(50);
    expect(reach({ maxDistanceKm: 80 }, {})).toBe(80);
    expect(reach({ maxDistanceKm: 900 }, {})).toBe(CHIPS.reachKm);
    expect(reach({}, {})).toBe(200);
  });

  it("widens the material's own reach only, and not that of heat", () => {
    expect(reach({}, {}, 2)).toBe(400); // 200 × 2
    expect(reach({ maxDistanceKm: 80 }, {}, 2)).toBe(80);
    expect(reach({ material: HEAT }, {}, 2)).toBe(10);
  });
});
