import type { DisclosureGroup } from '#domain';

export const GROUPS: readonly DisclosureGroup[] = [
  'IDENTITY',
  'PLACE',
  'AMOUNT',
  'COMPOSITION',
  'PRICE',
  'TEXT',
];

const OF_FACTS: Readonly<Record<string, DisclosureGroup>> = {
  place: 'PLACE',
  quantity: 'AMOUNT',
  monthlyProfile: 'AMOUNT',
  smallestLot: 'AMOUNT',
  largestLot: 'AMOUNT',
  permit: 'IDENTITY',
};

/**
 * The group that a fact is disclosed with; properties and the waste code are the stream's composition. The answers of the
 * by-product test are in none: they are shown to everybody who may know of the listing.
 *
 * @example groupOf('moisture') // 'COMPOSITION'
 */
export const groupOf = (fact: string): DisclosureGroup | undefined =>
  fact.startsWith('byProductTest') ? undefined : (OF_FACTS[fact] ?? 'COMPOSITION');
