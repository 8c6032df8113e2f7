import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { greatCircleKm } from './distance.js';
import { buildDetours, learnDetours, type RoadPair } from './detours.js';

const from = { latitude: 60, longitude: 6 };
const north = { latitude: 61, longitude: 6 }; // 111.195 km away
const AIR = greatCircleKm(from, north);

const pair = (ratio: number, regionFrom = '46', regionTo = regionFrom): RoadPair => ({
  from,
  to: north,
  regionFrom,
  regionTo,
  roadKm: AIR * ratio,
});

describe('learnDetours', () => {
  it('example: the median of road over great circle, with its spread', () => {
    expect(learnDetours([pair(1.6), pair(1.4), pair(1.5)])).toEqual([
      { region: '46', factor: 1.5, low: 1.4, high: 1.6, pairs: 3 },
    ]);
  });

  it('lets a pair within the region weigh two, one that leaves it one', () => {
    // 1.2 1.2 1.2 of pairs to Oslo against 1.6 1.6 1.6 1.6 of two within: the fourth of seven is 1.6
    const pairs = [pair(1.2, '46', '03'), pair(1.2, '46', '03'), pair(1.2, '46', '03'), pair(1.6), pair(1.6)];
    expect(learnDetours(pairs)).toEqual([
      { region: '03', factor: 1.2, low: 1.2, high: 1.2, pairs: 3 },
      { region: '46', factor: 1.6, low: 1.2, high: 1.6, pairs: 5 },
    ]);
  });

  it('learns nothing from two pairs, nor from towns side by side', () => {
    const near = { ...pair(2), to: { latitude: 60.05, longitude: 6 }, roadKm: 40 }; // 5.6 km apart
    expect(learnDetours([pair(1.4), pair(1.5), near])).toEqual([]);
  });

  it('refuses a road shorter than the great circle: the pair is wrong', () => {
    expect(() => learnDetours([pair(0.9)])).toThrow('is shorter than its great circle of 111.2 km');
  });

  it('stays within what it was shown, in whatever order', () => {
    const ratios = fc.array(fc.double({ min: 1, max: 4, noNaN: true }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(ratios, (shown) => {
        const [learned] = learnDetours(shown.map((ratio) => pair(ratio + 1e-9)));
        expect(learned?.low).toBeGreaterThanOrEqual(Math.min(...shown) - 0.0051);
        expect(learned?.high).toBeLessThanOrEqual(Math.max(...shown) + 0.0051);
        expect(learned?.low).toBeLessThanOrEqual(learned?.factor ?? 0);
        expect(learned?.factor).toBeLessThanOrEqual(learned?.high ?? 0);
        expect(learnDetours([...shown].reverse().map((ratio) => pair(ratio + 1e-9)))[0]).toEqual(learned);
      }),
    );
  });
});

describe('buildDetours', () => {
  const vestland = { region: '46', name: 'Vestland', factor: 1.5, low: 1.3, high: 1.7, pairs: 9 };

  it('example: finds a factor by its region', () =>
    expect(buildDetours([vestland]).get('46')?.factor).toBe(1.5));

  it.each([
    ['a region that stands twice', [vestland, vestland], 'a region stands twice'],
    ['a factor below 1', [{ ...vestland, factor: 0.9, low: 0.9 }], 'Vestland is below 1'],
    ['a factor outside its range', [{ ...vestland, high: 1.4 }], 'outside its own range'],
    ['no number', [{ ...vestland, factor: NaN }], 'Vestland is below 1'],
  ])('refuses %s', (_what, rows, message) => expect(() => buildDetours(rows)).toThrow(message));
});
