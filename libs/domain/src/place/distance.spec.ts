import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DETOUR_FACTOR,
  detouredDistance,
  greatCircleKm,
  railDistance,
  roadDistance,
  seaDistance,
  type Place,
  type Point,
} from './distance.js';
import { buildDetours } from './detours.js';

const at = (latitude: number, longitude: number): Point => ({ latitude, longitude });
const OSLO = at(59.91, 10.75);
const BERGEN = at(60.39, 5.32);
const TROMSO = at(69.65, 18.96);
const HEROYA = at(59.115, 9.63);
const FRIER_VEST = at(59.09, 9.6);

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const points = fc.record({ latitude: degrees(90), longitude: degrees(180) });
const places = fc.record({
  latitude: degrees(90),
  longitude: degrees(180),
  radiusKm: fc.double({ min: 0, max: 60, noNaN: true }),
});

describe('greatCircleKm', () => {
  it('example: Oslo to Bergen', () => expect(Math.round(greatCircleKm(OSLO, BERGEN))).toBe(305));

  it.each([
    ['a degree along a meridian', at(0, 0), at(1, 0), 111.195], // 6371.0088 × π / 180
    ['a degree along the 60th parallel', at(60, 10), at(60, 11), 55.597], // half of that, less the arc's bend
    ['Oslo to Tromsø', OSLO, TROMSO, 1149],
    ['pole to pole', at(90, 0), at(-90, 0), 20_015.115], // 6371.0088 × π
    ['across the date line', at(0, 179.5), at(0, -179.5), 111.195],
  ])('%s', (_what, a, b, km) => expect(Math.abs(greatCircleKm(a, b) - km)).toBeLessThan(km > 500 ? 1 : 0.01));

  it('is the same both ways, and nothing from a place to itself', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        expect(greatCircleKm(a, b)).toBeCloseTo(greatCircleKm(b, a), 9);
        expect(greatCircleKm(a, a)).toBe(0);
      }),
    );
  });

  it('is never longer than a detour over a third place', () => {
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        // A metre: near the antipode the haversine loses half its digits, √ε × 6371 km ≈ 0.1 m.
        expect(greatCircleKm(a, c)).toBeLessThanOrEqual(greatCircleKm(a, b) + greatCircleKm(b, c) + 1e-3);
      }),
    );
  });
});

describe('roadDistance', () => {
  it('of two plants known exactly is 1.3 times the straight line, nothing left open', () => {
    const { km, minKm, maxKm, basis } = roadDistance({ ...OSLO, radiusKm: 0 }, { ...BERGEN, radiusKm: 0 });
    expect(km).toBe(greatCircleKm(OSLO, BERGEN) * DETOUR_FACTOR);
    expect([minKm, maxKm]).toEqual([km, km]);
    expect(basis).toBe('great circle × 1.3 detour');
  });

  it('example: a degree of latitude is 144.6 km by road', () => {
    // 111.195 km × 1.3
    const [a, b] = [at(0, 0), at(1, 0)].map((point) => ({ ...point, radiusKm: 0 })) as [Place, Place];
    expect(roadDistance(a, b).km.toFixed(1)).toBe('144.6');
  });

  it('leaves open what the areas leave open, but never less than nothing', () => {
    const near = roadDistance({ ...HEROYA, radiusKm: 25 }, { ...FRIER_VEST, radiusKm: 0 });
    expect(near.minKm).toBe(0);
    expect(near.maxKm).toBeCloseTo((greatCircleKm(HEROYA, FRIER_VEST) + 25) * 1.3, 9);
    expect(near.basis).toContain('shown as an area');
  });

  it('says nothing about a place that is not known, but that it lies on Earth', () => {
    const anywhere = { ...at(0, 0), radiusKm: 20_000 };
    const { minKm, maxKm, basis } = roadDistance(anywhere, { ...at(0, 180), radiusKm: 0 });
    expect(minKm).toBe(0);
    expect(maxKm).toBeGreaterThan(20_015 * 1.3); // half way around the Earth, by road
    expect(basis).toBe('great circle × 1.3 detour, place not known');
  });

  it('holds the true distance between any two plants inside the areas', () => {
    const north = ({ latitude, longitude, radiusKm }: Point & { radiusKm: number }, part: number) =>
      at(Math.min(90, latitude + (part * radiusKm) / 111.3), longitude);
    const parts = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(places, places, parts, parts, (a, b, inA, inB) => {
        const { minKm, maxKm } = roadDistance(a, b);
        const exact = greatCircleKm(north(a, inA), north(b, inB)) * DETOUR_FACTOR;
        expect(exact).toBeGreaterThanOrEqual(minKm - 1e-6);
        expect(exact).toBeLessThanOrEqual(maxKm + 1e-6);
      }),
    );
  });
});

describe('roadDistance by the roads of the region', () => {
  const row = { low: 1, high: 2, pairs: 9 };
  const table = buildDetours([
    { ...row, region: '46', name: 'Vestland', factor: 1.5 },
    { ...row, region: '03', name: 'Oslo', factor: 1.2 },
  ]);
  const of = (a?: string, b?: string) =>
    roadDistance({ ...OSLO, radiusKm: 0, region: a }, { ...BERGEN, radiusKm: 0, region: b }, table);
  const air = greatCircleKm(OSLO, BERGEN);

  it.each([
    ['within a region by its own factor', '46', '46', 1.5, 'great circle × 1.5 detour (Vestland)'],
    ['between two by the mean of theirs', '03', '46', 1.35, 'great circle × 1.35 detour (Oslo, Vestland)'], // (1.2 + 1.5) / 2
    [
      'to a region without one by 1.3 there',
      '46',
      'FR',
      1.4,
      'great circle × 1.4 detour (Vestland, elsewhere)',
    ], // (1.5 + 1.3) / 2
    ['where no region is told by 1.3', undefined, undefined, 1.3, 'great circle × 1.3 detour'],
  ])('%s', (_what, a, b, factor, basis) => {
    expect(of(a, b).km).toBeCloseTo(air * factor, 9);
    expect(of(b, a)).toEqual(of(a, b));
    expect(of(a, b).basis).toBe(basis);
  });
});

describe('a distance by sea or rail', () => {
  const [a, b] = [HEROYA, BERGEN].map((point) => ({ ...point, radiusKm: 0 })) as [Place, Place];
  const able = { quay: true, railSiding: true };

  it.each([
    ['where both sites can', able, able, true],
    ['not where one cannot', able, { quay: false, railSiding: false }, false],
    ['not where one is not known', able, {}, false],
    ['not where nothing is known', undefined, undefined, false],
  ])('is there %s', (_what, atA, atB, there) => {
    const ends = [
      { ...a, access: atA },
      { ...b, access: atB },
    ] as const;
    expect([seaDistance(...ends), railDistance(...ends)].map((one) => one !== undefined)).toEqual([
      there,
      there,
    ]);
  });

  it('example: is the great circle times 1.3 by sea and 1.25 by rail', () => {
    const ends = [
      { ...a, access: able },
      { ...b, access: able },
    ] as const;
    expect(seaDistance(...ends)?.km).toBeCloseTo(greatCircleKm(a, b) * 1.3, 9);
    expect(railDistance(...ends)?.km).toBeCloseTo(greatCircleKm(a, b) * 1.25, 9);
    expect(seaDistance(...ends)?.basis).toBe('great circle × 1.3 by sea');
  });

  it('example: any detour can be asked for', () => {
    // 111.195 km × 2
    const [south, north] = [at(0, 0), at(1, 0)].map((point) => ({ ...point, radiusKm: 0 })) as [Place, Place];
    expect(detouredDistance(south, north, 2, 'by dirt road').km.toFixed(1)).toBe('222.4');
  });
});
