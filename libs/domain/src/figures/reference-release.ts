import { Decimal } from '../quantity/decimal.js';
import { reasonToWithholdSum, type WithheldReason } from './withhold.js';
import { leavesOpen } from './witness.js';

/** What a firm has stated of one measure and year and is in no sum yet: all of it, or what a new version changes. */
export interface PendingTotal {
  readonly firmId: string;
  /** Clusters that the firm belongs to. */
  readonly clusterIds: readonly string[];
  /** Of the newest version less the one that is counted already; never 0. */
  readonly amount: Decimal;
}

/** A sum over firms that clusters are told once and for good. */
export interface ReferenceRelease {
  readonly clusterIds: readonly string[];
  readonly firmIds: readonly string[];
  readonly value: Decimal;
}

/**
 * Why a sum of firms' own amounts cannot be told: fewer than three, one that makes half of it, or one whose amount could
 * be reckoned to within 20 % by another one of them (decision 0022, with firms in the place of exchanges).
 *
 * @returns undefined where it may be told
 * @example reasonAgainst([new Decimal(40), new Decimal(30)]) // 'FEW_FIRMS'
 */
export function reasonAgainst(amounts: readonly Decimal[]): WithheldReason | undefined {
  const reason = amounts.length === 0 ? 'FEW_FIRMS' : reasonToWithholdSum(amounts);
  if (reason !== undefined) return reason;
  const row = amounts.map((one) => one.toNumber());
  const parties = row.map((_, at) => [String(at), String(at)] as const);
  return leavesOpen([row], { amounts: row, parties }) ? undefined : 'DERIVABLE';
}

/**
 * Makes sums of what waits, as parcels are made of exchanges: firms of the very same clusters together, those that cannot
 * stand so with others of their first cluster, in which alone they count. What cannot stand waits. Every number that a
 * cluster gets is a sum of releases, so the sum of today less that of yesterday is a sum over firms too.
 *
 * @param pending of one measure and year, each firm once
 * @returns the same for the same firms in any order
 * @example releasesOf([a40, b30, c50])[0]?.value.toString() // '120'
 */
export function releasesOf(pending: readonly PendingTotal[]): readonly ReferenceRelease[] {
  const releases: ReferenceRelease[] = [];
  const take = (
    all: readonly PendingTotal[],
    clustersOf: (one: PendingTotal) => readonly string[],
  ): readonly PendingTotal[] =>
    [...groupedBy(all, (one) => clustersOf(one).join())].flatMap((group) => {
      if (reasonAgainst(group.map((one) => one.amount)) !== undefined) return group;
      releases.push({
        clusterIds: clustersOf(group[0] as PendingTotal),
        firmIds: group.map((one) => one.firmId),
        value: group.reduce((sum, one) => sum.plus(one.amount), new Decimal(0)),
      });
      return [];
    });
  const sorted = [...pending]
    .filter((one) => one.clusterIds.length > 0)
    .sort((a, b) => (a.firmId < b.firmId ? -1 : 1));
  take(take(sorted, clustersIn), (one) => clustersIn(one).slice(0, 1));
  return releases;
}

const clustersIn = ({ clusterIds }: PendingTotal): readonly string[] => [...new Set(clusterIds)].sort();

function groupedBy(
  all: readonly PendingTotal[],
  keyOf: (one: PendingTotal) => string,
): Iterable<readonly PendingTotal[]> {
  const groups = new Map<string, PendingTotal[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
