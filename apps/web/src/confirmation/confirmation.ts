import { answered, failed, type Answer } from '../shared/answer.js';
import { arrived } from '../shared/arrived.js';
import { ask, operation } from '../shared/graphql.js';

export interface ListingToConfirm {
  readonly title: string;
  readonly side: 'OFFER' | 'NEED';
  readonly confirmBy: string | null;
  readonly confirmed: boolean;
}

interface ByToken {
  readonly token: string;
}

const LISTING = operation<{ readonly listingToConfirm: ListingToConfirm | null }, ByToken>(
  'ListingToConfirm',
);

const CONFIRM = operation<
  {
    readonly confirmListingByLink: {
      readonly listing?: ListingToConfirm;
      readonly message?: string;
    };
  },
  ByToken
>('ConfirmListingByLink');

export const toConfirm = (): string | undefined =>
  arrived.path === '/confirm-listing' ? arrived.token : undefined;

export async function askListing(
  token: string,
  signal: AbortSignal,
): Promise<Answer<ListingToConfirm | null>> {
  const answer = await ask(undefined, LISTING, { token }, signal);
  return answer.is === 'answered' ? answered(answer.data.listingToConfirm) : answer;
}

/** Answered with the listing as it stands now; else what the server says is wrong. */
export async function confirmListing(token: string): Promise<Answer<ListingToConfirm>> {
  const answer = await ask(undefined, CONFIRM, { token });
  if (answer.is !== 'answered') return answer;
  const { listing, message } = answer.data.confirmListingByLink;
  return listing === undefined ? failed(message ?? 'The answer was empty.') : answered(listing);
}
