import { actsFor, can, changesBetween, type Actor, type ListingChange } from '#domain';
import type { Tx } from '#store';

/** One version of a listing, as its own firm reads it. */
export interface ListingVersionView {
  readonly version: number;
  readonly writtenAt: Date;
  /** A person of the firm, to its administrators and to that person; others, such as staff who stood in, are not named. */
  readonly writtenBy: string | undefined;
  /** What it says otherwise than the one before; none of the first. */
  readonly changes: readonly ListingChange[];
}

/** Own listings only, the newest first; none for others'. */
export async function versionsOf(
  tx: Tx,
  actor: Actor,
  listingId: string,
  first: number,
): Promise<readonly ListingVersionView[]> {
  const listing = await tx.listings.byId(listingId);
  if (listing === undefined || !actsFor(actor, listing.firm.id)) return [];
  // One more than asked for: the last one shown is told by what it changed, too.
  const found = await tx.listings.versions(listingId, first + 1);
  // Who does what in a firm is for those to know who manage its people, as in the access log.
  const mayName = can(actor, { action: 'manage people', firmId: listing.firm.id });
  return found.slice(0, first).map(({ version, writtenAt, writerId, terms, ...one }, at) => {
    const before = found[at + 1];
    const writtenBy = mayName || writerId === actor.personId ? one.writtenBy : undefined;
    const changes = before === undefined ? [] : changesBetween(before.terms, terms);
    return { version, writtenAt, writtenBy, changes };
  });
}
