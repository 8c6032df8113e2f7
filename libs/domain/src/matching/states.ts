export type MatchState = 'OPEN' | 'NEGOTIATING' | 'AGREED' | 'DECLINED' | 'SUPERSEDED' | 'EXPIRED';

/** From → to. A declined pair is not proposed again until one of its listings gets a new version. */
export const MATCH_STATES: Readonly<Record<MatchState, readonly MatchState[]>> = Object.freeze({
  OPEN: ['NEGOTIATING', 'DECLINED', 'SUPERSEDED', 'EXPIRED'],
  NEGOTIATING: ['OPEN', 'NEGOTIATING', 'AGREED', 'DECLINED', 'SUPERSEDED', 'EXPIRED'],
  AGREED: [],
  DECLINED: [],
  SUPERSEDED: [],
  EXPIRED: [],
});

/**
 * Whether a match may go from one state to another.
 *
 * @example canMoveMatch('DECLINED', 'OPEN') // false
 */
export const canMoveMatch = (from: MatchState, to: MatchState): boolean => MATCH_STATES[from].includes(to);

/** The states in which a match may still lead somewhere; at most one such match exists for a pair of listings. */
export const LIVE_MATCH_STATES: readonly MatchState[] = Object.freeze(['OPEN', 'NEGOTIATING']);
/**
 * Whether a match may still lead somewhere.
 *
 * @example isLiveMatch('NEGOTIATING') // true
 */
export const isLiveMatch = (state: MatchState): boolean => LIVE_MATCH_STATES.includes(state);
