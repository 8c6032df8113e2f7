import { describe, expect, it } from '@jest/globals';
import { canMoveMatch, isLiveMatch, LIVE_MATCH_STATES, MATCH_STATES, type MatchState } from './states.js';

const all = Object.keys(MATCH_STATES) as MatchState[];

describe('the states of a match', () => {
  it('can all be reached from the first', () => {
    const reached = new Set<MatchState>(['OPEN']);
    for (const state of reached) for (const next of MATCH_STATES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...all].sort());
  });

  it('are live exactly where they lead somewhere', () => {
    for (const state of all) expect(isLiveMatch(state)).toBe(MATCH_STATES[state].length > 0);
    expect(LIVE_MATCH_STATES).toEqual(['OPEN', 'NEGOTIATING']);
  });

  it('example: a declined pair stays declined, a withdrawn proposal opens the match again', () => {
    expect(canMoveMatch('DECLINED', 'OPEN')).toBe(false);
    expect(canMoveMatch('NEGOTIATING', 'OPEN')).toBe(true);
    expect(isLiveMatch('NEGOTIATING')).toBe(true);
  });

  it('come to an agreement only through negotiation', () => {
    expect(all.filter((state) => canMoveMatch(state, 'AGREED'))).toEqual(['NEGOTIATING']);
  });
});
