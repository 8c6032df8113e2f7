import { propertyName } from '../listing/property-words.js';
import type { MaterialLink } from '../material/material.js';
import type { RoadDistance } from '../place/distance.js';
import type { ListingFacts, PropertyFact } from './facts.js';

export type CheckResult = 'PASS' | 'FAIL' | 'UNKNOWN';

/** One hard condition and how it came out; UNKNOWN asks for a fact, it never hides a match. */
export interface Check {
  readonly name: string;
  readonly result: CheckResult;
  readonly detail: string;
}

export interface Pair {
  readonly offer: ListingFacts;
  readonly need: ListingFacts;
  readonly link: MaterialLink;
  readonly distance: RoadDistance;
}

const check = (name: string, result: CheckResult, detail: string): Check => ({ name, result, detail });

/**
 * Every hard condition that applies to the pair, in a fixed order.
 *
 * @example checksOf(pair).map((one) => one.name) // ['quantity', 'reach', 'window', 'hazard']
 */
export const checksOf = (pair: Pair): readonly Check[] => [
  quantityCheck(pair),
  reachCheck(pair),
  windowCheck(pair),
  ...simultaneityCheck(pair),
  ...hazardCheck(pair),
  ...propertyChecks(pair),
];

function quantityCheck({ offer, need }: Pair): Check {
  const some = offer.yearlyBase.max > 0 && need.yearlyBase.max > 0;
  return some
    ? check('quantity', 'PASS', 'both sides have an amount left')
    : check('quantity', 'FAIL', `nothing remains of the ${offer.yearlyBase.max > 0 ? 'need' : 'offer'}`);
}

/**
 * The farthest that both sides accept, km by road; the by-product's economic reach where a side is silent.
 *
 * @example reachOf({ offer: { ...offer, maxDistanceKm: 80 }, need: { ...need, maxDistanceKm: 50 } }) // 50
 */
export const reachOf = ({ offer, need }: Pick<Pair, 'offer' | 'need'>): number =>
  Math.min(offer.maxDistanceKm ?? offer.material.reachKm, need.maxDistanceKm ?? offer.material.reachKm);

function reachCheck(pair: Pair): Check {
  const reach = reachOf(pair);
  const { minKm, maxKm, km } = pair.distance;
  const shown = `${km.toFixed(0)} km by road, reach ${reach.toFixed(0)} km`;
  if (maxKm <= reach) return check('reach', 'PASS', shown);
  return minKm > reach
    ? check('reach', 'FAIL', `${shown}: too far`)
    : check('reach', 'UNKNOWN', `${shown}; the other side's exact place would decide`);
}

function windowCheck({ offer, need }: Pair): Check {
  const from = [offer.availableFrom, need.availableFrom]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const until = [offer.availableUntil, need.availableUntil]
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
  if (from !== undefined && until !== undefined && until < from) {
    return check('window', 'FAIL', `one side ends on ${until}, before the other begins on ${from}`);
  }
  return check(
    'window',
    'PASS',
    `${from === undefined ? 'now' : `from ${from}`}${until === undefined ? ' on' : ` to ${until}`}`,
  );
}

/**
 * Share of the smaller yearly amount that giver and taker have in the same months, 0–1.
 *
 * @param offer, need twelve weights of 0 or more, not all 0; undefined when not stated
 * @returns undefined when one side has not said
 * @example overlapOf([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) // 0.5
 */
export function overlapOf(
  offer: readonly number[] | undefined,
  need: readonly number[] | undefined,
): number | undefined {
  if (offer === undefined || need === undefined) return undefined;
  const total = (weights: readonly number[]): number => weights.reduce((sum, one) => sum + one, 0);
  const [a, b] = [total(offer), total(need)];
  return offer.reduce((sum, weight, month) => sum + Math.min(weight / a, (need[month] ?? 0) / b), 0);
}

/** Only what cannot be stored must come when it is needed. */
function simultaneityCheck({ offer, need }: Pair): readonly Check[] {
  if (offer.material.storable) return [];
  const overlap = overlapOf(offer.monthlyProfile, need.monthlyProfile);
  if (overlap === undefined) {
    const who = offer.monthlyProfile === undefined ? 'giver' : 'taker';
    return [
      check(
        'simultaneity',
        'UNKNOWN',
        `cannot be stored; the ${who} can say how it is spread over the months`,
      ),
    ];
  }
  return [
    check(
      'simultaneity',
      overlap > 0 ? 'PASS' : 'FAIL',
      `${(overlap * 100).toFixed(0)} % of the year's amount coincides`,
    ),
  ];
}

/** What is eaten, or spread where food grows, may not come from hazardous waste (Reg. (EC) 767/2009 annex III). */
const MUST_BE_CLEAN = new Set(['food_organic', 'organic_sludge', 'water']);

function hazardCheck({ offer, need }: Pair): readonly Check[] {
  if (offer.hazardous === true) {
    return MUST_BE_CLEAN.has(need.material.class)
      ? [check('hazard', 'FAIL', `hazardous waste cannot serve as ${need.material.labels.en}`)]
      : [check('hazard', 'UNKNOWN', 'hazardous waste: the taker can show a permit for its code')];
  }
  if (offer.hazardous === false) return [check('hazard', 'PASS', 'stated under a non-hazardous waste code')];
  return offer.material.wasteCodes.length === 0
    ? []
    : [check('hazard', 'UNKNOWN', 'no waste code stated; the giver can name it')];
}

const limited = (one: PropertyFact): boolean =>
  Number.isFinite(one.range.min) || Number.isFinite(one.range.max);

function propertyChecks(pair: Pair): readonly Check[] {
  return pair.need.properties.filter(limited).map((limit) => {
    const name = propertyName(limit.property);
    const stated = pair.offer.properties.find((one) => propertyName(one.property) === name);
    if (stated === undefined) {
      return check(name, 'UNKNOWN', `the taker asks for ${limits(limit)}; the giver has not stated it`);
    }
    return name === 'temperature' && pair.offer.material.class === 'heat'
      ? temperatureCheck(pair, stated, limit)
      : limitCheck(name, stated, limit);
  });
}

function limitCheck(name: string, stated: PropertyFact, limit: PropertyFact): Check {
  const shown = `${limits(stated)} offered, ${limits(limit)} asked for`;
  if ((stated.unit ?? '') !== (limit.unit ?? '') || (stated.basis ?? '') !== (limit.basis ?? '')) {
    return check(name, 'UNKNOWN', `${shown}: unit or basis differ, so they cannot be compared`);
  }
  if (stated.range.min >= limit.range.min && stated.range.max <= limit.range.max)
    return check(name, 'PASS', shown);
  const apart = stated.range.min > limit.range.max || stated.range.max < limit.range.min;
  return apart
    ? check(name, 'FAIL', shown)
    : check(name, 'UNKNOWN', `${shown}: part of the range lies outside`);
}

/** Smallest approach of a heat exchanger between liquids, K: 5 is common for plate exchangers. */
const HEAT_APPROACH_K = 5;

function temperatureCheck({ link }: Pair, stated: PropertyFact, limit: PropertyFact): Check {
  const wanted = limit.range.min;
  if (!Number.isFinite(wanted)) {
    return check('temperature', 'PASS', `${limits(limit)} asked for; hotter heat is mixed down`);
  }
  const shown = `${limits(stated)} offered, at least ${wanted} °C asked for, ${HEAT_APPROACH_K} K lost in the exchanger`;
  if (stated.range.min - HEAT_APPROACH_K >= wanted) return check('temperature', 'PASS', shown);
  if (link.treatment.includes('heat-pump')) return liftCheck(stated, wanted, shown);
  return stated.range.max - HEAT_APPROACH_K < wanted
    ? check('temperature', 'FAIL', `${shown}: too cold`)
    : check('temperature', 'UNKNOWN', `${shown}: the exact temperature would decide`);
}

/** What industrial heat pumps on the market reach (IEA HPT Annex 48/58): sink temperature, °C, and lift, K. */
const HIGHEST_SINK_C = 120;
const LARGEST_LIFT_K = 60;
/** Part of the Carnot COP that a real machine reaches. */
const CARNOT_PART = 0.5;

function liftCheck({ range }: PropertyFact, wanted: number, shown: string): Check {
  const lift = (source: number): number => wanted - source;
  if (wanted > HIGHEST_SINK_C || lift(range.max) > LARGEST_LIFT_K) {
    return check('temperature', 'FAIL', `${shown}: too cold, also for a heat pump`);
  }
  const cop = (CARNOT_PART * (wanted + 273.15)) / Math.max(lift(range.min), 1);
  return lift(range.min) > LARGEST_LIFT_K
    ? check(
        'temperature',
        'UNKNOWN',
        `${shown}: the exact temperature would decide whether a heat pump can lift it`,
      )
    : check('temperature', 'PASS', `${shown}; a heat pump lifts it with a COP of about ${cop.toFixed(1)}`);
}

function limits({ range, unit }: PropertyFact): string {
  const ending = unit === undefined ? '' : ` ${unit}`;
  if (range.min === range.max) return `${range.min}${ending}`;
  if (!Number.isFinite(range.min)) return `at most ${range.max}${ending}`;
  return Number.isFinite(range.max) ? `${range.min}–${range.max}${ending}` : `at least ${range.min}${ending}`;
}
