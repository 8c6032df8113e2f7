import { type Day } from '../calendar/day.js';
import type { Material } from '../material/material.js';
import { Decimal } from '../quantity/decimal.js';
import { annual } from '../quantity/period.js';
import { bridge, findUnit, kindOf, toBase, unitCodes } from '../quantity/unit.js';
import { problem, type Problem } from '../problem.js';
import type { ListingTerms, Quantity, StreamProperty } from './listing.js';

/** Largest amount taken: above the country's yearly rock extraction it is a slip of the unit. */
const MOST_BASE = new Decimal('1e15');

/**
 * Why a quantity cannot stand, if it cannot: unknown unit, not above 0, or larger than any stream on Earth.
 *
 * @param path where the quantity sits in the caller's input, dotted
 * @example quantityProblems({ value: new Decimal(0), unit: 't', per: 'YEAR' }, 'input.quantity')[0]?.message // 'The amount must be above 0.'
 */
export function quantityProblems(quantity: Quantity, path: string): Problem[] {
  if (findUnit(quantity.unit) === undefined) {
    return [
      problem(`${path}.unit`, `Unknown unit "${quantity.unit}". Use one of ${unitCodes().join(', ')}.`),
    ];
  }
  if (!quantity.value.isPositive() || quantity.value.isZero()) {
    return [problem(`${path}.value`, 'The amount must be above 0.')];
  }
  return toBase(quantity.value, quantity.unit).gt(MOST_BASE)
    ? [problem(`${path}.value`, 'The amount is larger than any stream on Earth; check the unit.')]
    : [];
}

/**
 * Everything that keeps a listing from being published; empty means publishable.
 *
 * @param terms what the firm states
 * @param material the node that `terms.materialCode` names
 * @param today day in Europe/Oslo; ending today is allowed
 * @returns one problem per field, with what would be right; the unit's kind is judged once all else stands
 * @example publishProblems(fiveSoundFields, woodChips, '2026-06-15') // []
 */
export function publishProblems(terms: ListingTerms, material: Material, today: Day): Problem[] {
  const found = [
    ...titleProblems(terms.title),
    ...quantityProblems(terms.quantity, 'input.quantity'),
    ...terms.properties.flatMap((one, index) => propertyProblems(one, `input.properties.${index}`)),
    ...windowProblems(terms, today),
    ...profileProblems(terms.monthlyProfile),
    ...reachProblems(terms.maxDistanceKm),
    ...lotProblems(terms),
    ...permitProblems(terms),
    ...byProductProblems(terms),
    ...currencyProblems(terms.currency),
  ];
  return found.length > 0 ? found : kindProblems(terms.quantity.unit, material);
}

function titleProblems(title: string): Problem[] {
  const length = title.trim().length;
  if (length < 3) return [problem('input.title', 'Name the stream in at least 3 letters.')];
  return length > 200 ? [problem('input.title', 'Keep the title within 200 characters.')] : [];
}

function kindProblems(unit: string, material: Material): Problem[] {
  const stated = kindOf(unit);
  const own = kindOf(material.unit);
  const carried = bridge(new Decimal(1), stated, own, material);
  if (carried !== undefined) return [];
  return [
    problem(
      'input.quantity.unit',
      `${material.labels.en} is measured as ${own} (for example ${material.unit}); ${unit} is ${stated}, ` +
        'and no density or heating value is known to carry one into the other.',
    ),
  ];
}

/**
 * Why a stated property cannot stand, if it cannot: no name, or ends and typical value out of order.
 *
 * @param path where the property sits in the caller's input, dotted
 * @example propertyProblems({ property: ' ', measured: false }, 'input.properties.0')[0]?.message // 'Name the property, such as moisture.'
 */
export function propertyProblems(one: StreamProperty, path: string): Problem[] {
  if (one.property.trim() === '')
    return [problem(`${path}.property`, 'Name the property, such as moisture.')];
  if (one.min !== undefined && one.max !== undefined && one.min.gt(one.max)) {
    return [
      problem(`${path}.max`, `max (${one.max.toFixed()}) must be at least min (${one.min.toFixed()}).`),
    ];
  }
  const { typical } = one;
  if (typical !== undefined && ((one.min?.gt(typical) ?? false) || (one.max?.lt(typical) ?? false))) {
    return [problem(`${path}.typical`, 'typical must lie between min and max.')];
  }
  return [];
}

function windowProblems({ availableFrom, availableUntil }: ListingTerms, today: Day): Problem[] {
  if (availableUntil === undefined) return [];
  if (availableFrom !== undefined && availableUntil < availableFrom) {
    return [problem('input.availableUntil', `Must be on or after availableFrom (${availableFrom}).`)];
  }
  return availableUntil < today
    ? [problem('input.availableUntil', `Must be today (${today}, Europe/Oslo) or later.`)]
    : [];
}

function profileProblems(profile: readonly number[] | undefined): Problem[] {
  if (profile === undefined) return [];
  if (profile.length !== 12) {
    return [problem('input.monthlyProfile', `Give 12 weights, January first; there are ${profile.length}.`)];
  }
  const sound =
    profile.every((weight) => Number.isFinite(weight) && weight >= 0) && profile.some((w) => w > 0);
  return sound
    ? []
    : [problem('input.monthlyProfile', 'Weights are 0 or more, and at least one is above 0.')];
}

function reachProblems(km: number | undefined): Problem[] {
  if (km === undefined || (Number.isFinite(km) && km > 0 && km <= 20_000)) return [];
  return [problem('input.maxDistanceKm', 'Give kilometres by road, above 0 and at most 20000.')];
}

/** In the unit of the quantity; a lot of a recurring stream may be gathered over several periods, but not over years. */
function lotProblems({ side, quantity, smallestLot, largestLot }: ListingTerms): Problem[] {
  const found = [
    ...lotSizeProblems(smallestLot, 'input.smallestLot', quantity.unit),
    ...lotSizeProblems(largestLot, 'input.largestLot', quantity.unit),
  ];
  if (found.length > 0 || smallestLot === undefined) return found;
  if (largestLot?.lt(smallestLot)) {
    return [problem('input.largestLot', `Must be at least smallestLot (${smallestLot.toFixed()}).`)];
  }
  const whole = annual(quantity.value, quantity.per);
  if (side === 'NEED' || !whole.gt(0) || smallestLot.lte(whole)) return [];
  const most = `${whole.toDecimalPlaces(6).toFixed()} ${quantity.unit}`;
  return [problem('input.smallestLot', `Must be at most all that is offered in a year (${most}).`)];
}

const lotSizeProblems = (lot: Decimal | undefined, path: string, unit: string): Problem[] =>
  lot === undefined || (lot.isFinite() && lot.gt(0))
    ? []
    : [problem(path, `A lot must be above 0, in the unit of the quantity (${unit}).`)];

/** Who receives waste holds the permission (forurensningsloven § 29), so only a need can state it. */
function permitProblems({ side, permits = [] }: ListingTerms): Problem[] {
  if (side === 'OFFER' && permits.length > 0) {
    return [
      problem(
        'input.permittedWasteCodes',
        'Leave it out: only who receives waste states permissions; an offer states its ewcCode.',
      ),
    ];
  }
  return permits.flatMap((code, index) =>
    isWasteCode(code)
      ? []
      : problem(
          `input.permittedWasteCodes.${index}`,
          `"${code}" is not a waste code; write six digits such as 03 01 05.`,
        ),
  );
}

/** The producer of a stream answers for what it is (forurensningsloven § 27 second paragraph), so only an offer can. */
const byProductProblems = ({ side, byProductTest }: ListingTerms): Problem[] =>
  side === 'NEED' && byProductTest !== undefined
    ? [problem('input.byProductTest', 'Leave it out: only who gives the stream answers the by-product test.')]
    : [];

const isWasteCode = (code: string): boolean => /^\d{2} \d{2} \d{2}$/.test(code);

/** Six digits in pairs, parted by spaces, points, hyphens or nothing, with or without the asterisk of hazardous waste. */
const WRITTEN_WASTE_CODE = /^\s*(\d{2})[\s.-]*(\d{2})[\s.-]*(\d{2})\s*\*?\s*$/;

/**
 * A waste code as the list of waste writes it (Decision 2000/532/EC; avfallsforskriften chapter 11 annex 1).
 *
 * @param written as people write it
 * @returns pairs of digits parted by spaces, without the asterisk; text that is no such code as it is
 * @example canonicalWasteCode('03.01.04*') // '03 01 04'
 */
export const canonicalWasteCode = (written: string): string =>
  WRITTEN_WASTE_CODE.exec(written)?.slice(1).join(' ') ?? written;

const currencyProblems = (code: string): Problem[] =>
  /^[A-Z]{3}$/.test(code) ? [] : [problem('input.currency', 'Use a three-letter ISO 4217 code such as NOK.')];
