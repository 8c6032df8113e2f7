import type { PlanProblem } from './plan-problem.js';
import { sidesOf } from './sides.js';

/** Ratios whose product around a ring of links is 1 but for rounding agree. */
const AGREED = 1e-9;

/** Common units in one unit of each node; a treatment has one scale for what it takes and one for what it makes. */
export interface Scales {
  readonly node: Float64Array;
  readonly product: Float64Array;
}

/**
 * Units in which every link carries what it takes: possible where ratios agree, that is where every ring of links
 * comes back to the amount that it began with. Else the question is a generalised network, and undefined is returned.
 *
 * @returns scales above 0, 1 for the first node of every part that hangs together
 * @example scalesOf(slagForGravel)?.node // [1, 1 / 0.9]: a tonne of gravel counts for 1.11 t of slag
 */
export function scalesOf(problem: PlanProblem): Scales | undefined {
  const { arcs, supply, demand, treatments } = problem;
  const treatmentsFrom = supply.length + demand.length;
  const nodes = treatmentsFrom + treatments.yield.length;
  const sides = sidesOf(arcs, nodes);
  const node = new Float64Array(nodes);
  const product = new Float64Array(treatments.yield.length);
  const give = (of: number, scale: number): void => {
    node[of] = scale;
    if (of >= treatmentsFrom) product[of - treatmentsFrom] = scale / treatments.yield[of - treatmentsFrom]!;
  };
  const outOf = (of: number): number => (of < treatmentsFrom ? node[of]! : product[of - treatmentsFrom]!);
  const queue = new Int32Array(nodes);
  for (let seed = 0; seed < nodes; seed += 1) {
    if (node[seed] !== 0) continue;
    give(seed, 1);
    queue[0] = seed;
    for (let [at, end] = [0, 1]; at < end; at += 1) {
      const here = queue[at]!;
      for (let slot = sides.start[here]!; slot < sides.start[here + 1]!; slot += 1) {
        const arc = sides.arc[slot]!;
        const isGiving = arcs.from[arc] === here;
        const other = isGiving ? arcs.to[arc]! : arcs.from[arc]!;
        if (node[other] !== 0) continue;
        const ratio = arcs.ratio[arc]!;
        const made = other < treatmentsFrom ? 1 : treatments.yield[other - treatmentsFrom]!;
        give(other, isGiving ? outOf(here) / ratio : node[here]! * ratio * made);
        queue[end] = other;
        end += 1;
      }
    }
  }
  const agrees = arcs.ratio.every(
    (ratio, arc) => Math.abs((node[arcs.to[arc]!]! * ratio) / outOf(arcs.from[arc]!) - 1) <= AGREED,
  );
  return agrees ? { node, product } : undefined;
}
