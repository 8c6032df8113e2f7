import { describe, expect, it } from '@jest/globals';
import { d, factor } from '../testing/builders.js';
import { buildPriceSet } from './price-set.js';

const crushing = { ...factor('treatment:crush', 25), unit: 'NOK per t' };

describe('buildPriceSet', () => {
  it('example: finds a price by the key of its factor', () => {
    const set = buildPriceSet('prices-2026-1', [crushing]);
    expect(set.get('treatment:crush')?.value.toString()).toBe('25');
    expect([set.id, set.currency, set.all.length]).toEqual(['prices-2026-1', 'NOK', 1]);
  });

  it.each([
    ['a key that stands twice', [crushing, crushing], 'a key stands twice'],
    ['what is not in NOK', [factor('treatment:crush', 25)], 'treatment:crush is not in NOK'],
    ['a price above its range', [{ ...crushing, high: d(20) }], 'outside its own range'],
    ['a price below its range', [{ ...crushing, low: d(30) }], 'outside its own range'],
  ])('refuses %s', (_what, rows, message) => expect(() => buildPriceSet('wrong', rows)).toThrow(message));
});
