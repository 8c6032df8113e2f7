import { describe, expect, it } from '@jest/globals';
import { agreementsSearch } from './agreements-search.js';

describe('agreementsSearch', () => {
  it('keeps a view that there is', () => {
    expect(agreementsSearch({ view: 'ended' })).toEqual({ view: 'ended' });
  });

  it.each([{}, { view: 'lost' }, { view: 7 }])('passes over %j', (search) => {
    expect(agreementsSearch(search)).toEqual({});
  });
});
