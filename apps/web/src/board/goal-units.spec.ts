import { describe, expect, it } from '@jest/globals';
import { GOAL_UNITS as OF_THE_DOMAIN } from '#domain';
import { decimalOf, partOf } from './decimal-of.js';
import { GOAL_UNITS } from './goal-units.js';

describe('the form of a goal', () => {
  it('knows the units of the domain', () => {
    expect(GOAL_UNITS).toEqual(OF_THE_DOMAIN);
  });

  it('reads decimals as Norwegians write them', () => {
    expect(['1 234,5', '10', ' 0.25 '].map(decimalOf)).toEqual(['1234.5', '10', '0.25']);
  });

  it('shifts the comma of a percentage and reckons nothing', () => {
    expect(['20', '-15', '7,5', '120', '0,5', 'mye'].map(partOf)).toEqual([
      '0.20',
      '-0.15',
      '0.075',
      '1.20',
      '0.005',
      'mye',
    ]);
  });
});
