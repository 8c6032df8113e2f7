import {
  Decimal,
  type NotificationRhythm,
  type Place,
  type Side,
  type WatchState,
  type WatchTerms,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql.js';
import type { PageRow } from '../stored.js';

const FOR_LISTING = sql('watches-for');
const INSERT_HITS = sql('insert-watch-hits');
const COLUMNS = `w.id, w.firm_id, w.person_id, w.name, w.side, w.site_id, w.conditions, w.rhythm, w.state, w.created_at,
  array(select m.material_code from watch_material m where m.watch_id = w.id order by m.material_code) as materials`;

export interface StoredWatch {
  readonly id: string;
  readonly firmId: string;
  readonly personId: string;
  readonly state: WatchState;
  readonly createdAt: Date;
  readonly terms: WatchTerms;
}

/** A watch with what of its firm decides. */
export interface WatchOfFirm extends StoredWatch {
  readonly division: string;
  readonly clusterIds: readonly string[];
  readonly place: Place | undefined;
}

/** What one watch found of one listing version; `told` is all that its person is shown. */
export interface NewWatchHit<Told> {
  readonly id: string;
  readonly watchId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly listingId: string;
  readonly listingVersion: number;
  readonly told: Told;
}

export interface WatchHitRow<Told> {
  readonly id: string;
  readonly watchId: string;
  readonly watchName: string;
  readonly listingId: string;
  readonly foundAt: Date;
  readonly told: Told;
}

type Written = {
  readonly [K in 'property' | 'min' | 'max' | 'typical' | 'unit' | 'basis']?: string;
} & { readonly measured: boolean };

/** How a watch's wishes are kept; decimals as text. */
interface Conditions {
  readonly areas: readonly string[];
  readonly withinKm?: number;
  readonly amount?: { readonly min?: string; readonly max?: string; readonly unit: string };
  readonly properties: readonly Written[];
  readonly leastScore?: number;
  readonly crossIndustryOnly: boolean;
}

interface WatchReadRow {
  readonly id: string;
  readonly firm_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly side: Side;
  readonly site_id: string | null;
  readonly conditions: Conditions;
  readonly rhythm: NotificationRhythm | null;
  readonly state: WatchState;
  readonly created_at: Date;
  readonly materials: readonly string[];
}

interface WatchOfFirmRow extends WatchReadRow {
  readonly division: string;
  readonly cluster_ids: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radius_km: number | null;
  readonly region: string | null;
}

/** Wishes to be told, what they found, and which of it has been told. */
export class Watches {
  constructor(private readonly manager: EntityManager) {}

  async insert(watch: Omit<StoredWatch, 'createdAt' | 'state'>): Promise<void> {
    const { id, firmId, personId, terms } = watch;
    await this.manager.query(
      'insert into watch (id, firm_id, person_id, name, side, site_id, conditions, rhythm) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        id,
        firmId,
        personId,
        terms.name,
        terms.side,
        terms.siteId ?? null,
        conditionsOf(terms),
        terms.rhythm ?? null,
      ],
    );
    await this.putMaterials(id, terms);
  }

  async change(id: string, terms: WatchTerms): Promise<void> {
    await this.manager.query(
      `update watch set name = $2, side = $3, site_id = $4, conditions = $5, rhythm = $6, changed_at = clock_timestamp()
        where id = $1`,
      [id, terms.name, terms.side, terms.siteId ?? null, conditionsOf(terms), terms.rhythm ?? null],
    );
    await this.manager.query('delete from watch_material where watch_id = $1', [id]);
    await this.putMaterials(id, terms);
  }

  async setState(id: string, state: WatchState): Promise<void> {
    await this.manager.query('update watch set state = $2, changed_at = clock_timestamp() where id = $1', [
      id,
      state,
    ]);
  }

  /** With all that it found. */
  async remove(id: string): Promise<void> {
    await this.manager.query('delete from watch where id = $1', [id]);
  }

  async lock(id: string): Promise<StoredWatch | undefined> {
    await this.manager.query('select from watch where id = $1 for update', [id]);
    return this.byId(id);
  }

  async byId(id: string): Promise<StoredWatch | undefined> {
    const rows = await this.manager.query<WatchReadRow[]>(`select ${COLUMNS} from watch w where w.id = $1`, [
      id,
    ]);
    return rows.map(watchOf)[0];
  }

  /** Newest first. */
  async ofPerson(personId: string, firmIds: readonly string[]): Promise<StoredWatch[]> {
    const rows = await this.manager.query<WatchReadRow[]>(
      `select ${COLUMNS} from watch w where w.person_id = $1 and w.firm_id = any($2::uuid[])
        order by w.created_at desc, w.id desc`,
      [personId, firmIds],
    );
    return rows.map(watchOf);
  }

  /** Active watches of other firms that name the listing's material or one above it. */
  async forListing(side: Side, branch: readonly string[], firmId: string): Promise<WatchOfFirm[]> {
    const rows = await this.manager.query<WatchOfFirmRow[]>(FOR_LISTING, [side, branch, firmId]);
    return rows.map((row) => ({
      ...watchOf(row),
      division: row.division,
      clusterIds: row.cluster_ids,
      place: placeOf(row),
    }));
  }

  /** @returns ids of those that were new: what is found twice is told once */
  async insertHits(hits: readonly NewWatchHit<unknown>[]): Promise<readonly string[]> {
    if (hits.length === 0) return [];
    const rows = await this.manager.query<{ id: string }[]>(INSERT_HITS, [JSON.stringify(hits)]);
    return rows.map((row) => row.id);
  }

  hits<Told>(ids: readonly string[]): Promise<WatchHitRow<Told>[]> {
    return this.manager.query(`${HIT} where h.id = any($1::uuid[])`, [ids]);
  }

  /** Newest first. */
  hitsOf<Told>(watchId: string, first: number, after?: PageRow): Promise<(WatchHitRow<Told> & PageRow)[]> {
    return this.manager.query(
      `${HIT} where h.watch_id = $1 and ($2::timestamptz is null or (h.found_at, h.id) < ($2::timestamptz, $3::uuid))
        order by h.found_at desc, h.id desc limit $4`,
      [watchId, after?.sortKey ?? null, after?.id ?? null, first],
    );
  }

  private async putMaterials(id: string, { materialCodes, side }: WatchTerms): Promise<void> {
    await this.manager.query(
      'insert into watch_material (watch_id, material_code, side) select distinct $1::uuid, code, $3 from unnest($2::text[]) code',
      [id, materialCodes, side],
    );
  }
}

const HIT = `select h.id, h.watch_id as "watchId", w.name as "watchName", h.listing_id as "listingId",
    h.found_at as "foundAt", h.told,
    to_char(h.found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from watch_hit h join watch w on w.id = h.watch_id`;

const conditionsOf = ({
  areas,
  withinKm,
  amount,
  properties,
  leastScore,
  crossIndustryOnly,
}: WatchTerms): string =>
  JSON.stringify({ areas, withinKm, amount, properties, leastScore, crossIndustryOnly });

const decimal = (text: string | undefined): Decimal | undefined =>
  text === undefined ? undefined : new Decimal(text);

const watchOf = (row: WatchReadRow): StoredWatch => ({
  id: row.id,
  firmId: row.firm_id,
  personId: row.person_id,
  state: row.state,
  createdAt: row.created_at,
  terms: termsOf(row),
});

function termsOf({ name, side, site_id: siteId, materials, conditions, rhythm }: WatchReadRow): WatchTerms {
  const { amount, properties, ...rest } = conditions;
  return {
    ...rest,
    name,
    side,
    materialCodes: materials,
    siteId: siteId ?? undefined,
    rhythm: rhythm ?? undefined,
    amount: amount && { unit: amount.unit, min: decimal(amount.min), max: decimal(amount.max) },
    properties: properties.map((one) => ({
      ...one,
      property: one.property ?? '',
      min: decimal(one.min),
      max: decimal(one.max),
      typical: decimal(one.typical),
    })),
  };
}

const placeOf = ({ latitude, longitude, radius_km: radiusKm, region }: WatchOfFirmRow): Place | undefined =>
  latitude === null || longitude === null || radiusKm === null
    ? undefined
    : { latitude, longitude, radiusKm, region: region ?? undefined };
