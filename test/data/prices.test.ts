import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string): readonly Row[] =>
  parse<Row>(readFileSync(new URL(`../../data/factors/${name}`, import.meta.url), 'utf8'), { columns: true });

const PRICES = rowsOf('prices-2026-1.csv');
const FACTORS = rowsOf('2026-2.csv');
const per = (row: Row): string => row['unit']?.split(' per ')[1] ?? '';

/** Paid for, but without a factor of their own: the machine of a heat pump, a wheel loader at the lorry. */
const PRICE_ONLY = ['transport:loading', 'treatment:heat-pump-plant'];

describe('the price set', () => {
  it('has a price for every factor, and no other key', () => {
    const [priced, factored] = [PRICES, FACTORS].map((rows) => rows.map((row) => row['key']).sort());
    expect(priced).toEqual([...(factored ?? []), ...PRICE_ONLY].sort());
  });

  it('is per the same unit as the factor, in NOK', () => {
    const unit = new Map(FACTORS.map((row) => [row['key'], per(row)]));
    for (const row of PRICES) {
      expect([row['key'], row['unit']]).toEqual([row['key'], `NOK per ${unit.get(row['key']) ?? per(row)}`]);
    }
  });

  it('gives a range around each value, a source and a note', () => {
    for (const { key, low, value, high, source, trust, note } of PRICES) {
      expect([key, Number(low) <= Number(value) && Number(value) <= Number(high)]).toEqual([key, true]);
      expect([key, source, note].every((text) => (text ?? '') !== '')).toBe(true);
      expect(['high', 'medium', 'low']).toContain(trust);
    }
  });
});

describe('the factor set 2026-2', () => {
  it('holds the rows of 2026-1 as they are', () => {
    const kept = new Map(FACTORS.map((row) => [row['key'], row]));
    for (const row of rowsOf('2026-1.csv')) expect(kept.get(row['key'])).toEqual(row);
    expect(kept.size).toBe(FACTORS.length);
  });

  it('gives a range around each value', () => {
    for (const { key, low, value, high } of FACTORS)
      expect([key, Number(low) <= Number(value) && Number(value) <= Number(high)]).toEqual([key, true]);
  });
});
