import { describe, expect, it } from '@jest/globals';
import { readPropertyRanges } from './property-range.js';

describe('readPropertyRanges', () => {
  it('example: ends, unit and basis, each only where it is said', () => {
    expect(readPropertyRanges('moisture 35..55 % wet|pH 11..').ranges).toEqual([
      { property: 'moisture', range: { min: 35, max: 55 }, unit: '%', basis: 'wet' },
      { property: 'pH', range: { min: 11, max: Infinity }, unit: undefined, basis: undefined },
    ]);
    expect(readPropertyRanges('chlorine ..0.5 %').ranges[0]?.range).toEqual({ min: -Infinity, max: 0.5 });
    expect(readPropertyRanges('temperature -5..10 °C').ranges[0]?.range).toEqual({ min: -5, max: 10 });
  });

  it('reads nothing out of nothing', () => {
    expect(readPropertyRanges('')).toEqual({ ranges: [], problems: [] });
  });

  it.each(['moisture', 'moisture 5', 'moisture .. %', '35..55 %', 'moisture 5-10 %', 'moisture 9..5 %'])(
    'says what is wrong with "%s" and keeps the rest',
    (part) => {
      const { ranges, problems } = readPropertyRanges(`${part}|ash 1..2 %`);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toContain(part);
      expect(ranges).toHaveLength(1);
    },
  );
});
