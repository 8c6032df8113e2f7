import { describe, expect, it } from '@jest/globals';
import { buildTerms, d, quantity } from '../testing/builders.js';
import { changesBetween } from './history.js';

describe('changesBetween', () => {
  it('example: the amount', () => {
    const [hundredTonnes, twoHundredTonnes] = [100, 200].map((value) =>
      buildTerms({ quantity: quantity(value) }),
    );
    expect(changesBetween(hundredTonnes!, twoHundredTonnes!)).toEqual([
      { part: 'amount', before: '100 t', after: '200 t' },
    ]);
  });

  it('tells what was not said before, and what is no longer', () => {
    const before = buildTerms({ maxDistanceKm: 80, permits: ['19 12 07'] });
    const after = buildTerms({ maxDistanceKm: 120, price: d(12.5) });
    expect(changesBetween(before, after)).toEqual([
      { part: 'maxDistanceKm', before: '80', after: '120' },
      { part: 'permits', before: '19 12 07', after: undefined },
      { part: 'price', before: undefined, after: '12.5 NOK' },
    ]);
  });

  it('tells a property with its ends, and the answers of the by-product test', () => {
    const moisture = { property: 'moisture', min: d(10), max: d(20), unit: '%', measured: false };
    const before = buildTerms({ properties: [moisture] });
    const after = buildTerms({
      properties: [{ ...moisture, measured: true }],
      byProductTest: { lawfulUse: true, integralPart: undefined },
    });
    expect(changesBetween(before, after)).toEqual([
      { part: 'properties', before: 'moisture 10–20 %', after: 'moisture 10–20 % *' },
      { part: 'byProductTest', before: undefined, after: 'lawfulUse: true' },
    ]);
  });

  it('is empty for the same terms', () => {
    expect(changesBetween(buildTerms(), buildTerms())).toEqual([]);
  });
});
