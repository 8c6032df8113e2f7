import type { PlanProblem } from './plan-problem.js';
import type { PlanLimits } from './limits.js';
import type { PlanNetwork } from './plan-network.js';
import { NO_FLOW, planTotalOf } from './totals.js';
import { losingLinks } from './losing.js';

const ROUNDS = 12;
/** A round that changes the total by less than this share is the last. */
const SETTLED = 1e-6;
const STARTS = 2;
/** What is spread is taken for up to so many times as much, or as little, when a start is shaken. */
const SHAKEN = 2;
/** Neighbourhoods that are tried: fewer in large markets, where each trial counts all links once. */
const TRIALS = { most: 3000, links: 1e7 };

export interface Scaled {
  readonly flow: Float64Array;
  readonly total: number;
}

/**
 * A good plan where links have fixed costs and smallest lots: each cost is spread over what flowed in the round
 * before, and the linear question solved again from the tree that it had (dynamic slope scaling: Kim & Pardalos,
 * Operations Research Letters 24, 1999). From there links are swapped, and neighbourhoods shaken, as long as it pays.
 * The plan is then made sound: links over which somebody loses, and lots that are too small, are closed.
 */
export function scaleSlopes(problem: PlanProblem, limits: PlanLimits, network: PlanNetwork): Scaled {
  const burden = burdensOf(problem, limits);
  const draw = drawing();
  const slope = burden.map((cost, arc) => (limits.upper[arc]! > 0 ? cost / limits.upper[arc]! : 0));
  let best: Scaled = { flow: new Float64Array(burden.length), total: 0 };
  let kept = network.simplex.snapshot();
  for (let start = 0; start < STARTS; start += 1) {
    slopesFrom(problem, limits, network, burden, slope);
    const found = soundPlan(problem, limits, network, network.search());
    if (found.total > best.total) {
      best = found;
      kept = network.simplex.snapshot();
    }
    spread(slope, burden, limits, best.flow);
    for (let arc = 0; arc < slope.length; arc += 1) slope[arc]! *= SHAKEN ** (2 * draw() - 1);
  }
  network.simplex.restore(kept);
  const trials = Math.min(TRIALS.most, Math.ceil(TRIALS.links / burden.length));
  const found = soundPlan(problem, limits, network, network.shake(trials, draw));
  return found.total > best.total ? found : best;
}

/** Rounds until they bring nothing new; the last flows stay in the network. */
function slopesFrom(
  problem: PlanProblem,
  limits: PlanLimits,
  network: PlanNetwork,
  burden: Float64Array,
  slope: Float64Array,
): void {
  const { value } = problem.arcs;
  let total = -Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const flow = network.solve(value.map((worth, arc) => worth - slope[arc]!));
    const before = total;
    total = planTotalOf(problem, limits, flow);
    if (Math.abs(total - before) <= SETTLED * Math.abs(total)) return;
    spread(slope, burden, limits, flow);
  }
}

function soundPlan(
  problem: PlanProblem,
  limits: PlanLimits,
  network: PlanNetwork,
  flow: Float64Array,
): Scaled {
  if (losingLinks(problem, limits, flow).length > 0) return cleaned(problem, limits, network, flow);
  return { flow, total: planTotalOf(problem, limits, flow) };
}

/** Numbers from 0 to 1, the same in every run (split mix: Steele, Lea & Flood, OOPSLA 2014). */
function drawing(): () => number {
  let state = 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** What is spread over a link's flow: its fixed cost, and for a lot as much as the lot is worth. */
const burdensOf = ({ arcs }: PlanProblem, { fixed, least }: PlanLimits): Float64Array =>
  fixed.map((cost, arc) =>
    Math.max(cost, least[arc]! === Infinity ? 0 : least[arc]! * Math.max(0, arcs.value[arc]!)),
  );

function spread(slope: Float64Array, burden: Float64Array, { upper }: PlanLimits, flow: Float64Array): void {
  for (let arc = 0; arc < slope.length; arc += 1) {
    if (burden[arc]! > 0 && flow[arc]! > NO_FLOW * upper[arc]!) slope[arc] = burden[arc]! / flow[arc]!;
  }
}

/**
 * The best flows over the links that these flows use, with those closed over which somebody loses, until nobody does.
 */
export function cleaned(
  problem: PlanProblem,
  limits: PlanLimits,
  network: PlanNetwork,
  used: Float64Array,
): Scaled {
  const open = problem.arcs.value.map((worth, arc) =>
    used[arc]! > NO_FLOW * limits.upper[arc]! ? worth : -Infinity,
  );
  for (;;) {
    const flow = network.solve(open);
    const losing = losingLinks(problem, limits, flow);
    if (losing.length === 0) return { flow, total: planTotalOf(problem, limits, flow) };
    for (const arc of losing) open[arc] = -Infinity;
  }
}
