import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestPairing, type Edge } from './pairing.js';

const edge = (a: number, b: number, weight: number): Edge => ({ a, b, weight });

/** Every choice of pairs, one by one. */
function tried(edges: readonly Edge[], used: ReadonlySet<number> = new Set()): number {
  return edges.reduce(
    (best, { a, b, weight }, at) =>
      used.has(a) || used.has(b)
        ? best
        : Math.max(best, weight + tried(edges.slice(at + 1), new Set([...used, a, b]))),
    0,
  );
}

const edgesOf = (nodes: number, most: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 50 })), {
      maxLength: most,
      selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
    })
    .map((all) => all.filter(([a, b]) => a !== b).map(([a, b, weight]) => edge(a, b, weight)));

const isPairing = (edges: readonly Edge[]): void => {
  const nodes = edges.flatMap(({ a, b }) => [a, b]);
  expect(new Set(nodes).size).toBe(nodes.length);
};

describe('bestPairing', () => {
  it('example: two pairs of three beat one of four', () =>
    expect(bestPairing([edge(0, 1, 3), edge(1, 2, 4), edge(2, 3, 3)]).weight).toBe(6));

  it('has nothing to pair where nothing is', () =>
    expect(bestPairing([])).toEqual({ edges: [], weight: 0, bound: 0 }));

  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(edgesOf(8, 14), (edges) => {
        const found = bestPairing(edges);
        isPairing(found.edges);
        expect(found.weight).toBe(tried(edges));
        expect(found.bound).toBe(found.weight);
      }),
    );
  });

  it('is the same in whatever order the edges come', () => {
    fc.assert(
      fc.property(edgesOf(24, 60), (edges) =>
        expect(bestPairing([...edges].reverse())).toEqual(bestPairing(edges)),
      ),
    );
  });

  it('is at least half of the best where there are too many to try', () => {
    // A path through 21 nodes hangs all edges together; the best of a path is a sum over its nodes, found by itself.
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(weights, (path) => {
        const found = bestPairing(path.map((weight, at) => edge(at, at + 1, weight)));
        const best = path.reduce<readonly [number, number]>(
          ([before, last], weight) => [last, Math.max(last, before + weight)],
          [0, 0],
        )[1];
        isPairing(found.edges);
        expect(found.weight).toBeLessThanOrEqual(best);
        expect(best).toBeLessThanOrEqual(found.bound);
        expect(2 * found.weight).toBeGreaterThanOrEqual(best);
      }),
    );
  });

  it('exchanges one pair for two in a large part', () => {
    // The heaviest edge of the path comes first when pairing greedily, and blocks 9 + 9.
    const path = Array.from({ length: 20 }, (_one, at) =>
      edge(at, at + 1, at === 10 ? 10 : at === 9 || at === 11 ? 9 : 1),
    );
    // 9 + 9 around it, and of the pairs of 1 four on the nodes before and three on those after: 26 were the best
    expect(bestPairing(path).weight).toBe(25);
  });

  it.each([
    ['a pair with oneself', edge(1, 1, 2)],
    ['a pair worth nothing', edge(0, 1, 0)],
  ])('refuses %s', (_what, wrong) => expect(() => bestPairing([wrong])).toThrow('worth more than 0'));
});
