/** TIED: a firm is asked whether it is so. CLAIMED: the firm has it as a draft of its own. REJECTED: only the trace is left. */
export const HINT_STATES = Object.freeze(['UNCLAIMED', 'TIED', 'CLAIMED', 'REJECTED'] as const);
export type HintState = (typeof HINT_STATES)[number];

/** From → to. What a firm has answered stays answered; whoever made the hint may take it back before. */
export const HINT_MOVES: Readonly<Record<HintState, readonly HintState[]>> = Object.freeze({
  UNCLAIMED: ['TIED'],
  TIED: ['CLAIMED', 'REJECTED'],
  CLAIMED: [],
  REJECTED: [],
});

/**
 * Whether a hint may go from one state to another.
 *
 * @example canMoveHint('UNCLAIMED', 'CLAIMED') // false
 */
export const canMoveHint = (from: HintState, to: HintState): boolean => HINT_MOVES[from].includes(to);
