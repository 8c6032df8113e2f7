import {
  actsFor,
  dayInOslo,
  disclosureOf,
  firmIdsOf,
  grantStateOf,
  groupsIn,
  isLiveMatch,
  type Actor,
  type DisclosureGroup,
} from '#domain';
import type { MatchRow, StoredListing, Tx } from '#store';
import { WIDENING } from './candidates.js';
import { viewOf } from './facts.js';
import { roadHints } from './roads.js';
import type { Setting } from './setting.js';

export type Sighted = NonNullable<ReturnType<typeof disclosureOf>>;

/** How much of a listing the actor may know, and why; undefined when not even that it exists. */
export const sightOf = (
  actor: Actor,
  { firm, terms }: StoredListing,
  standing: { readonly matched: boolean; readonly agreed: boolean } | undefined,
  granted: readonly DisclosureGroup[],
): Sighted | undefined =>
  disclosureOf(
    actor,
    {
      firmId: firm.id,
      clusterIds: firm.clusterIds,
      visibility: terms.visibility,
      agreed: standing?.agreed ?? false,
      matched: standing?.matched ?? false,
    },
    granted,
  );

/**
 * What of listings is granted to one of the firms and holds now. Nothing keeps the answer: a grant that is withdrawn,
 * or whose day or match is over, is gone from the next reading on.
 *
 * @returns the groups by the listing's id
 */
export async function grantedTo(
  tx: Tx,
  { clock }: Setting,
  listingIds: readonly string[],
  firmIds: readonly string[],
): Promise<(listingId: string) => readonly DisclosureGroup[]> {
  const today = dayInOslo(clock());
  const held = (await tx.disclosures.held(listingIds, firmIds)).filter(({ until, matchState }) => {
    const term = { until, withdrawn: false, matchLive: isLiveMatch(matchState) };
    return grantStateOf(term, today) === 'IN_FORCE';
  });
  return (listingId) => groupsIn(held.filter((one) => one.listingId === listingId).map((one) => one.groups));
}

/** A match with the view that the actor's side has of it now, and what of the other side it rests on. */
export interface KnownMatch {
  readonly row: MatchRow;
  readonly granted: readonly DisclosureGroup[];
}

/**
 * Matches as the actor's side may know them now. What is stored is what a side knows while nothing is granted; with a
 * grant its view is reckoned when it is read, from the facts granted and the bands of the rest, so that nothing needs
 * to be taken back when the grant ends. A pair that a newer version has overtaken is told as stored until the worker
 * has looked at it.
 *
 * @param rows matches that the actor is a party of
 */
export async function asGranted(
  tx: Tx,
  setting: Setting,
  actor: Actor,
  rows: readonly MatchRow[],
): Promise<readonly KnownMatch[]> {
  const live = rows.filter((row) => isLiveMatch(row.state));
  if (live.length === 0) return rows.map(ungranted);
  const others = live.map((row) => otherListingId(actor, row));
  const granted = await grantedTo(tx, setting, [...new Set(others)], firmIdsOf(actor));
  const known: KnownMatch[] = [];
  for (const row of rows) {
    const groups = isLiveMatch(row.state) ? granted(otherListingId(actor, row)) : [];
    known.push(groups.length === 0 ? ungranted(row) : await withGrants(tx, setting, actor, row, groups));
  }
  return known;
}

const ungranted = (row: MatchRow): KnownMatch => ({ row, granted: [] });

/** Who acts for both sides sees a match as the giver. */
const isGiver = (actor: Actor, row: MatchRow): boolean => actsFor(actor, row.offerFirmId);
const otherListingId = (actor: Actor, row: MatchRow): string =>
  isGiver(actor, row) ? row.needId : row.offerId;

async function withGrants(
  tx: Tx,
  setting: Setting,
  actor: Actor,
  row: MatchRow,
  granted: readonly DisclosureGroup[],
): Promise<KnownMatch> {
  const { rules } = setting;
  const [offer, need] = await tx.listings.byIds([row.offerId, row.needId]);
  if (offer === undefined || need === undefined || !isOf(row, offer, need)) return ungranted(row);
  if ([offer, need].some((one) => rules.materials.get(one.terms.materialCode) === undefined))
    return ungranted(row);
  const roads = await roadHints(tx, setting, offer, [need]);
  const hints = { ...roads(need), ...(row.widened ? { widening: WIDENING } : {}) };
  const by = isGiver(actor, row) ? 'giver' : 'taker';
  const view = viewOf({ offer, need, hints }, by, rules, granted);
  if (view === undefined) return ungranted(row);
  return { row: { ...row, ...(by === 'giver' ? { giverView: view } : { takerView: view }) }, granted };
}

const isOf = (row: MatchRow, offer: StoredListing, need: StoredListing): boolean =>
  row.offerVersion === offer.version && row.needVersion === need.version;
