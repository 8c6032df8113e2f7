import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  capitalRecovery,
  distancesBetween,
  heatLossWPerM,
  pipedM3PerMWh,
  pipeDiameterM,
  pipeDistance,
  pumpKWhPerM3Km,
  trenchNokPerM,
} from './pipe.js';

const south = { latitude: 0, longitude: 0, radiusKm: 0 };
const north = { latitude: 1, longitude: 0, radiusKm: 0 };
const media = fc.constantFrom('hot-water', 'steam', 'cooling', 'gas', 'water' as const);

describe('the way of a pipe', () => {
  it('example: a degree of latitude takes 133.4 km of pipe', () => {
    // 111.195 km × 1.2
    expect(pipeDistance(south, north).km.toFixed(1)).toBe('133.4');
  });

  it('example: is one of the ways between two places; the sea is none without quays', () => {
    const { road, rail, sea, pipe } = distancesBetween(south, north);
    expect([road.km, pipe.km].map((km) => km.toFixed(1))).toEqual(['144.6', '133.4']);
    expect([rail, sea]).toEqual([undefined, undefined]);
  });
});

describe('a pipe', () => {
  it('example: 2 MW of hot water need a pipe of 10 cm', () => {
    // 2 MW × 21.5 m3/MWh = 43 m3/h; √(4 × 43 / 3600 ÷ (π × 1.5)) = √0.010138
    expect(2 * pipedM3PerMWh('hot-water')).toBe(43);
    expect(pipeDiameterM(43, 'hot-water').toFixed(3)).toBe('0.101');
    expect(pipeDiameterM(0, 'hot-water')).toBe(0.03);
  });

  it('example: costs 7 300 NOK a metre at 10 cm', () => {
    // 19 × (151 + 137.8); 19 × (214 + 172.5) = 7 343.5; 19 × (286 + 202.2) × 1.5
    expect(trenchNokPerM(0.1, 'hot-water')).toEqual({ low: 5487, central: 7344, high: 13_914 });
  });

  it('example: loses 20 W a metre at 10 cm', () => {
    // (0.25 + 0.13) W/m K × 54 K = 20.52
    const { low, central, high } = heatLossWPerM(0.1, 'hot-water');
    expect([low, central, high].map((one) => one.toFixed(1))).toEqual(['12.3', '20.5', '28.7']);
    expect(heatLossWPerM(0.1, 'water').high).toBe(0);
  });

  it('example: takes 0.079 kWh to drive a m3 a kilometre there and back', () => {
    // 200 Pa/m × 1 000 m ÷ 0.7 ÷ 3.6 MJ
    expect(pumpKWhPerM3Km('hot-water').toFixed(3)).toBe('0.079');
    expect(pumpKWhPerM3Km('steam')).toBe(0);
  });

  it('is never cheaper nor tighter when it is thicker', () => {
    const thickness = fc.double({ min: 0.03, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(thickness, thickness, media, (a, b, medium) => {
        const [thin, thick] = [Math.min(a, b), Math.max(a, b)];
        expect(trenchNokPerM(thin, medium).central).toBeLessThanOrEqual(trenchNokPerM(thick, medium).central);
        expect(heatLossWPerM(thin, medium).high).toBeLessThanOrEqual(heatLossWPerM(thick, medium).high);
      }),
    );
  });
});

describe('capitalRecovery', () => {
  it.each([
    ['example: 6 % over 30 years', 0.06, 30, '0.0726'], // 0.06 ÷ (1 − 1.06^−30) = 0.06 ÷ 0.82589
    ['one year', 0.05, 1, '1.0500'],
    ['no interest', 0, 25, '0.0400'], // 1 ÷ 25
  ])('%s', (_what, rate, years, payment) => expect(capitalRecovery(rate, years).toFixed(4)).toBe(payment));

  it('refuses what is no loan', () => {
    expect(() => capitalRecovery(-0.01, 30)).toThrow('rate ≥ 0');
    expect(() => capitalRecovery(0.06, 0)).toThrow('years > 0');
  });
});
