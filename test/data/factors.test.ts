import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFactorSet, factorFaults } from '#domain';
import { readFactorFile } from '#store';

const FOLDER = join(import.meta.dirname, '../../data/factors');
const SETS = readdirSync(FOLDER).filter((name) => /^\d{4}-\d+\.csv$/.test(name));
const factorsOf = (name: string) =>
  readFactorFile(readFileSync(join(FOLDER, name)), name.replace('.csv', ''));
/** A source that is no page says so itself. */
const NO_PAGE = /^(own (knowledge|judgement)|definition|computed: |stoichiometry)/;

describe.each(SETS)('the factor set %s', (name) => {
  const { factors, faults } = factorsOf(name);
  const none = buildFactorSet('none', []);

  it('is read whole, without a fault', () => {
    expect(faults).toEqual([]);
    expect(
      factorFaults(
        factors.map((one) => one.factor),
        none,
      ),
    ).toEqual([]);
    const lines = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n');
    expect(factors).toHaveLength(lines.length - 1);
  });

  it('has for every factor a range around it, a source, a year, a region and a scope', () => {
    for (const { factor } of factors) {
      const { key, low, value, high, source, year, geography, boundary } = factor;
      expect([key, low.lte(value), value.lte(high)]).toEqual([key, true, true]);
      expect([key, [source, geography, boundary].every((text) => text !== '')]).toEqual([key, true]);
      expect([key, year >= 2006 && year <= 2026]).toEqual([key, true]);
    }
  });

  it('names for every factor a page, or says that there is none', () => {
    const without = factors.filter(({ factor }) => factor.sourceUrl === '' && !NO_PAGE.test(factor.source));
    expect(without.map(({ factor }) => factor.key)).toEqual([]);
  });

  it('counts fuel supply and use together on every way by road, rail and sea', () => {
    const ways = factors.filter(({ factor }) => factor.unit === 'kg CO2e per t km');
    expect(ways.length).toBeGreaterThan(4);
    expect(ways.filter(({ factor }) => !factor.boundary.startsWith('WTW'))).toEqual([]);
  });
});

describe('the list of sets', () => {
  it('names every file, with its first day and what it replaces', () => {
    const rows = readFileSync(join(FOLDER, 'sets.csv'), 'utf8').trimEnd().split('\n').slice(1);
    expect(rows.map((row) => `${row.split(',')[0]}.csv`)).toEqual(SETS);
    expect(rows.every((row) => /^\d{4}-\d+,\d{4}-\d\d-\d\d,(\d{4}-\d+)?,.+/.test(row))).toBe(true);
  });
});
