import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildMaterial, CHIPS, HEAT, SLAG } from '../testing/builders.js';
import { cargoObstacle, cargoOf, loadTonnes, type Cargo } from './cargo.js';

const of = (overrides: Partial<Cargo>): Cargo => ({
  body: 'tipper',
  cleanliness: 'plain',
  material: 'slag',
  ...overrides,
});

describe('cargoOf', () => {
  it('example: slag is tipped', () =>
    expect(cargoOf(SLAG, false)).toEqual({
      body: 'tipper',
      cleanliness: 'plain',
      material: 'copper-slag',
    }));

  it('is nothing that heat could be', () => expect(cargoOf(HEAT, undefined)).toBeUndefined());

  it('a solution travels in a tank, its powder in a silo', () => {
    const lime = buildMaterial({ code: 'lime', class: 'alkali' });
    const range = { min: 2, max: 50 };
    const caustic = buildMaterial({
      code: 'caustic',
      class: 'alkali',
      properties: [{ property: 'concentration', range }],
    });
    expect([lime, caustic].map((one) => cargoOf(one, false)?.body)).toEqual(['silo', 'tank']);
  });

  it.each<[string, readonly string[], boolean | undefined, string]>([
    ['a mirror twin without a code', ['hazardous-twin'], undefined, 'soiling'],
    ['a mirror twin of a code without hazard', ['hazardous-twin'], false, 'plain'],
    ['a hazardous code', [], true, 'soiling'],
    ['dangerous goods, whatever the code', ['transport-adr'], false, 'soiling'],
    ['animal by-products', ['animal-by-products'], false, 'soiling'],
    ['feed', ['feed'], false, 'clean'],
    ['feed of animal by-products', ['feed', 'animal-by-products'], false, 'soiling'],
    ['any other rule', ['reach'], undefined, 'plain'],
  ])('%s', (_what, legal, hazardous, cleanliness) =>
    expect(cargoOf({ ...SLAG, legal }, hazardous)?.cleanliness).toBe(cleanliness),
  );
});

describe('cargoObstacle', () => {
  it('example: a tipper is no floor that walks', () => {
    const [slag, chips] = [cargoOf(SLAG, false), cargoOf(CHIPS, false)] as [Cargo, Cargo];
    expect(cargoObstacle(slag, chips)).toBe('OTHER_BODY');
  });

  it.each<[string, Partial<Cargo>, Partial<Cargo>, string | undefined]>([
    ['two plain loads', {}, { material: 'gravel' }, undefined],
    ['food beside food', { cleanliness: 'clean' }, { cleanliness: 'clean', material: 'x' }, undefined],
    ['food beside stone', { cleanliness: 'clean' }, {}, 'MUST_STAY_CLEAN'],
    ['food beside what soils', { cleanliness: 'clean' }, { cleanliness: 'soiling' }, 'WOULD_SOIL'],
    ['stone beside what soils', {}, { cleanliness: 'soiling', material: 'x' }, 'WOULD_SOIL'],
    ['what soils beside its own', { cleanliness: 'soiling' }, { cleanliness: 'soiling' }, undefined],
    [
      'what soils beside another',
      { cleanliness: 'soiling' },
      { cleanliness: 'soiling', material: 'x' },
      'WOULD_SOIL',
    ],
  ])('%s', (_what, a, b, obstacle) => expect(cargoObstacle(of(a), of(b))).toBe(obstacle));

  it('is the same both ways', () => {
    const cargo = fc.record({
      body: fc.constantFrom('tipper' as const, 'tank' as const),
      cleanliness: fc.constantFrom('clean' as const, 'plain' as const, 'soiling' as const),
      material: fc.constantFrom('a', 'b'),
    });
    fc.assert(fc.property(cargo, cargo, (a, b) => expect(cargoObstacle(a, b)).toBe(cargoObstacle(b, a))));
  });
});

describe('loadTonnes', () => {
  it.each([
    ['example: chips fill the body before they are heavy', 'walking-floor', 0.25, 25], // 100 m3 × 0.25
    ['slag is heavy before it fills the body', 'tipper', 1.8, 32],
    ['the weight where the density is not known', 'silo', undefined, 30],
  ] as const)('%s', (_what, body, density, tonnes) => expect(loadTonnes(body, density)).toBe(tonnes));

  it('refuses a density of nothing', () => expect(() => loadTonnes('tank', 0)).toThrow('above 0 t/m3'));
});
