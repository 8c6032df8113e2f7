import { seenOf } from '#domain';
import type { StoredListing, Tx } from '#store';
import { publicFactsOf } from './facts.js';
import { matchListing } from './jobs.js';
import type { Setting } from './setting.js';

/**
 * What follows whenever a listing has changed, in the same transaction: the search sees it as it now is, so that no
 * matching can miss it, and a matching of its own is asked for.
 */
export async function bringToMarket(
  tx: Tx,
  setting: Setting,
  listingIds: readonly string[],
  background = false,
): Promise<void> {
  await putIntoSearch(tx, setting, listingIds);
  await tx.jobs.request(listingIds.map((id) => matchListing(id, background)));
}

/** Writes what the search keeps of listings; one that cannot be matched now is taken out. */
export async function putIntoSearch(tx: Tx, setting: Setting, listingIds: readonly string[]): Promise<void> {
  for (const listing of await tx.listings.byIds(listingIds)) {
    // Bands and areas of what is masked: a search that compared exact places would tell of them by what it finds.
    const seen = isInMarket(listing) ? seenOf(publicFactsOf(listing, setting.rules)) : [];
    await tx.search.put(listing.id, listing.terms.side, seen);
  }
}

export const isInMarket = (listing: StoredListing): boolean =>
  listing.state === 'ACTIVE' && !listing.remaining.isZero();
