import { Decimal } from '../quantity/decimal.js';

/** What passes through a product or a firm, all in one unit of mass. */
export interface MaterialPassing {
  /** M, above 0. */
  readonly mass: Decimal;
  /** V: of it neither reused nor recycled nor from sustained growth, 0 to M. */
  readonly virgin: Decimal;
  /** W0: what is burned, filled or disposed of. */
  readonly lost: Decimal;
  /** WC: lost in recycling what was collected; 0 where nothing is known of it. */
  readonly lostInRecycling?: Decimal | undefined;
  /** WF: lost in making the recycled feedstock; 0 where nothing is known of it. */
  readonly lostInFeedstock?: Decimal | undefined;
  /** X: lifetime and intensity of use over those of the industry; 1 where nothing is known of them. */
  readonly utility?: Decimal | undefined;
}

export interface MaterialCircularity {
  /** W = W0 + (WF + WC) / 2. */
  readonly waste: Decimal;
  /** LFI, 1 for what is all virgin and all lost. */
  readonly linearFlow: Decimal;
  /** MCI, from 0 to 1. */
  readonly indicator: Decimal;
}

/** The F(X) of a product that is used as long as its industry's: then a wholly linear one has 0.1, and a worse one 0. */
const AVERAGE_USE = '0.9';

/**
 * Material Circularity Indicator: LFI = (V + W) / (2M + (WF − WC) / 2), MCI = 1 − LFI · 0.9 / X, never below 0. Ellen
 * MacArthur Foundation and Granta Design, "Circularity Indicators: an approach to measuring circularity, methodology"
 * (2015, revised 2019).
 *
 * @throws RangeError when there is no mass, or no use
 * @example materialCircularity({ mass: new Decimal(100), virgin: new Decimal(60), lost: new Decimal(20) }).indicator.toString() // '0.64'
 */
export function materialCircularity(passing: MaterialPassing): MaterialCircularity {
  const nothing = new Decimal(0);
  const { mass, virgin, lost, lostInRecycling = nothing, lostInFeedstock = nothing } = passing;
  const { utility = new Decimal(1) } = passing;
  if (!mass.gt(0) || !utility.gt(0)) throw new RangeError('Mass and utility must be above 0.');
  const waste = lost.plus(lostInFeedstock.plus(lostInRecycling).div(2));
  const linearFlow = virgin
    .plus(waste)
    .div(mass.times(2).plus(lostInFeedstock.minus(lostInRecycling).div(2)));
  const indicator = new Decimal(1).minus(linearFlow.times(AVERAGE_USE).div(utility));
  return { waste, linearFlow, indicator: Decimal.max(0, indicator) };
}
