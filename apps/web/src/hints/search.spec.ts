import { describe, expect, it } from '@jest/globals';
import { hintsSearch } from './search.js';

describe('the address of the hints', () => {
  it('keeps what it can mean and leaves out the rest', () => {
    expect(hintsSearch({ tab: 'list', state: 'GONE' })).toEqual({ tab: 'list' });
    expect(hintsSearch({ tab: 'nothing', state: 'TIED' })).toEqual({ state: 'TIED' });
  });
});
