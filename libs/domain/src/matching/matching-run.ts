/** What becomes of a run through all listings: one at a time is RUNNING or PAUSED. */
export const MATCHING_RUN_STATES = Object.freeze(['RUNNING', 'PAUSED', 'DONE', 'SUPERSEDED'] as const);
export type MatchingRunState = (typeof MATCHING_RUN_STATES)[number];

const MOVES: Readonly<Record<MatchingRunState, readonly MatchingRunState[]>> = Object.freeze({
  RUNNING: ['PAUSED', 'DONE', 'SUPERSEDED'],
  PAUSED: ['RUNNING', 'SUPERSEDED'],
  DONE: [],
  SUPERSEDED: [],
});

/**
 * The states that a run may go to the given one from.
 *
 * @example matchingRunStatesBefore('RUNNING') // ['PAUSED']
 */
export const matchingRunStatesBefore = (to: MatchingRunState): readonly MatchingRunState[] =>
  MATCHING_RUN_STATES.filter((from) => MOVES[from].includes(to));

/** How far a run has come since it last began to go. */
export interface RunPace {
  readonly listings: number;
  readonly done: number;
  /** When it was begun, or went on after a pause, and how many were done by then. */
  readonly goingSince: Date;
  readonly doneBefore: number;
}

/**
 * When a run will be through if it goes on as it has since it last began to go.
 *
 * @returns undefined while nothing has been done since, which says nothing of its pace
 * @example expectedEnd({ listings: 100, done: 50, goingSince: tenMinutesAgo, doneBefore: 0 }, now) // in ten minutes
 */
export function expectedEnd(
  { listings, done, goingSince, doneBefore }: RunPace,
  now: Date,
): Date | undefined {
  const since = done - doneBefore;
  if (since <= 0) return undefined;
  const msEach = (now.getTime() - goingSince.getTime()) / since;
  return new Date(now.getTime() + Math.max(0, listings - done) * msEach);
}
