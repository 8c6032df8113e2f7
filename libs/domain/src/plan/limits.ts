import type { PlanProblem } from './plan-problem.js';

/** What each link can carry at all, and what it is worth at most, worked out from the question. */
export interface PlanLimits {
  /** Most that can leave `from`: the link's capacity and what both ends hold; 0 where the link cannot be used. */
  readonly upper: Float64Array;
  /** Least that leaves `from` when anything does: the lot, or what pays for the fixed cost. */
  readonly least: Float64Array;
  /** What opening the link takes from the objective. */
  readonly fixed: Float64Array;
  /** Objective per unit with the fixed cost spread over the most that can flow: never less than a plan's true one. */
  readonly relaxed: Float64Array;
  /** Whether any link has a fixed cost or a lot, or a treatment must be watched to pay: more than a linear question. */
  readonly isLinear: boolean;
}

/**
 * The limits of a question's links. In a plan for NOK fixed costs are paid out of the objective. In another they are
 * not in it, but nobody is to lose: what flows between two firms must earn the link's fixed cost, which is a smallest
 * amount, and a link that never earns anything is closed.
 *
 * @example limitsOf(problem).upper // what the offer has, or what the need takes
 */
export function limitsOf(problem: PlanProblem): PlanLimits {
  const { arcs, objective } = problem;
  const count = arcs.from.length;
  const needsFrom = problem.supply.length;
  const treatmentsFrom = needsFrom + problem.demand.length;
  const limits = { upper: new Float64Array(count), least: Float64Array.from(arcs.least) };
  const fixed = objective === 'NOK' ? arcs.fixed : new Float64Array(count);
  const relaxed = Float64Array.from(arcs.value);
  for (let arc = 0; arc < count; arc += 1) {
    const isDirect = arcs.from[arc]! < needsFrom && arcs.to[arc]! < treatmentsFrom;
    const most = Math.min(arcs.capacity[arc]!, heldBy(problem, arc));
    if (isDirect && objective !== 'NOK') limits.least[arc] = leastThatPays(problem, arc);
    const isPossible = limits.least[arc]! <= most && !(isDirect && arcs.value[arc]! <= 0);
    limits.upper[arc] = isPossible ? most : 0;
    if (limits.upper[arc]! > 0) relaxed[arc]! -= fixed[arc]! / limits.upper[arc]!;
  }
  const isPriced = (arc: number): boolean => fixed[arc]! > 0 || limits.least[arc]! > 0;
  const isWatched = objective !== 'NOK' && problem.treatments.capacity.length > 0;
  const isLinear = !isWatched && !limits.upper.some((most, arc) => most > 0 && isPriced(arc));
  return { ...limits, fixed, relaxed, isLinear };
}

/** What the ends of a link hold, in units that leave its `from` end. */
function heldBy({ supply, demand, treatments, arcs }: PlanProblem, arc: number): number {
  const [from, to, ratio] = [arcs.from[arc]!, arcs.to[arc]!, arcs.ratio[arc]!];
  const treatmentsFrom = supply.length + demand.length;
  const given =
    from < supply.length
      ? supply[from]!
      : treatments.capacity[from - treatmentsFrom]! * treatments.yield[from - treatmentsFrom]!;
  const taken = to < treatmentsFrom ? demand[to - supply.length]! : treatments.capacity[to - treatmentsFrom]!;
  return Math.min(given, taken / ratio);
}

function leastThatPays({ arcs }: PlanProblem, arc: number): number {
  const [money, fixed, least] = [arcs.money[arc]!, arcs.fixed[arc]!, arcs.least[arc]!];
  if (money < 0) return Infinity;
  return fixed === 0 ? least : Math.max(least, fixed / money);
}
