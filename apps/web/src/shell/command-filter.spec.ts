import { describe, expect, it } from '@jest/globals';
import { foundBy } from './command-filter.js';

describe('a search in the command menu', () => {
  it.each([
    ['tørr', 'Tørr flis fra høvleri', 1],
    ['flis tørr', 'Tørr flis fra høvleri', 1],
    ['ØV', 'Tørr flis fra høvleri', 1],
    ['  ', 'Tørr flis', 1],
    ['slagg', 'Tørr flis', 0],
    ['flis slagg', 'Tørr flis', 0],
  ] as const)('for "%s" among "%s"', (search, text, found) => {
    expect(foundBy(search, text)).toBe(found);
  });
});
