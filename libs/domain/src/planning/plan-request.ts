import type { PlanObjective } from '../plan/plan-problem.js';
import { problem, type Problem } from '../problem.js';
import type { Decimal } from '../quantity/decimal.js';

export const PLAN_STATES = Object.freeze(['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const);
export type PlanState = (typeof PLAN_STATES)[number];

/** From → to. A plan whose worker was lost is taken up again, so RUNNING leads to itself. */
const MOVES: Readonly<Record<PlanState, readonly PlanState[]>> = Object.freeze({
  QUEUED: ['RUNNING', 'FAILED', 'CANCELLED'],
  RUNNING: ['RUNNING', 'DONE', 'FAILED', 'CANCELLED'],
  DONE: [],
  FAILED: [],
  CANCELLED: [],
});

/**
 * The states that a plan may be in when it comes to another.
 *
 * @example planStatesBefore('DONE') // ['RUNNING']
 */
export const planStatesBefore = (to: PlanState): readonly PlanState[] =>
  PLAN_STATES.filter((from) => MOVES[from].includes(to));

/** What staff ask of a plan. */
export interface PlanRequest {
  /** One or several clusters, whose staff the asker is in all. */
  readonly clusterIds: readonly string[];
  readonly objective: PlanObjective;
  /** Whether exchanges count that need a treatment in between. */
  readonly withTreatment: boolean;
  /** NOK once a year for each link that is used at all: contract, permit, start. */
  readonly fixedCostNok: Decimal;
  /** Tonne-kilometres by lorry that the plan may cause in a year, above 0; undefined where nothing limits them. */
  readonly mostTonneKm?: Decimal | undefined;
  /** Calendar year whose streams are planned. */
  readonly year: number;
}

const MOST_CLUSTERS = 10;
const MOST_FIXED_NOK = 1e9;
/** About twice what all lorries in Norway carry in a year. */
const MOST_TONNE_KM = 5e10;
/** What firms list is hardly known farther ahead. */
const YEARS_AHEAD = 5;

/**
 * What is wrong with what is asked of a plan; empty means that it can be made.
 *
 * @param thisYear calendar year of today in Europe/Oslo
 * @example planRequestProblems({ ...request, year: 2020 }, 2026) // one problem at input.year
 */
export function planRequestProblems(
  { clusterIds, fixedCostNok, mostTonneKm, year }: PlanRequest,
  thisYear: number,
): readonly Problem[] {
  const lastYear = thisYear + YEARS_AHEAD;
  return [
    ...unless(clusterIds.length > 0, 'input.clusterIds', 'Name at least one cluster.'),
    ...unless(clusterIds.length <= MOST_CLUSTERS, 'input.clusterIds', `At most ${MOST_CLUSTERS} clusters.`),
    ...unless(
      fixedCostNok.gte(0) && fixedCostNok.lte(MOST_FIXED_NOK),
      'input.fixedCostNok',
      `From 0 to ${MOST_FIXED_NOK} NOK.`,
    ),
    ...unless(
      mostTonneKm === undefined || (mostTonneKm.gt(0) && mostTonneKm.lte(MOST_TONNE_KM)),
      'input.mostTonneKm',
      `Above 0, at most ${MOST_TONNE_KM} tonne-kilometres.`,
    ),
    ...unless(
      year >= thisYear && year <= lastYear,
      'input.year',
      `Name a year from ${thisYear} to ${lastYear}.`,
    ),
  ];
}

const unless = (isRight: boolean, path: string, message: string): readonly Problem[] =>
  isRight ? [] : [problem(path, message)];
