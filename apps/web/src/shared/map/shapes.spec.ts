import { describe, expect, it } from '@jest/globals';
import { boxAround, curveOf, lineWidth, ringAround, type Spot } from './shapes.js';

describe('boxAround', () => {
  it('holds every spot', () => {
    expect(
      boxAround([
        [10, 59],
        [11, 60],
      ]),
    ).toEqual([10, 59, 11, 60]);
  });

  it('shows one place with what lies around it, and somewhere when there is nothing', () => {
    expect(boxAround([[10, 59]])).toEqual([9.7, 58.7, 10.3, 59.3]);
    expect(boxAround([])[0]).toBeLessThan(boxAround([])[2]);
  });
});

describe('curveOf', () => {
  const [from, to]: readonly Spot[] = [
    [10, 59],
    [12, 59],
  ] as const;

  it('goes from the first to the last spot', () => {
    const curve = curveOf({ from: from, to: to, nth: 0 });
    expect(curve[0]).toEqual(from);
    expect(curve.at(-1)).toEqual(to);
  });

  it('bends to its right, there and back apart, the next one more', () => {
    const lowest = (curve: readonly Spot[]) => Math.min(...curve.map(([, latitude]) => latitude));
    const highest = (curve: readonly Spot[]) => Math.max(...curve.map(([, latitude]) => latitude));
    const there = curveOf({ from: from, to: to, nth: 0 });
    expect(lowest(there)).toBeLessThan(59);
    expect(highest(curveOf({ from: to, to: from, nth: 0 }))).toBeGreaterThan(59);
    expect(lowest(curveOf({ from: from, to: to, nth: 1 }))).toBeLessThan(lowest(there));
  });

  it('is a loop from a place to itself', () => {
    const loop = curveOf({ from: from, to: from, nth: 0 });
    expect(loop[0]).toEqual(loop.at(-1));
    expect(loop[0]?.[1]).toBeCloseTo(59, 6);
  });
});

describe('ringAround', () => {
  it('is closed, and as wide as it says', () => {
    const ring = ringAround({ at: [10, 60], radiusKm: 111.2 });
    expect(ring).toHaveLength(33);
    expect(ring[0]).toEqual(ring.at(-1));
    // 111.2 km are one degree of latitude, and two of longitude at 60° north: cos 60° = 0.5.
    expect(Math.max(...ring.map(([, latitude]) => latitude))).toBeCloseTo(61, 6);
    expect(Math.max(...ring.map(([longitude]) => longitude))).toBeCloseTo(12, 6);
  });
});

describe('lineWidth', () => {
  it('is in proportion, and never too thin', () => {
    expect(lineWidth(50, 50)).toBe(14);
    expect(lineWidth(25, 50)).toBe(7);
    expect(lineWidth(0.001, 50)).toBe(2);
    expect(lineWidth(0, 0)).toBe(2);
  });
});
