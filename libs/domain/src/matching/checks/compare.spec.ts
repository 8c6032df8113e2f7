import { describe, expect, it } from '@jest/globals';
import { exactly, type Range } from '../../quantity/range.js';
import { limit } from '../../testing/builders.js';
import { ANY_MOISTURE } from './basis.js';
import { atMost, compare } from './compare.js';
import { statementsOf, type Statement } from './statement.js';

type Written = readonly [min: number | undefined, max: number | undefined, unit?: string, basis?: string];

function statement(property: string, [min, max, unit, basis]: Written): Statement {
  const [[one] = []] = statementsOf([limit(property, { min, max }, { unit, basis })]).values();
  if (one === undefined) throw new Error('nothing was stated');
  return one;
}
const compared = (name: string, stated: Written, wanted: Written, moisture: Range = ANY_MOISTURE) =>
  compare(statement(name, stated), statement(name, wanted), moisture);

describe('compare', () => {
  it('example: 4 g/kg is within half a per cent', () => {
    // 4 g/kg = 0.4 %
    const found = compared('chlorine', [4, 4, 'g/kg'], [undefined, 0.5, '%']);
    expect(found).toMatchObject({ result: 'PASS', note: 'that is 0.4 %', above: false });
  });

  it.each<[string, string, Written, Written, string]>([
    ['per mille', 'chlorine', [6, 6, '‰'], [undefined, 0.5, '%'], 'FAIL'], // 0.6 %
    ['ppm', 'lead', [150, 150, 'ppm'], [undefined, 200, 'mg/kg'], 'PASS'],
    ['grams per tonne', 'lead', [250, 250, 'g/t'], [undefined, 200, 'mg/kg'], 'FAIL'],
    ['micrometres', 'particle size', [undefined, 500, 'µm'], [undefined, 1, 'mm'], 'PASS'],
    ['centimetres', 'particle size', [5, 5, 'cm'], [undefined, 32, 'mm'], 'FAIL'], // 50 mm
    ['kWh per kilogram', 'calorific value', [4, 4, 'kWh/kg'], [14, undefined, 'MJ/kg'], 'PASS'], // 14.4
    ['gigajoules per tonne', 'calorific value', [10, 10, 'GJ/t'], [3, undefined, 'MWh/t'], 'FAIL'], // 10.8
    ['kelvin', 'temperature', [348.15, 348.15, 'K'], [75, undefined, '°C'], 'PASS'],
    ['180 grams per kilogram', 'moisture', [180, 180, 'g/kg'], [undefined, 18, '%'], 'PASS'],
  ])('converts %s', (_what, name, stated, wanted, result) =>
    expect(compared(name, stated, wanted).result).toBe(result),
  );

  it('says what would be comparable where units do not convert', () => {
    expect(compared('chlorine', [4, 4, 'bar'], [undefined, 0.5, '%'])).toMatchObject({
      result: 'UNKNOWN',
      note: 'the units differ; stated in %, ‰, g/kg, mg/g it could be compared',
      lacking: ['stated'],
    });
    expect(compared('quality', [4, 4, 'grade'], [3, undefined, 'class']).result).toBe('UNKNOWN');
    expect(compared('quality', [4, 4, 'grade'], [3, undefined, 'grade']).result).toBe('PASS');
    expect(compared('chlorine', [4, 4, 'g/kg'], [undefined, 5]).lacking).toEqual(['limit']);
  });

  it('converts wet and dry basis through the moisture', () => {
    const wet: Written = [0.45, 0.45, '%', 'wet'];
    const dry: Written = [undefined, 0.5, '%', 'dry'];
    // 0.45 / 0.95 = 0.474; 0.45 / 0.8 = 0.5625
    expect(compared('chlorine', wet, dry, exactly(0.05)).result).toBe('PASS');
    expect(compared('chlorine', wet, dry, exactly(0.2))).toMatchObject({
      result: 'FAIL',
      note: 'that is 0.563 % dry',
    });
    expect(compared('chlorine', wet, dry)).toMatchObject({ result: 'UNKNOWN', lacking: ['moisture'] });
  });

  it('decides without the moisture what any moisture would decide', () => {
    // there is never less of it per dry mass than per wet mass
    expect(compared('chlorine', [0.6, 0.6, '%', 'wet'], [undefined, 0.5, '%', 'dry']).result).toBe('FAIL');
    expect(compared('chlorine', [0.4, 0.4, '%', 'dry'], [undefined, 0.5, '%', 'wet']).result).toBe('PASS');
  });

  it('takes a basis that is not stated for either', () => {
    const dry: Written = [undefined, 0.5, '%', 'dry'];
    expect(compared('chlorine', [0.6, 0.6, '%'], dry).result).toBe('FAIL');
    expect(compared('chlorine', [0.4, 0.4, '%'], dry, exactly(0.1)).result).toBe('PASS'); // 0.4 / 0.9 = 0.444
    expect(compared('chlorine', [0.4, 0.4, '%'], dry)).toMatchObject({ lacking: ['stated', 'moisture'] });
    expect(compared('chlorine', [0.4, 0.4, '%', 'dry'], [undefined, 0.5, '%']).result).toBe('PASS');
    expect(compared('chlorine', [0.4, 0.4, '%', 'daf'], dry).result).toBe('UNKNOWN');
    expect(compared('chlorine', [0.4, 0.4, '%'], [undefined, 0.5, '%']).result).toBe('PASS');
  });

  it('does not ask a basis of what has none', () => {
    expect(compared('particle size', [2, 20, 'mm'], [undefined, 32, 'mm', 'dry']).result).toBe('PASS');
  });

  it('says which end is missed', () => {
    expect(compared('particle size', [10, 50, 'mm'], [0, 32, 'mm'])).toMatchObject({
      result: 'UNKNOWN',
      above: true,
      below: false,
      note: 'part of the range lies outside',
    });
    expect(compared('pH', [3, 3, 'pH'], [6, 9, 'pH'])).toMatchObject({ result: 'FAIL', below: true });
  });

  it('example: rounding decides nothing', () => {
    expect(atMost(0.1 + 0.2, 0.3)).toBe(true);
    expect([atMost(Infinity, 5), atMost(5, -Infinity), atMost(5, Infinity)]).toEqual([false, false, true]);
  });
});
