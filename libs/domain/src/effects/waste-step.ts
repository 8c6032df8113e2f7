import type { Exchange } from '../ledger/entry.js';
import type { MaterialBase } from '../material/material.js';
import { kindOf } from '../quantity/unit.js';

/**
 * Where a use stands in the waste hierarchy (Directive 2008/98/EC art. 4), best first. NOT_WASTE is what the directive
 * leaves out: heat and power, gases let out into the air (art. 2(1)(a)) and waste waters (art. 2(2)(a)).
 */
export const WASTE_STEPS = Object.freeze([
  'REUSE',
  'RECYCLING',
  'ENERGY_RECOVERY',
  'FILL',
  'NOT_WASTE',
] as const);
export type WasteStep = (typeof WASTE_STEPS)[number];

const OUTSIDE: ReadonlySet<string> = new Set(['co2', 'gas', 'water']);

/** Uses of a thing as the thing it was made to be (art. 3(13)). */
export const USED_AGAIN = Object.freeze([
  'reusable-packaging',
  'used-equipment',
  'building-components',
  'reuse-timber',
  'reuse-clothing',
]);
/** What may be done to it first: checking, cleaning or repairing (art. 3(16)). More makes it recycling. */
const CLEANED: ReadonlySet<string> = new Set([
  'none',
  'treatment:none',
  'treatment:sort',
  'treatment:wash',
  'treatment:wash-packaging',
]);

/** Uses as fuel, and making of fuel, which is no recycling either (art. 3(17)). */
export const BURNED = Object.freeze([
  'waste-fuel',
  'biomass-fuel',
  'pellet-feed',
  'sinter-fuel',
  'biogas-substrate',
  'biodiesel-feedstock',
]);
/** Backfilling, which is no recycling (art. 3(17a)), and cover. */
export const FILLED = Object.freeze(['fill-material']);

/**
 * The step of the hierarchy that a use of a by-product stands on, from what it serves as and how it is treated. In doubt
 * the lower one: making gas of organic waste is energy recovery here, although the Union counts it as recycling where
 * the digestate goes back to the soil (Decision (EU) 2019/1004 art. 4), for no entry tells that it does.
 *
 * @throws Error when a material is not in the tree
 * @example wasteStepOf({ byProductCode: 'copper-slag', inputCode: 'gravel', treatment: 'treatment:crush' }, materials) // 'RECYCLING'
 */
export function wasteStepOf(
  { byProductCode, inputCode, treatment }: Pick<Exchange, 'byProductCode' | 'inputCode' | 'treatment'>,
  materials: MaterialBase,
): WasteStep {
  const byProduct = materials.get(byProductCode);
  const input = materials.get(inputCode);
  if (byProduct === undefined || input === undefined)
    throw new Error(`Not in the material tree: ${byProductCode}, ${inputCode}`);
  const kind = kindOf(byProduct.unit);
  if (kind === 'energy' || kind === 'gas_volume' || OUTSIDE.has(byProduct.class)) return 'NOT_WASTE';
  const path = materials.pathToRoot(inputCode);
  const serves = (uses: readonly string[]): boolean => path.some((code) => uses.includes(code));
  if (serves(FILLED)) return 'FILL';
  if (serves(BURNED) || kindOf(input.unit) === 'energy') return 'ENERGY_RECOVERY';
  return serves(USED_AGAIN) && CLEANED.has(treatment) ? 'REUSE' : 'RECYCLING';
}
