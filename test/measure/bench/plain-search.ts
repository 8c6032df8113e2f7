import type pg from 'pg';
import { BUYER, WEIGHTS, type Look } from '#domain';

/** What the database says of one candidate. */
export interface Bounded {
  readonly id: string;
  readonly bound: number;
}

/**
 * The same rows without the geometric index: material by a btree that holds all that is asked for, distance by the
 * haversine formula. The store's own roles may read it, for publications are timed with it too.
 */
export async function preparePlain(client: pg.Client): Promise<void> {
  await client.query(`
    create table plain_search as
    select listing_id, material, side, firm_id, division, confidence, yearly_base, max_km,
           place[1] as latitude, place[0] as longitude
      from listing_search where radius_km = 0`);
  await client.query(`
    create index on plain_search (material, side) include
      (listing_id, firm_id, division, confidence, yearly_base, max_km, latitude, longitude)`);
  await client.query('grant select on plain_search to public');
  await client.query('vacuum analyze plain_search');
}

const PLAIN = statement({
  greatCircleKm: `2 * 6371.0088 * asin(least(1, sqrt(
               sin(radians(c.latitude - $10::float8) / 2) ^ 2
             + cos(radians($10::float8)) * cos(radians(c.latitude)) * sin(radians(c.longitude - $11::float8) / 2) ^ 2)))`,
  table: 'plain_search',
});

/** Where a baseline keeps the rows of the search, and how it knows the distance. */
export interface Kept {
  readonly table: string;
  /** From the values $10 latitude and $11 longitude to a row `c`. */
  readonly greatCircleKm: string;
  /** What else a row must be, beside all that every baseline asks. */
  readonly near?: string;
}

/** The whole question, score and all, over rows that are kept in another way. */
export function statement({ table, greatCircleKm, near = 'true' }: Kept): string {
  return `
  select p.listing_id as id,
         max(p.fixed + ($13::float8[])[1] * p.worth * p.confidence ^ 0.25
           + ($13::float8[])[2] * greatest(case when strpos(p.divisions, p.division) > 0 then 0.5 else p.otherwise end,
                                             case when strpos(p.buyers, p.division) > 0 then 0.5 * $21::float8 else 0 end)
           + ($13::float8[])[3] * greatest(0, 1 - p.road_km / p.usual_km)
           + ($13::float8[])[4] * case when greatest(p.amount, p.yearly_base) > 0
                                       then least(p.amount, p.yearly_base) / greatest(p.amount, p.yearly_base) else 0 end
           + case when p.division = $9::text then 0 else ($13::float8[])[5] end
           + ($13::float8[])[6]) as bound
    from (
      select v.*, c.*, least(coalesce($12::float8, v.reach), coalesce(c.max_km, v.reach)) as limit_km,
             least(coalesce($12::float8, v.usual), coalesce(c.max_km, v.usual)) as usual_km,
             $14::float8 * ${greatCircleKm} as road_km
        from unnest($1::text[], $2::float8[], $3::float8[], $4::float8[], $5::text[], $6::float8[], $7::float8[],
                    $19::float8[], $20::text[]) as v(code, reach, worth, amount, divisions, fixed, otherwise, usual, buyers)
        join material_number n on n.code = v.code
        join ${table} c on c.material = n.number
       where c.side = $15 and c.firm_id <> $8::uuid and c.listing_id <> all($16::uuid[]) and ${near}
    ) p
   where p.road_km <= p.limit_km
   group by p.listing_id
   order by bound desc, p.listing_id
   limit $17 offset $18`;
}

const WEIGHTS_IN_ORDER = [
  WEIGHTS.material,
  WEIGHTS.practice,
  WEIGHTS.distance,
  WEIGHTS.quantity,
  WEIGHTS.industry,
  WEIGHTS.facts,
];

export interface Page {
  readonly first: number;
  readonly skip: number;
}

/** The plain statement with its values, for whoever has a connection. */
export const plainSearch = (
  look: Look,
  leaveOut: readonly string[],
  page: Page,
): readonly [string, unknown[]] => [PLAIN, valuesOf(look, leaveOut, page)];

/** What a {@link statement} is asked with. */
export function valuesOf({ sought, ...look }: Look, leaveOut: readonly string[], page: Page): unknown[] {
  return [
    sought.map((one) => one.materialCode),
    sought.map((one) => one.reachKm),
    sought.map((one) => one.worth),
    sought.map((one) => one.amount),
    sought.map((one) => one.divisions.join('|')),
    sought.map((one) => one.fixed),
    sought.map((one) => one.otherwise),
    look.firmId,
    look.division,
    look.place.latitude,
    look.place.longitude,
    look.maxDistanceKm ?? null,
    WEIGHTS_IN_ORDER,
    look.leastDetour,
    look.side,
    leaveOut,
    page.first,
    page.skip,
    sought.map((one) => one.usualKm),
    sought.map((one) => one.buyers.join('|')),
    BUYER,
  ];
}
