/** Times in ms, as they are told: the middle, and what one in a hundred exceeds. */
export interface Timing {
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
  readonly runs: number;
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  return { p50: at(0.5), p99: at(0.99), mean, runs: sorted.length };
}

/** The middle of several runs, figure by figure: one run that something else on the machine disturbed does not count. */
export const middleOf = (runs: readonly Timing[]): Timing => ({
  p50: median(runs.map((one) => one.p50)),
  p99: median(runs.map((one) => one.p99)),
  mean: median(runs.map((one) => one.mean)),
  runs: runs.reduce((sum, one) => sum + one.runs, 0),
});

/** Of an even number the upper one of the two in the middle. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The two ways of searching, measured in turn so that both meet the same weather. */
export interface Both<T> {
  readonly ours: T;
  readonly plain: T;
}
export const WAYS = ['ours', 'plain'] as const;
export type Way = (typeof WAYS)[number];
