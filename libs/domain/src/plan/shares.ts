import { limitsOf, type PlanLimits } from './limits.js';
import { potsOf } from './losing.js';
import type { Plan, PlanShares } from './plan.js';
import type { PlanProblem } from './plan-problem.js';
import { NO_FLOW } from './totals.js';

/**
 * Who gets how much of the net benefit in NOK. What an amount is worth by the plan's prices is its owner's part; the
 * price of a link's own capacity goes to both its ends by halves. In a linear plan for NOK this is a core allocation:
 * no group of firms could have more by trading among themselves (Shapley & Shubik, The assignment game I, 1971; Owen,
 * On the core of linear production games, 1975). Fixed costs are borne in proportion to these parts, by those over
 * whose link, or treatment, they arise. In a plan for another objective NOK are split in the same proportion.
 *
 * @returns NOK; for every firm at least 0, over all links the plan's net benefit
 * @example planSharesOf(problem, solvePlan(problem)).need // [20]: demand is short, all of it goes to the need
 */
export function planSharesOf(problem: PlanProblem, plan: Plan): PlanShares {
  const limits = limitsOf(problem);
  const parts = partsOf(problem, limits, plan);
  const pots = potsOf(problem, limits, plan.flow);
  const weight = new Float64Array(pots.net.length);
  const links = new Int32Array(pots.net.length);
  plan.flow.forEach((amount, arc) => {
    weight[pots.of[arc]!]! += parts.giver[arc]! + parts.taker[arc]!;
    if (amount > NO_FLOW * limits.upper[arc]!) links[pots.of[arc]!]! += 1;
  });
  const { supply, demand, treatments, arcs } = problem;
  const treatmentsFrom = supply.length + demand.length;
  const shares = {
    giver: new Float64Array(arcs.from.length),
    taker: new Float64Array(arcs.from.length),
    offer: new Float64Array(supply.length),
    need: new Float64Array(demand.length),
    treatment: new Float64Array(treatments.yield.length),
  };
  const add = (node: number, amount: number): void => {
    if (node < supply.length) shares.offer[node]! += amount;
    else if (node < treatmentsFrom) shares.need[node - supply.length]! += amount;
    else shares.treatment[node - treatmentsFrom]! += amount;
  };
  plan.flow.forEach((amount, arc) => {
    if (amount <= NO_FLOW * limits.upper[arc]!) return;
    const pot = pots.of[arc]!;
    const [part, other, whole] = [parts.giver[arc]!, parts.taker[arc]!, weight[pot]!];
    const [giver, taker] =
      whole > 0
        ? [part / whole, other / whole]
        : evenly(arcs.from[arc]! < treatmentsFrom, arcs.to[arc]! < treatmentsFrom, links[pot]!);
    shares.giver[arc] = giver * pots.net[pot]!;
    shares.taker[arc] = taker * pots.net[pot]!;
    add(arcs.from[arc]!, shares.giver[arc]);
    add(arcs.to[arc]!, shares.taker[arc]);
  });
  return shares;
}

/** Where no price says anything, the firms at the ends of a pot's links get the same for every link. */
const evenly = (isFirms: boolean, isToFirm: boolean, links: number): readonly [number, number] =>
  isFirms && isToFirm ? [1 / 2, 1 / 2] : [isFirms ? 1 / links : 0, isToFirm ? 1 / links : 0];

/** By the plan's prices, what of each link is its giver's and what its taker's. */
function partsOf(problem: PlanProblem, { upper }: PlanLimits, { flow, prices }: Plan) {
  const { supply, demand, treatments, arcs } = problem;
  const treatmentsFrom = supply.length + demand.length;
  const [giver, taker] = [new Float64Array(flow.length), new Float64Array(flow.length)];
  flow.forEach((amount, arc) => {
    if (amount <= NO_FLOW * upper[arc]!) return;
    const [from, to] = [arcs.from[arc]!, arcs.to[arc]!];
    const half = prices.arc[arc]! / 2;
    const at = to - treatmentsFrom;
    // A treatment pays at its gate for what it makes, gets that back with the product, and keeps what its room earns.
    const given = from < treatmentsFrom ? prices.supply[from]! : prices.product[from - treatmentsFrom]!;
    const product = at < 0 ? 0 : treatments.yield[at]! * prices.product[at]!;
    const taken = at < 0 ? prices.demand[to - supply.length]! : prices.treatment[at]! - product;
    giver[arc] = amount * (given + half);
    taker[arc] = amount * (arcs.ratio[arc]! * taken + half);
  });
  return { giver, taker };
}
