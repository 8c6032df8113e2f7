import type { Look } from '#domain';
import type { Tx } from '#store';

/** A listing of the other side, with the most that the score of the pair can come to. */
export interface Candidate {
  readonly id: string;
  readonly bound: number;
}

/** A listing whose list another could come onto. */
export interface Entering extends Candidate {
  /** What it takes: the score of the last place on its list; undefined while there is room. */
  readonly floor: number | undefined;
}

/** Which of the candidates to answer with. */
interface Page {
  readonly first: number;
  readonly skip: number;
}

/**
 * Where matching looks for candidates. What it says is a proposal: listings are read, judged and held before anything
 * is stored, so that an index that is behind stores nothing wrong.
 */
export interface CandidateIndex {
  /**
   * Takes in whatever was committed before the call. To be called before a listing is looked for, in a transaction that
   * has written nothing.
   */
  catchUp(tx: Tx): Promise<void>;
  /**
   * Listings of the other side within reach, best bound first; ties in the order of their ids.
   *
   * @param leaveOut ids of listings that are not asked for
   */
  candidates(tx: Tx, look: Look, leaveOut: readonly string[], page: Page): Promise<readonly Candidate[]>;
  /**
   * The reverse: listings of the other side that could have this one on their list, those first that gain most by it,
   * the bound less what their last place has; ties in the order of their ids.
   *
   * @param first how many, 1 or more
   */
  entering(tx: Tx, look: Look, leaveOut: readonly string[], first: number): Promise<readonly Entering[]>;
}

/** The search in the database: as fresh as the transaction that asks. */
export const DATABASE_INDEX: CandidateIndex = Object.freeze({
  catchUp: () => Promise.resolve(),
  candidates: (tx, look, leaveOut, page) => tx.search.candidates(look, leaveOut, page),
  entering: (tx, look, leaveOut, first) => tx.search.entering(look, leaveOut, first),
} satisfies CandidateIndex);

const BILLION = 1e9;

/**
 * What a listing's list would gain, as the database compares it too: in billionths, so that a last digit that was
 * reckoned otherwise changes no order.
 */
export const gainOf = ({ bound, floor }: Entering): number => Math.round((bound - (floor ?? 0)) * BILLION);

/** Those who gain most first; ties in the order of their ids. */
export const byGain = (a: Entering, b: Entering): number => gainOf(b) - gainOf(a) || (a.id < b.id ? -1 : 1);
