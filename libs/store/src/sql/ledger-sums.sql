-- What a chain holds of a basis in a period: whole months from the balances, days of the months that it cuts from their
-- entries, yearly rates as they were entered; and the last place of the chain, in one statement and so of one moment.
-- $1 chain  $2 basis  $3 first day  $4 last day
with whole (first, beyond) as (
  select date_trunc('month', $3::timestamp + interval '1 month' - interval '1 day')::date,
         date_trunc('month', $4::timestamp + interval '1 day')::date
),
cut (first, last) as (
  select $3::date, least($4::date, whole.first - 1) from whole
  union all
  select greatest(whole.beyond, whole.first), $4::date from whole
),
part (agreement_id, unit_kind, priced, amount_base, amount_km, value_nok, entries, newest_id) as (
  select b.agreement_id, b.unit_kind, b.priced, b.amount_base, b.amount_km, b.value_nok, b.entry_count, b.newest_id
    from whole join ledger_balance b on b.chain_id = $1 and b.basis = $2 and b.month >= whole.first and b.month < whole.beyond
  union all
  select e.agreement_id, e.unit_kind, e.value_nok is not null, e.amount_base, e.amount_base * e.road_km, e.value_nok, 1, e.id
    from cut
    join ledger_entry e on e.basis = $2 and not e.yearly and e.occurred_on >= cut.first and e.occurred_on <= cut.last
    join ledger_link l on l.entry_id = e.id and l.chain_id = $1
   where e.amount_base <> 0
),
summed as (
  select agreement_id, unit_kind, sum(amount_base) as amount_base, sum(amount_km) as amount_km, sum(value_nok) as value_nok,
         sum(entries)::int as entries, max(newest_id) as newest_id
    from part group by agreement_id, unit_kind, priced
)
-- In one order, so that what is folded of it is the same text each time.
select * from (
  select 'sum' as kind, null::text as position, s.unit_kind, s.amount_base::text, s.amount_km::text, null::text as road_km,
         s.value_nok::text, s.entries, null::text as occurred_on, null::text as ends_on, e.exchange, e.method_version
    from summed s join ledger_entry e on e.id = s.newest_id
  union all
  select 'rate', null, e.unit_kind, e.amount_base::text, null, e.road_km::text, e.value_nok::text, 1, e.occurred_on::text,
         e.ends_on::text, e.exchange, e.method_version
    from ledger_rate r join ledger_entry e on e.id = r.entry_id
   where r.chain_id = $1 and r.basis = $2 and r.starts_on <= $4::date and (r.ends_on is null or r.ends_on >= $3::date)
  union all
  select 'chain', coalesce((select max(l.position) from ledger_link l where l.chain_id = $1), 0)::text,
         null, null, null, null, null, null, null, null, null, null
) one
 order by kind, exchange ->> 'agreementId', unit_kind, value_nok is null, occurred_on
