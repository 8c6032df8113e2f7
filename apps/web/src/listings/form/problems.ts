import type { Fields } from './fields.js';

/** Fields of the form by what the API calls them. */
const PLACES: Readonly<Record<string, keyof Fields>> = Object.freeze({
  title: 'title',
  description: 'text',
  materialId: 'material',
  ewcCode: 'ewcCode',
  quantity: 'amount',
  'quantity.value': 'amount',
  'quantity.unit': 'unit',
  'quantity.per': 'per',
  siteId: 'siteId',
  availableFrom: 'availableFrom',
  availableUntil: 'availableUntil',
  price: 'price',
  currency: 'price',
  smallestLot: 'smallestLot',
  largestLot: 'largestLot',
  maxDistanceKm: 'maxDistanceKm',
  permittedWasteCodes: 'permits',
  byProductTest: 'byProduct',
  monthlyProfile: 'months',
  properties: 'properties',
  visibility: 'visibility',
});

/**
 * The field that a problem is shown beside; undefined for one that is about the whole.
 *
 * @param path of the API, with or without `input`
 * @example placeOfProblem(['input', 'quantity', 'value']) // 'amount'
 */
export function placeOfProblem(path: readonly string[]): keyof Fields | undefined {
  const [first = '', second] = path[0] === 'input' ? path.slice(1) : path;
  return PLACES[`${first}.${second ?? ''}`] ?? PLACES[first];
}

/** Those that stand behind "more". */
export const IN_MORE: ReadonlySet<keyof Fields> = new Set<keyof Fields>([
  'title',
  'smallestLot',
  'largestLot',
  'maxDistanceKm',
  'permits',
  'byProduct',
  'months',
]);
