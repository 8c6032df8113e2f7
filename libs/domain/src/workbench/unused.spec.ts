import { describe, expect, it } from '@jest/globals';
import { plain } from '../quantity/decimal.js';
import { barriersOf } from './barriers.js';
import { groupedBy } from './grouped.js';
import { NO_ANSWER, NO_COUNTERPART, unusedPotential, type UnusedStream } from './unused.js';

const open = (name: string) => ({ name, result: 'UNKNOWN' as const });
const stream = (overrides: Partial<UnusedStream> = {}): UnusedStream => ({
  branch: 'wood',
  area: 'Kongsvinger',
  unitKind: 'mass',
  yearlyBase: 100_000,
  distanceKm: 12,
  obstacles: [NO_ANSWER],
  ...overrides,
});

describe('unusedPotential', () => {
  it('example: nothing waits', () => {
    expect(unusedPotential([])).toEqual([]);
  });

  it('sums each offer once by family and area, and says under each obstacle what it holds back', () => {
    const [wood, ...rest] = unusedPotential([
      stream({ obstacles: [open('moisture'), open('permit'), open('moisture')] }),
      stream({ yearlyBase: 50_000, distanceKm: 40, obstacles: [open('permit')] }),
      stream({ yearlyBase: 7000, distanceKm: undefined, obstacles: [NO_COUNTERPART] }),
      stream({ area: 'Grue', yearlyBase: 1 }),
      stream({ branch: 'metal', yearlyBase: 3 }),
      stream({ unitKind: 'energy', yearlyBase: 2 }),
    ]).filter(({ branch, area, unitKind }) => branch !== 'metal' && area !== 'Grue' && unitKind === 'mass');
    expect(rest).toEqual([]);
    expect(wood).toMatchObject({ streams: 3, nearestKm: 12, farthestKm: 40 });
    // 100 000 + 50 000 + 7 000 kg
    expect(plain(wood!.yearlyBase)).toBe('157000');
    expect(wood!.obstacles.map((one) => [one.name, one.streams, plain(one.yearlyBase)])).toEqual([
      // 100 000 + 50 000; the first stream stands under both
      ['permit', 2, '150000'],
      ['moisture', 1, '100000'],
      ['NO_COUNTERPART', 1, '7000'],
    ]);
  });

  it('has families in order, and the larger area first', () => {
    const found = unusedPotential([
      stream({ area: 'Grue', yearlyBase: 1 }),
      stream(),
      stream({ branch: 'metal' }),
    ]);
    expect(found.map(({ branch, area }) => `${branch} ${area}`)).toEqual([
      'metal Kongsvinger',
      'wood Kongsvinger',
      'wood Grue',
    ]);
  });
});

describe('barriersOf', () => {
  it('counts matches and proposals apart, by quarter and family, the most frequent reason first', () => {
    const line = { branch: 'wood', quarter: '2026-04-01', reason: 'PRICE', of: 'MATCH', count: 2 } as const;
    const report = barriersOf([
      line,
      { ...line, of: 'PROPOSAL', count: 1 },
      { ...line, reason: 'DISTANCE', count: 4 },
      { ...line, quarter: '2026-01-01', reason: 'PERMIT' },
    ]);
    expect(
      report.map(({ quarter, reason, matches, proposals }) => [quarter, reason, matches, proposals]),
    ).toEqual([
      ['2026-01-01', 'PERMIT', 2, 0],
      ['2026-04-01', 'DISTANCE', 4, 0],
      ['2026-04-01', 'PRICE', 2, 1],
    ]);
    expect(barriersOf([line])[0]?.matches).toBe(2);
  });

  it('rests on groups in the order that they come in', () => {
    expect(groupedBy([1, 2, 3], (one) => String(one % 2))).toEqual([[1, 3], [2]]);
  });
});
