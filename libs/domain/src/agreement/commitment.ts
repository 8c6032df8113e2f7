import { daysBetween, type Day } from '../calendar/day.js';
import type { Quantity } from '../listing/listing.js';
import type { Material } from '../material/material.js';
import { Decimal } from '../quantity/decimal.js';
import { annual, perPeriod } from '../quantity/period.js';
import { bridge, fromBase, kindOf, toBase } from '../quantity/unit.js';

/** From when to when an agreement runs; without an end it runs on. */
export interface Term {
  readonly startsOn: Day;
  readonly endsOn?: Day | undefined;
}

/**
 * An amount in the base unit of the material's own kind, or undefined when no named figure carries it there.
 *
 * @example ownBase(new Decimal(2), 't', woodChips)?.toString() // '2000'
 */
export const ownBase = (amount: Decimal, unit: string, material: Material): Decimal | undefined =>
  bridge(toBase(amount, unit), kindOf(unit), kindOf(material.unit), material);

/**
 * The reverse of {@link ownBase}.
 *
 * @example fromOwnBase(new Decimal(2000), 'm3', woodChips)?.toString() // '8', at 0.25 t/m3
 */
export function fromOwnBase(base: Decimal, unit: string, material: Material): Decimal | undefined {
  const carried = bridge(base, kindOf(material.unit), kindOf(unit), material);
  return carried && fromBase(carried, unit);
}

/** Years of 365 days that a closed term covers, both days counted. */
const yearsOf = ({ startsOn, endsOn }: Required<Term>): Decimal =>
  new Decimal(daysBetween(startsOn, endsOn) + 1).div(365);

/**
 * What an agreement takes from a listing's remaining amount, in the listing's own unit and period: from a
 * recurring stream its yearly rate, from a single lot all that the term will move. Stated in the listing's own unit
 * and period it is taken to the last digit; what had to be converted is rounded to nine decimals.
 *
 * @param agreed the quantity agreed, any unit that a named figure carries into the material's kind
 * @param term first and last day of the agreement, both counted; only a lot needs the last
 * @param byProduct material of the offer; of the same unit kind as the listing's, as the substitution table demands
 * @param ratio own units of this listing's material per own unit of the by-product (1 on the giver's side)
 * @returns undefined when units cannot be carried, or a recurring amount of a single lot has no end
 * @throws RangeError on an unknown unit: callers validate first
 * @example commitmentOn(streamOf1000TonnesAYear, tenTonnesAMonth, { startsOn: '2026-07-01' }, woodChips, 1)?.toString() // '120'
 */
export function commitmentOn(
  listing: { readonly quantity: Quantity; readonly material: Material },
  agreed: Quantity,
  term: Term,
  byProduct: Material,
  ratio: number,
): Decimal | undefined {
  const base = ownBase(agreed.value, agreed.unit, byProduct)?.times(ratio);
  if (base === undefined) return undefined;
  const stated = fromOwnBase(base, listing.quantity.unit, listing.material);
  if (stated === undefined) return undefined;
  if (agreed.per === listing.quantity.per) {
    return agreed.unit === listing.quantity.unit ? stated : stated.toDecimalPlaces(9);
  }
  if (listing.quantity.per !== 'ONCE') return perPeriod(annual(stated, agreed.per), listing.quantity.per);
  if (term.endsOn === undefined) return undefined;
  return annual(stated, agreed.per)
    .times(yearsOf({ startsOn: term.startsOn, endsOn: term.endsOn }))
    .toDecimalPlaces(9);
}

/**
 * Whether an agreement still takes from what remains of a listing. A recurring stream is free again when its
 * agreement has ended; a single lot that left does not come back.
 *
 * @param today day in Europe/Oslo; an agreement holds through its last day
 * @example holdsStream('YEAR', { startsOn: '2026-01-01' }, '2036-01-01') // true
 */
export const holdsStream = (listingPer: Quantity['per'], term: Term, today: Day): boolean =>
  listingPer === 'ONCE' || term.endsOn === undefined || term.endsOn >= today;

export const AGREEMENT_STATES = Object.freeze(['COMING', 'RUNNING', 'ENDED'] as const);
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/**
 * Whether an agreement has begun, runs, or has ended.
 *
 * @param today day in Europe/Oslo; an agreement runs on its first day and through its last
 * @example agreementState({ startsOn: '2026-01-01', endsOn: '2026-06-30' }, '2026-07-01') // 'ENDED'
 */
export function agreementState({ startsOn, endsOn }: Term, today: Day): AgreementState {
  if (today < startsOn) return 'COMING';
  return endsOn !== undefined && endsOn < today ? 'ENDED' : 'RUNNING';
}

/** Days before its last one that both sides of an agreement are reminded of its end: time to negotiate the next. */
export const AGREEMENT_ENDING_DAYS = 30;
