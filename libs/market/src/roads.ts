import { SYSTEM, type Distance, type PairHints } from '#domain';
import type { StoredListing, Tx } from '#store';
import type { Setting } from './setting.js';

/** Hints for pairs of one listing with others, by the other's id. */
export type HintsOf = (other: StoredListing) => PairHints;

/**
 * Asks the router for the roads from a listing's site to others' that nobody has asked for yet. Outside of any
 * transaction: a slow router must hold no lock.
 */
export async function learnRoads(
  { store, router }: Setting,
  listing: StoredListing,
  others: readonly StoredListing[],
): Promise<void> {
  if (router === undefined || !isRoutable(listing)) return;
  const places = new Map(others.filter(isRoutable).map(({ site }) => [site.id, site]));
  places.delete(listing.site.id);
  const siteIds = [...places.keys()];
  const known = await store.read(SYSTEM, (tx) => tx.roads.from(listing.site.id, siteIds), 'bistrom_matching');
  const asked = [...places.values()].filter((site) => !known.has(site.id));
  if (asked.length === 0) return;
  const answers = await router.distances(listing.site, asked);
  const found = new Map(
    asked.flatMap(({ id }, at) => (answers[at] === undefined ? [] : [[id, answers[at]]])),
  );
  if (found.size === 0) return;
  await store.transaction(SYSTEM, (tx) => tx.roads.keep(listing.site.id, found), 'bistrom_matching');
}

/** What is known of the roads from a listing's site to others'; nothing where no router is configured. */
export async function roadHints(
  tx: Tx,
  { router }: Setting,
  listing: StoredListing,
  others: readonly StoredListing[],
): Promise<HintsOf> {
  if (router === undefined || !isRoutable(listing)) return () => ({});
  const km = await tx.roads.from(
    listing.site.id,
    others.map((one) => one.site.id),
  );
  return (other) => {
    const road = km.get(other.site.id);
    return road === undefined || !isRoutable(other) ? {} : { road: routed(road) };
  };
}

/** A router can only be asked about the very spot. */
const isRoutable = ({ site }: StoredListing): boolean => site.radiusKm === 0;

const routed = (km: number): Distance => ({ km, minKm: km, maxKm: km, basis: 'router' });
