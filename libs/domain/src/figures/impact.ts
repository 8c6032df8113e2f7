import { termsOf, type Terms } from '../effects/terms.js';
import { wasteStepOf, type WasteStep } from '../effects/waste-step.js';
import type { Material } from '../material/material.js';
import type { Rules } from '../matching/assess.js';
import type { Decimal } from '../quantity/decimal.js';
import { bridge, convert, fromBase, kindOf } from '../quantity/unit.js';
import { flowIn, type Summed } from './fold.js';

/** What an entry, or a sum of entries of one exchange, changes; every amount signed as the entry is. */
export interface Impact {
  readonly step: WasteStep;
  /** Tonnes that did not become waste; undefined for what is no waste, and for what nothing weighs. */
  readonly wasteT: Decimal | undefined;
  /** Whether it goes to landfill when nobody takes it. */
  readonly wouldBeLandfilled: boolean;
  readonly co2e: Terms;
  /** At the prices of the price set, so that no agreed price is in it. */
  readonly nok: Terms;
  /** MWh of heat, power or fuel that need not be made; undefined where the use is told in another unit. */
  readonly energyMWh: Decimal | undefined;
  /** m3 of fresh water that need not be taken; undefined where the use is no water. */
  readonly freshWaterM3: Decimal | undefined;
}

const LANDFILL = 'disposal:landfill';
const SEAWATER = 'seawater';

/**
 * Effects of one exchange's entries. What they displace is the amount times the substitution ratio, which quality loss
 * makes less than one. Energy and water are told only where the use itself is measured in them: the factor set says
 * nothing of the energy or the water it takes to make a material.
 *
 * @param summed amount in base units of the by-product's own kind, of any sign; every result is linear in it
 * @throws Error when it names a material that is not in the tree
 * @example impactOf(hundredTonnesOfSlag, rules).wasteT?.toString() // '100'
 */
export function impactOf(summed: Summed, rules: Rules): Impact {
  const flow = flowIn(summed, rules);
  const { byProduct, input } = flow;
  const step = wasteStepOf(summed.exchange, rules.materials);
  const displaced = fromBase(summed.amountBase, byProduct.unit).times(summed.exchange.ratio);
  const isFresh = input.class === 'water' && !rules.materials.pathToRoot(input.code).includes(SEAWATER);
  return {
    step,
    wasteT: step === 'NOT_WASTE' ? undefined : tonnesOf(summed.amountBase, byProduct),
    wouldBeLandfilled: byProduct.disposalFactor?.startsWith(LANDFILL) ?? false,
    co2e: termsOf(flow, rules.factors),
    nok: termsOf(flow, rules.prices),
    energyMWh: kindOf(input.unit) === 'energy' ? convert(displaced, input.unit, 'MWh') : undefined,
    freshWaterM3: isFresh ? convert(displaced, input.unit, 'm3') : undefined,
  };
}

const tonnesOf = (base: Decimal, material: Material): Decimal | undefined =>
  bridge(base, kindOf(material.unit), 'mass', material)?.div(1000);
