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
