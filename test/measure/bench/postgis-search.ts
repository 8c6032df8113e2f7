import type pg from 'pg';
import type { Look } from '#domain';
import { statement, valuesOf, type Page } from './plain-search.js';

export const POSTGIS = 'PostGIS ST_DWithin + any(material)';

/**
 * The same rows as PostGIS would keep them: a point on the globe each, with its index. On the sphere, as we reckon, which
 * is faster than on the spheroid.
 *
 * @returns false where the server has no PostGIS
 */
export async function preparePostgis(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(`select from pg_available_extensions where name = 'postgis'`);
  if (rowCount === 0) return false;
  await client.query('create extension if not exists postgis');
  await client.query(`
    create table postgis_search as
    select listing_id, material, side, firm_id, division, confidence, yearly_base, max_km,
           st_setsrid(st_makepoint(place[0], place[1]), 4326)::geography as place
      from listing_search where radius_km = 0`);
  await client.query('create index on postgis_search using gist (place)');
  await client.query('create index on postgis_search (material, side)');
  await client.query('vacuum analyze postgis_search');
  return true;
}

const POINT = 'st_setsrid(st_makepoint($11::float8, $10::float8), 4326)::geography';
const SEARCH = statement({
  table: 'postgis_search',
  greatCircleKm: `st_distance(c.place, ${POINT}, false) / 1000`,
  near: `st_dwithin(c.place, ${POINT}, $22::float8 * 1000, false)
         and c.material = any(array(select number from material_number where code = any($1::text[])))`,
});

/** @returns statement and values; the radius is what the listing states, or the farthest reach of all that is sought */
export function postgisSearch(look: Look, page: Page): readonly [string, unknown[]] {
  const farthest = look.maxDistanceKm ?? Math.max(0, ...look.sought.map((one) => one.reachKm));
  return [SEARCH, [...valuesOf(look, [], page), farthest / look.leastDetour]];
}
