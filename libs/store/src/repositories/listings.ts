import { plain, type Day, type ListingState, type ListingTerms, type Side, type Decimal } from '#domain';
import type { EntityManager } from 'typeorm';
import { ListingRow, ListingVersionRow, type StoredProperty } from '../entities/listing.entity.js';
import { Prepared } from '../prepared.js';
import { sql } from '../sql.js';
import {
  storedListing,
  storedVersion,
  type ListingReadRow,
  type PageRow,
  type StoredListing,
  type StoredVersion,
  type VersionReadRow,
} from '../stored.js';

const BY_ID = new Prepared<ListingReadRow>('listings-by-id');
const HOLD = new Prepared<HeldRow>('hold-listings');
const OF_FIRMS = sql('listings-of-firms');
const VERSIONS = sql('listing-versions');

type HeldRow = Pick<ListingReadRow, 'id' | 'version' | 'state' | 'remaining' | 'learned_km'>;

/** When a firm said that its listing is true, and until which day that stands. */
export interface Confirmed {
  readonly at: Date;
  readonly by: Day | undefined;
}

/** Which of a firm's own listings are wanted. */
export interface ListingFilter {
  readonly side?: Side | undefined;
  readonly state?: ListingState | undefined;
  /** That stand in its title, description or waste code. */
  readonly words?: string | undefined;
}

export class Listings {
  constructor(private readonly manager: EntityManager) {}

  /** Current versions, in the order asked for; what does not exist is left out. */
  async byIds(ids: readonly string[]): Promise<StoredListing[]> {
    if (ids.length === 0) return [];
    const rows = await BY_ID.run(this.manager, [ids]);
    const byId = new Map(rows.map((row) => [row.id, storedListing(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async byId(id: string): Promise<StoredListing | undefined> {
    return (await this.byIds([id]))[0];
  }

  /** The newest first. */
  async versions(id: string, most: number): Promise<readonly StoredVersion[]> {
    return (await this.manager.query<VersionReadRow[]>(VERSIONS, [id, most])).map(storedVersion);
  }

  /**
   * Locks listings in the order of their ids, so that two acceptances never wait for each other in a ring; without
   * the key, so that a match of another listing may still point here meanwhile.
   */
  async lock(ids: readonly string[]): Promise<void> {
    await this.manager.query(
      'select id from listing where id = any($1::uuid[]) order by id for no key update',
      [ids],
    );
  }

  /**
   * Keeps listings as they are until the transaction ends, for a match to be stored on them. All at once and in the order
   * of their ids, as {@link lock} does.
   *
   * @param read listings as they were read without a lock
   * @returns whether one is still what was read, as far as matching is concerned
   */
  async hold(read: readonly StoredListing[]): Promise<(listing: StoredListing) => boolean> {
    const ids = [...new Set(read.map((one) => one.id))];
    const rows = await HOLD.run(this.manager, [ids]);
    const held = new Map(rows.map((row) => [row.id, row]));
    return ({ id, version, state, remaining, learnedKm }) => {
      const now = held.get(id);
      return (
        now !== undefined &&
        now.version === version &&
        now.state === state &&
        remaining.eq(now.remaining) &&
        (now.learned_km ?? undefined) === learnedKm
      );
    };
  }

  async pageOfFirms(
    firmIds: readonly string[],
    filter: ListingFilter,
    first: number,
    after?: PageRow,
  ): Promise<PageRow[]> {
    const rows = await this.manager.query<{ id: string; sort_key: string }[]>(OF_FIRMS, [
      firmIds,
      filter.side ?? null,
      filter.state ?? null,
      after?.sortKey ?? null,
      after?.id ?? null,
      first,
      filter.words?.trim().toLowerCase() || null,
    ]);
    return rows.map((row) => ({ id: row.id, sortKey: row.sort_key }));
  }

  async insert(
    id: string,
    place: { firmId: string; siteId: string },
    terms: ListingTerms,
    by: string,
    confirmed: Confirmed,
  ): Promise<void> {
    await this.manager.insert(ListingRow, {
      id,
      ...place,
      side: terms.side,
      state: 'ACTIVE',
      version: 1,
      remaining: terms.quantity.value,
      materialCode: terms.materialCode,
      availableUntil: terms.availableUntil ?? null,
      confirmedAt: confirmed.at,
      confirmBy: confirmed.by ?? null,
    });
    await this.insertVersion(id, 1, terms, by);
  }

  async insertVersion(listingId: string, version: number, terms: ListingTerms, by: string): Promise<void> {
    const { value: amount, unit, per } = terms.quantity;
    await this.manager.insert(ListingVersionRow, {
      listingId,
      version,
      title: terms.title,
      description: terms.description ?? null,
      materialCode: terms.materialCode,
      materialConfirmed: terms.materialConfirmed,
      readings: terms.readings,
      wasteCode: terms.wasteCode ?? null,
      amount,
      unit,
      per,
      properties: terms.properties.map(storedProperty),
      availableFrom: terms.availableFrom ?? null,
      availableUntil: terms.availableUntil ?? null,
      monthlyProfile: terms.monthlyProfile === undefined ? null : [...terms.monthlyProfile],
      maxDistanceKm: terms.maxDistanceKm ?? null,
      smallestLot: terms.smallestLot ?? null,
      largestLot: terms.largestLot ?? null,
      permits: terms.permits === undefined ? null : [...terms.permits],
      byProductTest: terms.byProductTest ?? null,
      price: terms.price ?? null,
      currency: terms.currency,
      visibility: terms.visibility,
      writtenBy: by,
    });
  }

  /** Makes a version the current one; call with the listing locked. */
  async revise(
    id: string,
    version: number,
    terms: ListingTerms,
    siteId: string,
    remaining: Decimal,
  ): Promise<void> {
    await this.manager.update(
      ListingRow,
      { id },
      {
        version,
        siteId,
        remaining,
        state: remaining.isZero() ? 'FULFILLED' : 'ACTIVE',
        materialCode: terms.materialCode,
        availableUntil: terms.availableUntil ?? null,
        updatedAt: () => 'now()',
      },
    );
  }

  async setState(id: string, state: ListingState): Promise<void> {
    await this.manager.update(ListingRow, { id }, { state, updatedAt: () => 'now()' });
  }

  async confirm(id: string, { at, by }: Confirmed): Promise<void> {
    await this.manager.update(ListingRow, { id }, { confirmedAt: at, confirmBy: by ?? null });
  }

  /** Leaves more time to confirm it; nobody has said anything of it. */
  async setConfirmBy(id: string, confirmBy: Day): Promise<void> {
    await this.manager.update(ListingRow, { id }, { confirmBy });
  }

  /** Sets what remains; the state follows it between ACTIVE and FULFILLED, any other state stays. */
  async setRemaining(id: string, remaining: Decimal): Promise<void> {
    await this.manager.query(
      `update listing set remaining = $2::numeric, updated_at = now(),
              state = case when state in ('ACTIVE', 'FULFILLED')
                           then case when $2::numeric = 0 then 'FULFILLED' else 'ACTIVE' end else state end
        where id = $1`,
      [id, plain(remaining)],
    );
  }

  /** Listings whose last day has passed. */
  async dueToExpire(today: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from listing where available_until < $1::date and state in ('ACTIVE', 'PAUSED', 'FULFILLED') order by id`,
      [today],
    );
    return rows.map((row) => row.id);
  }

  async activeIdsOf(firmId: string): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from listing where firm_id = $1 and state = 'ACTIVE' order by id`,
      [firmId],
    );
    return rows.map((row) => row.id);
  }

  async setLearnedReach(id: string, learnedKm: number | undefined): Promise<void> {
    await this.manager.update(ListingRow, { id }, { learnedKm: learnedKm ?? null });
  }
}

const storedProperty = (one: ListingTerms['properties'][number]): StoredProperty => ({
  property: one.property,
  min: one.min && plain(one.min),
  max: one.max && plain(one.max),
  typical: one.typical && plain(one.typical),
  unit: one.unit,
  basis: one.basis,
  measured: one.measured,
});
