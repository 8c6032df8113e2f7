import type { ModelData } from 'highs';
import type { PlanLimits, PlanProblem } from '#domain';

/** Which links a model has open, and what one unit over each is worth in it. */
export interface PlanColumns {
  readonly value: Float64Array;
  readonly upper: (arc: number) => number;
  /** Links that are opened or left closed, each with a variable of its own; none in a linear model. */
  readonly opened: readonly number[];
}

interface Entry {
  readonly row: number;
  readonly value: number;
}

/** The rows of a plan's model, in this order, then those of the opened links and of treatments that must pay. */
interface Rows {
  readonly demand: number;
  readonly capacity: number;
  readonly balance: number;
  readonly opened: number;
  readonly hub: number;
  readonly count: number;
}

export function rowsOf({ supply, demand, treatments }: PlanProblem, opened: number, hubs: number): Rows {
  const capacity = supply.length + demand.length;
  const balance = capacity + treatments.yield.length;
  const first = balance + treatments.yield.length;
  const hub = first + 2 * opened;
  return { demand: supply.length, capacity, balance, opened: first, hub, count: hub + hubs };
}

/**
 * A plan's question as a model that is minimised: what is worth something costs less than nothing. Each opened link
 * has two rows, which hold its flow under its most and over its least while it is open.
 */
export function modelOf(problem: PlanProblem, limits: PlanLimits, columns: PlanColumns): ModelData {
  const { arcs, treatments } = problem;
  const { opened } = columns;
  const count = arcs.from.length;
  // Fixed costs outside the objective must still be earned where a treatment stands between.
  const hubs = problem.objective === 'NOK' || opened.length === 0 ? 0 : treatments.yield.length;
  const rows = rowsOf(problem, opened.length, hubs);
  const place = new Map(opened.map((arc, at) => [arc, at]));
  const entries = [
    ...Array.from(arcs.from, (_, arc) => entriesOfLink(problem, rows, hubs > 0, arc, place.get(arc))),
    ...opened.map((arc, at) => entriesOfOpening(problem, limits, rows, hubs > 0, arc, at)),
  ];
  const isBinary = (column: number): boolean => column >= count;
  const size = count + opened.length;
  const [rowLower, rowUpper] = boundsOf(problem, rows, opened.length);
  const treatmentsFrom = rows.capacity;
  const cost = (arc: number): number => {
    const at = arcs.to[arc]! - treatmentsFrom;
    return -(columns.value[arc]! + (at < 0 ? 0 : arcs.ratio[arc]! * treatments.value[at]!));
  };
  const numbers = (of: (column: number) => number): Float64Array =>
    Float64Array.from({ length: size }, (_, at) => of(at));
  return {
    numCols: size,
    numRows: rows.count,
    colCost: numbers((at) => (isBinary(at) ? limits.fixed[opened[at - count]!]! : cost(at))),
    colLower: new Float64Array(size),
    colUpper: numbers((at) => (isBinary(at) ? 1 : columns.upper(at))),
    rowLower,
    rowUpper,
    matrix: sparse(entries, rows.count),
    ...(opened.length > 0 && {
      integrality: Int32Array.from({ length: size }, (_, at) => (isBinary(at) ? 1 : 0)),
    }),
  };
}

function boundsOf(problem: PlanProblem, rows: Rows, opened: number): readonly [Float64Array, Float64Array] {
  const lower = new Float64Array(rows.count).fill(-Infinity);
  const upper = new Float64Array(rows.count);
  upper.set(problem.supply);
  upper.set(problem.demand, rows.demand);
  upper.set(problem.treatments.capacity, rows.capacity);
  for (let at = 0; at < opened; at += 1) {
    lower[rows.opened + 2 * at + 1] = 0;
    upper[rows.opened + 2 * at + 1] = Infinity;
  }
  for (let row = rows.hub; row < rows.count; row += 1) [lower[row], upper[row]] = [0, Infinity];
  return [lower, upper];
}

function entriesOfLink(
  { arcs, supply, treatments }: PlanProblem,
  rows: Rows,
  hasHubs: boolean,
  arc: number,
  opened: number | undefined,
): readonly Entry[] {
  const [from, to, ratio] = [arcs.from[arc]!, arcs.to[arc]!, arcs.ratio[arc]!];
  const [giving, taking] = [from - rows.capacity, to - rows.capacity];
  const entries: Entry[] = [{ row: from < supply.length ? from : rows.balance + giving, value: 1 }];
  entries.push({ row: to, value: ratio });
  if (taking >= 0) entries.push({ row: rows.balance + taking, value: -ratio * treatments.yield[taking]! });
  if (opened !== undefined) entries.push({ row: rows.opened + 2 * opened, value: 1 });
  if (opened !== undefined) entries.push({ row: rows.opened + 2 * opened + 1, value: 1 });
  const hub = Math.max(giving, taking);
  const treated = taking < 0 ? 0 : ratio * treatments.money[taking]!;
  if (hasHubs && hub >= 0) entries.push({ row: rows.hub + hub, value: arcs.money[arc]! + treated });
  return entries;
}

function entriesOfOpening(
  { arcs }: PlanProblem,
  { upper, least }: PlanLimits,
  rows: Rows,
  hasHubs: boolean,
  arc: number,
  at: number,
): readonly Entry[] {
  const first = rows.opened + 2 * at;
  const entries = [
    { row: first, value: -upper[arc]! },
    { row: first + 1, value: -Math.min(least[arc]!, upper[arc]!) },
  ];
  const hub = Math.max(arcs.from[arc]!, arcs.to[arc]!) - rows.capacity;
  if (hasHubs && hub >= 0) entries.push({ row: rows.hub + hub, value: -arcs.fixed[arc]! });
  return entries;
}

function sparse(columns: readonly (readonly Entry[])[], numRows: number): ModelData['matrix'] {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((entries, at) => (starts[at + 1] = starts[at]! + entries.length));
  const indices = new Int32Array(starts[columns.length]!);
  const values = new Float64Array(indices.length);
  columns.forEach((entries, column) =>
    entries.forEach(({ row, value }, at) => {
      indices[starts[column]! + at] = row;
      values[starts[column]! + at] = value;
    }),
  );
  return { format: 'csc', numRows, numCols: columns.length, starts, indices, values };
}
