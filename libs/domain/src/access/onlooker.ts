import type { DisclosureGroup, Levels } from '../listing/disclose.js';
import type { Actor } from './actor.js';
import { disclosureOf, type ListingStanding } from './disclosure.js';

/** Who might look at a listing, as its owner thinks of them. */
export const ONLOOKERS = Object.freeze([
  'SAME_CLUSTER',
  'OTHER_CLUSTER',
  'MATCHED',
  'PARTNER',
  'STAFF',
  'AUDITOR',
  'PUBLIC',
] as const);
export type Onlooker = (typeof ONLOOKERS)[number];

const PASSER_BY: Actor = Object.freeze({ personId: '', name: '', firms: [], clusters: [] });

const ofFirm = (clusterIds: readonly string[]): Actor => ({
  ...PASSER_BY,
  firms: [{ firmId: '', role: 'buyer', clusterIds }],
});

const ofCluster = (clusterIds: readonly string[], role: 'cluster_staff' | 'auditor'): Actor => ({
  ...PASSER_BY,
  clusters: clusterIds.map((clusterId) => ({ clusterId, role })),
});

/** Nobody signed in at all; and firms of no cluster of the owner's, which stand for those of all others. */
const ACTORS: Readonly<Record<Onlooker, (clusterIds: readonly string[]) => Actor>> = Object.freeze({
  SAME_CLUSTER: ofFirm,
  OTHER_CLUSTER: () => ofFirm([]),
  MATCHED: () => ofFirm([]),
  PARTNER: () => ofFirm([]),
  STAFF: (clusterIds) => ofCluster(clusterIds, 'cluster_staff'),
  AUDITOR: (clusterIds) => ofCluster(clusterIds, 'auditor'),
  PUBLIC: () => PASSER_BY,
});

/**
 * How much of a listing somebody else would be told, by the rule that tells them, so that an owner can look at it with
 * their eyes.
 *
 * @param onlooker MATCHED and PARTNER: a firm of another cluster, before and after an agreement
 * @param listing whose it is and to whom it was opened
 * @param granted groups that the owner would have granted; they count for a matched firm
 * @returns undefined where they are not even told that it exists
 * @example levelsFor('STAFF', { firmId: 'a', clusterIds: ['eyde'], visibility: 'MASKED' })?.PRICE // 'HIDDEN'
 */
export function levelsFor(
  onlooker: Onlooker,
  listing: Pick<ListingStanding, 'firmId' | 'clusterIds' | 'visibility'>,
  granted: readonly DisclosureGroup[] = [],
): Levels | undefined {
  const matched = onlooker === 'MATCHED' || onlooker === 'PARTNER';
  const standing = { ...listing, matched, agreed: onlooker === 'PARTNER' };
  return disclosureOf(ACTORS[onlooker](listing.clusterIds), standing, granted)?.levels;
}
