import { limitsOf, type PlanLimits } from './limits.js';
import { isLosing, potsOf } from './losing.js';
import type { Plan, PlanCertificate, PlanPrices } from './plan.js';
import type { PlanProblem } from './plan-problem.js';
import { planBoundOf, planGapOf, NO_FLOW, planTotalOf } from './totals.js';

/** What rounding may leave of what should be 0, as a share of what it is held against. */
const TOLERANCE = 1e-9;

/**
 * Counts a plan from the question alone, whoever made it: whether its flows are possible, its prices keep their
 * promise and prove the bound, and nobody loses. By weak duality possible prices bound every plan; where total and
 * bound meet, no plan is better.
 *
 * @returns breaches as shares, 0 where all is exact; `gap` is large where fixed costs leave the best plan unknown
 * @example checkPlan(problem, solvePlan(problem)).holds // true
 */
export function checkPlan(problem: PlanProblem, plan: Plan): PlanCertificate {
  const limits = limitsOf(problem);
  const total = planTotalOf(problem, limits, plan.flow);
  const bound = planBoundOf(problem, plan.proof);
  const primal = primalBreach(problem, limits, plan.flow);
  const dual = dualBreach(problem, limits, plan.proof);
  const losing = losingIn(problem, limits, plan.flow);
  const slackness = slack(problem, limits, plan);
  const agrees = isClose(total, plan.total) && plan.bound <= bound + TOLERANCE * Math.abs(bound);
  const isBelow = total <= plan.bound + TOLERANCE * Math.abs(plan.bound);
  const isPossible = primal <= TOLERANCE && dual <= TOLERANCE && losing === 0;
  const holds = isPossible && agrees && isBelow;
  return { primal, dual, slackness, gap: planGapOf(total, bound), total, bound, losing, holds };
}

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));

/** What leaves each offer, comes to each need and treatment, and leaves each treatment. */
function loadsOf({ supply, demand, treatments, arcs }: PlanProblem, flow: Float64Array) {
  const treatmentsFrom = supply.length + demand.length;
  const made = new Float64Array(treatments.yield.length);
  const load = new Float64Array(treatmentsFrom + made.length);
  flow.forEach((amount, arc) => {
    const [from, to] = [arcs.from[arc]!, arcs.to[arc]!];
    if (from < treatmentsFrom) load[from]! += amount;
    else made[from - treatmentsFrom]! += amount;
    load[to]! += amount * arcs.ratio[arc]!;
  });
  return { load, made };
}

function primalBreach(problem: PlanProblem, limits: PlanLimits, flow: Float64Array): number {
  const { supply, demand, treatments, arcs } = problem;
  const { load, made } = loadsOf(problem, flow);
  const intake = load.subarray(supply.length + demand.length);
  let worst = 0;
  const keep = (amount: number, most: number): void => {
    if (amount > most) worst = Math.max(worst, most > 0 ? amount / most - 1 : amount);
  };
  supply.forEach((most, at) => keep(load[at]!, most));
  demand.forEach((most, at) => keep(load[supply.length + at]!, most));
  treatments.capacity.forEach((most, at) => keep(intake[at]!, most));
  treatments.yield.forEach((rate, at) => keep(made[at]!, intake[at]! * rate));
  flow.forEach((amount, arc) => {
    keep(-amount, 0);
    keep(amount, Math.min(arcs.capacity[arc]!, limits.upper[arc]!));
    if (amount > NO_FLOW * limits.upper[arc]!) keep(limits.least[arc]!, amount);
  });
  return worst;
}

/**
 * What a link is worth more than the prices of all that one unit over it takes, and how large these sums are.
 * Positive where the prices do not keep their promise.
 */
function surplusOf(problem: PlanProblem, prices: PlanPrices, worth: Float64Array, arc: number) {
  const { supply, demand, treatments, arcs } = problem;
  const treatmentsFrom = supply.length + demand.length;
  const [from, to, ratio] = [arcs.from[arc]!, arcs.to[arc]!, arcs.ratio[arc]!];
  const given = from < treatmentsFrom ? prices.supply[from]! : prices.product[from - treatmentsFrom]!;
  const at = to - treatmentsFrom;
  const taken = at < 0 ? [prices.demand[to - supply.length]!] : [prices.treatment[at]!];
  if (at >= 0) taken.push(-treatments.value[at]!, -treatments.yield[at]! * prices.product[at]!);
  const terms = [worth[arc]!, -given, -prices.arc[arc]!, ...taken.map((price) => -ratio * price)];
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  return { surplus: terms.reduce((sum, term) => sum + term, 0), size };
}

function dualBreach(problem: PlanProblem, { relaxed, upper }: PlanLimits, proof: PlanPrices): number {
  const largest = relaxed.reduce((most, worth) => Math.max(most, Math.abs(worth)), 0);
  let worst = 0;
  for (let arc = 0; arc < upper.length; arc += 1) {
    if (upper[arc] === 0) continue;
    const { surplus, size } = surplusOf(problem, proof, relaxed, arc);
    worst = Math.max(worst, surplus / Math.max(size, largest));
  }
  for (const prices of Object.values(proof) as Float64Array[])
    for (const price of prices) worst = Math.max(worst, -price / Math.max(1, largest));
  return worst;
}

/** What flows lose against the prices, and prices count of what is left over, as a share of the total. */
function slack(problem: PlanProblem, { relaxed, upper }: PlanLimits, { flow, proof, total }: Plan): number {
  const { supply, demand, treatments, arcs } = problem;
  const { load, made } = loadsOf(problem, flow);
  const intake = load.subarray(supply.length + demand.length);
  let lost = 0;
  const idle = (limit: Float64Array, used: (at: number) => number, price: Float64Array): void => {
    limit.forEach((most, at) => {
      if (price[at] !== 0) lost += Math.abs(price[at]! * (most - used(at)));
    });
  };
  idle(supply, (at) => load[at]!, proof.supply);
  idle(demand, (at) => load[supply.length + at]!, proof.demand);
  idle(treatments.capacity, (at) => intake[at]!, proof.treatment);
  idle(arcs.capacity, (at) => flow[at]!, proof.arc);
  idle(made, (at) => intake[at]! * treatments.yield[at]!, proof.product);
  flow.forEach((amount, arc) => {
    if (amount > NO_FLOW * upper[arc]!)
      lost += Math.abs(amount * surplusOf(problem, proof, relaxed, arc).surplus);
  });
  return lost / Math.max(1, Math.abs(total));
}

function losingIn(problem: PlanProblem, limits: PlanLimits, flow: Float64Array): number {
  const pots = potsOf(problem, limits, flow);
  return flow.reduce(
    (sum, amount, arc) =>
      sum + (amount > NO_FLOW * limits.upper[arc]! && isLosing(pots, pots.of[arc]!) ? 1 : 0),
    0,
  );
}

/**
 * What a link lacks per unit of its `from` end to be worth using: how much dearer its ends' amounts are elsewhere.
 *
 * @returns objective per unit, 0 where the link is used or could be
 * @example shortfallOf(problem, plan, 2) // 14: "your stream waits because another is worth 14 NOK/t more"
 */
export const shortfallOf = (problem: PlanProblem, { prices }: Plan, arc: number): number =>
  Math.max(0, -surplusOf(problem, prices, problem.arcs.value, arc).surplus);
