import type { Disclosure } from '../listing/disclose.js';
import type { Visibility } from '../listing/listing.js';
import { actsFor, isStaffOf, type Actor } from './actor.js';

/** What the rule needs to know of a listing and of the viewer's standing towards it. */
export interface ListingStanding {
  readonly firmId: string;
  readonly clusterIds: readonly string[];
  readonly visibility: Visibility;
  /** The viewer's firm has an agreement with the owner on this listing: both sides agreed to more. */
  readonly agreed: boolean;
  /** The listing is matched with one of the viewer's. */
  readonly matched: boolean;
}

/** Why the viewer may know what it may know; `staff` looks are recorded. */
export type Ground = 'own' | 'agreed' | 'visibility' | 'staff' | 'matched';

/**
 * How much of a listing the viewer may know, or undefined when not even that it exists.
 *
 * Masked by default: the other side of a match sees material, bands and area, and the rest only once both have
 * agreed, or where the owner opened the listing to its clusters or to all. The first ground that holds is named, so
 * that a look of staff at what is open to them anyway is not recorded as one of staff.
 *
 * @example disclosureOf(buyer, { firmId: 'a', clusterIds: [], visibility: 'MASKED', agreed: false, matched: true }) // { level: 'BANDED', ground: 'matched' }
 */
export function disclosureOf(
  viewer: Actor,
  listing: ListingStanding,
): { readonly level: Disclosure; readonly ground: Ground } | undefined {
  if (actsFor(viewer, listing.firmId)) return { level: 'EXACT', ground: 'own' };
  if (listing.agreed) return { level: 'EXACT', ground: 'agreed' };
  if (openTo(viewer, listing)) return { level: 'EXACT', ground: 'visibility' };
  if (isStaffOf(viewer, listing.clusterIds)) return { level: 'EXACT', ground: 'staff' };
  return listing.matched ? { level: 'BANDED', ground: 'matched' } : undefined;
}

function openTo(viewer: Actor, listing: ListingStanding): boolean {
  if (listing.visibility === 'MASKED') return false;
  if (listing.visibility === 'FEDERATION') return viewer.firms.length > 0 || viewer.clusters.length > 0;
  return viewer.firms.some((firm) => firm.clusterIds.some((id) => listing.clusterIds.includes(id)));
}

/**
 * Whether one firm's listing is open to another firm before any agreement: decides what a match is reckoned from.
 *
 * @param viewerClusterIds clusters of the other firm
 * @example openBetween({ visibility: 'CLUSTER', clusterIds: ['eyde'] }, ['eyde', 'arctic']) // true
 */
export function openBetween(
  listing: Pick<ListingStanding, 'visibility' | 'clusterIds'>,
  viewerClusterIds: readonly string[],
): boolean {
  if (listing.visibility === 'FEDERATION') return true;
  return listing.visibility === 'CLUSTER' && viewerClusterIds.some((id) => listing.clusterIds.includes(id));
}
