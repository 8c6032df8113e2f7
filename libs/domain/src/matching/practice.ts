import type { Material, MaterialBase } from '../material/material.js';

/** What a side counts for when the data say nothing of its industry either way. */
export const NOT_SAID = 0.5;

/**
 * How usual it is that these industries give and take this stream: half for the giver's division, half for the
 * taker's, as the material base lists them for the by-product, for the input and for what stands above them.
 *
 * @param giver, taker NACE Rev. 2 divisions, two digits
 * @returns 0 (neither is known for it) to 1 (both are); half of a side's part where its node lists no industry
 * @example practiceOf(base, slag, gravel, '24', '23') // 1
 */
export const practiceOf = (
  base: MaterialBase,
  byProduct: Material,
  input: Material,
  giver: string,
  taker: string,
): number => givingOf(base, byProduct, giver) / 2 + takingOf(base, byProduct, input, taker) / 2;

/**
 * The giver's part of it, 0 to 1.
 *
 * @example givingOf(base, slag, '24') // 1
 */
export const givingOf = (base: MaterialBase, byProduct: Material, division: string): number =>
  known(divisionsOf(base, byProduct, 'givers'), division);

/** An industry that buys the input, but is not known for taking this stream in its place, counts for less. */
export const BUYER = 0.7;

/**
 * The taker's part of it, 0 to 1: known for taking the by-product, or for buying the input that it replaces.
 *
 * @example takingOf(base, slag, gravel, '42') // 0.7
 */
export const takingOf = (
  base: MaterialBase,
  byProduct: Material,
  input: Material,
  division: string,
): number => {
  const taker = known(divisionsOf(base, byProduct, 'takers'), division);
  return byProduct === input
    ? taker
    : Math.max(taker, BUYER * known(divisionsOf(base, input, 'takers'), division));
};

const known = (divisions: readonly string[], division: string): number => {
  if (divisions.length === 0) return NOT_SAID;
  return divisions.includes(division) ? 1 : 0;
};

/**
 * Divisions listed for a node, or for the nearest node above it that lists any.
 *
 * @example divisionsOf(base, copperSlag, 'givers') // ['24']
 */
export function divisionsOf(
  base: MaterialBase,
  material: Material,
  side: 'givers' | 'takers',
): readonly string[] {
  const listing = base.pathToRoot(material.code).find((code) => (base.get(code)?.[side].length ?? 0) > 0);
  return listing === undefined ? [] : (base.get(listing)?.[side] ?? []);
}
