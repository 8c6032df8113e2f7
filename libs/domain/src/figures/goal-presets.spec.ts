import { describe, expect, it } from '@jest/globals';
import { GOAL_UNITS } from './goal.js';
import { baselineSourceOf, GOAL_PRESETS } from './goal-presets.js';
import { REFERENCE_UNITS } from './reference-totals.js';

describe('goal presets', () => {
  it('example: tonnes of CO2e stated are a thousand kilograms each', () => {
    expect(baselineSourceOf('netCo2eAvoided')?.factor).toBe(1000);
    expect(baselineSourceOf('exchanges')).toBeUndefined();
  });

  it('are +10, −20 and −15 %, each with a baseline that totals can give', () => {
    expect(GOAL_PRESETS.map((one) => one.change.toString())).toEqual(['0.1', '0.2', '0.15']);
    for (const { figure } of GOAL_PRESETS) {
      const source = baselineSourceOf(figure);
      const units = new Set(source?.measures.map((one) => REFERENCE_UNITS[one]));
      expect(units.size).toBe(1);
      expect([...units][0]?.replace(/^t CO2e$/, 'kg CO2e')).toBe(GOAL_UNITS[figure]);
    }
  });
});
