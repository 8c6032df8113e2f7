import { limitsOf, type PlanLimits } from './limits.js';
import type { Plan, PlanPrices } from './plan.js';
import type { PlanProblem } from './plan-problem.js';
import { planBoundOf, planGapOf, planTotalOf } from './totals.js';

const NONE = -1;

/** A way from an offer to a need: one link, or two with a treatment between. */
interface Way {
  readonly first: number;
  readonly second: number;
  /** Objective per unit of the offer. */
  readonly worth: number;
}

/**
 * What a market does that takes the best deal first: the way from an offer to a need that is worth most per unit of
 * the offer, as much over it as there is room for, then the next. Lots are kept to, and nobody loses.
 *
 * @returns a plan that is possible; its bound, from the best link of each offer alone, is a rough one
 * @example greedyPlan(planProblem({ objective: 'NOK', supply: [10], demand: [4], treatments: [], links: [
 *   { from: { kind: 'OFFER', at: 0 }, to: { kind: 'NEED', at: 0 }, value: 5, money: 5, ratio: 1 },
 * ] })).total // 20
 */
export function greedyPlan(problem: PlanProblem): Plan {
  const limits = limitsOf(problem);
  const room = roomOf(problem);
  const flow = new Float64Array(limits.upper.length);
  for (const way of waysOf(problem, limits)) take(problem, limits, way, room, flow);
  const total = planTotalOf(problem, limits, flow);
  const prices = roughPrices(problem, limits);
  const bound = planBoundOf(problem, prices);
  return {
    flow,
    total,
    bound,
    gap: planGapOf(total, bound),
    prices,
    proof: prices,
    solver: 'greedy',
    iterations: 0,
  };
}

interface Room {
  /** Left of each offer, need and treatment, in the order of the nodes. */
  readonly node: Float64Array;
  readonly arc: Float64Array;
}

function roomOf({ supply, demand, treatments, arcs }: PlanProblem): Room {
  const node = new Float64Array(supply.length + demand.length + treatments.capacity.length);
  node.set(supply);
  node.set(demand, supply.length);
  node.set(treatments.capacity, supply.length + demand.length);
  return { node, arc: arcs.capacity.slice() };
}

/** All ways that are worth anything, the best first, else in the order of the links. */
function waysOf({ arcs, supply, demand, treatments }: PlanProblem, { upper }: PlanLimits): readonly Way[] {
  const treatmentsFrom = supply.length + demand.length;
  const leaving = new Map<number, number[]>();
  const isUsable = (arc: number): boolean => upper[arc]! > 0;
  arcs.from.forEach((from, arc) => {
    if (from < treatmentsFrom || !isUsable(arc)) return;
    leaving.set(from, [...(leaving.get(from) ?? []), arc]);
  });
  const ways: Way[] = [];
  arcs.to.forEach((to, first) => {
    if (arcs.from[first]! >= treatmentsFrom || !isUsable(first)) return;
    const value = arcs.value[first]!;
    if (to < treatmentsFrom) return void ways.push({ first, second: NONE, worth: value });
    const at = to - treatmentsFrom;
    for (const second of leaving.get(to) ?? []) {
      const product = treatments.yield[at]! * arcs.value[second]!;
      ways.push({ first, second, worth: value + arcs.ratio[first]! * (treatments.value[at]! + product) });
    }
  });
  return ways.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth);
}

function take(problem: PlanProblem, limits: PlanLimits, way: Way, room: Room, flow: Float64Array): void {
  const { arcs } = problem;
  const links = linksOf(problem, way);
  let amount = room.node[arcs.from[way.first]!]!;
  for (const { arc, rate } of links) {
    const taken = room.node[arcs.to[arc]!]! / arcs.ratio[arc]!;
    amount = Math.min(amount, room.arc[arc]! / rate, taken / rate);
  }
  const isLot = links.every(({ arc, rate }) => flow[arc]! + amount * rate >= limits.least[arc]!);
  if (!(amount > 0) || !isLot || !pays(problem, way, links, amount, flow)) return;
  room.node[arcs.from[way.first]!]! -= amount;
  for (const { arc, rate } of links) {
    flow[arc]! += amount * rate;
    room.arc[arc]! -= amount * rate;
    room.node[arcs.to[arc]!]! -= amount * rate * arcs.ratio[arc]!;
  }
}

interface Used {
  readonly arc: number;
  /** Units over it for one unit of the offer. */
  readonly rate: number;
}

function linksOf({ arcs, supply, demand, treatments }: PlanProblem, { first, second }: Way): readonly Used[] {
  if (second === NONE) return [{ arc: first, rate: 1 }];
  const at = arcs.to[first]! - supply.length - demand.length;
  return [
    { arc: first, rate: 1 },
    { arc: second, rate: arcs.ratio[first]! * treatments.yield[at]! },
  ];
}

/** Whether an amount earns what opening its links costs, in NOK. */
function pays(
  problem: PlanProblem,
  way: Way,
  links: readonly Used[],
  amount: number,
  flow: Float64Array,
): boolean {
  const { arcs, supply, demand, treatments } = problem;
  let money = 0;
  for (const { arc, rate } of links) {
    money += amount * rate * arcs.money[arc]!;
    if (flow[arc] === 0) money -= arcs.fixed[arc]!;
  }
  if (way.second === NONE) return money >= 0;
  const at = arcs.to[way.first]! - supply.length - demand.length;
  return money + amount * arcs.ratio[way.first]! * treatments.money[at]! >= 0;
}

/** Prices that prove a bound without solving anything: each offer's is that of its best link, all else is free. */
function roughPrices(problem: PlanProblem, { relaxed, upper }: PlanLimits): PlanPrices {
  const { arcs, treatments, demand } = problem;
  const supply = new Float64Array(problem.supply.length);
  const product = new Float64Array(treatments.yield.length);
  const treatmentsFrom = supply.length + demand.length;
  relaxed.forEach((worth, arc) => {
    const at = arcs.from[arc]! - treatmentsFrom;
    if (at >= 0 && upper[arc]! > 0) product[at] = Math.max(product[at]!, worth);
  });
  relaxed.forEach((worth, arc) => {
    const [from, at] = [arcs.from[arc]!, arcs.to[arc]! - treatmentsFrom];
    if (from >= treatmentsFrom || upper[arc] === 0) return;
    const treated = at < 0 ? 0 : treatments.value[at]! + treatments.yield[at]! * product[at]!;
    supply[from] = Math.max(supply[from]!, worth + arcs.ratio[arc]! * treated);
  });
  const none = { demand: new Float64Array(demand.length), treatment: new Float64Array(product.length) };
  return { supply, ...none, product, arc: new Float64Array(relaxed.length) };
}
