import type { Decimal } from '../quantity/decimal.js';
import type { ListingTerms, StreamProperty } from './listing.js';

/** What a new version of a listing may say otherwise, by the name that the API has for it. */
const SAID = {
  title: (terms) => terms.title,
  description: (terms) => terms.description,
  material: (terms) => terms.materialCode,
  amount: ({ quantity: { value, unit } }) => `${value.toFixed()} ${unit}`,
  period: (terms) => terms.quantity.per,
  properties: (terms) => joined(terms.properties.map(propertyText), '; '),
  ewcCode: (terms) => terms.wasteCode,
  availableFrom: (terms) => terms.availableFrom,
  availableUntil: (terms) => terms.availableUntil,
  monthlyProfile: (terms) => joined(terms.monthlyProfile, ', '),
  maxDistanceKm: (terms) => terms.maxDistanceKm?.toString(),
  smallestLot: (terms) => lotText(terms.smallestLot, terms),
  largestLot: (terms) => lotText(terms.largestLot, terms),
  permits: (terms) => joined(terms.permits, ', '),
  byProductTest: ({ byProductTest = {} }) =>
    joined(
      Object.entries(byProductTest)
        .filter(([, answer]) => answer !== undefined)
        .map(([question, answer]) => `${question}: ${answer}`)
        .sort(),
      '; ',
    ),
  price: ({ price, currency }) => price && `${price.toFixed()} ${currency}`,
  visibility: (terms) => terms.visibility,
} as const satisfies Readonly<Record<string, (terms: ListingTerms) => string | undefined>>;

export type ListingPart = keyof typeof SAID;
export const LISTING_PARTS = Object.freeze(Object.keys(SAID)) as readonly ListingPart[];

/** One thing that a version says otherwise than the one before; undefined where it says nothing of it. */
export interface ListingChange {
  readonly part: ListingPart;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * What one version of a listing says otherwise than the version before it, for the firm's own eyes: nothing is banded.
 *
 * @param before, after terms of two versions of one listing; amounts in the unit that each was stated in
 * @returns one entry a part, in a fixed order, values as plain text; none where both say the same
 * @example changesBetween(hundredTonnes, twoHundredTonnes) // [{ part: 'amount', before: '100 t', after: '200 t' }]
 */
export const changesBetween = (before: ListingTerms, after: ListingTerms): readonly ListingChange[] =>
  LISTING_PARTS.map((part) => ({ part, before: SAID[part](before), after: SAID[part](after) })).filter(
    (one) => one.before !== one.after,
  );

const joined = (parts: readonly (string | number)[] | undefined, by: string): string | undefined =>
  parts === undefined || parts.length === 0 ? undefined : parts.join(by);

const lotText = (lot: Decimal | undefined, { quantity }: ListingTerms): string | undefined =>
  lot && `${lot.toFixed()} ${quantity.unit}`;

function propertyText({ property, min, max, typical, unit, basis, measured }: StreamProperty): string {
  const ends =
    min === undefined && max === undefined ? [] : [`${min?.toFixed() ?? ''}–${max?.toFixed() ?? ''}`];
  const middle = typical === undefined ? [] : [`~ ${typical.toFixed()}`];
  return [property, ...ends, ...middle, unit, basis, measured ? '*' : undefined]
    .filter((one) => one !== undefined)
    .join(' ');
}
