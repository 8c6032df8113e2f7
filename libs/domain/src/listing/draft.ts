import { problem, type Problem } from '../problem.js';
import type { Quantity, Side } from './listing.js';

/** A listing that its firm has not made up its mind about: only side and title are needed. */
export interface DraftTerms {
  readonly side: Side;
  readonly title: string;
  readonly description?: string | undefined;
  readonly siteId?: string | undefined;
  readonly materialCode?: string | undefined;
  readonly quantity?: Quantity | undefined;
  /** As it was said to somebody, before anybody weighed it. */
  readonly amountText?: string | undefined;
}

const MOST_TITLE = 200;

/**
 * What is wrong with a draft; whatever else a listing needs is asked when it is published.
 *
 * @example draftProblems({ side: 'OFFER', title: ' ' }).map((one) => one.path) // [['input', 'title']]
 */
export function draftProblems({ title, quantity }: DraftTerms): readonly Problem[] {
  return [
    ...(title.trim() === '' || title.length > MOST_TITLE
      ? [problem('input.title', `Name the stream in 1 to ${MOST_TITLE} characters.`)]
      : []),
    ...(quantity !== undefined && !quantity.value.gt(0)
      ? [problem('input.quantity.value', 'Give an amount above 0, or leave it out.')]
      : []),
  ];
}
