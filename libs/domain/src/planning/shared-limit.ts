import { limitsOf } from '../plan/limits.js';
import type { Plan } from '../plan/plan.js';
import { planProblem, type PlanLink, type PlanQuestion } from '../plan/plan-problem.js';
import { NO_FLOW, planGapOf, planTotalOf } from '../plan/totals.js';
import { bestMixture, type MixedPlan } from './mixture.js';

/** A limit that many links share: what a plant can treat in a year, or the transport that a plan may cause. */
export interface SharedLimit {
  /** Above 0. */
  readonly most: number;
  /** What one unit that leaves `from` takes of it, for each link, 0 or more. */
  readonly use: readonly number[];
}

/** A plan's question with limits that its links share. */
export interface LimitedQuestion extends PlanQuestion {
  readonly limits: readonly SharedLimit[];
}

/** A plan within limits, and what one unit more of each is worth. */
export interface LimitedPlan extends Plan {
  /** Objective per unit of each limit, 0 or more: its dual price. */
  readonly limitPrices: readonly number[];
}

type Solve = (question: PlanQuestion) => Plan;

/** Plans that are mixed at most; where that is not enough, the gap says so. */
const MOST_PLANS = 300;
/** Beside the whole, what lies below is the rounding of a solver. */
const ROUNDING = 1e-9;
/** Rounds in which fixed costs are spread over what flowed in the round before. */
const ROUNDS = 6;
/** As far as sums of floats go. */
const FULL = 1 + ROUNDING;

/**
 * The best plan within limits that links share, which a network cannot hold. Each limit gets a price, links are worth
 * what they are less what they take of the limits, and the network is solved again; the plans found so are mixed to
 * the best that keeps within all limits, which gives the next prices (Dantzig & Wolfe 1960). At the end every unit of
 * the plan is worth its prices: by weak duality the plan of the last prices, with each limit paid for, bounds all plans.
 * Fixed costs are spread over amounts as in slope scaling; then the gap says how far at most the best lies above.
 *
 * @param solve answers a question without shared limits
 * @returns prices as of a plan without limits, for links less what they take of the limits: {@link lessLimits}
 * @example planWithin({ ...question, limits: [] }, solve).limitPrices // []
 */
export function planWithin(asked: LimitedQuestion, solve: Solve): LimitedPlan {
  const { limits, ...question } = asked;
  const free = solve(question);
  const none = limits.map(() => 0);
  if (fits(limits, free.flow)) return { ...free, limitPrices: none };
  const problem = planProblem(question);
  const within = limitsOf(problem);
  const relaxed = mixed(withValues(question, within.relaxed), limits, solve);
  const bound = Math.min(relaxed.bound, free.bound);
  if (!within.fixed.some((cost) => cost > 0) && !within.least.some((least) => least > 0))
    return { ...relaxed, bound, gap: planGapOf(relaxed.total, bound) };
  let best: Pick<Plan, 'flow' | 'total'> = { flow: new Float64Array(within.upper.length), total: 0 };
  let values = within.relaxed;
  for (let round = 0; round < ROUNDS; round += 1) {
    const flow = paying(question, mixed(withValues(question, values), limits, solve).flow);
    const total = planTotalOf(problem, within, flow);
    if (total > best.total) best = { flow, total };
    values = spread(question, within.relaxed, flow);
  }
  const open = question.links.map(({ value }, arc) => (best.flow[arc]! > 0 ? value : -1));
  const last = mixed(withValues(question, open), limits, solve);
  const flow = paying(question, last.flow);
  const total = planTotalOf(problem, within, flow);
  const chosen = total >= best.total ? { flow, total } : best;
  const { prices, limitPrices } = last;
  return { ...relaxed, ...chosen, prices, limitPrices, bound, gap: planGapOf(chosen.total, bound) };
}

/**
 * What each link is worth less what it takes of the limits, each at its price.
 *
 * @example lessLimits({ ...question, limits: [] }, []).links // as they were
 */
export function lessLimits(
  { limits, ...question }: LimitedQuestion,
  prices: readonly number[],
): PlanQuestion {
  const price = (arc: number): number =>
    limits.reduce((sum, { use }, at) => sum + (use[arc] ?? 0) * (prices[at] ?? 0), 0);
  return withValues(
    question,
    question.links.map(({ value }, arc) => value - price(arc)),
  );
}

/** Linear: fixed costs are in the values already. In a plan for NOK what a link is worth is what it earns. */
const withValues = (question: PlanQuestion, values: ArrayLike<number>): PlanQuestion => ({
  ...question,
  links: question.links.map((link, arc): PlanLink => {
    const value = values[arc] ?? 0;
    return { ...link, value, money: question.objective === 'NOK' ? value : link.money, fixed: 0, least: 0 };
  }),
});

const taken = ({ use, most }: SharedLimit, flow: ArrayLike<number>): number =>
  use.reduce((sum, per, arc) => sum + per * (flow[arc] ?? 0), 0) / most;

const fits = (limits: readonly SharedLimit[], flow: ArrayLike<number>): boolean =>
  limits.every((one) => taken(one, flow) <= FULL);

interface Found extends MixedPlan {
  readonly plan: Plan;
}

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one), Math.abs(other));

const isAlike = (one: MixedPlan, other: MixedPlan): boolean =>
  isClose(one.worth, other.worth) && one.takes.every((share, at) => isClose(share, other.takes[at] ?? 0));

/** The best mixture of plans of a linear question, with the prices that prove it. */
function mixed(question: PlanQuestion, limits: readonly SharedLimit[], solve: Solve): LimitedPlan {
  const found: Found[] = [];
  let limitPrices: readonly number[] = limits.map(() => 0);
  let [bound, worth] = [Infinity, 0];
  let proved: Plan | undefined;
  let proof = limitPrices;
  let weights: readonly number[] = [];
  while (found.length < MOST_PLANS) {
    const plan = solve(lessLimits({ ...question, limits }, limitPrices));
    const paid = limits.reduce((sum, { most }, at) => sum + most * limitPrices[at]!, plan.bound);
    if (paid < bound) [bound, proved, proof] = [paid, plan, limitPrices];
    const next: Found = {
      plan,
      worth: worthOf(question, plan.flow),
      takes: limits.map((one) => taken(one, plan.flow)),
    };
    // A plan that is mixed in already can bring nothing more: the prices have settled.
    if (bound - worth <= ROUNDING * Math.abs(bound) || found.some((one) => isAlike(one, next))) break;
    found.push(next);
    const best = bestMixture(found, limits.length);
    ({ weights, worth } = best);
    limitPrices = best.prices.map((price, at) => price / limits[at]!.most);
  }
  const flow = new Float64Array(question.links.length);
  found.forEach(({ plan }, at) => {
    const weight = weights[at] ?? 0;
    if (weight > 0) plan.flow.forEach((amount, arc) => (flow[arc]! += weight * amount));
  });
  const last = proved ?? solve(question);
  const total = worthOf(question, flow);
  return { ...last, flow, total, bound, gap: planGapOf(total, bound), limitPrices: proof };
}

const worthOf = ({ links }: PlanQuestion, flow: ArrayLike<number>): number =>
  links.reduce((sum, { value }, arc) => sum + value * (flow[arc] ?? 0), 0);

/** Flows without those that do not earn what opening their link costs: what is taken away keeps within every limit. */
const paying = ({ links }: PlanQuestion, flow: Float64Array): Float64Array =>
  flow.map((amount, arc) => {
    const { money = 0, fixed = 0, least = 0 } = links[arc] ?? {};
    return amount > NO_FLOW && money * amount >= fixed && amount >= least ? amount : 0;
  });

/** Values with fixed costs spread over what flowed; over what carried nothing as little as can be. */
const spread = (
  { links, objective }: PlanQuestion,
  relaxed: Float64Array,
  flow: Float64Array,
): Float64Array =>
  relaxed.map((value, arc) => {
    const { value: whole = 0, fixed = 0 } = links[arc] ?? {};
    return objective === 'NOK' && flow[arc]! > 0 ? whole - fixed / flow[arc]! : value;
  });

/**
 * What a market within limits does that takes the best link first: as much over it as there is room for at both ends
 * and within every limit, then the next.
 *
 * @example greedyWithin({ ...question, limits: [] }).flow.length // one for each link
 */
export function greedyWithin(asked: LimitedQuestion): Pick<Plan, 'flow' | 'total'> {
  const { limits, links } = asked;
  const problem = planProblem(asked);
  const within = limitsOf(problem);
  const [supply, demand] = [[...asked.supply], [...asked.demand]];
  const left = limits.map(({ most }) => most);
  const flow = new Float64Array(links.length);
  const best = Array.from(links.keys()).filter((arc) => within.upper[arc]! > 0);
  for (const arc of best.sort((a, b) => links[b]!.value - links[a]!.value)) {
    const { from, to, ratio, money, fixed = 0, least = 0 } = links[arc]!;
    const rooms = limits.map(({ use }, at) => (use[arc]! > 0 ? left[at]! / use[arc]! : Infinity));
    const amount = Math.min(within.upper[arc]!, supply[from.at]!, demand[to.at]! / ratio, ...rooms);
    if (!(amount > 0) || amount < least || money * amount < fixed) continue;
    flow[arc] = amount;
    supply[from.at]! -= amount;
    demand[to.at]! -= amount * ratio;
    limits.forEach(({ use }, at) => (left[at]! -= amount * use[arc]!));
  }
  return { flow, total: planTotalOf(problem, within, flow) };
}
