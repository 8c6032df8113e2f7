import type { Day } from '../calendar/day.js';
import type { ByProductTest, Side } from '../listing/listing.js';
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

/** A material that a listing may be about, and how sure that is: 1 once its owner has confirmed it. */
export interface Reading {
  readonly material: Material;
  readonly confidence: number;
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
  /** The likeliest of the readings. */
  readonly material: Material;
  /** Best first; a single one of confidence 1 where the owner confirmed it. */
  readonly readings: readonly Reading[];
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
  /** The waste code stated by the giver. */
  readonly wasteCode?: string | undefined;
  /** Smallest and largest single lot that the side can handle, base units of its material's kind. */
  readonly smallestLot?: Range | undefined;
  readonly largestLot?: Range | undefined;
  /** Waste codes that the taker has permission to receive; undefined when it has not said. */
  readonly permits?: readonly string[] | undefined;
  readonly byProductTest?: ByProductTest | undefined;
}
