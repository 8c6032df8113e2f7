import type { ListingFacts } from '../facts.js';
import { questions } from './permit.js';
import { ofGiver, ofTaker, open, passed, type Check, type MissingFact, type Pair } from './result.js';
import { covers, isNeverWaste, mayBeWaste, wasteStatusOf } from './waste-status.js';

/**
 * Whether the stream moves as a by-product or as waste: the four questions of forurensningsloven § 27 second paragraph
 * and Directive 2008/98/EC Art. 5(1). Neither answer stops a match; not knowing does not either, but it asks. Not
 * asked of what is never waste, such as heat and gases.
 *
 * @example byProductCheck(pair)[0]?.detail // 'by-product, not waste: all four questions are answered yes'
 */
export function byProductCheck({ offer, need }: Pick<Pair, 'offer' | 'need'>): readonly Check[] {
  if (!isAsked(offer)) return [];
  const status = wasteStatusOf(offer);
  if (status === 'BY_PRODUCT') {
    return [passed('legal', 'by-product, not waste: all four questions are answered yes')];
  }
  const permitted = offer.wasteCode !== undefined && covers(need.permits ?? [], offer.wasteCode);
  if (permitted)
    return [passed('legal', 'moves as waste under its code, for which the taker has permission')];
  const refused = Object.values(offer.byProductTest ?? {}).includes(false);
  return [refused ? wasteCheck(offer, need) : unanswered(offer)];
}

const isAsked = ({ material, wasteCode }: ListingFacts): boolean =>
  mayBeWaste(material) || (wasteCode !== undefined && !isNeverWaste(material));

/** What fails the test is waste: its movement is lawful with permit and declaration, so the permit decides. */
function wasteCheck(offer: ListingFacts, need: ListingFacts): Check {
  const asks: MissingFact[] = [];
  if (offer.wasteCode === undefined) asks.push(ofGiver('wasteCode'));
  if (need.permits === undefined) asks.push(ofTaker('permit'));
  const [first, ...rest] = asks;
  return first === undefined
    ? passed('legal', 'waste, not a by-product: permit and declaration apply')
    : open('legal', 'waste, not a by-product: permit and declaration apply', [first, ...rest]);
}

function unanswered(offer: ListingFacts): Check {
  const asks = questions(offer);
  const left = `${asks.length} of 4 questions of the by-product test are unanswered`;
  return open('legal', `by-product or waste: ${left}`, asks);
}
