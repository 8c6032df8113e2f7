import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { d } from '../testing/builders.js';
import { reasonAgainst, releasesOf, type PendingTotal } from './reference-release.js';

const pending = (firmId: string, amount: number, ...clusterIds: string[]): PendingTotal => ({
  firmId,
  clusterIds: clusterIds.length === 0 ? ['here'] : clusterIds,
  amount: d(amount),
});
const [a40, b30, c50] = [pending('a', 40), pending('b', 30), pending('c', 50)];

describe('reasonAgainst', () => {
  it('example: two firms are too few', () => {
    expect(reasonAgainst([d(40), d(30)])).toBe('FEW_FIRMS');
    expect(reasonAgainst([])).toBe('FEW_FIRMS');
  });

  it('names one that makes half of the sum, and one that another could reckon', () => {
    // 60 of 120
    expect(reasonAgainst([d(60), d(30), d(30)])).toBe('DOMINATED');
    // the first knows its 49: of the 51 left, 1 cannot make the 50 a fifth smaller
    expect(reasonAgainst([d(49), d(50), d(5)])).toBe('DERIVABLE');
    expect(reasonAgainst([d(40), d(30), d(50)])).toBeUndefined();
  });
});

describe('releasesOf', () => {
  it('example: three firms of one cluster', () => {
    const [one] = releasesOf([a40, b30, c50]);
    expect(one?.value.toString()).toBe('120'); // 40 + 30 + 50
    expect(one?.firmIds).toEqual(['a', 'b', 'c']);
  });

  it('keeps waiting what could be told apart', () => {
    expect(releasesOf([a40, b30])).toEqual([]);
    expect(releasesOf([a40, b30, pending('c', 500)])).toEqual([]);
    expect(releasesOf([a40, b30, { ...c50, clusterIds: [] }])).toEqual([]);
  });

  it('puts firms of the very same clusters together, and the rest into their first cluster alone', () => {
    const shared = ['d', 'e', 'f'].map((firmId) => pending(firmId, 10, 'there', 'here'));
    const all = releasesOf([a40, b30, pending('c', 50, 'here', 'there'), ...shared]);
    // 10 + 10 + 10 + 50 of both clusters: 50 would be more than half, so all go to `here`: 40 + 30 + 50 + 30
    expect(all.map((one) => [one.clusterIds, one.value.toString()])).toEqual([[['here'], '150']]);
    expect(releasesOf(shared).map((one) => one.clusterIds)).toEqual([['here', 'there']]);
  });

  it('counts every firm at most once, in sums that stand, whatever the order', () => {
    const firm = fc.record({
      amount: fc.integer({ min: -90, max: 90 }),
      clusters: fc.subarray(['x', 'y', 'z']),
    });
    fc.assert(
      fc.property(fc.array(firm, { maxLength: 12 }), (firms) => {
        const all = firms
          .filter(({ amount }) => amount !== 0)
          .map(({ amount, clusters }, at) => ({ firmId: `f${at}`, clusterIds: clusters, amount: d(amount) }));
        const releases = releasesOf(all);
        const counted = releases.flatMap((one) => one.firmIds);
        const amountOf = (id: string) => all.find((one) => one.firmId === id)?.amount ?? d(0);
        expect(new Set(counted).size).toBe(counted.length);
        for (const { firmIds } of releases) expect(reasonAgainst(firmIds.map(amountOf))).toBeUndefined();
        expect(releasesOf([...all].reverse())).toEqual(releases);
      }),
    );
  });
});
