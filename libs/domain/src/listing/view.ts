import type { Day } from '../calendar/day.js';
import type { PropertyFact } from '../matching/facts.js';
import type { Material } from '../material/material.js';
import { ownBase } from '../agreement/commitment.js';
import { Decimal, plain } from '../quantity/decimal.js';
import { annual, type Period } from '../quantity/period.js';
import { isExact, type Range } from '../quantity/range.js';
import { fromBase } from '../quantity/unit.js';
import type { Disclosure } from './disclose.js';
import { bandRange, firstOfMonth, lastOfMonth, maskProperties, propertyRange } from './disclose.js';
import type {
  ByProductTest,
  ListingTerms,
  Quantity,
  Side,
  StatedReading,
  StreamProperty,
} from './listing.js';
import type { ListingState } from './states.js';

/** A quantity as a viewer may know it: exact, or a band with no value. */
export interface QuantityView {
  readonly value: string | undefined;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly unit: string;
  readonly per: Period;
}

export interface PropertyView {
  readonly property: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly typical: string | undefined;
  readonly unit: string | undefined;
  readonly basis: string | undefined;
  readonly measured: boolean;
}

/** Everything that leaves the system about a listing; a field that is not named here cannot leak. */
export interface ListingView {
  readonly id: string;
  readonly side: Side;
  readonly state: ListingState;
  readonly version: number;
  readonly disclosure: Disclosure;
  readonly own: boolean;
  readonly title: string;
  readonly description: string | undefined;
  readonly properties: readonly PropertyView[];
  readonly availableFrom: Day | undefined;
  readonly availableUntil: Day | undefined;
  readonly price: string | undefined;
  readonly currency: string | undefined;
  readonly firmId: string | undefined;
  readonly siteId: string | undefined;
  readonly area: string | undefined;
  readonly materialCode: string;
  readonly materialConfirmed: boolean;
  readonly quantity: QuantityView;
  readonly remaining: QuantityView;
  readonly wasteCode: string | undefined;
  /** In the unit of the exact quantity. */
  readonly smallestLot: string | undefined;
  readonly largestLot: string | undefined;
  readonly permits: readonly string[] | undefined;
  readonly byProductTest: ByProductTest | undefined;
  readonly maxDistanceKm: number | undefined;
  readonly monthlyProfile: readonly number[] | undefined;
  /** What the text was read as; the owner's own people only. */
  readonly readings: readonly StatedReading[] | undefined;
}

export interface ViewedListing {
  readonly id: string;
  readonly state: ListingState;
  readonly version: number;
  readonly firmId: string;
  readonly siteId: string;
  readonly area: string;
  readonly terms: ListingTerms;
  readonly remaining: Decimal;
}

/** How a viewer sees a listing. */
export interface Sight {
  readonly level: Disclosure;
  readonly own: boolean;
  /** Prices stay between the firms: a role that opens the rest does not open them. */
  readonly moneySealed: boolean;
}

/**
 * A listing as a viewer may see it. Masked, its words are replaced by the material's label, because titles and
 * descriptions name firms and places; amounts become yearly bands in the material's own unit, the same ones that
 * matching reckons with, so that no two answers narrow each other. Of the rest only the answers to the by-product
 * test are left: four times yes or no say something of the stream and nothing of the firm. Permissions, lots, the
 * waste code, limits and months are nearly a name; what the text was read as is nobody's but the owner's.
 *
 * @param material the node that the listing names
 * @param sight from `disclosureOf`; `own` when the viewer acts for the listing's firm
 * @example viewListing(listing, woodChips, { level: 'BANDED', own: false }).title // 'Treflis'
 */
export function viewListing(listing: ViewedListing, material: Material, sight: Sight): ListingView {
  const shared = {
    id: listing.id,
    side: listing.terms.side,
    state: listing.state,
    version: listing.version,
    disclosure: sight.level,
    own: sight.own,
    area: listing.area,
    materialCode: material.code,
    materialConfirmed: listing.terms.materialConfirmed,
  };
  return sight.level === 'EXACT'
    ? {
        ...shared,
        ...exactFields(listing),
        readings: sight.own ? listing.terms.readings.map(readingView) : undefined,
        ...(sight.moneySealed && { price: undefined, currency: undefined }),
      }
    : { ...shared, ...bandedFields(listing, material) };
}

type Disclosable = Omit<
  ListingView,
  'id' | 'side' | 'state' | 'version' | 'disclosure' | 'own' | 'area' | 'materialCode' | 'materialConfirmed'
>;

const exactFields = ({ terms, remaining, firmId, siteId }: ViewedListing): Disclosable => ({
  title: terms.title,
  description: terms.description,
  properties: terms.properties.map(exactProperty),
  availableFrom: terms.availableFrom,
  availableUntil: terms.availableUntil,
  price: terms.price && plain(terms.price),
  currency: terms.currency,
  firmId,
  siteId,
  quantity: exactQuantity(terms.quantity),
  remaining: exactQuantity({ ...terms.quantity, value: remaining }),
  wasteCode: terms.wasteCode,
  smallestLot: terms.smallestLot && plain(terms.smallestLot),
  largestLot: terms.largestLot && plain(terms.largestLot),
  permits: terms.permits,
  byProductTest: terms.byProductTest && answers(terms.byProductTest),
  maxDistanceKm: terms.maxDistanceKm,
  monthlyProfile: terms.monthlyProfile,
  readings: undefined,
});

const bandedFields = ({ terms, remaining }: ViewedListing, material: Material): Disclosable => ({
  title: material.labels.nb,
  description: undefined,
  properties: maskProperties(terms.properties.map((one) => ({ ...one, range: propertyRange(one) }))).map(
    bandedProperty,
  ),
  availableFrom: terms.availableFrom && firstOfMonth(terms.availableFrom),
  availableUntil: terms.availableUntil && lastOfMonth(terms.availableUntil),
  price: undefined,
  currency: undefined,
  firmId: undefined,
  siteId: undefined,
  quantity: bandedQuantity(terms.quantity, material),
  remaining: bandedQuantity({ ...terms.quantity, value: remaining }, material),
  wasteCode: undefined,
  smallestLot: undefined,
  largestLot: undefined,
  permits: undefined,
  byProductTest: terms.byProductTest && answers(terms.byProductTest),
  maxDistanceKm: undefined,
  monthlyProfile: undefined,
  readings: undefined,
});

const readingView = ({ code, confidence }: StatedReading): StatedReading => ({ code, confidence });

const answers = (test: ByProductTest): ByProductTest => ({
  furtherUseCertain: test.furtherUseCertain,
  usableDirectly: test.usableDirectly,
  integralPart: test.integralPart,
  lawfulUse: test.lawfulUse,
});

/**
 * A quantity as its owner stated it: a value and no band.
 *
 * @example exactQuantity({ value: new Decimal('1.50'), unit: 't', per: 'WEEK' }).value // '1.5'
 */
export const exactQuantity = ({ value, unit, per }: Quantity): QuantityView => ({
  value: plain(value),
  min: undefined,
  max: undefined,
  unit,
  per,
});

function bandedQuantity(quantity: Quantity, material: Material): QuantityView {
  const base = ownBase(annual(quantity.value, quantity.per), quantity.unit, material) ?? new Decimal(0);
  const band = bandRange({ min: base.toNumber(), max: base.toNumber() });
  return {
    ...rangeQuantity(band, material),
    value: undefined,
    per: quantity.per === 'ONCE' ? 'ONCE' : 'YEAR',
  };
}

/**
 * A yearly amount in base units as a quantity in the material's own unit; a band has no value.
 *
 * @param range base units, 0 or more
 * @example rangeQuantity({ min: 200_000, max: 500_000 }, woodChips) // 200 to 500 t per YEAR
 */
export function rangeQuantity(range: Range, material: Material): QuantityView {
  const inUnit = (base: number): string =>
    plain(fromBase(new Decimal(base), material.unit).toSignificantDigits(12));
  const exact = isExact(range);
  return {
    value: exact ? inUnit(range.min) : undefined,
    min: exact ? undefined : inUnit(range.min),
    max: exact ? undefined : inUnit(range.max),
    unit: material.unit,
    per: 'YEAR',
  };
}

const exactProperty = (one: StreamProperty): PropertyView => ({
  property: one.property,
  min: one.min && plain(one.min),
  max: one.max && plain(one.max),
  typical: one.typical && plain(one.typical),
  unit: one.unit,
  basis: one.basis,
  measured: one.measured,
});

function bandedProperty({ property, range, unit, basis, measured }: PropertyFact): PropertyView {
  const shown = (value: number): string | undefined =>
    Number.isFinite(value) ? plain(new Decimal(value)) : undefined;
  return {
    property,
    min: shown(range.min),
    max: shown(range.max),
    typical: undefined,
    unit,
    basis,
    measured,
  };
}
