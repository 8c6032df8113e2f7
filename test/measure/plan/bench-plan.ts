import { checkPlan, greedyPlan, solvePlan, type Plan, type PlanProblem, type Referee } from '#domain';
import { loadReferee } from '../../../apps/worker/src/plan/highs-referee.js';
import { timingOf } from '../bench/timing.js';
import type { Measured, Say } from '../command.js';
import { atLeast, atMost, figure, shown, table, type Figure } from '../report.js';
import { wholeNumber } from '../whole-number.js';
import { marketOf } from './instances.js';

export const USAGE = 'npm run bench:plan -- [--arcs N] [--runs N] [--json FILE]';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const DEFAULT_RUNS = 3;
/** The question with fixed costs: so many links, so many NOK for opening one. */
const FIXED_LINKS = 10_000;
const FIXED_COSTS = [500, 2_000];
/** HiGHS looks no longer for a better plan than this: it is near its best long before. */
const REFEREE_SECONDS = 30;

interface Beside {
  readonly links: number;
  readonly fixed: number;
  readonly ours: Plan;
  readonly seconds: number;
  readonly theirs: Plan;
  readonly theirSeconds: number;
  readonly greedy: Plan;
  readonly greedySeconds: number;
}

/** Plans for markets of growing size, beside HiGHS and beside taking the best deal first, each in the same run. */
export async function benchPlan(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const most = wholeNumber(values, 'arcs', SIZES.at(-1)!);
  const runs = wholeNumber(values, 'runs', DEFAULT_RUNS);
  const sizes = [...SIZES.filter((size) => size < most), most];
  const referee = await Stopwatch.open();
  const linear = sizes.map((size) => beside(marketOf(size, 0), 0, referee, runs, say));
  const fixed = FIXED_COSTS.map((cost) =>
    beside(marketOf(Math.min(FIXED_LINKS, most), cost), cost, referee, runs, say),
  );
  say(`\n${table(HEAD, [...linear, ...fixed].map(rowOf))}`);
  return { runs, figures: [...linearFigures(linear.at(-1)!), ...fixedFigures(fixed)] };
}

/** The referee, and how long its longest run took: a plan with openings is followed by a short one for its prices. */
class Stopwatch {
  private times: number[] = [];
  private referee: Referee | undefined;

  static async open(): Promise<Stopwatch> {
    const watch = new Stopwatch();
    watch.referee = await loadReferee((time) => watch.times.push(time));
    return watch;
  }

  solve(problem: PlanProblem): { readonly plan: Plan; readonly seconds: number } {
    if (this.referee === undefined) throw new Error('The referee is not loaded.');
    this.times = [];
    const plan = this.referee.solve(problem, { seconds: REFEREE_SECONDS });
    return { plan, seconds: Math.max(...this.times) / 1000 };
  }
}

function beside(problem: PlanProblem, fixed: number, referee: Stopwatch, runs: number, say: Say): Beside {
  const links = problem.arcs.from.length;
  say(`Planning over ${links} links${fixed > 0 ? ` at ${fixed} NOK each` : ''} …`);
  const ours = timedRuns(runs, () => solvePlan(problem));
  const greedy = timedRuns(runs, () => greedyPlan(problem));
  if (!checkPlan(problem, ours.plan).holds)
    throw new Error(`The plan over ${links} links is not what it says.`);
  const theirs = referee.solve(problem);
  return {
    links,
    fixed,
    ours: ours.plan,
    seconds: ours.seconds,
    theirs: theirs.plan,
    theirSeconds: theirs.seconds,
    greedy: greedy.plan,
    greedySeconds: greedy.seconds,
  };
}

function timedRuns(runs: number, work: () => Plan): { readonly plan: Plan; readonly seconds: number } {
  const times: number[] = [];
  let plan = work();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    plan = work();
    times.push(performance.now() - start);
  }
  return { plan, seconds: timingOf(times).p50 / 1000 };
}

const HEAD = [
  'links',
  'fixed',
  'ours s',
  'HiGHS s',
  'greedy s',
  'gap',
  'of HiGHS',
  'greedy of ours',
  'pivots',
];
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`;
const rowOf = (one: Beside): readonly string[] => [
  String(one.links),
  String(one.fixed),
  shown(one.seconds),
  shown(one.theirSeconds),
  shown(one.greedySeconds),
  one.ours.gap.toExponential(1),
  share(one.ours.total, one.theirs.total),
  share(one.greedy.total, one.ours.total),
  String(one.ours.iterations),
];

const linearFigures = ({ seconds, theirSeconds, ours }: Beside): readonly Figure[] => [
  figure({
    name: 'T5 seconds',
    value: seconds,
    unit: 's',
    baseline: { name: 's HiGHS', value: theirSeconds },
    target: atMost(2.5, ' s'),
  }),
  figure({ name: 'T5 ratio', value: theirSeconds / seconds, unit: '×', target: atLeast(7) }),
  figure({ name: 'T5 gap', value: Math.abs(ours.gap), unit: '', target: atMost(1e-9) }),
];

/** The least of both costs, for either must hold. */
const fixedFigures = (all: readonly Beside[]): readonly Figure[] => [
  figure({
    name: 'T6 ratio',
    value: Math.min(...all.map(({ seconds, theirSeconds }) => theirSeconds / seconds)),
    unit: '×',
    target: atLeast(10),
  }),
  figure({
    name: 'T6 share',
    value: Math.min(...all.map(({ ours, theirs }) => ours.total / theirs.total)),
    unit: '',
    target: atLeast(0.995),
  }),
];
