import { describe, expect, it } from '@jest/globals';
import { readMatchSearch } from './search.js';

describe('the address of the list of matches', () => {
  it.each([
    ['nothing said', {}, {}],
    ['a view', { view: 'agreed' }, { view: 'agreed' }],
    ['the view that comes first anyway', { view: 'open' }, {}],
    ['a view that there is not', { view: 'all' }, {}],
    ['a listing', { listing: '1', view: 'closed' }, { listing: '1', view: 'closed' }],
    ['no text for a listing', { listing: 5, other: 'x' }, {}],
  ])('reads %s', (_name, search, read) => {
    expect(readMatchSearch(search)).toEqual(read);
  });
});
