import { checkPlan, greedyPlan, planGapOf, solvePlan, type Plan, type PlanProblem } from '#domain';
import { timingOf } from '../bench/timing.js';
import type { Measured, Say } from '../command.js';
import { atLeast, atMost, figure, shown, table, type Figure } from '../report.js';
import { wholeNumber } from '../whole-number.js';
import { marketOf } from './instances.js';
import { refereed } from './refereed.js';

export const USAGE = 'npm run bench:plan -- [--arcs N] [--runs N] [--json FILE]';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const DEFAULT_RUNS = 3;
/** The question with fixed costs: so many links, so many NOK for opening one. */
const FIXED_LINKS = 10_000;
const FIXED_COSTS = [500, 2_000];
/** HiGHS looks no longer for a better plan than this, nor for one that can be better by no more than this share. */
const REFEREE = { seconds: 60, within: 1e-3 };
/** Without fixed costs it has an answer when it ends, not before. */
const REFEREE_LINEAR = { seconds: 120 };

interface Beside {
  readonly links: number;
  readonly fixed: number;
  readonly ours: Plan;
  readonly seconds: number;
  /** Undefined where HiGHS has no plan after its time. */
  readonly theirs: Plan | undefined;
  readonly theirSeconds: number;
  readonly greedy: Plan;
  readonly greedySeconds: number;
}

/** Plans for markets of growing size, beside HiGHS and beside taking the best deal first, each in the same run. */
export async function benchPlan(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const most = wholeNumber(values, 'arcs', SIZES.at(-1)!);
  const runs = wholeNumber(values, 'runs', DEFAULT_RUNS);
  const linear: Beside[] = [];
  for (const size of [...SIZES.filter((size) => size < most), most])
    linear.push(await beside(marketOf(size, 0), 0, runs, say));
  const fixed: Beside[] = [];
  for (const cost of FIXED_COSTS)
    fixed.push(await beside(marketOf(Math.min(FIXED_LINKS, most), cost), cost, runs, say));
  say(`\n${table(HEAD, [...linear, ...fixed].map(rowOf))}`);
  return { runs, figures: [...linearFigures(linear.at(-1)!), ...fixedFigures(fixed)] };
}

async function beside(problem: PlanProblem, fixed: number, runs: number, say: Say): Promise<Beside> {
  const links = problem.arcs.from.length;
  say(`Planning over ${links} links${fixed > 0 ? ` at ${fixed} NOK each` : ''} …`);
  const ours = timedRuns(runs, () => solvePlan(problem));
  const greedy = timedRuns(runs, () => greedyPlan(problem));
  if (!checkPlan(problem, ours.plan).holds)
    throw new Error(`The plan over ${links} links is not what it says.`);
  const options = fixed > 0 ? REFEREE : REFEREE_LINEAR;
  const theirs = await refereed(problem, options);
  return {
    links,
    fixed,
    ours: ours.plan,
    seconds: ours.seconds,
    theirs: theirs !== undefined && theirs.plan.total > 0 ? theirs.plan : undefined,
    theirSeconds: theirs?.seconds ?? options.seconds,
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
  'HiGHS gap',
  'greedy of ours',
  'pivots',
];
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`;
/** Below the lowest bound that either proved. */
const gapOf = ({ ours, theirs }: Beside): number =>
  planGapOf(ours.total, Math.min(ours.bound, theirs?.bound ?? Infinity));

const rowOf = (one: Beside): readonly string[] => [
  String(one.links),
  String(one.fixed),
  shown(one.seconds),
  shown(one.theirSeconds),
  shown(one.greedySeconds),
  gapOf(one).toExponential(1),
  one.theirs === undefined ? 'no plan' : share(one.ours.total, one.theirs.total),
  one.theirs === undefined ? '' : one.theirs.gap.toExponential(1),
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
    // Where HiGHS found no plan, of the bound that no plan exceeds: harder, and never flattering.
    value: Math.min(...all.map(({ ours, theirs }) => ours.total / (theirs?.total ?? ours.bound))),
    unit: '',
    target: atLeast(0.995),
  }),
];
