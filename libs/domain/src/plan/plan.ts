import type { PlanProblem } from './plan-problem.js';

/**
 * What one unit more of each limit is worth, in the objective and per unit of the limit, at least 0: the dual prices.
 * Where several prices prove the same plan, these are one set of them.
 */
export interface PlanPrices {
  /** Per unit of each offer's supply. */
  readonly supply: Float64Array;
  /** Per unit of each need's demand. */
  readonly demand: Float64Array;
  /** Per unit of each treatment's capacity. */
  readonly treatment: Float64Array;
  /** Per unit of each treatment's product. */
  readonly product: Float64Array;
  /** Per unit of each link's capacity. */
  readonly arc: Float64Array;
}

export type PlanSolver = 'network simplex' | 'slope scaling' | 'HiGHS' | 'greedy';

/** Which amounts should flow, how good that is, and the proof of it. */
export interface Plan {
  /** Units that leave the `from` end of each link, in the order of the question's links. */
  readonly flow: Float64Array;
  /** The objective of these flows, fixed costs taken off where it is NOK. */
  readonly total: number;
  /** No plan's objective is larger. */
  readonly bound: number;
  /** What the bound lies above the total, as a share of the bound: 0 is the best there is. */
  readonly gap: number;
  /** What one unit more is worth, with the links open that the plan uses. */
  readonly prices: PlanPrices;
  /** The prices that prove the bound; those above, where no link has a fixed cost or a smallest lot. */
  readonly proof: PlanPrices;
  readonly solver: PlanSolver;
  /** Pivots of the simplex, all rounds together. */
  readonly iterations: number;
}

/** A second solver, whatever it is loaded from: it takes what a network cannot hold, and referees in tests. */
export interface Referee {
  readonly name: 'HiGHS';
  /** The same question answered. */
  readonly solve: (problem: PlanProblem, options?: RefereeOptions) => Plan;
}

export interface RefereeOptions {
  /** Ends a search that takes longer with the best plan so far. */
  readonly seconds?: number;
  /** Ends it when no plan can be better by more than this share. */
  readonly within?: number;
}

/** What an independent count of a plan found: shares of what they are held against, 0 where all is exact. */
export interface PlanCertificate {
  /** Largest breach of a supply, a demand, a capacity, a lot or a treatment's balance. */
  readonly primal: number;
  /** Largest breach of a price's promise: a link worth more than its ends' prices together. */
  readonly dual: number;
  /** What is lost by flows over links that are worth less than their prices, and by prices of what is left over. */
  readonly slackness: number;
  /** What the counted bound lies above the counted total. */
  readonly gap: number;
  /** The total and the bound as counted. */
  readonly total: number;
  readonly bound: number;
  /** Links over which somebody would be worse off than staying out. */
  readonly losing: number;
  /** Whether flows and prices are possible, nobody loses, and total and bound are what the plan says. */
  readonly holds: boolean;
}

/** Who gets how much of the plan's net benefit in NOK; each at least 0 for every firm. */
export interface PlanShares {
  /** Per link, what its `from` end and its `to` end get. At a treatment this is what changes hands inside the plan. */
  readonly giver: Float64Array;
  readonly taker: Float64Array;
  /** Per offer, need and treatment, over all its links. */
  readonly offer: Float64Array;
  readonly need: Float64Array;
  readonly treatment: Float64Array;
}
