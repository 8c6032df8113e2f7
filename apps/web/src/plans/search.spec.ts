import { describe, expect, it } from '@jest/globals';
import { readPlansSearch } from './search.js';

describe('readPlansSearch', () => {
  it('example: takes no text for an id', () =>
    expect(readPlansSearch({ plan: 'x' })).toEqual({ plan: undefined }));

  it('keeps an id', () => {
    const plan = '3f2b8a0e-1c4d-4e5f-8a9b-0c1d2e3f4a5b';
    expect(readPlansSearch({ plan, more: 1 })).toEqual({ plan });
  });
});
