import type { Plan, PlanProblem } from '#domain';

/** What rounding may leave, as a share. */
const ROUNDING = 1e-7;

/** What is wrong with a plan, in words; empty where nothing is. */
export type Faults = readonly string[];

/**
 * Counts a plan anew from the question as it was asked, with nothing of what the solvers or their own check count with:
 * sums over dictionaries, a link at a time.
 */
export function faultsOf(problem: PlanProblem, plan: Plan): Faults {
  return [
    ...overfull(problem, plan),
    ...wrongLots(problem, plan),
    ...losers(problem, plan),
    ...total(problem, plan),
  ];
}

const isMore = (one: number, other: number): boolean => one > other + ROUNDING * Math.max(1, Math.abs(other));
const isOpen = (plan: Plan, link: number): boolean => plan.flow[link]! > ROUNDING;
const linksOf = ({ arcs }: PlanProblem): readonly number[] => Array.from(arcs.from.keys());

function overfull(problem: PlanProblem, plan: Plan): Faults {
  const { supply, demand, treatments, arcs } = problem;
  const [needs, plants] = [supply.length, supply.length + demand.length];
  const out = new Map<number, number>();
  const into = new Map<number, number>();
  for (const link of linksOf(problem)) {
    const [from, to, flow] = [arcs.from[link]!, arcs.to[link]!, plan.flow[link]!];
    out.set(from, (out.get(from) ?? 0) + flow);
    into.set(to, (into.get(to) ?? 0) + flow * arcs.ratio[link]!);
  }
  const faults: string[] = [];
  const keep = (what: string, amount: number | undefined, most: number): void => {
    if (isMore(amount ?? 0, most)) faults.push(`${what}: ${amount} of ${most}`);
  };
  supply.forEach((most, at) => keep(`offer ${at}`, out.get(at), most));
  demand.forEach((most, at) => keep(`need ${at}`, into.get(needs + at), most));
  treatments.capacity.forEach((most, at) => keep(`plant ${at}`, into.get(plants + at), most));
  treatments.yield.forEach((made, at) =>
    keep(`product ${at}`, out.get(plants + at), (into.get(plants + at) ?? 0) * made),
  );
  return faults;
}

function wrongLots(problem: PlanProblem, plan: Plan): Faults {
  const { capacity, least } = problem.arcs;
  return linksOf(problem).flatMap((link) => {
    const flow = plan.flow[link]!;
    if (flow < 0 || isMore(flow, capacity[link]!)) return [`link ${link}: ${flow} of ${capacity[link]}`];
    return isOpen(plan, link) && isMore(least[link]!, flow) ? [`link ${link}: a lot of ${flow}`] : [];
  });
}

/** What is earned together: by a link between two firms, or by all links of a plant. */
function losers(problem: PlanProblem, plan: Plan): Faults {
  const { supply, demand, treatments, arcs } = problem;
  const plants = supply.length + demand.length;
  const earned = new Map<string, number>();
  for (const link of linksOf(problem)) {
    if (!isOpen(plan, link)) continue;
    const [from, to, flow] = [arcs.from[link]!, arcs.to[link]!, plan.flow[link]!];
    const plant = Math.max(from, to) - plants;
    const treated = to >= plants ? flow * arcs.ratio[link]! * treatments.money[to - plants]! : 0;
    const who = plant >= 0 ? `plant ${plant}` : `link ${link}`;
    earned.set(who, (earned.get(who) ?? 0) + flow * arcs.money[link]! + treated - arcs.fixed[link]!);
  }
  return [...earned].flatMap(([who, nok]) => (nok < -1e-5 ? [`${who} loses ${-nok} NOK`] : []));
}

function total(problem: PlanProblem, plan: Plan): Faults {
  const { supply, demand, treatments, arcs, objective } = problem;
  const plants = supply.length + demand.length;
  let sum = 0;
  for (const link of linksOf(problem)) {
    const flow = plan.flow[link]!;
    sum += flow * arcs.value[link]!;
    const plant = arcs.to[link]! - plants;
    if (plant >= 0) sum += flow * arcs.ratio[link]! * treatments.value[plant]!;
    if (objective === 'NOK' && isOpen(plan, link)) sum -= arcs.fixed[link]!;
  }
  const isSame = !isMore(sum, plan.total) && !isMore(plan.total, sum);
  const isProved = !isMore(plan.total, plan.bound);
  return [
    ...(isSame ? [] : [`total ${plan.total}, counted ${sum}`]),
    ...(isProved ? [] : ['over its bound']),
  ];
}
