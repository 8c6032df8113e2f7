import type { NegotiationThreadQuery, ProposalStep, SentTermsFragment } from '#operations';

type ThreadMatch = NonNullable<NegotiationThreadQuery['match']>;

/** A negotiation as the viewer's side sees it. */
export interface Deal {
  readonly matchId: string;
  /** The viewer's own listing. */
  readonly own: ThreadMatch['offer'];
  /** The other side's name, or what it is called while that is hidden. */
  readonly others: string;
  /** What could move in a year. */
  readonly quantity: ThreadMatch['quantity'];
}

/** What the viewer is about to do. */
export type Step =
  | { readonly name: 'PROPOSE'; readonly proposal?: undefined }
  | { readonly name: ProposalStep; readonly proposal: SentTermsFragment };
