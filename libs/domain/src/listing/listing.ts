import type { Day } from '../calendar/day.js';
import type { Decimal } from '../quantity/decimal.js';
import type { Period } from '../quantity/period.js';

/** A material that a text may be about, and how sure that is: 1 where the owner said so. */
export interface StatedReading {
  readonly code: string;
  readonly confidence: number;
}

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

/**
 * The four questions of the by-product test (forurensningsloven § 27 second paragraph; Directive 2008/98/EC
 * Art. 5(1) a–d) as the giver answered them; undefined is not yet answered.
 */
export interface ByProductTest {
  readonly furtherUseCertain?: boolean | undefined;
  readonly usableDirectly?: boolean | undefined;
  readonly integralPart?: boolean | undefined;
  readonly lawfulUse?: boolean | undefined;
}

/** What a firm states in one version of a listing. */
export interface ListingTerms {
  readonly side: Side;
  readonly title: string;
  readonly description?: string | undefined;
  readonly materialCode: string;
  readonly materialConfirmed: boolean;
  /** What the text may be about, best first; only the material itself where its owner named it. */
  readonly readings: readonly StatedReading[];
  readonly wasteCode?: string | undefined;
  readonly quantity: Quantity;
  readonly properties: readonly StreamProperty[];
  readonly availableFrom?: Day | undefined;
  readonly availableUntil?: Day | undefined;
  readonly monthlyProfile?: readonly number[] | undefined;
  readonly maxDistanceKm?: number | undefined;
  /** The least and the most that can be moved at once, in the unit of the quantity. */
  readonly smallestLot?: Decimal | undefined;
  readonly largestLot?: Decimal | undefined;
  /** Waste codes that the firm has permission to receive; undefined when it has not said. */
  readonly permits?: readonly string[] | undefined;
  readonly byProductTest?: ByProductTest | undefined;
  readonly price?: Decimal | undefined;
  readonly currency: string;
  readonly visibility: Visibility;
}
