import { describe, expect, it } from '@jest/globals';
import { workbenchSearch } from './search.js';

describe('the address of a workbench', () => {
  it('keeps what it can mean and leaves out the rest', () => {
    expect(workbenchSearch({ tab: 'stale', days: '60', from: 'soon' })).toEqual({ tab: 'stale', days: 60 });
    expect(workbenchSearch({ tab: 'nothing', days: -1, mine: 'no' })).toEqual({});
    expect(workbenchSearch({ days: 1.5 })).toEqual({});
    expect(workbenchSearch({ days: 3651 })).toEqual({});
    expect(workbenchSearch({ mine: true, from: '2026-01-01', to: '2026-13-01' })).toEqual({
      mine: true,
      from: '2026-01-01',
    });
  });
});
