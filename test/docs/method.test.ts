import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import {
  BURNED,
  FILLED,
  foldFigures,
  foldIndicators,
  USED_AGAIN,
  ratiosOf,
  WASTE_STEPS,
  type IndicatorRules,
} from '#domain';

const refuse = (): never => {
  throw new Error('There is nothing to reckon.');
};
const PROJECT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/method.md', PROJECT), 'utf8');

describe('docs/method.md', () => {
  it('tells of every figure, every indicator and every step of the hierarchy', () => {
    // Nothing is looked up where nothing was counted.
    const rules = { traits: new Map() } as unknown as IndicatorRules;
    const numbers = [...foldFigures([], 'DELIVERED'), ...foldIndicators([], 'DELIVERED', rules, [])];
    expect(numbers.length).toBeGreaterThan(30);
    const names = [...numbers.map(({ name }) => `\`${name}\``), ...WASTE_STEPS.map((step) => `| ${step} |`)];
    expect(names.filter((name) => !PAGE.includes(name))).toEqual([]);
  });

  it('tells of no number that is not folded', () => {
    const rules = { traits: new Map() } as unknown as IndicatorRules;
    const names = new Set<string>(
      [
        ...foldFigures([], 'DELIVERED'),
        ...foldIndicators([], 'DELIVERED', rules, []),
        // Nothing is held against totals where none is stated.
        ...ratiosOf({ amounts: {}, exchanged: refuse, areAlike: () => true }),
      ].map((one) => one.name),
    );
    const told = [
      ...PAGE.matchAll(/`((?:waste|co2e|netCo2e|material|energy|exchanges|largest|cross)[A-Z]\w+)`/g),
    ];
    expect(told.length).toBeGreaterThan(20);
    expect(told.map((one) => one[1] ?? '').filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the uses that a step of the hierarchy is told by', () => {
  const folder = new URL('data/materials/nodes/', PROJECT);
  const codes = new Set(
    readdirSync(folder).flatMap((file) =>
      parse<{ code: string }>(readFileSync(new URL(file, folder)), { columns: true, bom: true }).map(
        (row) => row.code,
      ),
    ),
  );

  it('are in the tree of materials', () => {
    const named = [...USED_AGAIN, ...BURNED, ...FILLED];
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });
});
