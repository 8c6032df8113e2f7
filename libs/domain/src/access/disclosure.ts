import {
  DISCLOSURE_GROUPS,
  MASKED_LEVELS,
  type DisclosureGroup,
  type Level,
  type Levels,
} from '../listing/disclose.js';
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

/**
 * How the viewer stands towards a listing. Each but the last three is a ground on which it is known exactly; `staff`
 * looks are recorded.
 */
export type Ground = 'own' | 'agreed' | 'visibility' | 'staff' | 'matched' | 'auditor' | 'nobody';

const all = (level: Level): Levels =>
  Object.freeze(
    Object.fromEntries(DISCLOSURE_GROUPS.map((group) => [group, level])) as Record<DisclosureGroup, Level>,
  );
const NOTHING = all('HIDDEN');
const EVERYTHING = all('EXACT');

/**
 * | relation | IDENTITY | PLACE | AMOUNT | COMPOSITION | PRICE | TEXT |
 * |---|---|---|---|---|---|---|
 * | own, agreed, visibility | exact | exact | exact | exact | exact | exact |
 * | staff | exact | exact | exact | exact | hidden | exact |
 * | matched | hidden | banded | banded | banded | hidden | hidden |
 * | auditor, nobody | hidden | hidden | hidden | hidden | hidden | hidden |
 *
 * Prices stay between the firms: a role that opens the rest does not open them. An auditor looks at figures.
 */
const LEVELS: Readonly<Record<Ground, Levels>> = Object.freeze({
  own: EVERYTHING,
  agreed: EVERYTHING,
  visibility: EVERYTHING,
  staff: Object.freeze({ ...EVERYTHING, PRICE: 'HIDDEN' }),
  matched: MASKED_LEVELS,
  auditor: NOTHING,
  nobody: NOTHING,
});

/**
 * How much of each group somebody of a relation to the listing may know; nothing where the relation is unknown.
 *
 * What is granted counts for the other side of a match and for nobody else: others have all by right or nothing. Words
 * that are granted without the identity are shown scrubbed, which is their band.
 *
 * @param granted groups that the owner has granted to the viewer's firm and that are in force
 * @example levelsOf('matched', ['AMOUNT']) // { ...MASKED_LEVELS, AMOUNT: 'EXACT' }
 */
export function levelsOf(relation: Ground, granted: readonly DisclosureGroup[] = []): Levels {
  const levels = Object.hasOwn(LEVELS, relation) ? LEVELS[relation] : NOTHING;
  if (relation !== 'matched' || granted.length === 0) return levels;
  const levelOf = (group: DisclosureGroup): Level => {
    if (!granted.includes(group)) return levels[group];
    return group === 'TEXT' && !granted.includes('IDENTITY') ? 'BANDED' : 'EXACT';
  };
  return Object.freeze(
    Object.fromEntries(DISCLOSURE_GROUPS.map((group) => [group, levelOf(group)])) as Record<
      DisclosureGroup,
      Level
    >,
  );
}

/**
 * How the viewer stands towards a listing: the first ground that holds, so that a look of staff at what is open to
 * them anyway is not recorded as one of staff.
 *
 * @example relationOf(buyer, { firmId: 'a', clusterIds: [], visibility: 'MASKED', agreed: false, matched: true }) // 'matched'
 */
export function relationOf(viewer: Actor, listing: ListingStanding): Ground {
  if (actsFor(viewer, listing.firmId)) return 'own';
  if (listing.agreed) return 'agreed';
  if (openTo(viewer, listing)) return 'visibility';
  if (isStaffOf(viewer, listing.clusterIds)) return 'staff';
  if (listing.matched) return 'matched';
  return viewer.clusters.some((one) => listing.clusterIds.includes(one.clusterId)) ? 'auditor' : 'nobody';
}

/**
 * How much of a listing the viewer may know and why, or undefined when not even that it exists.
 *
 * Masked by default: the other side of a match sees material, bands and area; more where the owner grants it group by
 * group; and all once both have agreed, or where the owner opened the listing to its clusters or to all.
 *
 * @param granted see {@link levelsOf}
 * @example disclosureOf(buyer, { firmId: 'a', clusterIds: [], visibility: 'MASKED', agreed: false, matched: true }) // { levels: MASKED_LEVELS, ground: 'matched' }
 */
export function disclosureOf(
  viewer: Actor,
  listing: ListingStanding,
  granted: readonly DisclosureGroup[] = [],
): { readonly levels: Levels; readonly ground: Ground } | undefined {
  const ground = relationOf(viewer, listing);
  const levels = levelsOf(ground, granted);
  return DISCLOSURE_GROUPS.every((group) => levels[group] === 'HIDDEN') ? undefined : { levels, ground };
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
