/** One need in somebody's ranking of the needs for an offer. */
export interface Scored {
  readonly key: string;
  readonly score: number;
}

/**
 * Whether a hit has the best score of all, but not alone: only more knowledge would put it first.
 */
export const isTied = (hits: ReadonlySet<string>, ranking: readonly Scored[] | undefined = []): boolean => {
  const top = Math.max(...ranking.map((one) => one.score));
  const first = ranking.filter((one) => one.score === top);
  return first.some((one) => hits.has(one.key)) && first.some((one) => !hits.has(one.key));
};

/** Rank of the best hit among an offer's needs, 1 for the top; undefined where no hit was found, null where nobody asked. */
export type Rank = number | undefined | null;

/**
 * The rank of the best hit. Needs of the same score stand before it unless they are hits themselves: a ranking earns
 * nothing by not deciding.
 */
export function rankOf(hits: ReadonlySet<string>, ranking: readonly Scored[] | undefined): Rank {
  if (ranking === undefined) return null;
  const best = Math.max(...ranking.filter((one) => hits.has(one.key)).map((one) => one.score));
  if (best === -Infinity) return undefined;
  return 1 + ranking.filter((one) => !hits.has(one.key) && one.score >= best).length;
}

export interface Measures {
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly mrr: number;
}
export type MeasureName = keyof Measures;
export const MEASURES: readonly MeasureName[] = ['recall@1', 'recall@5', 'recall@10', 'mrr'];

/** Share of offers with a hit among the first k, and the mean of one over the rank (0 where there is none). */
export function measuresOf(ranks: readonly Rank[]): Measures {
  const asked = ranks.filter((one) => one !== null);
  const recall = (k: number): number => share(asked, (rank) => rank !== undefined && rank <= k);
  const inverse = asked.reduce<number>((sum, rank) => sum + (rank === undefined ? 0 : 1 / rank), 0);
  return {
    'recall@1': recall(1),
    'recall@5': recall(5),
    'recall@10': recall(10),
    mrr: asked.length === 0 ? 0 : inverse / asked.length,
  };
}

export const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(is).length / all.length;
