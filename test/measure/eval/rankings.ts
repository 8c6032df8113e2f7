import { inParallel } from '../in-parallel.js';
import type { RankedNeed } from '../market-room.js';
import type { Scored } from './rank.js';
import type { KnownOffer } from './sought.js';

/** For each offer that was asked for, by its key, the needs best first. */
export type Rankings = ReadonlyMap<string, readonly Scored[]>;

export async function rankingsOf(
  offers: readonly KnownOffer[],
  ranking: (offer: KnownOffer) => Promise<readonly Scored[]>,
): Promise<Rankings> {
  return new Map(await inParallel(offers, async (one) => [one.key, await ranking(one)] as const));
}

/** The needs under the keys that they have here; the listing's own id for those of others. */
export const named = (found: readonly RankedNeed[], keyOf: ReadonlyMap<string, string>): readonly Scored[] =>
  found.map(({ needId, score }) => ({ key: keyOf.get(needId) ?? needId, score }));
