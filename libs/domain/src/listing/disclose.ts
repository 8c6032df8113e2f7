import { addDays, addMonths, type Day } from '../calendar/day.js';
import type { ListingFacts, PropertyFact } from '../matching/facts.js';
import type { Place, Point } from '../place/distance.js';
import { bandOf, exactly, isExact, type Range } from '../quantity/range.js';
import type { StreamProperty } from './listing.js';
import { commonBasis, commonUnit, isCommonProperty } from './property-words.js';

/** How much of a listing a viewer may know. */
export type Disclosure = 'EXACT' | 'BANDED';

/**
 * A municipality is shown by one point inside it; its sites lie within about this radius of the point, km. Half of
 * Norway's municipalities are smaller, and being too wide only leaves a check open.
 */
export const AREA_RADIUS_KM = 25;

/**
 * A property as an interval: what is stated of the ends, else the typical value, open where nothing is said.
 *
 * @example propertyRange({ property: 'moisture', max: new Decimal(20), measured: false }) // { min: -Infinity, max: 20 }
 */
export function propertyRange({ min, max, typical }: StreamProperty): Range {
  if (min === undefined && max === undefined && typical !== undefined) return exactly(typical.toNumber());
  return { min: min?.toNumber() ?? -Infinity, max: max?.toNumber() ?? Infinity };
}

/** Abroad the data know no municipalities: the nearest crossing of half degrees stands for the site, within so many km. */
const ABROAD_GRID_DEGREES = 0.5;
const ABROAD_RADIUS_KM = 45;

/**
 * The area that a site is shown as while its place is masked.
 *
 * @param municipality its point, where the data know it
 * @returns a place whose circle holds the site; neither quay nor siding, which could tell it
 * @example areaOf({ latitude: 55.68, longitude: 11.09, radiusKm: 0 }, undefined) // { latitude: 55.5, longitude: 11, radiusKm: 45, region: undefined }
 */
export function areaOf(site: Place, municipality: Point | undefined): Place {
  const onGrid = (degrees: number): number => Math.round(degrees / ABROAD_GRID_DEGREES) * ABROAD_GRID_DEGREES;
  return municipality === undefined
    ? {
        latitude: onGrid(site.latitude),
        longitude: onGrid(site.longitude),
        radiusKm: ABROAD_RADIUS_KM + site.radiusKm,
        region: site.region,
      }
    : {
        latitude: municipality.latitude,
        longitude: municipality.longitude,
        radiusKm: AREA_RADIUS_KM + site.radiusKm,
        region: site.region,
      };
}

/** Degrees a disclosed temperature is rounded to while it is banded. */
const TEMPERATURE_STEP = 10;

/**
 * The facts as an outsider may reckon with them: place as the area of its municipality, amount and properties as
 * bands, dates as whole months, the monthly profile not at all. Whatever is derived from these gives nothing away, however many are combined.
 *
 * @param facts exact facts
 * @param area the municipality's point with a radius that covers it, km
 */
export function bandFacts(facts: ListingFacts, area: Place): ListingFacts {
  return {
    ...facts,
    place: area,
    yearlyBase: bandRange(facts.yearlyBase),
    properties: maskProperties(facts.properties),
    availableFrom: facts.availableFrom && firstOfMonth(facts.availableFrom),
    availableUntil: facts.availableUntil && lastOfMonth(facts.availableUntil),
    monthlyProfile: undefined,
    smallestLot: facts.smallestLot && bandRange(facts.smallestLot),
    largestLot: facts.largestLot && bandRange(facts.largestLot),
    // A list of permits is nearly a name; the waste code's hazard is kept, its number stays with the owner.
    permits: undefined,
    wasteCode: undefined,
    maxDistanceKm: facts.maxDistanceKm === undefined ? undefined : bandOf(facts.maxDistanceKm).max,
  };
}

/**
 * The first day of the month that a day lies in.
 *
 * @example firstOfMonth('2028-02-11') // '2028-02-01'
 */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
/**
 * The last day of the month that a day lies in.
 *
 * @example lastOfMonth('2028-02-11') // '2028-02-29'
 */
export const lastOfMonth = (day: Day): Day => addDays(addMonths(firstOfMonth(day), 1), -1);

/**
 * An interval widened to the bands of its ends; an exact amount becomes its band.
 *
 * @param range 0 or more at both ends
 * @example bandRange({ min: 30, max: 700 }) // { min: 20, max: 1000 }
 */
export const bandRange = (range: Range): Range =>
  isExact(range) ? bandOf(range.min) : { min: bandOf(range.min).min, max: bandOf(range.max).max };

/**
 * A property with its finite ends widened: temperatures to steps of ten degrees, all else to bands. It always
 * holds the fact, so a check on it may stay open but never fails where the fact would pass.
 *
 * @example bandProperty({ property: 'moisture', range: { min: 3, max: 3 }, measured: false }).range // { min: 2, max: 5 }
 */
export function bandProperty(one: PropertyFact): PropertyFact {
  return {
    ...one,
    range: one.property.toLowerCase().includes('temperatur') ? stepped(one.range) : banded(one.range),
  };
}

/** Properties as an outsider may know them: banded, and only those whose words are everybody's. */
export const maskProperties = (properties: readonly PropertyFact[]): readonly PropertyFact[] =>
  properties
    .filter((one) => isCommonProperty(one.property))
    .map((one) => ({ ...bandProperty(one), unit: commonUnit(one.unit), basis: commonBasis(one.basis) }));

/** A limit keeps its open end; a finite end widens to the edge of its band, so the band always holds the fact. */
const banded = ({ min, max }: Range): Range => ({ min: widen(min, 'min'), max: widen(max, 'max') });

function widen(value: number, end: 'min' | 'max'): number {
  if (!Number.isFinite(value) || value === 0) return value;
  if (value > 0) return bandOf(value)[end];
  return -bandOf(-value)[end === 'min' ? 'max' : 'min'];
}

const stepped = ({ min, max }: Range): Range => ({
  min: Math.floor(min / TEMPERATURE_STEP) * TEMPERATURE_STEP,
  max: (Math.floor(max / TEMPERATURE_STEP) + 1) * TEMPERATURE_STEP,
});
