import { describe, expect, it } from '@jest/globals';
import { exactly } from '../../quantity/range.js';
import { amountText, limitsText, short } from './wording.js';

describe('wording', () => {
  it('example: ranges as people say them', () => {
    expect(limitsText({ min: -Infinity, max: 20 }, '%')).toBe('at most 20 %');
    expect(limitsText({ min: 60, max: Infinity }, '°C')).toBe('at least 60 °C');
    expect(limitsText({ min: 2, max: 5 }, '%', 'dry')).toBe('2–5 % dry');
    expect(limitsText(exactly(7))).toBe('7');
  });

  it('example: amounts in the unit that people read', () => {
    expect(amountText(30_000, 'mass')).toBe('30 t');
    expect(amountText(1234, 'energy')).toBe('1.23 MWh');
    expect(amountText(12, 'volume')).toBe('12 m3');
    expect(short(Infinity)).toBe('any amount');
  });
});
