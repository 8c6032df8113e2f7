import { describe, expect, it } from '@jest/globals';
import { electricityPerHeat } from './heat-pump.js';

describe('electricityPerHeat', () => {
  it.each([
    ['example: 35 to 75 °C', 35, 75, '0.230'], // 40 ÷ (0.5 × 348.15)
    ['60 to 90 °C', 60, 90, '0.165'], // 30 ÷ (0.5 × 363.15)
    ['a lift of 2 K costs that of 10', 73, 75, '0.057'], // 10 ÷ (0.5 × 348.15)
    ['heat that is warm enough', 80, 75, '0.000'],
    ['never more than heating directly', -200, 75, '1.000'],
  ])('%s', (_what, source, sink, electricity) =>
    expect(electricityPerHeat(source, sink).central.toFixed(3)).toBe(electricity),
  );

  it('spreads from the best machine to the worst', () => {
    // 40 ÷ (0.6 × 348.15); 40 ÷ (0.4 × 348.15)
    const { low, high } = electricityPerHeat(35, 75);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.191', '0.287']);
  });
});
