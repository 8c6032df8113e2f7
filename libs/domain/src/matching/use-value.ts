import type { PriceSet } from '../effects/price-set.js';
import type { Material, MaterialLink } from '../material/material.js';

/** NOK per own unit at which a use counts half: about what sorting and moving a tonne once costs. Own judgement. */
const HALF_NOK = 500;
/** A use that has no price yet is neither good nor bad. */
const NOT_PRICED = 0.5;

/**
 * How good a use this is for the stream, 0 to 1: what it saves in NOK per own unit before the road, avoided purchase
 * and disposal less treatment, on a scale that flattens. It puts the zinc of a dust before its grains as road base:
 * highest use first is what facilitators look for (waste hierarchy, Directive 2008/98/EC Art. 4). The road is left
 * out, because the distance has a term of its own.
 *
 * @returns 0 where it saves nothing, one half at 500 NOK, towards 1 for metals; one half where nothing is priced
 * @example useValueOf(link, slag, gravel, prices).toFixed(2) // '0.43'
 */
export function useValueOf(
  link: MaterialLink,
  byProduct: Material,
  input: Material,
  prices: PriceSet,
): number {
  const priceOf = (key: string | undefined): number | undefined =>
    key === undefined ? undefined : prices.get(key)?.value.toNumber();
  const bought = priceOf(link.displaces ?? input.productionFactor);
  if (bought === undefined) return NOT_PRICED;
  const treated = link.treatment === 'none' ? 0 : (priceOf(link.treatment) ?? 0);
  const saved = bought * link.ratio + (priceOf(byProduct.disposalFactor) ?? 0) - treated;
  return saved <= 0 ? 0 : saved / (saved + HALF_NOK);
}
