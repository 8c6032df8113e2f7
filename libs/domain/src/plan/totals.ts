import type { PlanPrices } from './plan.js';
import type { PlanProblem } from './plan-problem.js';
import type { PlanLimits } from './limits.js';

/** Flows below this share of what the link could carry are rounding, not plans. */
export const NO_FLOW = 1e-12;

/**
 * The objective of flows: what every unit is worth, with its treatment, less what opening the links costs.
 *
 * @example planTotalOf(problem, limits, Float64Array.of(4)) // 20 at 5 NOK a tonne
 */
export function planTotalOf(problem: PlanProblem, { fixed, upper }: PlanLimits, flow: Float64Array): number {
  const { from, to, value, ratio } = problem.arcs;
  const treatmentsFrom = problem.supply.length + problem.demand.length;
  let total = 0;
  for (let arc = 0; arc < from.length; arc += 1) {
    const amount = flow[arc]!;
    if (amount <= NO_FLOW * upper[arc]!) continue;
    const treated = to[arc]! < treatmentsFrom ? 0 : problem.treatments.value[to[arc]! - treatmentsFrom]!;
    total += amount * (value[arc]! + ratio[arc]! * treated) - fixed[arc]!;
  }
  return total;
}

/**
 * What the prices say that no plan can exceed: every limit at its price.
 *
 * @example planBoundOf(problem, prices) // 4 t of demand at 5 NOK: 20
 */
export function planBoundOf({ supply, demand, treatments, arcs }: PlanProblem, prices: PlanPrices): number {
  return (
    worthOf(supply, prices.supply) +
    worthOf(demand, prices.demand) +
    worthOf(treatments.capacity, prices.treatment) +
    worthOf(arcs.capacity, prices.arc)
  );
}

/** What has no limit has no price: Infinity × 0 counts as 0. */
const worthOf = (amounts: Float64Array, prices: Float64Array): number =>
  amounts.reduce((sum, amount, at) => (prices[at] === 0 ? sum : sum + amount * prices[at]!), 0);

/** What the bound lies above the total, as a share of the bound; 0 where both are 0. */
export const planGapOf = (total: number, bound: number): number =>
  bound === total ? 0 : (bound - total) / Math.max(Math.abs(bound), Math.abs(total));
