import type { PlanProblem } from './plan-problem.js';
import type { PlanLimits } from './limits.js';
import type { PlanNetwork } from './plan-network.js';
import { NO_FLOW, planTotalOf } from './totals.js';
import { losingLinks } from './losing.js';

const ROUNDS = 24;
/** A round that brings less than this share more is one of the last. */
const STALLED = 1e-6;
const PATIENCE = 4;

export interface Scaled {
  readonly flow: Float64Array;
  readonly total: number;
}

/**
 * A good plan where links have fixed costs and smallest lots: each cost is spread over what flowed in the round
 * before, and the linear question solved again from the tree that it had (dynamic slope scaling: Kim & Pardalos,
 * Operations Research Letters 24, 1999). The best round is then made sound and cleaned: links that do not pay, and
 * lots that are too small, are closed, and the rest is solved again.
 */
export function scaleSlopes(problem: PlanProblem, limits: PlanLimits, network: PlanNetwork): Scaled {
  const { value } = problem.arcs;
  const burden = burdensOf(problem, limits);
  const slope = burden.map((cost, arc) => (limits.upper[arc]! > 0 ? cost / limits.upper[arc]! : 0));
  let best: Scaled = { flow: new Float64Array(value.length), total: 0 };
  let stalled = 0;
  for (let round = 0; round < ROUNDS && stalled < PATIENCE; round += 1) {
    const flow = network.solve(value.map((worth, arc) => worth - slope[arc]!));
    spread(slope, burden, limits, flow);
    const sound = cleaned(problem, limits, network, flow);
    stalled = sound.total > best.total * (1 + STALLED) ? 0 : stalled + 1;
    if (sound.total > best.total) best = sound;
  }
  return best;
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
