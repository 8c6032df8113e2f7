import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { calendarYear, type Day } from '#domain';

export const FIRMS = 120;
export const AGREEMENTS = 400;
/** Whole calendar years that the entries lie in, the last of them the one of the measurement. */
const YEARS = 4;
const SLICE = 50_000;

/** A cluster whose firms deliver by weighbridge: half of the entries are deliveries, half their verifications. */
export interface BigLedger {
  readonly clusterId: string;
  /** All but the last year are in the ledger whole, the last one too. */
  readonly lastYear: number;
  readonly entries: number;
}

/**
 * Fills a fresh database with a cluster of 120 firms, 400 agreements over the material links of the reference data, and
 * entries over four years. Places in the chain are given in bulk: their hashes are of the place alone, for nobody follows
 * the chain here. Balances are not there yet.
 */
export async function fillLedger(client: pg.Client, entries: number, lastYear: number): Promise<BigLedger> {
  const clusterId = randomUUID();
  await client.query(`insert into cluster (id, name, slug) values ($1, 'Measured', 'measured')`, [clusterId]);
  await client.query(PARTIES, [FIRMS, clusterId]);
  await client.query(WITHOUT_LISTINGS);
  await client.query(AGREED, [AGREEMENTS, FIRMS]);
  await client.query('alter table ledger_entry disable trigger ledger_entered');
  const [from, to] = [calendarYear(lastYear - YEARS + 1).from, calendarYear(lastYear).to];
  for (let first = 0; first < entries; first += SLICE)
    await enter(client, { first, last: Math.min(first + SLICE, entries) - 1, of: entries }, from, to);
  await client.query('alter table ledger_entry enable trigger ledger_entered');
  await client.query(PLACES, [clusterId]);
  await client.query('vacuum analyze');
  return { clusterId, lastYear, entries };
}

/** One more delivery, in the last year, through the gate that every entry goes through. */
export const enterOne = (client: pg.Client, { lastYear, entries }: BigLedger): Promise<unknown> => {
  const { from, to } = calendarYear(lastYear);
  return enter(client, { first: 0, last: 0, of: entries }, from, to);
};

interface Slice {
  readonly first: number;
  readonly last: number;
  /** Entries of the whole ledger: they are spread over its days. */
  readonly of: number;
}

const enter = (client: pg.Client, { first, last, of }: Slice, from: Day, to: Day): Promise<unknown> =>
  client.query(ENTRIES, [first, last, of, from, to, AGREEMENTS]);

const PARTIES = `
  with firm as (
    insert into firm (id, name, nace_code, division)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Measured ' || n, '16.10', (10 + n % 23)::text
      from generate_series(0, $1::int - 1) n
    returning id
  )
  insert into firm_cluster (firm_id, cluster_id) select id, $2::uuid from firm`;

/** Matches and listings behind the agreements are not what is measured. */
const WITHOUT_LISTINGS = `
  alter table agreement drop constraint agreement_match_id_fkey, drop constraint agreement_proposal_id_fkey,
    drop constraint agreement_offer_id_fkey, drop constraint agreement_need_id_fkey`;

const AGREED = `
  with link as (
    select s.*, row_number() over (order by s.by_product, s.serves_as) - 1 as at, count(*) over () as links
      from substitution s join material m on m.code = s.by_product
     where m.unit in ('t', 'MWh', 'm3')
  ),
  numbered as (
    select n, ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid as id,
           ('00000000-0000-4000-8000-' || lpad((n * 7 % $2::int)::text, 12, '0'))::uuid as giver,
           ('00000000-0000-4000-8000-' || lpad(((n * 7 + 1 + n % 11) % $2::int)::text, 12, '0'))::uuid as taker,
           gen_random_uuid() as offer, gen_random_uuid() as need
      from generate_series(0, $1::int - 1) n
  )
  insert into agreement (id, match_id, proposal_id, offer_id, need_id, offer_firm_id, need_firm_id, amount, unit, per, currency,
    starts_on, retrospective, drawn_from_offer, drawn_from_need, holds_offer, holds_need, road_km, made_by, exchange)
  select d.id, gen_random_uuid(), gen_random_uuid(), d.offer, d.need, d.giver, d.taker, 1000, 't', 'YEAR', 'NOK', '2020-01-01',
         true, 0, 0, false, false, 5 + n * 37 % 200 + 0.5, 'measured',
         jsonb_strip_nulls(jsonb_build_object('agreementId', d.id, 'giverFirmId', d.giver, 'takerFirmId', d.taker,
           'giverDivision', g.division, 'takerDivision', t.division, 'offerId', d.offer, 'offerVersion', 1, 'needId', d.need,
           'needVersion', 1, 'byProductCode', l.by_product, 'inputCode', l.serves_as, 'ratio', l.ratio, 'treatment', l.treatment,
           'displaces', l.displaces, 'ruleSet', '2026-1', 'factorSet', '2026-2'))
    from numbered d join link l on l.at = d.n % l.links join firm g on g.id = d.giver join firm t on t.id = d.taker`;

/** Every delivery is an entry, its verification the next one; half of the agreements have a price. */
const ENTRIES = `
  insert into ledger_entry (agreement_id, kind, basis, unit_kind, amount_base, road_km, value_nok, occurred_on, yearly, exchange,
    giver_firm_id, taker_firm_id, method_version)
  select a.id, case n % 2 when 0 then 'delivered' else 'verified' end, case n % 2 when 0 then 'DELIVERED' else 'VERIFIED' end,
         case m.unit when 't' then 'mass' when 'MWh' then 'energy' else 'volume' end,
         1000 + n::bigint / 2 * 7919 % 30000 + 0.125, a.road_km, case when a.id::text ~ '[0-4]$' then n::bigint / 2 * 31 % 9000 + 0.5 end,
         $4::date + (n::bigint * ($5::date - $4::date + 1) / $3::int)::int, false, a.exchange, a.offer_firm_id, a.need_firm_id,
         '2026-2'
    from generate_series($1::int, $2::int) n
    join agreement a on a.id = ('00000000-0000-4000-9000-' || lpad((n / 2 * 17 % $6::int)::text, 12, '0'))::uuid
    join material m on m.code = a.exchange ->> 'byProductCode'
   order by n`;

const PLACES = `
  insert into ledger_link (chain_id, position, entry_id, previous_hash, hash)
  select $1::uuid, at, id, sha256(convert_to((at - 1)::text, 'UTF8')), sha256(convert_to(at::text, 'UTF8'))
    from (select id, row_number() over (order by id) as at from ledger_entry) entry`;
