import highsModule, { type Highs, type Model } from 'highs';
import {
  greedyPlan,
  planBoundOf,
  planGapOf,
  limitsOf,
  NO_FLOW,
  planTotalOf,
  type Plan,
  type PlanLimits,
  type PlanPrices,
  type PlanProblem,
  type Referee,
  type RefereeOptions,
} from '#domain';
import { modelOf, rowsOf } from './plan-model.js';

/** The tightest that HiGHS keeps to: its own 1e-7 would show in a certificate. */
const TOLERANCE = 1e-9;
const NAME = 'HiGHS';
/** The package's types are read as CommonJS, with the loader as a member; what Node loads is the loader itself. */
const highsLoader = highsModule as unknown as typeof highsModule.default;

/** Told of every run of the solver how many milliseconds it took, without the making of the model. */
type Told = (milliseconds: number) => void;

interface Solver {
  readonly highs: Highs;
  readonly tell: Told;
}

/** Loads HiGHS (WebAssembly), which answers any plan's question exactly, in its own time. */
export async function loadReferee(tell: Told = () => {}): Promise<Referee> {
  const solver = { highs: await highsLoader(), tell };
  return { name: NAME, solve: (problem, options = {}) => planBy(solver, problem, options) };
}

function planBy(solver: Solver, problem: PlanProblem, options: RefereeOptions): Plan {
  const limits = limitsOf(problem);
  if (problem.arcs.from.length === 0) return emptyPlan(problem);
  const opened = openedOf(problem, limits);
  // What is linear needs no openings, and its own limits alone bear prices.
  const upper = (arc: number): number => (limits.upper[arc]! > 0 ? problem.arcs.capacity[arc]! : 0);
  const linear = linearPlan(solver, problem, limits, limits.relaxed, upper);
  const bound = planBoundOf(problem, linear.prices);
  if (opened.length === 0) return planOf(problem, limits, { ...linear, proof: linear.prices, bound });
  const whole = solver.highs.withModel(
    modelOf(problem, limits, { value: problem.arcs.value, opened, upper: mostOf(limits) }),
    (model) => {
      // A plan that is possible from the start: there is one, whenever the search is ended.
      model.setSolution({ colValue: startOf(problem, opened) });
      solve(solver, model, options);
      const { colValue } = model.getSolution();
      const flow = flowOf(problem, colValue);
      opened.forEach((arc, at) => {
        if (!(colValue[problem.arcs.from.length + at]! > 1 / 2)) flow[arc] = 0;
      });
      return { flow, bound: -Number(model.info.get('mip_dual_bound')), iterations: iterationsOf(model) };
    },
  );
  const isUsed = (arc: number): boolean => whole.flow[arc]! > NO_FLOW * limits.upper[arc]!;
  const { prices } = linearPlan(solver, problem, limits, problem.arcs.value, (arc) =>
    isUsed(arc) ? upper(arc) : 0,
  );
  return planOf(problem, limits, {
    ...whole,
    prices,
    proof: linear.prices,
    bound: Math.min(bound, whole.bound),
  });
}

function startOf(problem: PlanProblem, opened: readonly number[]): Float64Array {
  const { flow } = greedyPlan(problem);
  return Float64Array.from([...flow, ...opened.map((arc) => (flow[arc]! > 0 ? 1 : 0))]);
}

const mostOf =
  ({ upper }: PlanLimits) =>
  (arc: number): number =>
    upper[arc]!;

/** Links that cost something to open, have a smallest lot, or stand at a treatment that must pay for itself. */
function openedOf(
  { arcs, objective, supply, demand }: PlanProblem,
  { upper, fixed, least }: PlanLimits,
): readonly number[] {
  const treatmentsFrom = supply.length + demand.length;
  return Array.from(upper.keys()).filter((arc) => {
    const isAtTreatment = Math.max(arcs.from[arc]!, arcs.to[arc]!) >= treatmentsFrom;
    return upper[arc]! > 0 && (fixed[arc]! > 0 || least[arc]! > 0 || (objective !== 'NOK' && isAtTreatment));
  });
}

function linearPlan(
  solver: Solver,
  problem: PlanProblem,
  limits: PlanLimits,
  value: Float64Array,
  upper: (arc: number) => number,
): { readonly flow: Float64Array; readonly prices: PlanPrices; readonly iterations: number } {
  return solver.highs.withModel(modelOf(problem, limits, { value, opened: [], upper }), (model) => {
    solve(solver, model, {});
    const { colValue, colDual, rowDual } = model.getSolution();
    const rows = rowsOf(problem, 0, 0);
    const prices = (from: number, count: number): Float64Array =>
      Float64Array.from({ length: count }, (_, at) => Math.max(0, -rowDual[from + at]!));
    const { supply, demand, treatments, arcs } = problem;
    return {
      flow: flowOf(problem, colValue),
      iterations: iterationsOf(model),
      prices: {
        supply: prices(0, supply.length),
        demand: prices(rows.demand, demand.length),
        treatment: prices(rows.capacity, treatments.yield.length),
        product: prices(rows.balance, treatments.yield.length),
        arc: arcs.capacity.map((most, arc) =>
          most === Infinity || limits.upper[arc] === 0 ? 0 : Math.max(0, -colDual[arc]!),
        ),
      },
    };
  });
}

function solve({ tell }: Solver, model: Model, { seconds, within }: RefereeOptions): void {
  model.options.set({
    output_flag: false,
    primal_feasibility_tolerance: TOLERANCE,
    dual_feasibility_tolerance: TOLERANCE,
    mip_feasibility_tolerance: TOLERANCE,
    ...(seconds !== undefined && { time_limit: seconds }),
    ...(within !== undefined && { mip_rel_gap: within }),
  });
  const start = performance.now();
  model.run();
  tell(performance.now() - start);
}

const flowOf = ({ arcs }: PlanProblem, values: Float64Array): Float64Array =>
  values.slice(0, arcs.from.length).map((amount) => Math.max(0, amount));

const iterationsOf = (model: Model): number => Math.max(0, Number(model.info.get('simplex_iteration_count')));

function planOf(
  problem: PlanProblem,
  limits: PlanLimits,
  found: Omit<Plan, 'total' | 'gap' | 'solver'>,
): Plan {
  const total = planTotalOf(problem, limits, found.flow);
  const { flow, bound, prices, proof, iterations } = found;
  return { flow, total, bound, gap: planGapOf(total, bound), prices, proof, solver: NAME, iterations };
}

function emptyPlan({ supply, demand, treatments }: PlanProblem): Plan {
  const prices = {
    supply: new Float64Array(supply.length),
    demand: new Float64Array(demand.length),
    treatment: new Float64Array(treatments.yield.length),
    product: new Float64Array(treatments.yield.length),
    arc: new Float64Array(0),
  };
  return {
    flow: new Float64Array(0),
    total: 0,
    bound: 0,
    gap: 0,
    prices,
    proof: prices,
    solver: NAME,
    iterations: 0,
  };
}
