import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { buildDetours, learnDetours, type RoadPair } from '#domain';

type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string): readonly Row[] =>
  parse<Row>(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'), { columns: true });

const point = (row: Row, end: 'from' | 'to') => ({
  latitude: Number(row[`${end}_lat`]),
  longitude: Number(row[`${end}_lon`]),
});
const PAIRS: readonly RoadPair[] = rowsOf('places/road_pairs.csv').map((row) => ({
  from: point(row, 'from'),
  to: point(row, 'to'),
  regionFrom: row['region_from'] ?? '',
  regionTo: row['region_to'] ?? '',
  roadKm: Number(row['road_km']),
}));
const FACTORS = rowsOf('places/detour_factors.csv').map((row) => ({
  region: row['region'] ?? '',
  name: row['name'] ?? '',
  factor: Number(row['factor']),
  low: Number(row['low']),
  high: Number(row['high']),
  pairs: Number(row['pairs']),
}));

describe('the detour factors', () => {
  it('are what the pairs of towns teach', () => {
    expect(FACTORS.map(({ name: _name, ...row }) => row)).toEqual(learnDetours(PAIRS));
  });

  it('are sound, and bear the name of their county', () => {
    const counties = new Map(
      rowsOf('reference/no_municipalities.csv').map((row) => [row['county_no'], row['county']]),
    );
    const table = buildDetours(FACTORS);
    for (const [region, { name }] of table) {
      if (/^\d+$/.test(region)) expect([region, name]).toEqual([region, counties.get(region)]);
    }
    expect([...counties.keys()].filter((county) => !table.has(county ?? ''))).toEqual([]);
  });

  it('rest on each pair of towns once', () => {
    const names = rowsOf('places/road_pairs.csv').map((row) => [row['from'], row['to']].sort().join(' – '));
    expect(new Set(names).size).toBe(names.length);
  });
});
