import type { Decimal } from '../quantity/decimal.js';
import type { FoldedFigure } from './fold.js';

/** Half of an exchange is the giver's and half the taker's, unless the two agree otherwise. */
const EACH = 2;

/**
 * Each firm's part of a sum, so that all parts make the sum once: of every exchange half to each of its two parties. The
 * Circular Footprint Formula of the Union divides between supplier and user by a factor of 0.2, 0.5 or 0.8, so that they
 * do not both claim the whole (docs.maalbar.dk/concepts/cff); 0.5 is the one that favours neither.
 *
 * @param shares in which every exchange counts in full for both its parties, see `sharesOf`
 * @example attributedShares({ shares: new Map([['a', new Decimal(5)], ['b', new Decimal(5)]]) }).get('a')?.toString() // '2.5'
 */
export const attributedShares = ({ shares }: Pick<FoldedFigure, 'shares'>): ReadonlyMap<string, Decimal> =>
  new Map([...shares].map(([firmId, share]) => [firmId, share.div(EACH)]));
