import { byProductCheck } from './checks/by-product.js';
import { hazardCheck } from './checks/hazard.js';
import { kindCheck } from './checks/kind.js';
import { lotCheck } from './checks/lot.js';
import { permitCheck } from './checks/permit.js';
import { propertyChecks } from './checks/property.js';
import { quantityCheck } from './checks/quantity.js';
import { reachCheck } from './checks/reach.js';
import type { Check, Pair } from './checks/result.js';
import { simultaneityCheck } from './checks/simultaneity.js';
import { windowCheck } from './checks/window.js';

export type { Check, CheckResult, MissingFact, Pair, RemedyKind } from './checks/result.js';
export { reachOf } from './checks/reach.js';
export { overlapOf } from './checks/simultaneity.js';

/**
 * Every hard condition that applies to the pair, in a fixed order: amounts, place and time, law, then properties by
 * name. Three-valued: PASS and FAIL are certain on the facts given, UNKNOWN names the facts that would settle it.
 *
 * @param pair offer and need as one viewer may know them, exact or banded
 * @returns only the conditions that are asked of the pair; none depends on the order of its rows
 * @example checksOf(pair).map((one) => one.name) // ['quantity', 'reach', 'window', 'hazard', 'legal']
 */
export const checksOf = (pair: Pair): readonly Check[] => [
  ...kindCheck(pair),
  quantityCheck(pair),
  ...lotCheck(pair),
  reachCheck(pair),
  windowCheck(pair),
  ...simultaneityCheck(pair),
  ...hazardCheck(pair),
  ...permitCheck(pair),
  ...byProductCheck(pair),
  ...propertyChecks(pair),
];
