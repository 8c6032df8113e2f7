import type { Day } from '../calendar/day.js';
import type { Decimal } from '../quantity/decimal.js';
import type { Period } from '../quantity/period.js';

export type Side = 'OFFER' | 'NEED';
export type Visibility = 'MASKED' | 'CLUSTER' | 'FEDERATION';

/**
 * The side that a listing is matched with.
 *
 * @example otherSide('OFFER') // 'NEED'
 */
export const otherSide = (side: Side): Side => (side === 'OFFER' ? 'NEED' : 'OFFER');

/** An amount as people state it: exact, in a unit, per period. */
export interface Quantity {
  readonly value: Decimal;
  readonly unit: string;
  readonly per: Period;
}

/** One property of a stream. Absent is unknown, never zero. */
export interface StreamProperty {
  readonly property: string;
  readonly min?: Decimal | undefined;
  readonly max?: Decimal | undefined;
  readonly typical?: Decimal | undefined;
  readonly unit?: string | undefined;
  readonly basis?: string | undefined;
  readonly measured: boolean;
}

/** What a firm states in one version of a listing. */
export interface ListingTerms {
  readonly side: Side;
  readonly title: string;
  readonly description?: string | undefined;
  readonly materialCode: string;
  readonly materialConfirmed: boolean;
  readonly wasteCode?: string | undefined;
  readonly quantity: Quantity;
  readonly properties: readonly StreamProperty[];
  readonly availableFrom?: Day | undefined;
  readonly availableUntil?: Day | undefined;
  readonly monthlyProfile?: readonly number[] | undefined;
  readonly maxDistanceKm?: number | undefined;
  readonly price?: Decimal | undefined;
  readonly currency: string;
  readonly visibility: Visibility;
}
