import {
  actsFor,
  dayInOslo,
  firmIdsOf,
  freshnessOf,
  levelsFor,
  membershipsOf,
  viewListing,
  type Actor,
  type DisclosureGroup,
  type Levels,
  type MatchState,
  type Onlooker,
} from '#domain';
import type { AgreementFilter, ListingFilter, PageRow, StoredListing, Tx } from '#store';
import type { DeliveriesService } from './deliveries.js';
import { areaName, nearMissesOf, valueOfMatch } from './explain.js';
import { materialOf } from './facts.js';
import { asGranted, grantedTo, sightOf } from './granted.js';
import { versionsOf, type ListingVersionView } from './listing-versions.js';
import { isParty, partiesOf, tellableOf } from './parties.js';
import { openSteps } from './proposals.js';
import { recordLook } from './listing-looks.js';
import { today, type Setting } from './setting.js';
import {
  agreementView,
  deliveryView,
  matchView,
  municipalityView,
  placeView,
  proposalView,
  siteView,
  type AgreementView,
  type DeliveryView,
  type FirmView,
  type MatchValueView,
  type MatchView,
  type NearMissView,
  type ProposalView,
  type SeenListing,
} from './views.js';

/** A page of ids with their sort keys, and whether there are more. */
export interface Page<T> {
  readonly rows: readonly { readonly node: T; readonly key: PageRow }[];
  readonly hasNext: boolean;
}

/** What a viewer may see, built field by field: the only way data leave towards people. */
export class ReadingService {
  constructor(
    private readonly setting: Setting,
    private readonly deliveriesService: DeliveriesService,
  ) {}

  /** All that the viewer could act for, the one acted for first. */
  firms(actor: Actor): Promise<FirmView[]> {
    return this.setting.store.read(actor, async (tx) => {
      const ids = [...firmIdsOf(actor), ...membershipsOf(actor).map((one) => one.firmId)];
      const rows = await tx.firms.byIds([...new Set(ids)]);
      const views: FirmView[] = [];
      for (const { id, name } of rows)
        views.push({ id, name, sites: (await tx.firms.sitesOf(id)).map(siteView) });
      return views;
    });
  }

  clusters(actor: Actor): Promise<{ id: string; name: string; slug: string }[]> {
    const ids = [
      ...actor.clusters.map((one) => one.clusterId),
      ...actor.firms.flatMap((one) => one.clusterIds),
    ];
    return this.setting.store.read(actor, (tx) => tx.firms.clustersByIds([...new Set(ids)]));
  }

  /** Listings as the viewer may see them; `undefined` where not even their existence may be known. */
  async listings(actor: Actor, ids: readonly string[]): Promise<(SeenListing | undefined)[]> {
    const looks: StoredListing[] = [];
    const seen = await this.setting.store.read(actor, async (tx) => {
      const stored = new Map((await tx.listings.byIds(ids)).map((one) => [one.id, one]));
      const standings = await tx.matches.standingsWith(ids, firmIdsOf(actor));
      const granted = await grantedTo(tx, this.setting, ids, firmIdsOf(actor));
      const seen = new Map<string, SeenListing>();
      for (const listing of stored.values()) {
        const sight = sightOf(actor, listing, standings.get(listing.id), granted(listing.id));
        const view = sight && (await this.see(tx, listing, sight.levels, actsFor(actor, listing.firm.id)));
        if (sight?.ground === 'staff') looks.push(listing);
        if (view !== undefined) seen.set(listing.id, view);
      }
      return ids.map((id) => seen.get(id));
    });
    // Before anything is told: a look that cannot be recorded was none.
    if (looks.length > 0) await this.recordLooks(actor, looks);
    return seen;
  }

  async listing(actor: Actor, id: string): Promise<SeenListing | undefined> {
    return (await this.listings(actor, [id]))[0];
  }

  /** Of own listings, how many live matches each has. */
  liveMatches(actor: Actor, ids: readonly string[]): Promise<number[]> {
    return this.setting.store.read(actor, async (tx) => {
      const live = await tx.matches.liveOf(ids);
      return ids.map((id) => live.get(id) ?? 0);
    });
  }

  /** An own listing with somebody else's eyes; `undefined` for others' and where they would not know of it. */
  asSeenBy(
    actor: Actor,
    id: string,
    onlooker: Onlooker,
    granted: readonly DisclosureGroup[],
  ): Promise<SeenListing | undefined> {
    return this.setting.store.read(actor, async (tx) => {
      const listing = await tx.listings.byId(id);
      if (listing === undefined || !actsFor(actor, listing.firm.id)) return undefined;
      const { firm, terms } = listing;
      const standing = { firmId: firm.id, clusterIds: firm.clusterIds, visibility: terms.visibility };
      const levels = levelsFor(onlooker, standing, granted);
      return levels && this.see(tx, listing, levels, false);
    });
  }

  ownListings(
    actor: Actor,
    filter: ListingFilter,
    first: number,
    after?: PageRow,
  ): Promise<Page<SeenListing>> {
    return this.page(
      first,
      (limit) =>
        this.setting.store.read(actor, (tx) =>
          tx.listings.pageOfFirms(firmIdsOf(actor), filter, limit, after),
        ),
      (ids) => this.listings(actor, ids),
    );
  }

  /** Matches as the viewer's side of them may know; `undefined` for those of others. */
  matches(actor: Actor, ids: readonly string[]): Promise<(MatchView | undefined)[]> {
    return this.setting.store.read(actor, async (tx) => {
      const rows = (await tx.matches.byIds(ids)).filter((row) => isParty(actor, tellableOf(row)));
      const known = await asGranted(tx, this.setting, actor, rows);
      const views = new Map(
        known.map(({ row }) => [
          row.id,
          matchView(actor, row, (code) => this.setting.rules.materials.get(code)),
        ]),
      );
      return ids.map((id) => views.get(id));
    });
  }

  async match(actor: Actor, id: string): Promise<MatchView | undefined> {
    return (await this.matches(actor, [id]))[0];
  }

  ownMatches(
    actor: Actor,
    filter: { listingId?: string | undefined; states?: readonly MatchState[] | undefined },
    first: number,
    after?: PageRow,
  ): Promise<Page<MatchView>> {
    return this.page(
      first,
      (limit) =>
        this.setting.store.read(actor, (tx) =>
          tx.matches.pageOfFirms(firmIdsOf(actor), filter, limit, after),
        ),
      (ids) => this.matches(actor, ids),
    );
  }

  /** What matches are worth as the viewer's side of them may know; `undefined` for those of others and closed ones. */
  values(actor: Actor, ids: readonly string[]): Promise<(MatchValueView | undefined)[]> {
    return this.setting.store.read(actor, async (tx) => {
      const rows = (await tx.matches.byIds(ids)).filter((row) => isParty(actor, tellableOf(row)));
      const known = await asGranted(tx, this.setting, actor, rows);
      const listings = await tx.listings.byIds([
        ...new Set(rows.flatMap((row) => [row.offerId, row.needId])),
      ]);
      const byId = new Map(listings.map((one) => [one.id, one]));
      const values = new Map(
        known.map(({ row, granted }) => {
          const [offer, need] = [byId.get(row.offerId), byId.get(row.needId)];
          return [
            row.id,
            offer && need && valueOfMatch(actor, row, offer, need, this.setting.rules, granted),
          ];
        }),
      );
      return ids.map((id) => values.get(id));
    });
  }

  /** Own listings only; none for others'. */
  nearMisses(actor: Actor, listingId: string, first: number): Promise<readonly NearMissView[]> {
    return this.setting.store
      .read(actor, (tx) => tx.listings.byId(listingId))
      .then((listing) => {
        if (listing === undefined || !actsFor(actor, listing.firm.id)) return [];
        // Compares others' listings as matching does, and tells of them what a match would.
        const look = (tx: Tx) => nearMissesOf(tx, listing, first, this.setting);
        return this.setting.store.read(actor, look, 'bistrom_matching');
      });
  }

  /** Own listings only, the newest first; none for others'. */
  versions(actor: Actor, listingId: string, first: number): Promise<readonly ListingVersionView[]> {
    return this.setting.store.read(actor, (tx) => versionsOf(tx, actor, listingId, first));
  }

  async proposal(actor: Actor, id: string): Promise<ProposalView | undefined> {
    return (await this.proposals(actor, [id]))[0];
  }

  proposals(actor: Actor, ids: readonly string[]): Promise<(ProposalView | undefined)[]> {
    return this.setting.store.read(actor, async (tx) => {
      const rows = new Map((await tx.proposals.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => {
        const row = rows.get(id);
        const own = row && isParty(actor, [row.fromFirmId, row.toFirmId]);
        return own ? proposalView(actor, row, openSteps(actor, row)) : undefined;
      });
    });
  }

  /** Newest first; empty for who is no party. */
  proposalsOf(actor: Actor, matchId: string): Promise<ProposalView[]> {
    return this.setting.store.read(actor, async (tx) => {
      const rows = await tx.proposals.ofMatch(matchId);
      return rows
        .filter((row) => isParty(actor, [row.fromFirmId, row.toFirmId]))
        .map((row) => proposalView(actor, row, openSteps(actor, row)));
    });
  }

  async agreement(actor: Actor, id: string): Promise<AgreementView | undefined> {
    return (await this.agreements(actor, [id]))[0];
  }

  ownAgreements(
    actor: Actor,
    filter: Omit<AgreementFilter, 'today'>,
    first: number,
    after?: PageRow,
  ): Promise<Page<AgreementView>> {
    const [firmIds, asked] = [firmIdsOf(actor), { ...filter, today: today(this.setting) }];
    return this.page(
      first,
      (limit) =>
        this.setting.store.read(actor, (tx) => tx.agreements.pageOfFirms(firmIds, asked, limit, after)),
      (ids) => this.agreements(actor, ids),
    );
  }

  /** Those that stand; corrected ones are told by the ledger. */
  deliveriesOf(actor: Actor, agreementId: string): Promise<DeliveryView[]> {
    return this.setting.store.read(actor, async (tx) => {
      const agreement = await tx.agreements.byId(agreementId);
      if (agreement === null || !isParty(actor, partiesOf(agreement))) return [];
      return (await tx.deliveries.standingOf(agreementId)).map((row) => deliveryView(actor, row));
    });
  }

  delivery(actor: Actor, id: string): Promise<DeliveryView | undefined> {
    return this.setting.store.read(actor, async (tx) => {
      const row = await tx.deliveries.byId(id);
      const agreement = row && (await tx.agreements.byId(row.agreementId));
      return agreement && isParty(actor, partiesOf(agreement)) ? deliveryView(actor, row) : undefined;
    });
  }

  /** Agreements of the viewer's firm; `undefined` for those of others. */
  agreements(actor: Actor, ids: readonly string[]): Promise<(AgreementView | undefined)[]> {
    return this.setting.store.read(actor, async (tx) => {
      const rows = new Map((await tx.agreements.byIds(ids)).map((row) => [row.id, row]));
      const views: (AgreementView | undefined)[] = [];
      for (const row of ids.map((id) => rows.get(id))) {
        const own = row !== undefined && isParty(actor, partiesOf(row));
        const left = own ? await this.deliveriesService.remainingOf(tx, row) : undefined;
        views.push(row && left && agreementView(row, left, today(this.setting)));
      }
      return views;
    });
  }

  private recordLooks(actor: Actor, listings: readonly StoredListing[]): Promise<void> {
    return this.setting.store.transaction(actor, async (tx) => {
      for (const listing of listings) await recordLook(tx, actor, listing);
    });
  }

  private async see(tx: Tx, listing: StoredListing, levels: Levels, own: boolean): Promise<SeenListing> {
    const { firm, site } = listing;
    const names = [firm.name, site.name];
    const freshness = freshnessOf(dayInOslo(listing.confirmedAt), today(this.setting));
    const area = areaName(listing);
    const viewed = { ...listing, firmId: firm.id, siteId: site.id, names, area, freshness };
    const view = viewListing(viewed, materialOf(listing, this.setting.rules), { levels, own });
    const named = view.firmId !== undefined;
    const placed = levels.PLACE === 'EXACT';
    const known = named && placed ? siteView(site) : undefined;
    const sites = own ? (await tx.firms.sitesOf(firm.id)).map(siteView) : known === undefined ? [] : [known];
    return {
      ...view,
      site: known,
      siteName: named ? site.name : undefined,
      municipality: view.area === undefined ? undefined : listing.area && municipalityView(listing.area),
      place: placed ? placeView(site) : undefined,
      firm: named ? { id: firm.id, name: firm.name, sites } : undefined,
    };
  }

  private async page<T>(
    first: number,
    keys: (limit: number) => Promise<PageRow[]>,
    nodes: (ids: readonly string[]) => Promise<(T | undefined)[]>,
  ): Promise<Page<T>> {
    const found = await keys(first + 1);
    const shown = found.slice(0, first);
    const seen = await nodes(shown.map((key) => key.id));
    const rows = shown.flatMap((key, index) => {
      const node = seen[index];
      return node === undefined ? [] : [{ node, key }];
    });
    return { rows, hasNext: found.length > first };
  }
}
