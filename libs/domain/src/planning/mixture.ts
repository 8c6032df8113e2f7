/** What one plan is worth, and what it takes of each limit that plans share. */
export interface MixedPlan {
  readonly worth: number;
  /** Share of each limit, 0 or more: 2 is twice what there is. */
  readonly takes: readonly number[];
}

/** How much of each plan there is in the best mixture, and what more of each limit would bring. */
export interface Mixture {
  /** One for each plan, 0 or more, together at most 1. */
  readonly weights: readonly number[];
  /** What the whole of each limit is worth once more, 0 or more: its dual price times the limit. */
  readonly prices: readonly number[];
  readonly worth: number;
}

/** Beside the largest number of a row, what lies below is rounding. */
const ROUNDING = 1e-11;

/**
 * The mixture of plans that is worth most while it keeps within every limit: the master of Dantzig & Wolfe,
 * Decomposition principle for linear programs, Operations Research 8, 1960. A linear question of a few rows, by the
 * simplex over a table; by the rule of Bland (1977) it ends also where many answers are alike.
 *
 * @param plans each with a share for every limit
 * @example bestMixture([{ worth: 100, takes: [2] }], 1) // half of it: { weights: [0.5], prices: [50], worth: 50 }
 */
export function bestMixture(plans: readonly MixedPlan[], limits: number): Mixture {
  const rows = limits + 1;
  const columns = plans.length + rows;
  const table = Array.from({ length: rows }, (_, row) => {
    const line = new Float64Array(columns + 1);
    plans.forEach(({ takes }, at) => (line[at] = row < limits ? (takes[row] ?? 0) : 1));
    line[plans.length + row] = 1;
    line[columns] = 1;
    return line;
  });
  // What each column would bring; below nothing, at the end, what each limit is worth.
  const gains = new Float64Array(columns + 1);
  plans.forEach(({ worth }, at) => (gains[at] = worth));
  const basis = Array.from({ length: rows }, (_, row) => plans.length + row);
  const most = plans.reduce((all, { worth }) => Math.max(all, Math.abs(worth)), 0);
  for (;;) {
    const entering = gains.subarray(0, columns).findIndex((gain) => gain > ROUNDING * most);
    if (entering < 0) break;
    const leaving = leavingRow(table, basis, entering, columns);
    if (leaving < 0) break;
    pivot(table, gains, leaving, entering);
    basis[leaving] = entering;
  }
  const weights = new Array<number>(plans.length).fill(0);
  basis.forEach((column, row) => {
    if (column < plans.length) weights[column] = Math.max(0, table[row]![columns]!);
  });
  const prices = Array.from({ length: limits }, (_, row) => Math.max(0, -gains[plans.length + row]!));
  return { weights, prices, worth: -gains[columns]! };
}

/** The row that keeps all others at 0 or more; of several the one of the smallest column. */
function leavingRow(
  table: readonly Float64Array[],
  basis: readonly number[],
  entering: number,
  columns: number,
): number {
  let [found, least] = [-1, Infinity];
  table.forEach((line, row) => {
    const rate = line[entering]!;
    if (rate <= ROUNDING) return;
    const ratio = line[columns]! / rate;
    if (ratio < least || (ratio === least && basis[row]! < basis[found]!)) [found, least] = [row, ratio];
  });
  return found;
}

function pivot(table: readonly Float64Array[], gains: Float64Array, row: number, column: number): void {
  const line = table[row]!;
  const by = line[column]!;
  line.forEach((value, at) => (line[at] = value / by));
  for (const other of [...table, gains]) {
    const times = other[column]!;
    if (other === line || times === 0) continue;
    other.forEach((value, at) => (other[at] = value - times * line[at]!));
    other[column] = 0;
  }
}
