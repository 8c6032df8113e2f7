import type { ListingFacts } from '../facts.js';
import {
  failed,
  ofGiver,
  ofTaker,
  open,
  passed,
  type Asks,
  type Check,
  type MissingFact,
  type Pair,
} from './result.js';
import { covers, unansweredOf, wasteStatusOf } from './waste-status.js';

/**
 * Whether the taker may receive the waste under its code (forurensningsloven § 29; for the hazardous also
 * avfallsforskriften chapter 11). Asked only of what is stated to be waste: a by-product needs no permit, and without
 * a code the check on hazard asks for one.
 *
 * @example permitCheck(pair)[0]?.result // 'FAIL'
 */
export function permitCheck({ offer, need }: Pick<Pair, 'offer' | 'need'>): readonly Check[] {
  const status = wasteStatusOf(offer);
  const code = offer.wasteCode;
  if (status === 'BY_PRODUCT' || (code === undefined && offer.hazardous !== true)) return [];
  const asks = lacking(offer, need);
  if (asks !== undefined) {
    const what = offer.hazardous === true ? 'hazardous waste' : 'waste';
    return [open('permit', `${what}: the permit of the taker for its code would decide`, asks)];
  }
  if (covers(need.permits ?? [], code ?? '')) {
    return [passed('permit', `the taker has permission for waste code ${code}`)];
  }
  const missing = `the taker has stated no permission for waste code ${code}`;
  return status === 'OPEN'
    ? [open('permit', `${missing}, but as a by-product it needs none`, questions(offer))]
    : [failed('permit', `${missing}; the authority decides on a wider permission`)];
}

function lacking(offer: ListingFacts, need: ListingFacts): Asks | undefined {
  const asks: MissingFact[] = [];
  if (need.permits === undefined) asks.push(ofTaker('permit'));
  if (offer.wasteCode === undefined) asks.push(ofGiver('wasteCode'));
  const [first, ...rest] = asks;
  return first && [first, ...rest];
}

/** The questions of the by-product test that the giver has left open, as facts to ask for. */
export function questions({ byProductTest }: ListingFacts): Asks {
  const [first, ...rest] = unansweredOf(byProductTest).map((one) => ofGiver(`byProductTest.${one}`));
  return first === undefined ? [ofGiver('byProductTest')] : [first, ...rest];
}
