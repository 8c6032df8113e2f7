import type { Measured, Say } from '../command.js';
import { figure, shown, table, type Figure } from '../report.js';
import { wholeNumber } from '../whole-number.js';
import { EARLIER, searchFrom, type Costs, type Sourced } from './costs.js';
import { meanOf, remedyFor, routesOf, sizesOf, stationsOf, type Plan } from './installation.js';
import { measuredCosts } from './measured.js';
import { saturation, simulate, type Found } from './queueing.js';

export const USAGE =
  'npm run simulate:scale -- [--listings N] [--apis N] [--workers N] [--sample N] [--matching FILE] [--json FILE]';

const DEFAULT_LISTINGS = 10_000_000;
const CLUSTERS = 50;
/** Each listing is written or confirmed every quarter; the busiest hour has ten times the mean. */
const CHANGES_A_YEAR = 4;
const PEAK = 10;
const YEAR_S = 365 * 24 * 3600;
const SIMULATED_S = 30;
const SEED = 1;
const LOADS = [0.5, 0.8, 0.95, 1.1];
/** Of the busiest hour: who can carry so much has room for years. */
const ENOUGH = 20;

/** Measures the steps, puts them together for a large installation, and asks where it bends first, and then. */
export async function simulateScale(values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const plan = planOf(values);
  const { costs, sources } = withSearch(
    await measuredCosts(wholeNumber(values, 'sample', 20_000, 200_000), say),
    values['matching'],
  );
  const peak = (plan.listings * CHANGES_A_YEAR * PEAK) / YEAR_S;
  say(`\n${table(['step', 'cost', 'from'], costRows(costs, sources))}`);
  say(
    `\n${plan.listings} listings in ${CLUSTERS} clusters; the busiest hour has ${shown(peak)} publications a second.`,
  );
  const steps = remedies(plan, costs, ENOUGH * peak);
  const figures: Figure[] = [];
  for (const [at, step] of steps.entries()) {
    const { bends } = step;
    say(
      `\n${at + 1}. ${at === 0 ? '' : 'then '}${step.name}: bends at ${shown(bends.rate)} publications a second, at ${bends.station}`,
    );
    const rows = LOADS.map((load) => row(load, step.plan, costs, bends.rate));
    say(table(HEAD, rows));
    figures.push(...figuresOf(`${at + 1} ${step.name}`, step.plan, costs, bends, peak));
  }
  const sizes = sizesOf(plan, costs);
  figures.push(
    figure({ name: 'index of one worker', value: sizes.indexBytes / 1e9, unit: 'GB' }),
    figure({ name: 'database', value: sizes.databaseBytes / 1e9, unit: 'GB' }),
    figure({ name: 'busiest hour', value: peak, unit: 'publications a second' }),
  );
  return { runs: steps.length * LOADS.length, figures };
}

const planOf = (values: Readonly<Record<string, unknown>>): Plan => ({
  listings: wholeNumber(values, 'listings', DEFAULT_LISTINGS),
  apis: wholeNumber(values, 'apis', 4, 1000),
  workers: wholeNumber(values, 'workers', 4, 1000),
  primaryCores: 16,
  replicas: 0,
  replicaCores: 16,
  redis: false,
  firmsThatHear: 4,
  readsAPublication: 50,
  readersAChange: wholeNumber(values, 'workers', 4, 1000),
});

function withSearch({ costs, sources }: Sourced, file: unknown): Sourced {
  if (typeof file !== 'string') return { costs, sources };
  return {
    costs: { ...costs, searchAtMillionS: searchFrom(file) },
    sources: { ...sources, searchAtMillionS: `read from ${file}` },
  };
}

interface Step {
  readonly name: string;
  readonly plan: Plan;
  readonly bends: Bend;
}

/** Relieves what bends first, again and again, until there is room or nothing to relieve it with. */
function remedies(plan: Plan, costs: Costs, enough: number): readonly Step[] {
  const steps: Step[] = [];
  let next: { readonly what: string; readonly plan: Plan } | undefined = {
    what: `${plan.apis} apis, ${plan.workers} workers, one database of ${plan.primaryCores} cores`,
    plan,
  };
  while (next !== undefined) {
    const bends = bendOf(next.plan, costs);
    steps.push({ name: next.what, plan: next.plan, bends });
    next = bends.rate >= enough ? undefined : remedyFor(next.plan, bends.station);
  }
  return steps;
}

interface Bend {
  readonly station: string;
  readonly rate: number;
}

function bendOf(plan: Plan, costs: Costs): Bend {
  const rates = saturation(
    { stations: stationsOf(plan), routes: routesOf(plan, costs, 1) },
    'publication',
    meanOf,
  );
  const [first] = [...rates].sort(([, a], [, b]) => a - b);
  return { station: first?.[0] ?? '', rate: first?.[1] ?? Infinity };
}

const runAt = (plan: Plan, costs: Costs, rate: number): Found =>
  simulate({
    stations: stationsOf(plan),
    routes: routesOf(plan, costs, rate),
    seconds: SIMULATED_S,
    seed: SEED,
  });

const HEAD = ['load', 'a second', 'publication p50', 'p95', 'read p95', 'busiest', 'left over'];

function row(load: number, plan: Plan, costs: Costs, rate: number): readonly string[] {
  const found = runAt(plan, costs, load * rate);
  const [publication, read] = found.routes;
  const busiest = [...found.stations].sort((a, b) => b.busy - a.busy)[0];
  const ms = (seconds: number | undefined): string => `${shown(Math.round((seconds ?? 0) * 10_000) / 10)} ms`;
  return [
    `${Math.round(load * 100)} %`,
    shown(load * rate),
    ms(publication?.p50S),
    ms(publication?.p95S),
    ms(read?.p95S),
    `${busiest?.name ?? ''} ${Math.round((busiest?.busy ?? 0) * 100)} %`,
    String(found.left),
  ];
}

function figuresOf(name: string, plan: Plan, costs: Costs, bends: Bend, peak: number): readonly Figure[] {
  const [publication] = runAt(plan, costs, 0.8 * bends.rate).routes;
  const baseline = { name: 'busiest hour', value: peak };
  return [
    figure({ name: `${name}: bends at ${bends.station}`, value: bends.rate, unit: 'a second', baseline }),
    figure({ name: `${name}: p95 at 80 %`, value: (publication?.p95S ?? 0) * 1000, unit: 'ms' }),
  ];
}

const costRows = (costs: Costs, sources: Sourced['sources']): readonly (readonly string[])[] =>
  Object.entries(costs).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'number'
      ? [
          [
            name,
            name.endsWith('S') ? `${shown(value * 1000)} ms` : shown(value),
            sources[name] ?? EARLIER.from,
          ],
        ]
      : [],
  );
