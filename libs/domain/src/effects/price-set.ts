import { buildFactorSet, type Factor, type FactorSet } from './factor-set.js';

/**
 * A named, frozen version of prices under the same keys as the factor set, NOK per the same unit: what the bought input
 * costs at the taker's gate (production, energy), what getting rid of the stream costs its giver (disposal, below
 * nothing where somebody pays for it), what treatment and haulage cost. `currency` keeps it from being taken for CO2e.
 */
export interface PriceSet extends FactorSet {
  readonly currency: 'NOK';
}

/**
 * Builds a price set under its name.
 *
 * @param rows low ≤ value ≤ high each, in a unit that begins with NOK
 * @throws Error when a key stands twice, a row is not in NOK, or a price lies outside its own range
 * @example buildPriceSet('prices-2026-1', [crushing]).get('treatment:crush')?.value.toString() // '25'
 */
export function buildPriceSet(id: string, rows: readonly Factor[]): PriceSet {
  const wrong = rows.find(
    ({ value, low, high, unit }) => low.gt(value) || value.gt(high) || !unit.startsWith('NOK '),
  );
  if (wrong !== undefined)
    throw new Error(`Price set ${id}: ${wrong.key} is not in NOK or outside its own range`);
  return Object.freeze({ ...buildFactorSet(id, rows), currency: 'NOK' as const });
}
