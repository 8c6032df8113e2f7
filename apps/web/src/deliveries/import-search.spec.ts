import { describe, expect, it } from '@jest/globals';
import { importSearch } from './import-search.js';

describe('importSearch', () => {
  it('keeps the file, the agreement and the rows that are shown', () => {
    const search = { file: 'f', agreement: 'a', show: 'REFUSED' };
    expect(importSearch(search)).toEqual(search);
  });

  it('passes over what cannot be', () => {
    expect(importSearch({ file: 7, agreement: null, show: 'LOST', other: 'x' })).toEqual({});
  });
});
