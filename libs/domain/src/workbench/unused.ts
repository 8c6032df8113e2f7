import { Decimal } from '../quantity/decimal.js';
import type { UnitKind } from '../quantity/unit.js';
import type { RemedyKind } from '../matching/check.js';
import { groupedBy, inOrder } from './grouped.js';

/** What keeps a stream from moving. */
export interface Obstacle {
  /** Name of the check that is open or fails; NO_COUNTERPART where nothing answers at all, NO_ANSWER where nothing but a yes is missing. */
  readonly name: string;
  /** Absent where no check stands in the way. */
  readonly result?: 'UNKNOWN' | 'FAIL' | undefined;
  /** The standard step that could cure it, where there is one. */
  readonly remedy?: RemedyKind | undefined;
}

export const NO_COUNTERPART: Obstacle = Object.freeze({ name: 'NO_COUNTERPART' });
export const NO_ANSWER: Obstacle = Object.freeze({ name: 'NO_ANSWER' });

/** One offer that is not agreed, by its best pair: each offer comes once, so that sums count nothing twice. */
export interface UnusedStream {
  /** Root of the material's family. */
  readonly branch: string;
  /** Municipality of the cluster's own side; abroad its country. */
  readonly area: string;
  readonly unitKind: UnitKind;
  /** What could move in a year, base units of the kind. */
  readonly yearlyBase: number;
  /** To the counterpart, km by road; absent where there is none. */
  readonly distanceKm?: number | undefined;
  /** At least one. */
  readonly obstacles: readonly Obstacle[];
}

export interface ObstacleSum extends Obstacle {
  readonly streams: number;
  readonly yearlyBase: Decimal;
}

/** What of one family in one area is not used yet, and what it would take. */
export interface UnusedPotential {
  readonly branch: string;
  readonly area: string;
  readonly unitKind: UnitKind;
  readonly streams: number;
  readonly yearlyBase: Decimal;
  /** Of the streams that have a counterpart. */
  readonly nearestKm: number | undefined;
  readonly farthestKm: number | undefined;
  /** Largest amount first. A stream with two obstacles stands under both, so these do not add up to the whole. */
  readonly obstacles: readonly ObstacleSum[];
}

/**
 * Streams that wait, summed by family, area and kind of unit, with what stands in their way.
 *
 * @param streams each offer once
 * @returns largest amount first within each family, families in the order of their codes
 * @example unusedPotential([]) // []
 */
export const unusedPotential = (streams: readonly UnusedStream[]): readonly UnusedPotential[] =>
  groupedBy(streams, ({ branch, area, unitKind }) => [branch, area, unitKind].join('|'))
    .map(potentialOf)
    .sort((a, b) => inOrder(a.branch, b.branch) || b.yearlyBase.cmp(a.yearlyBase) || inOrder(a.area, b.area));

function potentialOf(streams: readonly [UnusedStream, ...UnusedStream[]]): UnusedPotential {
  const { branch, area, unitKind } = streams[0];
  const distances = streams.flatMap((one) => one.distanceKm ?? []);
  return {
    branch,
    area,
    unitKind,
    streams: streams.length,
    yearlyBase: sumOf(streams),
    nearestKm: distances.length === 0 ? undefined : Math.min(...distances),
    farthestKm: distances.length === 0 ? undefined : Math.max(...distances),
    obstacles: obstaclesOf(streams),
  };
}

function obstaclesOf(streams: readonly UnusedStream[]): readonly ObstacleSum[] {
  const met = streams.flatMap((stream) =>
    groupedBy(stream.obstacles, keyOf).map(([obstacle]) => ({ obstacle, stream })),
  );
  return groupedBy(met, ({ obstacle }) => keyOf(obstacle))
    .map((all) => ({
      ...all[0].obstacle,
      streams: all.length,
      yearlyBase: sumOf(all.map((one) => one.stream)),
    }))
    .sort((a, b) => b.yearlyBase.cmp(a.yearlyBase) || inOrder(a.name, b.name));
}

const keyOf = ({ name, result, remedy }: Obstacle): string => [name, result, remedy].join('|');

const sumOf = (streams: readonly UnusedStream[]): Decimal =>
  streams.reduce((sum, one) => sum.plus(one.yearlyBase), new Decimal(0));
