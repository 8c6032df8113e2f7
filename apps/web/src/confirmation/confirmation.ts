import { answered, failed, type Answer } from '../shared/answer.js';
import { arrived } from '../shared/arrived.js';
import { ask } from '../shared/graphql.js';
import { ConfirmListingByLink, ListingToConfirm as ListingToConfirmDocument } from './confirmation.graphql';

export interface ListingToConfirm {
  readonly title: string;
  readonly side: 'OFFER' | 'NEED';
  readonly confirmBy: string | null;
  readonly confirmed: boolean;
}

export const toConfirm = (): string | undefined =>
  arrived.path === '/confirm-listing' ? arrived.token : undefined;

export async function askListing(
  token: string,
  signal: AbortSignal,
): Promise<Answer<ListingToConfirm | null>> {
  const answer = await ask(undefined, ListingToConfirmDocument, { token }, signal);
  return answer.is === 'answered' ? answered(answer.data.listingToConfirm) : answer;
}

/** Answered with the listing as it stands now; else what the server says is wrong. */
export async function confirmListing(token: string): Promise<Answer<ListingToConfirm>> {
  const answer = await ask(undefined, ConfirmListingByLink, { token });
  if (answer.is !== 'answered') return answer;
  const outcome = answer.data.confirmListingByLink;
  return 'message' in outcome ? failed(outcome.message) : answered(outcome.listing);
}
