import { commitmentOn, type Term } from '../agreement/commitment.js';
import type { Day } from '../calendar/day.js';
import type { Quantity } from '../listing/listing.js';
import { quantityProblems } from '../listing/publishable.js';
import type { Material } from '../material/material.js';
import { problem, type Problem } from '../problem.js';
import { plain, type Decimal } from '../quantity/decimal.js';

/** What one party offers the other on a match. */
export interface ProposalTerms extends Term {
  readonly quantity: Quantity;
  readonly price?: Decimal | undefined;
  readonly currency: string;
  readonly transportMode?: string | undefined;
  readonly note?: string | undefined;
  /** The exchange began before it was written down; only then may startsOn lie in the past. */
  readonly retrospective: boolean;
}

/** One side of the match as far as an agreement draws on it. */
export interface DrawnListing {
  readonly quantity: Quantity;
  readonly remaining: Decimal;
  readonly material: Material;
}

export interface Draw {
  readonly fromOffer: Decimal;
  readonly fromNeed: Decimal;
}

/**
 * What is wrong with the terms themselves, whatever is left of the listings.
 *
 * @param today day in Europe/Oslo; starting today is allowed
 * @example termsProblems(soundTerms, '2026-06-15') // []
 */
export function termsProblems(terms: ProposalTerms, today: Day): Problem[] {
  const found = quantityProblems(terms.quantity, 'input.quantity');
  if (terms.endsOn !== undefined && terms.endsOn < terms.startsOn) {
    found.push(problem('input.endsOn', `Must be on or after startsOn (${terms.startsOn}).`));
  }
  if (terms.startsOn < today && !terms.retrospective) {
    found.push(
      problem(
        'input.startsOn',
        `Must be today (${today}, Europe/Oslo) or later; set retrospective when the exchange began before it was written down.`,
      ),
    );
  }
  if (!/^[A-Z]{3}$/.test(terms.currency)) {
    found.push(problem('input.currency', 'Use a three-letter ISO 4217 code such as NOK.'));
  }
  return found;
}

export type DrawResult =
  | { readonly ok: true; readonly draw: Draw }
  | { readonly ok: false; readonly reason: 'unit' | 'open_end' | 'beyond'; readonly problem: Problem };

/**
 * What the terms would take from both listings, or why they cannot: asked when terms are sent, and again, with
 * both listings locked, when they are accepted.
 *
 * @param offer, need with what remains of each, in its own unit and period
 * @param terms without problems by {@link termsProblems}
 * @param ratio own units of the need's material per own unit of the by-product, above 0
 * @returns both draws, or the first reason: a unit that cannot be carried, a lot without an end, more than is left
 * @example drawOn(thousandTonnes, fourHundredTonnes, hundredTonnes, 1) // { ok: true, draw: 100 from either }
 */
export function drawOn(
  offer: DrawnListing,
  need: DrawnListing,
  terms: ProposalTerms,
  ratio: number,
): DrawResult {
  const fromOffer = commitmentOn(offer, terms.quantity, terms, offer.material, 1);
  const fromNeed = commitmentOn(need, terms.quantity, terms, offer.material, ratio);
  if (fromOffer === undefined || fromNeed === undefined) return undrawable(offer, need, terms);
  if (fromOffer.gt(offer.remaining)) return beyond('offer', offer, fromOffer);
  if (fromNeed.gt(need.remaining)) return beyond('need', need, fromNeed);
  return { ok: true, draw: { fromOffer, fromNeed } };
}

function undrawable(offer: DrawnListing, need: DrawnListing, terms: ProposalTerms): DrawResult {
  const lot = offer.quantity.per === 'ONCE' || need.quantity.per === 'ONCE';
  if (lot && terms.quantity.per !== 'ONCE' && terms.endsOn === undefined) {
    const found = problem('input.endsOn', 'A recurring amount of a single lot needs a last day.');
    return { ok: false, reason: 'open_end', problem: found };
  }
  const message = `${terms.quantity.unit} cannot be carried into ${offer.quantity.unit} for this material.`;
  return { ok: false, reason: 'unit', problem: problem('input.quantity.unit', message) };
}

function beyond(side: 'offer' | 'need', listing: DrawnListing, asked: Decimal): DrawResult {
  const { unit, per } = listing.quantity;
  const message =
    `The ${side} has ${plain(listing.remaining)} ${unit} per ${per.toLowerCase()} left; ` +
    `this would take ${plain(asked)}.`;
  return { ok: false, reason: 'beyond', problem: problem('input.quantity.value', message) };
}
