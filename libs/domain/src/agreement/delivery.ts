import type { Day } from '../calendar/day.js';
import type { Quantity } from '../listing/listing.js';
import type { Material } from '../material/material.js';
import { problem, type Problem } from '../problem.js';
import { plain, Decimal } from '../quantity/decimal.js';
import { findUnit, unitCodes } from '../quantity/unit.js';
import { fromOwnBase, ownBase, type Term } from './commitment.js';

export interface DeliveryTerms {
  readonly amount: Decimal;
  readonly unit: string;
  readonly deliveredOn: Day;
  readonly reference?: string | undefined;
  readonly distanceKm?: number | undefined;
}

/** The agreement as a delivery sees it. */
export interface DeliveredAgainst extends Term {
  readonly quantity: Quantity;
  readonly byProduct: Material;
  /** Already delivered in the same round, base units of the by-product's own kind. */
  readonly deliveredBase: Decimal;
}

/**
 * Why a delivery cannot be recorded; empty means it can.
 *
 * @param delivery amount above 0 in any unit that a named figure carries into the by-product's kind; km 0…20000
 * @param against the agreement, with what was delivered before in the same round ({@link windowOf})
 * @param today day in Europe/Oslo: what has not happened yet cannot be recorded
 * @example deliveryProblems({ amount: new Decimal(5), unit: 't', deliveredOn: '2026-09-10' }, agreedTenTonnes, '2026-09-15') // []
 */
export function deliveryProblems(delivery: DeliveryTerms, against: DeliveredAgainst, today: Day): Problem[] {
  if (findUnit(delivery.unit) === undefined) {
    return [problem('input.unit', `Unknown unit "${delivery.unit}". Use one of ${unitCodes().join(', ')}.`)];
  }
  if (!delivery.amount.gt(0)) return [problem('input.amount', 'The amount must be above 0.')];
  const base = ownBase(delivery.amount, delivery.unit, against.byProduct);
  if (base === undefined) {
    return [
      problem(
        'input.unit',
        `${delivery.unit} cannot be carried into ${against.quantity.unit} for this material.`,
      ),
    ];
  }
  return [
    ...dayProblems(delivery, against, today),
    ...distanceProblems(delivery),
    ...amountProblems(base, against),
  ];
}

function dayProblems({ deliveredOn }: DeliveryTerms, { startsOn, endsOn }: Term, today: Day): Problem[] {
  if (deliveredOn > today)
    return [problem('input.deliveredOn', `Must be today (${today}, Europe/Oslo) or earlier.`)];
  if (deliveredOn < startsOn) return [problem('input.deliveredOn', `The agreement begins on ${startsOn}.`)];
  return endsOn !== undefined && deliveredOn > endsOn
    ? [problem('input.deliveredOn', `The agreement ended on ${endsOn}.`)]
    : [];
}

function distanceProblems({ distanceKm }: DeliveryTerms): Problem[] {
  if (distanceKm === undefined || (Number.isFinite(distanceKm) && distanceKm >= 0 && distanceKm <= 20_000))
    return [];
  return [problem('input.distanceKm', 'Give kilometres, from 0 to 20000.')];
}

function amountProblems(base: Decimal, against: DeliveredAgainst): Problem[] {
  const left = remainingBase(against);
  // Thirds of a kWh are rounded one by one, so parts may exceed their whole in the last of 40 digits.
  if (base.minus(left).toDecimalPlaces(9).lte(0)) return [];
  const { unit, per } = against.quantity;
  const readable = plain((fromOwnBase(left, unit, against.byProduct) ?? left).toDecimalPlaces(9));
  return [
    problem(
      'input.amount',
      `The agreement has ${readable} ${unit} left in this ${per === 'ONCE' ? 'lot' : per.toLowerCase()}.`,
    ),
  ];
}

/**
 * What may still be delivered in the round, base units of the by-product's own kind; never below 0.
 *
 * @example remainingBase(agreedTenTonnesFourDelivered).toString() // '6000'
 */
export function remainingBase({ quantity, byProduct, deliveredBase }: DeliveredAgainst): Decimal {
  const agreed = ownBase(quantity.value, quantity.unit, byProduct) ?? new Decimal(0);
  return Decimal.max(0, agreed.minus(deliveredBase));
}
