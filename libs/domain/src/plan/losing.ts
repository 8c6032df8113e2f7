import type { PlanProblem } from './plan-problem.js';
import type { PlanLimits } from './limits.js';
import { NO_FLOW } from './totals.js';

/** Rounding of sums of money, as a share of the sums. */
const ROUNDING = 1e-9;

/**
 * Net benefit of a pot in NOK, fixed costs taken off. A pot is what is earned together: a link between an offer and a
 * need, or all links of one treatment.
 */
export interface Pots {
  /** Which pot each link is in: its own number, or the number of links plus the treatment's. */
  readonly of: Int32Array;
  readonly net: Float64Array;
  /** Sizes of the sums, without sign: what rounding is a share of. */
  readonly turnover: Float64Array;
}

/** The pots of a plan's flows. */
export function potsOf(problem: PlanProblem, { upper }: PlanLimits, flow: Float64Array): Pots {
  const { arcs, treatments } = problem;
  const count = arcs.from.length;
  const treatmentsFrom = problem.supply.length + problem.demand.length;
  const pots = {
    of: new Int32Array(count),
    net: new Float64Array(count + treatments.money.length),
    turnover: new Float64Array(count + treatments.money.length),
  };
  for (let arc = 0; arc < count; arc += 1) {
    const treatment = Math.max(arcs.from[arc]!, arcs.to[arc]!) - treatmentsFrom;
    const pot = treatment < 0 ? arc : count + treatment;
    pots.of[arc] = pot;
    if (flow[arc]! <= NO_FLOW * upper[arc]!) continue;
    const isIntake = arcs.to[arc]! >= treatmentsFrom;
    const treated = isIntake ? arcs.ratio[arc]! * treatments.money[treatment]! : 0;
    const earned = flow[arc]! * (arcs.money[arc]! + treated);
    pots.net[pot]! += earned - arcs.fixed[arc]!;
    pots.turnover[pot]! += Math.abs(earned) + arcs.fixed[arc]!;
  }
  return pots;
}

/** Whether a pot leaves somebody worse off than staying out. */
export const isLosing = ({ net, turnover }: Pots, pot: number): boolean =>
  net[pot]! < -ROUNDING * turnover[pot]!;

/**
 * The links to close so that nobody loses and no lot is too small: of direct links those that lose or carry too
 * little; of a treatment that loses, the link that brings it least.
 *
 * @returns numbers of links, none where the flows are sound
 */
export function losingLinks(problem: PlanProblem, limits: PlanLimits, flow: Float64Array): readonly number[] {
  const pots = potsOf(problem, limits, flow);
  const count = flow.length;
  const found: number[] = [];
  const worst = new Map<number, number>();
  const netOf = (arc: number): number => flow[arc]! * problem.arcs.money[arc]! - problem.arcs.fixed[arc]!;
  for (let arc = 0; arc < count; arc += 1) {
    if (flow[arc]! <= NO_FLOW * limits.upper[arc]!) continue;
    const pot = pots.of[arc]!;
    if (flow[arc]! < limits.least[arc]! * (1 - ROUNDING)) found.push(arc);
    else if (isLosing(pots, pot)) {
      const before = worst.get(pot);
      if (before === undefined || netOf(arc) < netOf(before)) worst.set(pot, arc);
    }
  }
  return [...found, ...worst.values()];
}
