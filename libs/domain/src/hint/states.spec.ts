import { describe, expect, it } from '@jest/globals';
import { canMoveHint, HINT_MOVES, HINT_STATES, type HintState } from './states.js';

describe('states of a hint', () => {
  it('can all be reached', () => {
    const reached = new Set<HintState>(['UNCLAIMED']);
    for (const state of reached) for (const next of HINT_MOVES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...HINT_STATES].sort());
  });

  it('example: nothing is claimed before a firm has been asked', () => {
    expect(canMoveHint('UNCLAIMED', 'CLAIMED')).toBe(false);
    expect(canMoveHint('TIED', 'CLAIMED')).toBe(true);
  });

  it.each(['CLAIMED', 'REJECTED'] as const)('%s is for good', (state) =>
    expect(HINT_STATES.filter((to) => canMoveHint(state, to))).toEqual([]),
  );
});
