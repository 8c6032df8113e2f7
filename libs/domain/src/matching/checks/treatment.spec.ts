import { describe, expect, it } from '@jest/globals';
import { remedyFor, treatedBy } from './treatment.js';

describe('treatedBy', () => {
  it('example: a use that dries cures the moisture', () => {
    expect(treatedBy('moisture', 'above', true, 'treatment:dry')).toEqual({ done: 'dried', met: true });
    expect(treatedBy('moisture', 'above', false, 'none')).toBeUndefined();
    expect(treatedBy('moisture', 'below', false, 'treatment:dry')).toBeUndefined();
  });

  it('sieves out what is inside, and cannot where nothing is', () => {
    expect(treatedBy('particlesize', 'above', true, 'treatment:sieve')?.met).toBe(true);
    expect(treatedBy('particlesize', 'above', false, 'treatment:sieve')).toBeUndefined();
    expect(treatedBy('particlesize', 'above', false, 'treatment:crush')?.met).toBe(true);
  });

  it('leaves it to a trial how much washing takes out', () => {
    expect(treatedBy('chlorine', 'above', false, 'treatment:wash')?.met).toBe(false);
  });

  it.each(['lead', 'mercury', 'chromiumvi', 'pah'])('has no step for %s', (name) => {
    expect(treatedBy(name, 'above', true, 'treatment:wash')).toBeUndefined();
    expect(remedyFor(name, 'above', 'at most 1 mg/kg')).toBeUndefined();
  });
});

describe('remedyFor', () => {
  it.each([
    ['particlesize', 'above', '0–32 mm', 'crush to 0–32 mm', 'treatment:crush'],
    ['particlesize', 'below', 'at least 2 mm', 'granulate to at least 2 mm', 'treatment:granulate'],
    ['moisture', 'above', 'at most 20 %', 'dry to at most 20 %', 'treatment:dry'],
    ['moisture', 'below', 'at least 40 %', 'moisten to at least 40 %', undefined],
    ['drymatter', 'below', 'at least 85 %', 'dry to at least 85 % dry matter', 'treatment:dry'],
    ['ph', 'above', '6–9', 'neutralise to 6–9', 'treatment:neutralise'],
  ] as const)('example: %s %s', (name, end, wanted, text, treatment) => {
    expect(remedyFor(name, end, wanted)).toEqual({ kind: 'TREAT', text, treatment });
  });
});
