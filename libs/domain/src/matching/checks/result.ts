import type { MaterialLink } from '../../material/material.js';
import type { RoadDistance } from '../../place/distance.js';
import type { ListingFacts } from '../facts.js';

export type CheckResult = 'PASS' | 'FAIL' | 'UNKNOWN';

/** A fact that would settle a check, and the side that can state it. */
export interface MissingFact {
  /** Machine key: a property's name, `permit`, `wasteCode`, `monthlyProfile`, `place`, `byProductTest.lawfulUse` … */
  readonly fact: string;
  readonly of: 'GIVER' | 'TAKER';
}

/**
 * What kind of step would help: treat the material, split a lot, pool lots to a larger one, lift a temperature, or
 * shift in time by storing.
 */
export type RemedyKind = 'TREAT' | 'SPLIT' | 'POOL' | 'LIFT' | 'SHIFT';

/** A standard step that could cure what a check finds wrong. */
export interface Remedy {
  readonly kind: RemedyKind;
  /** Treatment key of the factor set, where the step has one. */
  readonly treatment?: string | undefined;
  readonly text: string;
}

/** One hard condition and how it came out; UNKNOWN asks for a fact, it never hides a match. */
export interface Check {
  readonly name: string;
  readonly result: CheckResult;
  readonly detail: string;
  /** The facts that would settle it: never empty when the result is UNKNOWN, absent otherwise. */
  readonly asks?: readonly MissingFact[];
  /** Where a standard step could cure it; a FAIL stays a FAIL all the same. */
  readonly remedy?: Remedy;
}

/** An offer and a need with what ties them, from the facts that one viewer may know. */
export interface Pair {
  readonly offer: ListingFacts;
  readonly need: ListingFacts;
  readonly link: MaterialLink;
  readonly distance: RoadDistance;
  /** Factor on the material's own reach while takers near by are few, 1 or more; 1 where absent. */
  readonly widening?: number | undefined;
}

/** At least one fact: a check that asks for nothing could never be settled. */
export type Asks = readonly [MissingFact, ...MissingFact[]];

export const ofGiver = (fact: string): MissingFact => ({ fact, of: 'GIVER' });
export const ofTaker = (fact: string): MissingFact => ({ fact, of: 'TAKER' });

/**
 * A condition that holds.
 *
 * @example passed('window', 'now on') // { name: 'window', result: 'PASS', detail: 'now on' }
 */
export const passed = (name: string, detail: string): Check => ({ name, result: 'PASS', detail });

/**
 * A condition that does not hold, with the step that would make it hold where there is one.
 *
 * @example failed('reach', 'too far') // { name: 'reach', result: 'FAIL', detail: 'too far' }
 */
export const failed = (name: string, detail: string, remedy?: Remedy): Check => ({
  name,
  result: 'FAIL',
  detail,
  ...(remedy && { remedy }),
});

/**
 * A condition that is open until a fact is stated.
 *
 * @param asks the facts that would settle it, at least one
 * @example open('hazard', 'no waste code', [ofGiver('wasteCode')]).result // 'UNKNOWN'
 */
export const open = (name: string, detail: string, asks: Asks, remedy?: Remedy): Check => ({
  name,
  result: 'UNKNOWN',
  detail,
  asks,
  ...(remedy && { remedy }),
});

/**
 * Several conditions in one: fails where one fails, is open where one is open, else holds (Kleene's strong "and").
 *
 * @example allOf(['PASS', 'UNKNOWN', 'PASS']) // 'UNKNOWN'
 */
export function allOf(results: readonly CheckResult[]): CheckResult {
  if (results.includes('FAIL')) return 'FAIL';
  return results.includes('UNKNOWN') ? 'UNKNOWN' : 'PASS';
}

/**
 * What several readings of one fact agree on; open where they differ.
 *
 * @param results at least one
 * @example agreed(['PASS', 'FAIL']) // 'UNKNOWN'
 */
export const agreed = (results: readonly CheckResult[]): CheckResult =>
  results.every((one) => one === results[0]) ? (results[0] ?? 'UNKNOWN') : 'UNKNOWN';
