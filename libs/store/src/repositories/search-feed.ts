import type { KernelRow, Seen, Side } from '#domain';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { copyOut } from '../copy-out.js';
import { Prepared } from '../prepared.js';

/** A listing of which something has changed. */
export interface SearchChange {
  readonly listingId: string;
  /** Grows with every change of the listing. */
  readonly version: number;
  readonly floor: number | undefined;
  /** As it can be found now, none where it cannot; undefined where the floor alone has changed. */
  readonly rows: { readonly side: Side; readonly readings: readonly Seen[] } | undefined;
}

export interface SearchChanges {
  readonly snapshot: string;
  /** This database has not come as far as the one that the snapshot was taken of. */
  readonly isBehind: boolean;
  readonly changes: readonly SearchChange[];
}

interface ReadingRow {
  readonly code: string;
  readonly side: Side;
  readonly firm_id: string;
  readonly division: string;
  readonly confidence: number;
  readonly yearly_base: number;
  readonly max_km: number | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly radius_km: number;
}

interface ChangeHead {
  readonly snapshot: string;
  readonly behind: boolean;
  readonly listing_id: string;
  readonly version: number;
  readonly in_search: boolean;
  readonly floor: number | null;
}

type ChangeRow =
  | (ChangeHead & ReadingRow)
  | (ChangeHead & { readonly code: null })
  | (Pick<ChangeHead, 'snapshot' | 'behind'> & { readonly listing_id: null });

const CHANGES = new Prepared<ChangeRow>('search-changes');
const ALL = `
  copy (select s.listing_id, n.code, s.side, s.firm_id, s.division, s.confidence, s.yearly_base, s.max_km,
               s.place[1], s.place[0], s.radius_km, f.floor
          from listing_search s
          join material_number n on n.number = s.material
          left join match_list f on f.listing_id = s.listing_id) to stdout`;
/** Floors brought up to date by one statement. */
const AT_A_TIME = 10_000;

/** The search table as an index outside the database follows it. */
export class SearchFeed {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Reads everything there is. Call it in a transaction in which all statements see the same moment.
   *
   * @returns that moment: {@link since} tells what has changed after it
   */
  async all(take: (row: KernelRow) => void): Promise<string> {
    const rows = await this.manager.query<[{ snapshot: string }]>(
      'select pg_current_snapshot()::text as snapshot',
    );
    const client = (await this.manager.queryRunner?.connect()) as pg.ClientBase | undefined;
    if (client === undefined) throw new Error('Nothing is read outside of a transaction.');
    await copyOut(client, ALL, (line) => take(rowOf(line.split('\t'))));
    return rows[0].snapshot;
  }

  /** What was committed since a snapshot, each listing as it is now. Call it before anything is written. */
  async since(snapshot: string): Promise<SearchChanges> {
    const rows = await CHANGES.run(this.manager, [snapshot]);
    const [first] = rows;
    if (first === undefined) throw new Error('The database told nothing of its snapshot.');
    return { snapshot: first.snapshot, isBehind: first.behind, changes: changesOf(rows) };
  }

  /** Seconds since the oldest change was written that a snapshot does not hold; 0 where it holds all. */
  async lagSeconds(snapshot: string): Promise<number> {
    const rows = await this.manager.query<[{ seconds: number }]>(
      `select coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0)::float8 as seconds
         from search_change
        where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)`,
      [snapshot],
    );
    return rows[0].seconds;
  }

  async forgetOlderThan(hours: number): Promise<void> {
    await this.manager.query(
      'delete from search_change where written_at < clock_timestamp() - make_interval(hours => $1)',
      [hours],
    );
  }

  /**
   * Works out the floors of some listings anew, in the order of their ids: two matches that came onto a list at the same
   * time did not see each other.
   *
   * @param after id of the last one; undefined at the beginning
   * @returns id of the last one looked at; undefined at the end
   */
  async checkFloors(after: string | undefined): Promise<string | undefined> {
    const rows = await this.manager.query<{ last: string | null }[]>(
      `with batch as (select id from listing where $1::uuid is null or id > $1 order by id limit $2)
       select set_floors(array(select id from batch)), (select id from batch order by id desc limit 1) as last`,
      [after ?? null, AT_A_TIME],
    );
    return rows[0]?.last ?? undefined;
  }
}

const readingOf = (listingId: string, row: ReadingRow): Seen => ({
  listingId,
  firmId: row.firm_id,
  division: row.division,
  materialCode: row.code,
  confidence: row.confidence,
  amount: row.yearly_base,
  maxDistanceKm: row.max_km ?? undefined,
  place: { latitude: row.latitude, longitude: row.longitude, radiusKm: row.radius_km },
});

/** Rows of one listing follow each other. */
function changesOf(rows: readonly ChangeRow[]): readonly SearchChange[] {
  const changes = new Map<string, SearchChange & { readings: Seen[] }>();
  for (const row of rows) {
    if (row.listing_id === null) continue;
    const known = changes.get(row.listing_id);
    const readings = known?.readings ?? [];
    if (row.code !== null) readings.push(readingOf(row.listing_id, row));
    if (known !== undefined) continue;
    // One that has no rows is of neither side.
    const side = row.code === null ? 'OFFER' : row.side;
    changes.set(row.listing_id, {
      listingId: row.listing_id,
      version: row.version,
      floor: row.floor ?? undefined,
      rows: row.in_search ? { side, readings } : undefined,
      readings,
    });
  }
  return [...changes.values()].map(({ readings: _readings, ...change }) => change);
}

/** Version 0: whatever is told of it later is newer. */
function rowOf([id, code, side, firm, division, ...numbers]: readonly string[]): KernelRow {
  const [confidence, amount, maxKm, latitude, longitude, radiusKm, floor] = numbers;
  return {
    listingId: id ?? '',
    materialCode: code ?? '',
    side: side === 'OFFER' ? 'OFFER' : 'NEED',
    version: 0,
    firmId: firm ?? '',
    division: division ?? '',
    confidence: Number(confidence),
    amount: Number(amount),
    maxDistanceKm: maxKm === '\\N' ? undefined : Number(maxKm),
    place: { latitude: Number(latitude), longitude: Number(longitude), radiusKm: Number(radiusKm) },
    floor: floor === '\\N' ? undefined : Number(floor),
  };
}
