import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { CastFirm } from './cast.js';
import type { Mint } from './mint.js';

/** A plan as the worker leaves it; of listings that there are no more, so that its own numbers alone are looked for. */
export async function plantPlan(
  client: pg.Client,
  mint: Mint,
  clusterId: string,
  firm: CastFirm,
): Promise<void> {
  const id = randomUUID();
  const person = `(select person_id from person_cluster where cluster_id = $2::uuid and role = 'cluster_staff' limit 1)`;
  await client.query(
    `insert into plan (id, cluster_ids, objective, with_treatment, fixed_cost_nok, year, state, progress, result,
       requested_by, requested_at, seen_at, ended_at, most_tonne_km)
     select $1::uuid, array[$2::uuid], 'NOK', true, $3::numeric, 2026, 'DONE', 100, $4::jsonb, ${person}, now(), now(), now(),
            $5::numeric`,
    [id, clusterId, mint.decimal(871, 5), JSON.stringify(resultOf(mint, firm)), mint.decimal(872, 5)],
  );
  await client.query(
    `insert into plan_suggestion (plan_id, flow_id, match_id, offer_firm_id, need_firm_id, amount, unit, per,
       suggested_by, suggested_at)
     select $1::uuid, 'planted', m.id, m.offer_firm_id, m.need_firm_id, $3::numeric, 't', 'YEAR', gen_random_uuid()::text, now()
       from match m where $2::uuid in (m.offer_firm_id, m.need_firm_id) and m.giver_sees and m.taker_sees order by m.id limit 1`,
    [id, firm.id, mint.decimal(86, 4)],
  );
  await client.query(
    `insert into plan_hint (plan_id, listing_id, listing_version, firm_id, kind, least, most, objective, unit, told_at)
     select $1::uuid, l.id, l.version, l.firm_id, 'OUTBID', $3::numeric, $4::numeric, 'NOK', 't', now()
       from listing l where l.firm_id = $2::uuid order by l.id limit 1`,
    [id, firm.id, mint.decimal(81, 3), mint.decimal(83, 3)],
  );
}

/** What a plant of the firm can treat, and what a plan has told of it. */
export async function plantTreatmentPlant(client: pg.Client, mint: Mint, firm: CastFirm): Promise<void> {
  const id = randomUUID();
  await client.query(
    `insert into treatment_plant (id, firm_id, site_id, treatment, material_codes, capacity_tonnes, cost_nok_per_tonne,
       listed_by, listed_at, changed_at)
     select $1::uuid, s.firm_id, s.id, 'treatment:dry', array['wood-chips'], $3::numeric, $4::numeric,
            gen_random_uuid()::text, now(), now() from site s where s.firm_id = $2::uuid order by s.id limit 1`,
    [id, firm.id, mint.decimal(84, 4), mint.decimal(85, 3)],
  );
  await client.query(
    `insert into plan_plant_hint (plan_id, plant_id, plant_version, firm_id, least, most, objective, told_at)
     select p.id, $1::uuid, 1, $2::uuid, $3::numeric, $4::numeric, 'NOK', now() from plan p order by p.id limit 1`,
    [id, firm.id, mint.decimal(88, 3), mint.decimal(89, 3)],
  );
}

/** Whole numbers of nine digits where the api rounds to the krone, three decimals where it keeps them. */
function resultOf(mint: Mint, firm: CastFirm): object {
  const whole = (leading: number): number => mint.number(leading, 9);
  const amount = (leading: number): number => mint.number(leading, 6);
  const totals = () => ({
    nok: whole(81),
    co2eKg: whole(82),
    tonnes: amount(83),
    tonneKm: whole(84),
    links: 1,
  });
  const [offerId, needId] = [randomUUID(), randomUUID()];
  const listing = (id: string, side: string) => ({
    id,
    side,
    version: 1,
    firmId: firm.id,
    siteId: randomUUID(),
    unit: 't',
    amount: amount(85),
    used: amount(86),
    worth: mint.number(87, 7),
    outbidBy: mint.number(88, 7),
  });
  return {
    flows: [
      {
        id: 'planted',
        offerId,
        needId,
        amount: amount(89),
        unit: 't',
        nok: whole(91),
        co2eKg: whole(92),
        km: 12,
        mode: 'truck',
        treatment: null,
      },
    ],
    listings: [listing(offerId, 'OFFER'), listing(needId, 'NEED')],
    plants: [plantOf(mint, firm)],
    plan: totals(),
    greedy: totals(),
    today: totals(),
    total: whole(93),
    bound: whole(94),
    greedyTotal: whole(95),
    gap: 0,
    candidates: 1,
    leastPerTonneKm: mint.number(96, 7),
    worthPerTonneKm: mint.number(92, 5),
    solver: 'network simplex',
    iterations: 1,
    missing: [],
    ruleSet: '2026-3',
    factorSet: '2026-2',
    priceSet: '2026-1',
  };
}

const plantOf = (mint: Mint, firm: CastFirm): object => ({
  id: randomUUID(),
  version: 1,
  firmId: firm.id,
  siteId: randomUUID(),
  treatment: 'treatment:dry',
  capacity: mint.number(97, 6),
  used: mint.number(98, 6),
  worth: mint.number(99, 7),
});

/** Two of the victims' agreements that are offered one lorry; what it saves exactly is told to the staff alone. */
export async function plantJointTransport(client: pg.Client, mint: Mint, clusterId: string): Promise<void> {
  await client.query(SECOND_AGREEMENT);
  await client.query(
    `insert into joint_transport (id, cluster_id, first_agreement_id, second_agreement_id, state, tours, other_km, nok_low,
       nok_high, co2e_kg_low, co2e_kg_high, offered_by, offered_at, changed_at)
     select gen_random_uuid(), $1, one.id, other.id, 'OFFERED', $2, $3, $4, $5, $6, $7, gen_random_uuid()::text, now(), now()
       from agreement one join agreement other on other.id > one.id order by one.id, other.id limit 1`,
    [
      clusterId,
      mint.number(31, 2),
      mint.number(41, 2),
      mint.number(871, 3),
      mint.number(872, 3),
      mint.number(671, 3),
      mint.number(672, 3),
    ],
  );
}

/** The story agrees once; the same two agree again on another match of theirs, without an end that they would be reminded of. */
const SECOND_AGREEMENT = `
  with first as (select a.*, gen_random_uuid() as new_id, gen_random_uuid() as new_proposal from agreement a limit 1),
  other as (
    select m.id from match m join first on m.offer_firm_id = first.offer_firm_id and m.need_firm_id = first.need_firm_id
     where m.id <> first.match_id order by m.id limit 1
  ),
  proposed as (
    insert into proposal
    select (jsonb_populate_record(p, jsonb_build_object('id', first.new_proposal, 'match_id', other.id))).*
      from first join proposal p on p.id = first.proposal_id cross join other
    returning id
  )
  insert into agreement
  select (jsonb_populate_record(a, jsonb_build_object('id', first.new_id, 'match_id', other.id, 'proposal_id', proposed.id, 'ends_on', null))).*
    from first join agreement a on a.id = first.id cross join other cross join proposed`;
