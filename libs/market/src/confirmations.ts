import {
  dayInOslo,
  endOfOsloDay,
  lastDayOfLink,
  lastDayToConfirm,
  SYSTEM,
  type Day,
  type ListingState,
  type ListingTerms,
  type Side,
} from '#domain';
import type { ConfirmationLink, Confirmed, StoredListing, Tx } from '#store';
import { tellWatches } from './jobs.js';
import { hashOf, isLinkToken, newLinkToken, pageLink } from './link-token.js';
import { conflict, done, notFound, type Outcome } from './outcome.js';
import { today, type Setting } from './setting.js';
import { bringToMarket } from './standing.js';

/** What the page of a reminder's link shows to whoever holds it: what the mail told. */
export interface ListingToConfirm {
  readonly title: string;
  readonly side: Side;
  /** The last day unless it is confirmed again; none where it ends of itself by then. */
  readonly confirmBy: Day | undefined;
  /** Somebody has confirmed it since. */
  readonly confirmed: boolean;
}

/** States in which a listing can be said to be true; a paused one is resumed, which says it as well. */
const CONFIRMABLE: readonly ListingState[] = ['ACTIVE', 'FULFILLED', 'EXPIRED'];

/** What is written when a firm says that a listing with these terms is true now. */
export const confirmedNow = (
  setting: Setting,
  { quantity, availableUntil }: Pick<ListingTerms, 'quantity' | 'availableUntil'>,
): Confirmed => {
  const at = setting.clock();
  return { at, by: lastDayToConfirm(dayInOslo(at), quantity.per, availableUntil) };
};

/**
 * Says that a listing is still true; one that has faded is on the market again. Call with it locked.
 *
 * @returns the conflict where saying so cannot keep it
 */
export async function confirm(
  tx: Tx,
  setting: Setting,
  listing: StoredListing,
): Promise<Outcome<{ readonly listingId: string }>> {
  const { id, state, terms, firm } = listing;
  if (state === 'PAUSED') return conflict('The listing is paused; resume it, which confirms it as well.');
  if (!CONFIRMABLE.includes(state)) return conflict(`A listing that is ${state} cannot be confirmed.`);
  if (terms.availableUntil !== undefined && terms.availableUntil < today(setting))
    return conflict('Its last day has passed; revise it with a later one.');
  await tx.listings.confirm(id, confirmedNow(setting, terms));
  if (state === 'EXPIRED') {
    await tx.listings.setState(id, listing.remaining.isZero() ? 'FULFILLED' : 'ACTIVE');
    await bringToMarket(tx, setting, [id]);
    await tx.jobs.request([tellWatches(id)]);
  }
  await tx.events.append({ type: 'listingConfirmed', firmId: firm.id, listingId: id });
  return done({ listingId: id });
}

/**
 * A link for the mail of a reminder: what is kept of it cannot be turned back, so each mail makes its own.
 *
 * @param webUrl where the page of the installation is
 * @returns undefined where there is nothing to confirm
 */
export async function confirmationLink(
  tx: Tx,
  setting: Setting,
  listingId: string,
  webUrl: string,
): Promise<{ readonly link: string; readonly dueOn: Day } | undefined> {
  const listing = await tx.listings.byId(listingId);
  if (listing?.confirmBy === undefined || !CONFIRMABLE.includes(listing.state)) return undefined;
  const dueOn = listing.confirmBy;
  const [expiresAt, now] = [endOfOsloDay(lastDayOfLink(dueOn)), setting.clock()];
  if (expiresAt <= now) return undefined;
  const { token, tokenHash } = newLinkToken();
  await tx.reminders.insertLink(tokenHash, { listingId, dueOn, expiresAt }, now);
  return { link: pageLink(webUrl, 'confirm-listing', token), dueOn };
}

/**
 * Confirming from a reminder's mail, without signing in. A link confirms one listing and tells nothing but what its
 * mail told. One that is unknown, over, or of a listing that was paused or withdrawn is not found, whichever it is.
 */
export class ConfirmationsService {
  constructor(private readonly setting: Setting) {}

  /** Changes nothing. Undefined where the link leads nowhere. */
  preview(token: string): Promise<ListingToConfirm | undefined> {
    return this.setting.store.read(SYSTEM, async (tx) => {
      const link = await this.linkOf(tx, token);
      const listing = link && (await tx.listings.byId(link.listingId));
      return listing && link && shownOf(link, listing);
    });
  }

  /** Safe to repeat: what has been confirmed since stays as it is. */
  confirmByLink(token: string): Promise<Outcome<ListingToConfirm>> {
    return this.setting.store.transaction(SYSTEM, async (tx) => {
      const link = await this.linkOf(tx, token);
      if (link === undefined) return notFound('link');
      await tx.listings.lock([link.listingId]);
      const listing = await tx.listings.byId(link.listingId);
      const shown = listing && shownOf(link, listing);
      if (listing === undefined || shown === undefined) return notFound('link');
      if (shown.confirmed) return done(shown);
      const outcome = await confirm(tx, this.setting, listing);
      if (!outcome.ok) return outcome;
      const { by: confirmBy } = confirmedNow(this.setting, listing.terms);
      return done({ ...shown, confirmBy, confirmed: true });
    });
  }

  private async linkOf(tx: Tx, token: string): Promise<ConfirmationLink | undefined> {
    if (!isLinkToken(token)) return undefined;
    const link = await tx.reminders.link(hashOf(token));
    return link !== undefined && link.expiresAt > this.setting.clock() ? link : undefined;
  }
}

function shownOf(
  link: ConfirmationLink,
  { state, terms, confirmBy }: StoredListing,
): ListingToConfirm | undefined {
  const confirmed = confirmBy !== link.dueOn;
  // One that has faded again, or ended of itself, since it was confirmed is another reminder's.
  if (!CONFIRMABLE.includes(state) || (confirmed && state === 'EXPIRED')) return undefined;
  return { title: terms.title, side: terms.side, confirmBy, confirmed };
}
