import { addDays, addMonths, type Day } from '../calendar/day.js';
import type { ListingFacts, PropertyFact } from '../matching/facts.js';
import { greatCircleKm, type Place, type Point } from '../place/distance.js';
import { bandOf, exactly, isExact, type Range } from '../quantity/range.js';
import type { StreamProperty } from './listing.js';
import { commonBasis, commonUnit, isCommonProperty } from './property-words.js';

/**
 * What a firm discloses together. Nothing of a listing that could tell of its firm lies outside a group:
 *
 * - IDENTITY: firm and name of the site; waste codes that it is permitted to receive, a list that is nearly a name;
 * - PLACE: the very spot, quay and siding, the farthest distance that is accepted;
 * - AMOUNT: amounts, lots, days, share of each month;
 * - COMPOSITION: properties and the waste code;
 * - PRICE: price and currency;
 * - TEXT: title and description.
 */
export type DisclosureGroup = 'IDENTITY' | 'PLACE' | 'AMOUNT' | 'COMPOSITION' | 'PRICE' | 'TEXT';
/** In the order in which they are told. */
export const DISCLOSURE_GROUPS: readonly DisclosureGroup[] = Object.freeze([
  'IDENTITY',
  'PLACE',
  'AMOUNT',
  'COMPOSITION',
  'PRICE',
  'TEXT',
]);

/** How much of a group a viewer may know: nothing, what several firms could have said, or all. */
export type Level = 'HIDDEN' | 'BANDED' | 'EXACT';
export type Levels = Readonly<Record<DisclosureGroup, Level>>;

/** How much of a listing a viewer may know, in one word. */
export type Disclosure = Exclude<Level, 'HIDDEN'>;

/** What the other side of a match sees while nothing is granted. */
export const MASKED_LEVELS: Levels = Object.freeze({
  IDENTITY: 'HIDDEN',
  PLACE: 'BANDED',
  AMOUNT: 'BANDED',
  COMPOSITION: 'BANDED',
  PRICE: 'HIDDEN',
  TEXT: 'HIDDEN',
});

/**
 * The levels in one word: exact when every group is, the price aside, which stays sealed from roles that see the rest.
 *
 * @example disclosureIn(MASKED_LEVELS) // 'BANDED'
 */
export const disclosureIn = (levels: Levels): Disclosure =>
  DISCLOSURE_GROUPS.every((group) => group === 'PRICE' || levels[group] === 'EXACT') ? 'EXACT' : 'BANDED';

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

/**
 * Some municipalities are so large that a site lies farther out: then its circle doubles, and the ring that this tells
 * is wider than the smaller circle. What lies outside of the last is not where its municipality is.
 */
const AREA_RADII_KM = [AREA_RADIUS_KM, 2 * AREA_RADIUS_KM, 4 * AREA_RADIUS_KM];

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
  const { region } = site;
  const steps = municipality === undefined ? [] : AREA_RADII_KM;
  const off = municipality === undefined ? Infinity : greatCircleKm(site, municipality);
  const radius = steps.find((one) => off <= one);
  if (municipality !== undefined && radius !== undefined) {
    const { latitude, longitude } = municipality;
    return { latitude, longitude, radiusKm: radius + site.radiusKm, region };
  }
  const onGrid = (degrees: number): number => Math.round(degrees / ABROAD_GRID_DEGREES) * ABROAD_GRID_DEGREES;
  const [latitude, longitude] = [onGrid(site.latitude), onGrid(site.longitude)];
  return { latitude, longitude, radiusKm: ABROAD_RADIUS_KM + site.radiusKm, region };
}

/** Degrees a disclosed temperature is rounded to while it is banded. */
const TEMPERATURE_STEP = 10;

/**
 * The facts as an outsider may reckon with them. While a group is masked: place as the area of its municipality and
 * limits as bands, amounts as bands and dates as whole months, composition as bands of the properties that are
 * everybody's words; monthly profile, waste code and permits not at all. Whatever is derived from these gives nothing
 * away, however many are combined. What is hidden is reckoned as banded: a match always shows as much.
 *
 * @param facts exact facts
 * @param area the municipality's point with a radius that covers it, km
 * @param levels what is exact in here is left as it is; price and text are no facts of matching
 * @example bandFacts(facts, area, { ...MASKED_LEVELS, AMOUNT: 'EXACT' }).yearlyBase // facts.yearlyBase
 */
export function bandFacts(facts: ListingFacts, area: Place, levels: Levels = MASKED_LEVELS): ListingFacts {
  return {
    ...facts,
    ...(levels.PLACE !== 'EXACT' && bandedPlace(facts, area)),
    ...(levels.AMOUNT !== 'EXACT' && bandedAmount(facts)),
    ...(levels.COMPOSITION !== 'EXACT' && bandedComposition(facts)),
    // A list of permits is nearly a name.
    ...(levels.IDENTITY !== 'EXACT' && { permits: undefined }),
  };
}

const bandedPlace = ({ maxDistanceKm }: ListingFacts, area: Place) => ({
  place: area,
  maxDistanceKm: maxDistanceKm === undefined ? undefined : bandOf(maxDistanceKm).max,
});

const bandedAmount = (facts: ListingFacts) => ({
  yearlyBase: bandRange(facts.yearlyBase),
  smallestLot: facts.smallestLot && bandRange(facts.smallestLot),
  largestLot: facts.largestLot && bandRange(facts.largestLot),
  availableFrom: facts.availableFrom && firstOfMonth(facts.availableFrom),
  availableUntil: facts.availableUntil && lastOfMonth(facts.availableUntil),
  monthlyProfile: undefined,
});

/** Of the waste code the hazard is kept, its number stays with the owner. */
const bandedComposition = ({ properties }: ListingFacts) => ({
  properties: maskProperties(properties),
  wasteCode: undefined,
});

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
