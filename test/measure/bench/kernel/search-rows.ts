import type pg from 'pg';
import { Kernel, toBase, type KernelRow } from '#domain';
import { copyOut } from '#store';
import type { GeneratedListing } from '../../../support/market-generator.js';
import { copyIn } from './copy.js';

const CHUNK = 1 << 20;

/** Fills the search table straight from the generator: a million publications would take hours; the rows are the same. */
export async function fillSearch(client: pg.Client, listings: Iterable<GeneratedListing>): Promise<void> {
  const { rows } = await client.query<{ code: string; number: number }>(
    'select code, number from material_number',
  );
  const numbers = new Map(rows.map(({ code, number }) => [code, number]));
  const indexes = await client.query<{ indexdef: string; indexname: string }>(
    `select indexdef, indexname from pg_indexes where tablename = 'listing_search' and indexname <> 'listing_search_pkey'`,
  );
  await client.query(
    'alter table listing_search drop constraint listing_search_pkey, drop constraint listing_search_listing_id_fkey',
  );
  for (const { indexname } of indexes.rows) await client.query(`drop index ${indexname}`);
  // COPY does not go with row security; a single insert for each row would
  await client.query('alter table listing_search disable row level security');
  await copyIn(client, 'copy listing_search from stdin', chunksOf(listings, numbers));
  await client.query('alter table listing_search enable row level security');
  await client.query('alter table listing_search add primary key (listing_id, material)');
  for (const { indexdef } of indexes.rows) await client.query(indexdef);
  await client.query('vacuum analyze listing_search');
}

function* chunksOf(
  listings: Iterable<GeneratedListing>,
  numbers: ReadonlyMap<string, number>,
): Generator<Buffer> {
  let text = '';
  for (const one of listings) {
    text += linesOf(one, numbers);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

function linesOf(one: GeneratedListing, numbers: ReadonlyMap<string, number>): string {
  const { latitude, longitude } = one.firm.place;
  const rad = Math.PI / 180;
  const flat = Math.cos(latitude * rad);
  const amount = toBase(one.amount, one.unit).toNumber();
  const about = [
    one.side,
    one.firm.id,
    one.firm.naceCode.slice(0, 2),
    '',
    amount,
    one.maxDistanceKm ?? '\\N',
    `(${longitude},${latitude})`,
    flat * Math.cos(longitude * rad),
    flat * Math.sin(longitude * rad),
    Math.sin(latitude * rad),
    0,
  ];
  return one.readings
    .map(({ code, confidence }) => {
      about[3] = confidence;
      return `${one.id}\t${numbers.get(code)}\t${about.join('\t')}\n`;
    })
    .join('');
}

const ROWS = `
  copy (select s.listing_id, n.code, s.side, s.firm_id, s.division, s.confidence, s.yearly_base, s.max_km,
               s.place[1], s.place[0], s.radius_km
          from listing_search s join material_number n on n.number = s.material) to stdout`;

/** Reads every row of the search table. */
export async function readSearch(client: pg.Client, take: (row: KernelRow) => void): Promise<void> {
  await copyOut(client, ROWS, (line) => take(rowOf(line.split('\t'))));
}

export async function loadKernel(client: pg.Client): Promise<Kernel> {
  const loading = Kernel.loading();
  await readSearch(client, (row) => loading.add(row));
  return loading.done();
}

function rowOf([id, code, side, firm, division, ...numbers]: readonly string[]): KernelRow {
  const [confidence, amount, maxKm, latitude, longitude, radiusKm] = numbers;
  return {
    listingId: id ?? '',
    materialCode: code ?? '',
    side: side === 'OFFER' ? 'OFFER' : 'NEED',
    version: 1,
    firmId: firm ?? '',
    division: division ?? '',
    confidence: Number(confidence),
    amount: Number(amount),
    maxDistanceKm: maxKm === '\\N' ? undefined : Number(maxKm),
    place: { latitude: Number(latitude), longitude: Number(longitude), radiusKm: Number(radiusKm) },
  };
}
