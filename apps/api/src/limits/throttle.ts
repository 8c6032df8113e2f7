import type { Level } from './cost-bucket.js';

/** What an operation cost and what is left, as `extensions.cost` tells it; the names are those of Shopify's API. */
export interface Cost {
  /** What it may cost at worst: this much has to be there before it begins. */
  readonly requestedQueryCost: number;
  /** What it came to; the rest was given back. Null where it was refused, or goes on. */
  readonly actualQueryCost: number | null;
  /** The bucket with the least in it. */
  readonly throttleStatus: {
    readonly bucket: Level['holder'];
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    /** Points a second. */
    readonly restoreRate: number;
  };
}

/** @param levels of at least one bucket */
export function costOver(levels: readonly Level[], requested: number, actual: number | null): Cost {
  const { holder, size, points } = levels.reduce((least, one) => (one.points < least.points ? one : least));
  return {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: {
      bucket: holder,
      maximumAvailable: size,
      currentlyAvailable: Math.max(0, Math.floor(points)),
      restoreRate: Math.floor(size / 60),
    },
  };
}

/** Whole seconds until every bucket holds what was asked for, if nobody takes from it meanwhile. */
export const secondsUntil = (levels: readonly Level[], requested: number): number =>
  Math.max(1, ...levels.map(({ size, points }) => Math.ceil(((requested - points) / size) * 60)));
