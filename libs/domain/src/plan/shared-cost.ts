import type { Decimal } from '../quantity/decimal.js';

/**
 * What each of two pays when they do together what each could do alone: the Shapley value of the game of two (Shapley
 * 1953, "A value for n-person games"). Each pays what it would alone less half of what is saved, which for two is also the
 * nucleolus and the equal-gains rule of joint transport (Guajardo & Rönnqvist 2016, Int. Trans. Oper. Res. 23). Nobody
 * pays more than alone, and the two payments add up to the cost.
 *
 * @param alone cost of each alone, any unit
 * @param together cost of both together, no more than the sum of the two
 * @throws RangeError when together costs more than apart: then there is nothing to share
 * @example sharedCost([new Decimal(100), new Decimal(60)], new Decimal(120)).map(String) // ['80', '40']
 */
export function sharedCost(
  alone: readonly [Decimal, Decimal],
  together: Decimal,
): readonly [Decimal, Decimal] {
  const saved = alone[0].plus(alone[1]).minus(together);
  if (saved.lt(0)) throw new RangeError('Together costs more than apart');
  const first = alone[0].minus(saved.div(2));
  // The rest, not the second half: the two add up to the last digit.
  return [first, together.minus(first)];
}
