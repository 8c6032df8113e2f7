import type { Day } from '../calendar/day.js';
import type { PropertyFact } from '../matching/facts.js';
import type { Material } from '../material/material.js';
import { ownBase } from '../agreement/commitment.js';
import { Decimal, plain } from '../quantity/decimal.js';
import { annual, type Period } from '../quantity/period.js';
import { isExact, type Range } from '../quantity/range.js';
import { fromBase } from '../quantity/unit.js';
import { scrub } from '../access/scrub.js';
import {
  bandRange,
  disclosureIn,
  firstOfMonth,
  lastOfMonth,
  maskProperties,
  propertyRange,
  type Disclosure,
  type Level,
  type Levels,
} from './disclose.js';
import type {
  ByProductTest,
  ListingTerms,
  Quantity,
  Side,
  StatedReading,
  StreamProperty,
  Visibility,
} from './listing.js';
import type { Freshness } from './confirming.js';
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
  /** How much of each group is told, so that nothing is never ambiguous: not stated where exact, else withheld. */
  readonly levels: Levels;
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
  /** Who may look at it without being matched; the owner's own people only. */
  readonly visibility: Visibility | undefined;
  /** When its firm last said that it is true, and until when that stands; the owner's own people only. */
  readonly confirmedAt: Date | undefined;
  readonly confirmBy: Day | undefined;
  readonly freshness: Freshness | undefined;
}

export interface ViewedListing {
  readonly id: string;
  readonly state: ListingState;
  readonly version: number;
  readonly firmId: string;
  readonly siteId: string;
  /** Names of firm and site: struck out of the words where the identity is masked. */
  readonly names: readonly string[];
  readonly area: string;
  readonly terms: ListingTerms;
  readonly remaining: Decimal;
  readonly confirmedAt: Date;
  readonly confirmBy: Day | undefined;
  readonly freshness?: Freshness | undefined;
}

/** How a viewer sees a listing. */
export interface Sight {
  readonly levels: Levels;
  readonly own: boolean;
}

/**
 * A listing as a viewer may see it, each group by its level. Its words are replaced by the material's label while they
 * are hidden, because titles and descriptions name firms and places, and scrubbed while they are banded; amounts
 * become yearly bands in the material's own unit, the same ones that matching reckons with, so that no two answers
 * narrow each other. Material, side, area and the answers to the by-product test are always told: four times yes or
 * no say something of the stream and nothing of the firm. What the text was read as is nobody's but the owner's. How lately
 * it was confirmed is told with the identity: listings that turn fresh together would be seen to be one firm's.
 *
 * @param material the node that the listing names
 * @param sight levels from `disclosureOf`; `own` when the viewer acts for the listing's firm
 * @example viewListing(listing, woodChips, { levels: MASKED_LEVELS, own: false }).title // 'Treflis'
 */
export function viewListing(listing: ViewedListing, material: Material, { levels, own }: Sight): ListingView {
  const { terms } = listing;
  return {
    id: listing.id,
    side: terms.side,
    state: listing.state,
    version: listing.version,
    disclosure: disclosureIn(levels),
    levels,
    own,
    area: levels.PLACE === 'HIDDEN' ? undefined : listing.area,
    maxDistanceKm: levels.PLACE === 'EXACT' ? terms.maxDistanceKm : undefined,
    materialCode: material.code,
    materialConfirmed: terms.materialConfirmed,
    byProductTest: terms.byProductTest && answers(terms.byProductTest),
    ...identityFields(listing, levels),
    ...AMOUNT_FIELDS[levels.AMOUNT](listing, material),
    ...COMPOSITION_FIELDS[levels.COMPOSITION](listing, material),
    ...(levels.PRICE === 'EXACT' ? priceFields(listing) : NO_PRICE),
    ...TEXT_FIELDS[levels.TEXT](listing, material),
    readings: own ? terms.readings.map(readingView) : undefined,
    visibility: own ? terms.visibility : undefined,
    confirmedAt: own ? listing.confirmedAt : undefined,
    confirmBy: own ? listing.confirmBy : undefined,
  };
}

type Fields<K extends keyof ListingView> = Pick<ListingView, K>;
type Shown<K extends keyof ListingView> = Readonly<
  Record<Level, (listing: ViewedListing, material: Material) => Fields<K>>
>;

const identityFields = (
  { firmId, siteId, terms, freshness }: ViewedListing,
  { IDENTITY }: Levels,
): Fields<'firmId' | 'siteId' | 'permits' | 'freshness'> =>
  IDENTITY === 'EXACT'
    ? { firmId, siteId, permits: terms.permits, freshness }
    : { firmId: undefined, siteId: undefined, permits: undefined, freshness: undefined };

type AmountField =
  | 'quantity'
  | 'remaining'
  | 'smallestLot'
  | 'largestLot'
  | 'availableFrom'
  | 'availableUntil'
  | 'monthlyProfile';

const AMOUNT_FIELDS: Shown<AmountField> = Object.freeze({
  EXACT: ({ terms, remaining }) => ({
    quantity: exactQuantity(terms.quantity),
    remaining: exactQuantity({ ...terms.quantity, value: remaining }),
    smallestLot: terms.smallestLot && plain(terms.smallestLot),
    largestLot: terms.largestLot && plain(terms.largestLot),
    availableFrom: terms.availableFrom,
    availableUntil: terms.availableUntil,
    monthlyProfile: terms.monthlyProfile,
  }),
  BANDED: ({ terms, remaining }, material) => ({
    ...NO_AMOUNT,
    quantity: bandedQuantity(terms.quantity, material),
    remaining: bandedQuantity({ ...terms.quantity, value: remaining }, material),
    availableFrom: terms.availableFrom && firstOfMonth(terms.availableFrom),
    availableUntil: terms.availableUntil && lastOfMonth(terms.availableUntil),
  }),
  HIDDEN: ({ terms }, material) => {
    const unsaid = { ...NO_ENDS, unit: material.unit, per: yearlyOrOnce(terms.quantity) };
    return { ...NO_AMOUNT, quantity: unsaid, remaining: unsaid };
  },
});

const NO_ENDS = Object.freeze({ value: undefined, min: undefined, max: undefined });
const NO_AMOUNT = Object.freeze({
  smallestLot: undefined,
  largestLot: undefined,
  availableFrom: undefined,
  availableUntil: undefined,
  monthlyProfile: undefined,
});

const COMPOSITION_FIELDS: Shown<'properties' | 'wasteCode'> = Object.freeze({
  EXACT: ({ terms }) => ({ properties: terms.properties.map(exactProperty), wasteCode: terms.wasteCode }),
  BANDED: ({ terms }) => ({
    properties: maskProperties(terms.properties.map((one) => ({ ...one, range: propertyRange(one) }))).map(
      bandedProperty,
    ),
    wasteCode: undefined,
  }),
  HIDDEN: () => ({ properties: [], wasteCode: undefined }),
});

const priceFields = ({ terms }: ViewedListing): Fields<'price' | 'currency'> => ({
  price: terms.price && plain(terms.price),
  currency: terms.currency,
});
const NO_PRICE = Object.freeze({ price: undefined, currency: undefined });

const TEXT_FIELDS: Shown<'title' | 'description'> = Object.freeze({
  EXACT: ({ terms: { title, description } }) => ({ title, description }),
  BANDED: ({ terms: { title, description }, names }) => ({
    title: scrub(title, names),
    description: description && scrub(description, names),
  }),
  HIDDEN: (_listing, { labels }) => ({ title: labels.nb, description: undefined }),
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

const yearlyOrOnce = ({ per }: Quantity): Period => (per === 'ONCE' ? 'ONCE' : 'YEAR');

function bandedQuantity(quantity: Quantity, material: Material): QuantityView {
  const base = ownBase(annual(quantity.value, quantity.per), quantity.unit, material) ?? new Decimal(0);
  const band = bandRange({ min: base.toNumber(), max: base.toNumber() });
  return {
    ...rangeQuantity(band, material),
    value: undefined,
    per: yearlyOrOnce(quantity),
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
