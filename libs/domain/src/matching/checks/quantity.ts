import { failed, passed, type Check, type Pair } from './result.js';

/**
 * Whether both sides have something left to move.
 *
 * @example quantityCheck(pair).result // 'PASS'
 */
export function quantityCheck({ offer, need }: Pick<Pair, 'offer' | 'need'>): Check {
  const some = offer.yearlyBase.max > 0 && need.yearlyBase.max > 0;
  return some
    ? passed('quantity', 'both sides have an amount left')
    : failed('quantity', `nothing remains of the ${offer.yearlyBase.max > 0 ? 'need' : 'offer'}`);
}
