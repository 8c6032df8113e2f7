import type { Material } from '../../material/material.js';
import type { ListingFacts } from '../facts.js';
import { failed, ofGiver, ofTaker, open, passed, type Check, type Pair } from './result.js';
import { mayBeWaste, wasteStatusOf } from './waste-status.js';

/** What is eaten, or spread where food grows, may not come from hazardous waste (Reg. (EC) 767/2009 annex III). */
const MUST_BE_CLEAN = new Set(['food_organic', 'organic_sludge', 'water']);
/** The same for every input that is held to a rule on feed, food, fertiliser or drinking water. */
const CLEAN_RULES = ['fertiliser', 'feed', 'food', 'drinking-water'];

const mustBeClean = (material: Material): boolean =>
  MUST_BE_CLEAN.has(material.class) || material.legal.some((one) => CLEAN_RULES.includes(one));

/**
 * Whether hazardous waste may serve the use, and whether it is hazardous at all. Not asked of what is never waste, nor
 * of a by-product without a code.
 *
 * @example hazardCheck(pair)[0]?.detail // 'stated under a non-hazardous waste code'
 */
export function hazardCheck({ offer, need }: Pick<Pair, 'offer' | 'need'>): readonly Check[] {
  if (offer.hazardous === true) return [hazardousCheck(offer, need)];
  if (offer.hazardous === false) return [passed('hazard', 'stated under a non-hazardous waste code')];
  if (!mayBeWaste(offer.material) || wasteStatusOf(offer) === 'BY_PRODUCT') return [];
  const twin = offer.material.legal.includes('hazardous-twin');
  const why = twin
    ? 'no waste code stated, and its content decides whether it is hazardous'
    : 'no waste code stated';
  return [open('hazard', `${why}; the giver can name it`, [ofGiver('wasteCode')])];
}

function hazardousCheck(offer: ListingFacts, need: ListingFacts): Check {
  if (mustBeClean(need.material)) {
    return failed('hazard', `hazardous waste cannot serve as ${need.material.labels.en}`);
  }
  if (wasteStatusOf(offer) === 'BY_PRODUCT') {
    return passed(
      'hazard',
      'hazardous content in a by-product: REACH and CLP apply instead of the waste rules',
    );
  }
  return need.permits === undefined
    ? open('hazard', 'hazardous waste: the taker can show a permit for its code', [ofTaker('permit')])
    : passed('hazard', 'hazardous waste may serve here; the permit decides, and it must be declared');
}
