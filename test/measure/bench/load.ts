import type pg from 'pg';
import { plain, toBase } from '#domain';
import type { GeneratedListing } from '../../support/market-generator.js';

const ROWS_A_STATEMENT = 5000;

/**
 * Written past the use cases, because a hundred thousand publications would take an hour; the rows are the same.
 *
 * @param spare listings that somebody will publish later: only their firms are written
 */
export async function loadMarket(
  client: pg.Client,
  clusterId: string,
  listings: readonly GeneratedListing[],
  spare: readonly GeneratedListing[],
): Promise<void> {
  const firms = [...new Map([...listings, ...spare].map(({ firm }) => [firm.id, firm])).values()];
  await client.query(`insert into cluster (id, name, slug) values ($1, 'Bench', 'bench')`, [clusterId]);
  await fill(client, FIRMS, firms.map(firmRow), [clusterId]);
  await fill(client, LISTINGS, listings.map(listingRow));
  await client.query('vacuum analyze');
}

async function fill(
  client: pg.Client,
  statements: readonly string[],
  rows: readonly object[],
  more: readonly unknown[] = [],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const part = JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT));
    for (const statement of statements) {
      await client.query(statement, statement.includes('$2') ? [part, ...more] : [part]);
    }
  }
}

const firmRow = ({ id, siteId, name, naceCode, place }: GeneratedListing['firm']) => ({
  id,
  site_id: siteId,
  name,
  nace_code: naceCode,
  municipality_number: place.municipalityNumber ?? null,
  country: place.country,
  latitude: place.latitude,
  longitude: place.longitude,
});

const FIRMS = [
  `insert into firm (id, name, nace_code, division)
   select id, name, nace_code, left(nace_code, 2)
     from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, nace_code text)`,
  `insert into firm_cluster (firm_id, cluster_id) select id, $2::uuid from jsonb_to_recordset($1::jsonb) as r(id uuid)`,
  `insert into site (id, firm_id, name, municipality_number, country, latitude, longitude)
   select site_id, id, name, municipality_number, country, latitude, longitude
     from jsonb_to_recordset($1::jsonb) as r(id uuid, site_id uuid, name text, municipality_number text, country text,
                                             latitude float8, longitude float8)`,
];

function listingRow(one: GeneratedListing) {
  const { firm } = one;
  return {
    id: one.id,
    firm_id: firm.id,
    site_id: firm.siteId,
    division: firm.naceCode.slice(0, 2),
    latitude: firm.place.latitude,
    longitude: firm.place.longitude,
    side: one.side,
    title: one.title,
    material_code: one.readings[0]?.code,
    readings: one.readings,
    waste_code: one.wasteCode ?? null,
    amount: plain(one.amount),
    yearly_base: toBase(one.amount, one.unit).toNumber(),
    unit: one.unit,
    properties: one.properties.map((property) => ({
      ...property,
      max: property.max && plain(property.max),
      typical: property.typical && plain(property.typical),
    })),
    available_from: one.availableFrom ?? null,
    available_until: one.availableUntil ?? null,
    max_distance_km: one.maxDistanceKm ?? null,
  };
}

const LISTINGS = [
  `insert into listing (id, firm_id, site_id, side, state, version, remaining, material_code, available_until)
   select id, firm_id, site_id, side, 'ACTIVE', 1, amount, material_code, available_until
     from jsonb_to_recordset($1::jsonb) as r(id uuid, firm_id uuid, site_id uuid, side text, amount numeric,
                                             material_code text, available_until date)`,
  `insert into listing_version (listing_id, version, title, material_code, material_confirmed, readings, waste_code,
                                amount, unit, per, properties, available_from, available_until, max_distance_km,
                                currency, visibility, written_by)
   select id, 1, title, material_code, jsonb_array_length(readings) = 1, readings, waste_code, amount, unit, 'YEAR',
          properties, available_from, available_until, max_distance_km, 'NOK', 'MASKED', 'bench'
     from jsonb_to_recordset($1::jsonb) as r(id uuid, title text, material_code text, readings jsonb, waste_code text,
                                             amount numeric, unit text, properties jsonb, available_from date,
                                             available_until date, max_distance_km float8)`,
  `insert into listing_search (listing_id, material, side, firm_id, division, confidence, yearly_base, max_km, place,
                               x, y, z, radius_km)
   select r.id, n.number, r.side, r.firm_id, r.division, v.confidence, r.yearly_base, r.max_distance_km,
          point(r.longitude, r.latitude), cos(radians(r.latitude)) * cos(radians(r.longitude)),
          cos(radians(r.latitude)) * sin(radians(r.longitude)), sin(radians(r.latitude)), 0
     from jsonb_to_recordset($1::jsonb) as r(id uuid, firm_id uuid, division text, side text, readings jsonb,
                                             yearly_base float8, max_distance_km float8, latitude float8,
                                             longitude float8)
    cross join lateral jsonb_to_recordset(r.readings) as v(code text, confidence float8)
     join material_number n on n.code = v.code`,
];
