import { describe, expect, it } from '@jest/globals';
import { amountOf } from './amount.js';
import { isTied, measuresOf, rankOf } from './rank.js';

const ranking = [
  { key: 'a', score: 0.9 },
  { key: 'b', score: 0.7 },
  { key: 'c', score: 0.7 },
  { key: 'd', score: 0.2 },
];

describe('ranks', () => {
  it('is that of the best hit', () => {
    expect(rankOf(new Set(['a', 'd']), ranking)).toBe(1);
    expect(rankOf(new Set(['d']), ranking)).toBe(4);
  });

  it('stands behind those of the same score that are no hits', () => {
    expect(rankOf(new Set(['b']), ranking)).toBe(3);
    expect(rankOf(new Set(['b', 'c']), ranking)).toBe(2);
    expect(isTied(new Set(['b']), ranking.slice(1))).toBe(true);
    expect(isTied(new Set(['a']), ranking)).toBe(false);
  });

  it('tells not found from not asked', () => {
    expect(rankOf(new Set(['x']), ranking)).toBeUndefined();
    expect(rankOf(new Set(['x']), undefined)).toBeNull();
  });

  it('makes recalls and the mean of the inverse ranks of those asked', () => {
    // (1/1 + 1/4 + 1/20 + 0) / 4 = 0.325
    expect(measuresOf([1, 4, 20, undefined, null])).toEqual({
      'recall@1': 0.25,
      'recall@5': 0.5,
      'recall@10': 0.5,
      mrr: 0.325,
    });
  });
});

describe('amounts as collectors write them', () => {
  it.each([
    ['215000', 't/yr', '215000 t YEAR'],
    ['130', 'GWh/yr', '130 GWh YEAR'],
    ['5000000', 'US gal/day', '5000000 gal_us DAY'],
    ['700000', 'm3/yr', '700000 m3 YEAR'],
    ['20.64', 't', '20.64 t YEAR'],
    // 84 MW × 8 760 h = 735 840 MWh
    ['84', 'MW', '735840 MWh YEAR'],
  ])('reads %s %s', (value, unit, wanted) => {
    const found = amountOf(value, unit);
    expect(`${found?.value.toFixed() ?? ''} ${found?.unit ?? ''} ${found?.per ?? ''}`).toBe(wanted);
  });

  it.each([
    ['', 't/yr'],
    ['some', 't/yr'],
    ['0', 't/yr'],
    ['5', 'lorries/yr'],
    ['5', 't/moon'],
  ])('makes nothing of "%s" "%s"', (value, unit) => expect(amountOf(value, unit)).toBeUndefined());
});
