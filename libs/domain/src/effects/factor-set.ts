import type { Decimal } from '../quantity/decimal.js';

/** How far a factor can be trusted: read in its source, in a secondary one, or an estimate. */
export type Trust = 'high' | 'medium' | 'low';

/** One emission factor with where it comes from; kg CO2e per `unit`, well-to-wheel. */
export interface Factor {
  readonly key: string;
  readonly kind: 'production' | 'disposal' | 'transport' | 'energy' | 'treatment';
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly unit: string;
  readonly source: string;
  readonly year: number;
  readonly trust: Trust;
}

/** A named, frozen version of all factors: every result says which one it was reckoned with. */
export interface FactorSet {
  readonly id: string;
  readonly get: (key: string) => Factor | undefined;
  readonly all: readonly Factor[];
}

/**
 * Builds a set under its name.
 *
 * @throws Error when a key stands twice: two values for one thing are none
 * @example buildFactorSet('2026-1', [crushing]).get('treatment:crush')?.value.toString() // '1.5'
 */
export function buildFactorSet(id: string, factors: readonly Factor[]): FactorSet {
  const byKey = new Map(factors.map((one) => [one.key, one]));
  if (byKey.size !== factors.length) throw new Error(`Factor set ${id}: a key stands twice`);
  return Object.freeze({ id, get: (key: string) => byKey.get(key), all: factors });
}

export const TRUCK_FACTOR = 'transport:truck-articulated';
