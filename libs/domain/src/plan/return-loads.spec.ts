import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildFactorSet, TRUCK_FACTOR } from '../effects/factor-set.js';
import { buildPriceSet } from '../effects/price-set.js';
import { roadDistance, type Place } from '../place/distance.js';
import { d } from '../testing/builders.js';
import type { Cargo } from './cargo.js';
import { returnLoads, type HauledFlow, type HaulageRules } from './return-loads.js';

const factor = (low: number, value: number, high: number, unit: string) => ({
  key: TRUCK_FACTOR,
  kind: 'transport' as const,
  value: d(value),
  low: d(low),
  high: d(high),
  unit,
  source: 'test',
  year: 2026,
  trust: 'high' as const,
});
const at = (latitude: number, radiusKm = 0): Place => ({ latitude, longitude: 10, radiusKm });
/** Places on one meridian, 100 km a degree: the sums can be done in the head. */
const road: HaulageRules['road'] = (from, to) => {
  const [km, open] = [Math.abs(from.latitude - to.latitude) * 100, (from.radiusKm + to.radiusKm) * 1];
  return { km, minKm: Math.max(0, km - open), maxKm: km + open, basis: 'test' };
};
const RULES: HaulageRules = {
  factors: buildFactorSet('f', [factor(0.07, 0.09, 0.12, 'kg CO2e per t km')]),
  prices: buildPriceSet('p', [factor(1, 1.5, 2, 'NOK per t km')]),
  road,
};
const PLAIN: Cargo = { body: 'tipper', cleanliness: 'plain', material: 'slag' };
const flow = (id: string, from: number, to: number, overrides: Partial<HauledFlow> = {}): HauledFlow => ({
  id,
  from: at(from),
  to: at(to),
  cargo: PLAIN,
  trips: Array.from({ length: 12 }, () => 1),
  ...overrides,
});
const NORTH = flow('slag-north', 60, 62);
const SOUTH = flow('chips-south', 62.1, 60);

describe('returnLoads', () => {
  it('example: a load north and a load south make one round', () => {
    const { pairs, nok, bound } = returnLoads([NORTH, SOUTH], RULES);
    expect(pairs[0]?.flows).toEqual(['slag-north', 'chips-south']);
    expect(pairs[0]?.tours).toBe(12);
    const { before, after, saved } = pairs[0]?.emptyKm ?? { before: undefined };
    // 12 × (200 + 210) km × 0.7 = 3 444; 12 × 10 km between 62 and 62.1 = 120; 3 444 − 120
    expect([before, after, saved].map((one) => one?.central.toFixed(0))).toEqual(['3444', '120', '3324']);
    // 12 × 410 × 0.4 − 120 = 1 848; 12 × 410 − 120 = 4 800
    expect([saved?.low, saved?.high].map((one) => one?.toFixed(0))).toEqual(['1848', '4800']);
    // 3 324 km × 1.5 NOK/t km × 32 t × 0.45 = 71 798.4
    expect(nok).toBeCloseTo(71_798.4, 6);
    expect(bound).toBeCloseTo(nok, 6);
    // 3 324 km × (0.12 − 0.07) kg/t km × 20 t = 3 324
    expect(pairs[0]?.saved.co2eKg.central.toFixed(6)).toBe('3324.000000');
    expect(pairs[0]?.shares.map((one) => one.nok.central.toFixed(1))).toEqual(['35899.2', '35899.2']);
  });

  it.each<[string, readonly HauledFlow[]]>([
    ['one flow', [NORTH]],
    ['two the same way', [NORTH, flow('b', 60, 62)]],
    ['two far apart', [NORTH, flow('b', 70, 68)]],
    ['another body', [NORTH, { ...SOUTH, cargo: { ...PLAIN, body: 'tank' } }]],
    ['a load that soils', [NORTH, { ...SOUTH, cargo: { ...PLAIN, cleanliness: 'soiling', material: 'x' } }]],
    [
      'two seasons',
      [
        { ...NORTH, trips: [5, 0] },
        { ...SOUTH, trips: [0, 5] },
      ],
    ],
  ])('finds nothing in %s', (_what, flows) => expect(returnLoads(flows, RULES).pairs).toEqual([]));

  it('gives each flow the partner with which all save most', () => {
    const near = flow('near', 62, 60);
    const far = flow('far', 62.5, 60.5);
    const second = flow('second', 60.5, 62.5);
    const { pairs } = returnLoads([NORTH, far, near, second], RULES);
    expect(pairs.map((one) => [...one.flows].sort().join(' '))).toEqual(['near slag-north', 'far second']);
  });

  it('counts kilometres where there is no price, and says so', () => {
    const bare = { ...RULES, prices: buildPriceSet('p', []), factors: buildFactorSet('f', []) };
    const { pairs, nok } = returnLoads([NORTH, SOUTH], bare);
    expect(nok).toBe(0);
    expect(pairs[0]?.emptyKm.saved.central.toFixed(0)).toBe('3324');
    expect(pairs[0]?.missing).toEqual([`price ${TRUCK_FACTOR}`, `factor ${TRUCK_FACTOR}`]);
  });

  it('refuses a flow that stands twice', () =>
    expect(() => returnLoads([NORTH, NORTH], RULES)).toThrow('stands twice'));

  it('leaves nobody worse off, shares all, and empties no more than before, on real roads too', () => {
    const place = fc.record({
      latitude: fc.double({ min: 58, max: 62, noNaN: true }),
      longitude: fc.double({ min: 5, max: 12, noNaN: true }),
      radiusKm: fc.constantFrom(0, 25),
    });
    const flows = fc
      .array(fc.tuple(place, place, fc.array(fc.nat(9), { minLength: 12, maxLength: 12 })), { maxLength: 9 })
      .map((all) =>
        all.map(([from, to, trips], id): HauledFlow => ({ id: String(id), from, to, trips, cargo: PLAIN })),
      );
    fc.assert(
      fc.property(flows, (given) => {
        const { pairs, nok, bound } = returnLoads(given, { ...RULES, road: roadDistance });
        expect(nok).toBeLessThanOrEqual(bound + 1e-6);
        for (const { saved, shares, emptyKm } of pairs) {
          for (const account of ['nok', 'co2eKg'] as const) {
            for (const end of ['low', 'central', 'high'] as const) {
              expect(shares[0][account][end].plus(shares[1][account][end]).eq(saved[account][end])).toBe(
                true,
              );
              shares.forEach((one) => expect(one[account][end].gte(0)).toBe(true));
            }
          }
          expect(emptyKm.saved.high.lte(emptyKm.before.high)).toBe(true);
          expect(emptyKm.saved.central.gt(0)).toBe(true);
        }
      }),
    );
  });
});
