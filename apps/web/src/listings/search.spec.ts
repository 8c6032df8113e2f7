import { describe, expect, it } from '@jest/globals';
import { listSearch, newSearch, tabOf } from './search.js';

describe('what the address says', () => {
  it('of the list, what it knows', () => {
    expect(listSearch({ side: 'OFFER', state: 'gone' })).toEqual({ side: 'OFFER' });
    expect(listSearch({ state: 'PAUSED', q: 'flis', page: 3 })).toEqual({ state: 'PAUSED', q: 'flis' });
    expect(listSearch({ q: 170904 })).toEqual({ q: '170904' });
    expect(listSearch({ q: '' })).toEqual({});
  });

  it('of its tab, the drafts before all else', () => {
    expect(listSearch({ view: 'drafts', q: 'flis' })).toEqual({ view: 'drafts' });
    expect(
      [{}, { side: 'OFFER' }, { side: 'NEED' }, { view: 'drafts' }].map((one) => tabOf(listSearch(one))),
    ).toEqual(['all', 'offers', 'needs', 'drafts']);
  });

  it('of a new listing, its side and its draft', () => {
    expect(newSearch({ side: 'NEED' })).toEqual({ side: 'NEED' });
    expect(newSearch({ side: 'both', draft: 'd' })).toEqual({ draft: 'd' });
  });
});
