import type { Day } from '../calendar/day.js';
import type { Side } from '../listing/listing.js';
import type { Material } from '../material/material.js';
import type { Place } from '../place/distance.js';
import type { Range } from '../quantity/range.js';

/** A property as an interval, after what its owner discloses; open ends are infinite. */
export interface PropertyFact {
  readonly property: string;
  readonly range: Range;
  readonly unit?: string | undefined;
  readonly basis?: string | undefined;
  readonly measured: boolean;
}

/** What matching knows of one listing version: the same shape whether facts are exact or banded. */
export interface ListingFacts {
  readonly listingId: string;
  readonly version: number;
  readonly side: Side;
  readonly firmId: string;
  /** NACE Rev. 2 division, two digits. */
  readonly division: string;
  readonly place: Place;
  readonly material: Material;
  /** What remains, in base units of the material's own kind, moved in a year. */
  readonly yearlyBase: Range;
  readonly once: boolean;
  readonly properties: readonly PropertyFact[];
  readonly availableFrom?: Day | undefined;
  readonly availableUntil?: Day | undefined;
  readonly monthlyProfile?: readonly number[] | undefined;
  readonly maxDistanceKm?: number | undefined;
  /** Of the waste code stated; undefined when none was. */
  readonly hazardous?: boolean | undefined;
}
