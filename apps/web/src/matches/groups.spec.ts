import { describe, expect, it } from '@jest/globals';
import { groupOf } from './groups.js';

describe('the group that a fact is asked for with', () => {
  it.each([
    ['moisture', 'COMPOSITION'],
    ['wasteCode', 'COMPOSITION'],
    ['place', 'PLACE'],
    ['monthlyProfile', 'AMOUNT'],
    ['permit', 'IDENTITY'],
    ['byProductTest.lawfulUse', undefined],
  ])('of %s is %s', (fact, group) => {
    expect(groupOf(fact)).toBe(group);
  });
});
