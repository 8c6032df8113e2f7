import type { Exchange, Party } from './exchanges.js';

/** One need out of the file: the same words of the same receiver are one. */
export interface SoughtNeed {
  readonly key: string;
  readonly receiver: Party;
  readonly title: string;
  readonly description?: string | undefined;
}

/** One offer out of the file, with the needs that are known to have been served by it. */
export interface KnownOffer {
  readonly key: string;
  readonly donor: Party;
  readonly title: string;
  readonly rows: readonly Exchange[];
  readonly hits: ReadonlySet<string>;
}

export interface Sought {
  readonly offers: readonly KnownOffer[];
  readonly needs: readonly SoughtNeed[];
  /** Rows of one flow (same donor, by-product and receiver) counted once. */
  readonly flows: readonly Exchange[];
}

const joined = (...parts: readonly string[]): string => parts.map((one) => one.toLowerCase()).join(' | ');

const offerKey = ({ donor, byproduct }: Exchange): string => joined('offer', donor.name, byproduct);
const needKey = ({ receiver, use, replaces }: Exchange): string =>
  joined('need', receiver.name, use, replaces);
const flowKey = (one: Exchange): string => joined(offerKey(one), one.receiver.name);

/** What the rows ask of a matcher: for every offer, to find one of its true receivers among all needs. */
export function soughtOf(exchanges: readonly Exchange[]): Sought {
  const offers = [...groupBy(exchanges, offerKey)].map(([key, rows]) => offerOf(key, rows));
  const needs = [...groupBy(exchanges, needKey)].map(([key, rows]) => needOf(key, rows));
  const flows = [...groupBy(exchanges, flowKey).values()].map(([first]) => first);
  return { offers, needs, flows };
}

const offerOf = (key: string, rows: readonly [Exchange, ...Exchange[]]): KnownOffer => ({
  key,
  donor: rows[0].donor,
  title: rows[0].byproduct,
  rows,
  hits: new Set(rows.map(needKey)),
});

const needOf = (
  key: string,
  [{ receiver, use, replaces }]: readonly [Exchange, ...Exchange[]],
): SoughtNeed => ({
  key,
  receiver,
  title: use,
  ...(replaces === '' ? {} : { description: `Replaces ${replaces}` }),
});

/** Whether the places of all who take part are known. */
export const isPlaced = ({ rows }: KnownOffer): boolean =>
  rows.every((one) => one.donor.position !== undefined && one.receiver.position !== undefined);

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
