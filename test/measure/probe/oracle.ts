import type pg from 'pg';
import {
  DISCLOSURE_GROUPS,
  isLiveMatch,
  levelsOf,
  type DisclosureGroup,
  type Ground,
  type Level,
  type MatchState,
} from '#domain';
import type { Canary, CanaryGroup } from './canaries.js';
import type { Identity } from './cast.js';

interface ListingFact {
  readonly id: string;
  readonly firm_id: string;
  readonly visibility: 'MASKED' | 'CLUSTER' | 'FEDERATION';
  readonly cluster_ids: readonly string[];
}

/** Pairs of listing and firm that have an agreement, a match or a grant that holds. */
interface Ties {
  readonly agreed: ReadonlySet<string>;
  readonly matched: ReadonlySet<string>;
  readonly granted: ReadonlyMap<string, readonly DisclosureGroup[]>;
}

interface Subject {
  readonly id: string;
  readonly listing_ids: readonly string[];
  readonly live: boolean;
}

interface Grant {
  readonly listing_id: string;
  readonly firm_id: string;
  readonly groups: readonly DisclosureGroup[];
  readonly state: MatchState;
}

const LISTINGS = `
  select l.id, l.firm_id, v.visibility, array(select c.cluster_id from firm_cluster c where c.firm_id = l.firm_id) as cluster_ids
    from listing l join listing_version v on v.listing_id = l.id and v.version = l.version`;
const TIES = (table: 'match' | 'agreement'): string => `
  select offer_id as listing_id, need_firm_id as firm_id from ${table}
  union select need_id, offer_firm_id from ${table}`;
const GRANTS = `
  select g.listing_id, g.to_firm_id as firm_id, g.groups, m.state
    from disclosure_grant g join match m on m.id = g.match_id
   where g.withdrawn_at is null and g.until >= (clock_timestamp() at time zone 'Europe/Oslo')::date`;
/** What is about listings, by its id, and whether it may still lead somewhere. */
const ABOUT = `
  select id, array[id] as listing_ids, true as live from listing
  union all select id, array[offer_id, need_id], state in ('OPEN', 'NEGOTIATING') from match
  union all select id, array[offer_id, need_id], true from agreement
  union all select p.id, array[m.offer_id, m.need_id], p.state = 'SENT' from proposal p join match m on m.id = p.match_id`;
const FIRM_CLUSTERS = 'select firm_id, cluster_id from firm_cluster';

/** Whoever may act for a firm is told its name and its sites, also while acting for another. */
const OF_MEMBERSHIP = /^(?:firm\.(?:id|name)|site\.(?:id|name|latitude|longitude))$/;

const keyOf = (listingId: string, firmId: string | undefined): string => `${listingId} ${firmId}`;

/**
 * Who may see which canary: the domain's levels by relation and grant, and for all else the firms and people that it
 * belongs to. How somebody stands is read from the rows themselves, and not by the code that answers people: no by
 * default.
 */
export class Oracle {
  private constructor(
    private readonly listings: ReadonlyMap<string, ListingFact>,
    private readonly ties: Ties,
    private readonly clustersOf: ReadonlyMap<string, readonly string[]>,
    private readonly subjects: ReadonlyMap<string, Subject>,
  ) {}

  static async read(client: pg.Client): Promise<Oracle> {
    const rowsOf = async <Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> =>
      (await client.query<Row>(text)).rows;
    const pairs = async (table: 'match' | 'agreement'): Promise<ReadonlySet<string>> => {
      const rows = await rowsOf<{ listing_id: string; firm_id: string }>(TIES(table));
      return new Set(rows.map((row) => keyOf(row.listing_id, row.firm_id)));
    };
    const listings = await rowsOf<ListingFact>(LISTINGS);
    const ties = {
      agreed: await pairs('agreement'),
      matched: await pairs('match'),
      granted: grantsOf(await rowsOf<Grant>(GRANTS)),
    };
    const clustersOf = new Map<string, string[]>();
    for (const row of await rowsOf<{ firm_id: string; cluster_id: string }>(FIRM_CLUSTERS))
      clustersOf.set(row.firm_id, [...(clustersOf.get(row.firm_id) ?? []), row.cluster_id]);
    const subjects = await rowsOf<Subject>(ABOUT);
    return new Oracle(byId(listings), ties, clustersOf, byId(subjects));
  }

  /** Whether the canary may turn up in what the identity is answered. */
  allows(identity: Identity, canary: Canary): boolean {
    if (identity.role === undefined) return false;
    const { group, needs, listingIds, firmIds, placeIds, personId } = canary;
    if (OF_MEMBERSHIP.test(canary.where) && firmIds.some((id) => identity.memberOf.includes(id))) return true;
    const isOf = identity.firmId !== undefined && firmIds.includes(identity.firmId);
    const isShown = (): boolean => listingIds.some((id) => this.shows(identity, id, needs));
    const rules: Readonly<Record<CanaryGroup, () => boolean>> = {
      listing: isShown,
      existence: () => listingIds.some((id) => this.isKnown(identity, id)),
      own: () => isOf,
      deal: () => isOf,
      followed: () => isOf || this.isStaffOf(identity, firmIds),
      view: () => (isOf || this.isStaffOf(identity, firmIds)) && isShown(),
      dealAmount: () => isOf || this.seesFigures(identity, firmIds),
      figures: () => this.seesFigures(identity, firmIds),
      person: () => personId !== undefined && personId === identity.personId,
      managed: () => placeIds.some((id) => identity.manages.includes(id)),
      never: () => false,
    };
    return rules[group]();
  }

  /** How the identity stands towards a listing: the first that holds, in the order of the domain's grounds. */
  relation(identity: Identity, listingId: string): Ground {
    const listing = this.listings.get(listingId);
    if (listing === undefined || identity.role === undefined) return 'nobody';
    const { role, firmId } = identity;
    const isNear = identity.clusterIds.some((id) => listing.cluster_ids.includes(id));
    const isTied = (ties: ReadonlySet<string>): boolean => ties.has(keyOf(listing.id, firmId));
    const isOpened = listing.visibility === 'CLUSTER' && role === 'firm' && isNear;
    const grounds: readonly (readonly [Ground, boolean])[] = [
      ['own', firmId === listing.firm_id],
      ['agreed', isTied(this.ties.agreed)],
      ['visibility', listing.visibility === 'FEDERATION' || isOpened],
      ['staff', role === 'cluster_staff' && isNear],
      ['matched', isTied(this.ties.matched)],
      ['auditor', role === 'auditor' && isNear],
    ];
    return grounds.find(([, holds]) => holds)?.[0] ?? 'nobody';
  }

  /** How the identity stands towards what a thing is about: things of one standing are answered by the same rules. */
  standing(identity: Identity, id: string): string {
    const subject = this.subjects.get(id);
    if (subject === undefined) return id;
    const levels = subject.listing_ids.map((one) => [
      this.relation(identity, one),
      ...Object.values(this.levels(identity, one)),
    ]);
    return JSON.stringify([subject.live, levels]);
  }

  private levels(identity: Identity, listingId: string): Readonly<Record<DisclosureGroup, Level>> {
    const granted = this.ties.granted.get(keyOf(listingId, identity.firmId));
    return levelsOf(this.relation(identity, listingId), granted);
  }

  /** Exact; words are shown from the band on, which is without names. */
  private shows(identity: Identity, listingId: string, needs: readonly DisclosureGroup[]): boolean {
    const levels = this.levels(identity, listingId);
    return needs.every(
      (group) => levels[group] === 'EXACT' || (group === 'TEXT' && levels[group] === 'BANDED'),
    );
  }

  private isKnown(identity: Identity, listingId: string): boolean {
    const levels = this.levels(identity, listingId);
    return DISCLOSURE_GROUPS.some((group) => levels[group] !== 'HIDDEN');
  }

  private isStaffOf({ role, clusterIds }: Identity, firmIds: readonly string[]): boolean {
    const clusters = firmIds.flatMap((id) => this.clustersOf.get(id) ?? []);
    return role === 'cluster_staff' && clusters.some((id) => clusterIds.includes(id));
  }

  private seesFigures({ role, clusterIds }: Identity, firmIds: readonly string[]): boolean {
    const clusters = firmIds.flatMap((id) => this.clustersOf.get(id) ?? []);
    return (role === 'cluster_staff' || role === 'auditor') && clusters.some((id) => clusterIds.includes(id));
  }
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]));

/** A grant ends with its match. */
function grantsOf(rows: readonly Grant[]): Ties['granted'] {
  const granted = new Map<string, readonly DisclosureGroup[]>();
  for (const row of rows.filter(({ state }) => isLiveMatch(state))) {
    const key = keyOf(row.listing_id, row.firm_id);
    granted.set(key, [...(granted.get(key) ?? []), ...row.groups]);
  }
  return granted;
}
