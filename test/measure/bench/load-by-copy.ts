import type pg from 'pg';
import { plain } from '#domain';
import type { GeneratedFirm, GeneratedListing } from '../../support/market-generator.js';
import { copyIn } from './kernel/copy.js';
import { fillSearch } from './kernel/search-rows.js';

/** Listings that are turned into rows at a time. */
const AT_A_TIME = 20_000;
const NULL = '\\N';

/** Tables in the order that they refer to each other, with the columns that are written. */
const TABLES = {
  firm: 'id, name, nace_code, division',
  firm_cluster: 'firm_id, cluster_id',
  site: 'id, firm_id, name, municipality_number, country, latitude, longitude',
  listing: 'id, firm_id, site_id, side, state, version, remaining, material_code, available_until',
  listing_version:
    'listing_id, version, title, material_code, material_confirmed, readings, waste_code, amount, unit, per, properties, available_from, available_until, max_distance_km, currency, visibility, written_by',
} as const;
type Table = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as readonly Table[];

/**
 * Fills every table that a listing stands in, straight from the generator: a million publications would take hours; the
 * rows are the same.
 *
 * @param generated called twice, once for the search table
 * @param firms of listings that somebody will publish later
 */
export async function loadByCopy(
  client: pg.Client,
  clusterId: string,
  generated: () => Iterable<GeneratedListing>,
  firms: readonly GeneratedFirm[],
): Promise<void> {
  await client.query(`insert into cluster (id, name, slug) values ($1, 'Bench', 'bench')`, [clusterId]);
  // COPY does not go with row security, and what triggers tell is for who publishes.
  const all = (change: string): Promise<unknown> =>
    client.query(NAMES.map((name) => `alter table ${name} ${change}`).join(';'));
  await all('disable row level security, disable trigger user');
  const seen = new Set<string>();
  for (const batch of inBatches(generated())) {
    const fresh = newOnes([...batch.map(({ firm }) => firm)], seen);
    await write(client, rowsOf(clusterId, fresh, batch));
  }
  await write(client, rowsOf(clusterId, newOnes(firms, seen), []));
  await all('enable row level security, enable trigger user');
  await client.query('alter table listing_search disable trigger user');
  await fillSearch(client, generated());
  await client.query('alter table listing_search enable trigger user');
  await client.query('vacuum analyze');
}

type Rows = Readonly<Record<Table, readonly string[]>>;

async function write(client: pg.Client, rows: Rows): Promise<void> {
  for (const name of NAMES)
    await copyIn(client, `copy ${name} (${TABLES[name]}) from stdin`, [Buffer.from(rows[name].join(''))]);
}

function* inBatches(listings: Iterable<GeneratedListing>): Generator<readonly GeneratedListing[]> {
  let batch: GeneratedListing[] = [];
  for (const one of listings) {
    batch.push(one);
    if (batch.length < AT_A_TIME) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Firms that have not been seen before, each once. */
function newOnes(firms: readonly GeneratedFirm[], seen: Set<string>): readonly GeneratedFirm[] {
  return firms.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

const rowsOf = (
  clusterId: string,
  firms: readonly GeneratedFirm[],
  listings: readonly GeneratedListing[],
): Rows => ({
  firm: firms.map(({ id, name, naceCode }) => line(id, name, naceCode, naceCode.slice(0, 2))),
  firm_cluster: firms.map(({ id }) => line(id, clusterId)),
  site: firms.map(({ id, siteId, name, place }) =>
    line(siteId, id, name, place.municipalityNumber, place.country, place.latitude, place.longitude),
  ),
  listing: listings.map((one) =>
    line(
      ...[one.id, one.firm.id, one.firm.siteId, one.side, 'ACTIVE', 1, plain(one.amount)],
      ...[one.readings[0]?.code, one.availableUntil],
    ),
  ),
  listing_version: listings.map((one) =>
    line(
      ...[
        one.id,
        1,
        one.title,
        one.readings[0]?.code,
        one.readings.length === 1,
        JSON.stringify(one.readings),
      ],
      ...[one.wasteCode, plain(one.amount), one.unit, 'YEAR', propertiesOf(one), one.availableFrom],
      ...[one.availableUntil, one.maxDistanceKm, 'NOK', 'MASKED', 'bench'],
    ),
  ),
});

const propertiesOf = (one: GeneratedListing): string =>
  JSON.stringify(
    one.properties.map((property) => ({
      ...property,
      max: property.max && plain(property.max),
      typical: property.typical && plain(property.typical),
    })),
  );

/** A row as COPY takes it: what is nothing is `\N`, and a backslash would begin an escape. */
const line = (...fields: readonly (string | number | boolean | undefined)[]): string =>
  `${fields.map((one) => (one === undefined ? NULL : String(one).replaceAll(/[\\\t\n\r]/g, escaped))).join('\t')}\n`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (character: string): string => ESCAPES[character] ?? character;
