import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BASE_UNIT, Decimal, UNITS, type UnitKind } from '#domain';

interface Row {
  readonly unit: string;
  readonly dimension: string;
  readonly base_unit: string;
  readonly factor_to_base: string;
}

const file = new URL('../../data/reference/units.csv', import.meta.url);
const rows = parse<Row>(readFileSync(file, 'utf8'), { columns: true });
const kinds = Object.keys(BASE_UNIT) as UnitKind[];

describe("the domain's units and data/reference/units.csv", () => {
  it.each(UNITS)('say the same of $code', ({ code, kind, numerator, denominator }) => {
    const row = rows.find((one) => one.unit === code);
    expect([row?.dimension, row?.base_unit]).toEqual([kind, BASE_UNIT[kind]]);
    // the table rounds a third of a kWh to 16 digits; the domain keeps the fraction
    const apart = new Decimal(numerator)
      .div(denominator)
      .div(row?.factor_to_base ?? 0)
      .minus(1);
    expect(apart.abs().lte(kind === 'energy' ? '1e-15' : 0)).toBe(true);
  });

  it('leave out only bulk and solid cubic metres of wood, which need a density of their own', () => {
    const ofOurKinds = rows.filter((one) => kinds.includes(one.dimension as UnitKind));
    const missing = ofOurKinds.filter((one) => !UNITS.some(({ code }) => code === one.unit));
    expect(missing.map((one) => one.unit)).toEqual(['lm3', 'fm3']);
  });
});
