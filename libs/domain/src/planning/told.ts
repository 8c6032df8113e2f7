import { bandOf, type Range } from '../quantity/range.js';
import type { ListingPrice } from './planned.js';

/**
 * The amount that a firm is told of its part in a plan. A planned amount often is what the other side has left, so where
 * the two do not know each other's amounts it is the lower end of its band (1, 2, 5, 10 …): as much as a match tells
 * anyway, and an amount that surely fits.
 *
 * @param amount own units a year, above 0
 * @param bothExact whether each side may know the other's amounts exactly before anything is agreed
 * @example toldAmount(340, false) // 200
 */
export const toldAmount = (amount: number, bothExact: boolean): number =>
  bothExact ? amount : bandOf(amount).min;

export const PRICE_HINT_KINDS = Object.freeze(['OUTBID', 'SCARCE'] as const);
export type PriceHintKind = (typeof PRICE_HINT_KINDS)[number];

/** What a firm is told of its own listing in a plan: in bands, for the price is made of others' places and amounts. */
export interface PriceHint {
  /** OUTBID: some of it is left, for another is worth so much more. SCARCE: one more unit would bring so much. */
  readonly kind: PriceHintKind;
  /** Per own unit of the listing's material, in what the plan aims at. */
  readonly by: Range;
}

/** Nobody acts on less than this per unit, and its band would tell a place to the kilometre. */
const LEAST_TOLD = 1;

/**
 * What a firm is told of its own listing, if there is anything to tell.
 *
 * @example priceHint({ used: 0, worth: 0, outbidBy: 14 }) // { kind: 'OUTBID', by: { min: 10, max: 20 } }
 */
export function priceHint({ worth, outbidBy }: ListingPrice): PriceHint | undefined {
  if (outbidBy !== undefined) return hint('OUTBID', outbidBy);
  return worth > 0 ? hint('SCARCE', worth) : undefined;
}

const hint = (kind: PriceHintKind, by: number): PriceHint => ({
  kind,
  by: by < LEAST_TOLD ? { min: 0, max: LEAST_TOLD } : bandOf(by),
});
