import type { DeliveryTerms } from '../agreement/delivery.js';
import type { Day } from '../calendar/day.js';
import { Decimal } from '../quantity/decimal.js';
import { kindOf, toBase } from '../quantity/unit.js';

/** What a row of a file would do: be recorded, nothing, correct what is recorded, or be left out. */
export const ROW_EFFECTS = Object.freeze(['NEW', 'SAME', 'CHANGED', 'REFUSED'] as const);
export type RowEffect = (typeof ROW_EFFECTS)[number];

/** A delivery that is recorded already, as far as a file can say the same of it. */
export interface RecordedDelivery {
  readonly amount: Decimal;
  readonly unit: string;
  readonly deliveredOn: Day;
  readonly roadKm: Decimal | undefined;
}

/**
 * Whether a row says what is recorded: the same day and amount, in whatever unit of the kind, and the same distance
 * where it states one.
 *
 * @throws RangeError on an unknown unit: callers validate first
 * @example saysTheSame({ amount: new Decimal(2500), unit: 'kg', deliveredOn: '2026-06-01' }, twoAndAHalfTonnesThatDay) // true
 */
export function saysTheSame(row: DeliveryTerms, recorded: RecordedDelivery): boolean {
  return (
    row.deliveredOn === recorded.deliveredOn &&
    kindOf(row.unit) === kindOf(recorded.unit) &&
    toBase(row.amount, row.unit).eq(toBase(recorded.amount, recorded.unit)) &&
    (row.distanceKm === undefined ||
      recorded.roadKm === undefined ||
      recorded.roadKm.eq(new Decimal(row.distanceKm)))
  );
}
