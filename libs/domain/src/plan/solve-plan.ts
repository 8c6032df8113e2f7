import { problem as problemAt } from '../problem.js';
import { limitsOf, type PlanLimits } from './limits.js';
import { losingLinks } from './losing.js';
import type { Plan, Referee, RefereeOptions } from './plan.js';
import { PlanNetwork } from './plan-network.js';
import { PlanProblemError, type PlanProblem } from './plan-problem.js';
import { scalesOf } from './scales.js';
import { cleaned, scaleSlopes } from './slope-scaling.js';
import { planBoundOf, planGapOf, planTotalOf } from './totals.js';

/** When the referee, where it is asked, gives up looking for something better. */
export interface PlanOptions extends RefereeOptions {
  /** Takes what a network cannot hold: links whose ratios do not agree with each other. */
  readonly referee?: Referee;
}

/**
 * The flows that are best for all together, and the proof. Linear questions are answered exactly, by network simplex;
 * with fixed costs or smallest lots the plan is a good one, and `gap` says how far at most from the best. Where links'
 * ratios do not agree (1 t of slag for 0.9 t of gravel and 1 t of cement, ash the other way round), the question is no
 * plain network, and the referee answers it.
 *
 * @returns a plan over which no link and no treatment leaves anybody worse off than staying out; the same question
 * always gets the same answer
 * @throws PlanProblemError when ratios do not agree and no referee is there
 * @example solvePlan(planProblem({ objective: 'NOK', supply: [10], demand: [4], treatments: [], links: [
 *   { from: { kind: 'OFFER', at: 0 }, to: { kind: 'NEED', at: 0 }, value: 5, money: 5, ratio: 1 },
 * ] })).total // 20: 4 t at 5 NOK
 */
export function solvePlan(problem: PlanProblem, { referee, ...until }: PlanOptions = {}): Plan {
  const limits = limitsOf(problem);
  const scales = scalesOf(problem);
  if (scales !== undefined) return networkPlan(problem, limits, new PlanNetwork(problem, limits, scales));
  if (referee !== undefined) return referee.solve(problem, until);
  throw new PlanProblemError([
    problemAt('links', 'The ratios do not agree with each other: a second solver has to be there.'),
  ]);
}

function networkPlan(problem: PlanProblem, limits: PlanLimits, network: PlanNetwork): Plan {
  const flow = network.solve(limits.relaxed);
  const proof = network.prices();
  const bound = planBoundOf(problem, proof);
  const isWhole = limits.isLinear || (!hasFixed(limits) && losingLinks(problem, limits, flow).length === 0);
  if (isWhole) {
    const total = planTotalOf(problem, limits, flow);
    const gap = planGapOf(total, bound);
    const iterations = network.simplex.pivots;
    return { flow, total, bound, gap, prices: proof, proof, solver: 'network simplex', iterations };
  }
  const best = scaleSlopes(problem, limits, network);
  // Once more over its own links, so that the prices are those of this plan.
  const { flow: chosen, total } = cleaned(problem, limits, network, best.flow);
  const prices = network.prices();
  const iterations = network.simplex.pivots;
  const gap = planGapOf(total, bound);
  return { flow: chosen, total, bound, gap, prices, proof, solver: 'slope scaling', iterations };
}

const hasFixed = ({ fixed }: PlanLimits): boolean => fixed.some((cost) => cost > 0);
