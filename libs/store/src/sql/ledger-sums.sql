-- What a chain holds of a basis in a period: whole months from the balances, yearly rates as they were entered, and the
-- last place of the chain, in one statement and so of one moment. Of a month that the period cuts, the smaller part of its
-- days is read from their entries: the days inside, or those outside, which are taken from the month's balance.
-- What is looked up for each row stands in a sub-select, which is never planned as a walk over the whole ledger.
-- $1 chain  $2 basis  $3 first day  $4 last day
with cut as (
  select month, ends, greatest(month, $3::date) as first_in, least(ends, $4::date) as last_in
    from (select m::date as month, (m + interval '1 month' - interval '1 day')::date as ends
            from unnest(array[date_trunc('month', $3::timestamp), date_trunc('month', $4::timestamp)]) m group by m) one
   where month < $3::date or ends > $4::date
),
taken_from as (
  select * from cut where (ends - month) < 2 * (last_in - first_in) + 1
),
days (from_day, to_day, sign) as (
  select first_in, last_in, 1 from cut where (ends - month) >= 2 * (last_in - first_in) + 1
  union all
  select month, first_in - 1, -1 from taken_from where month < first_in
  union all
  select last_in + 1, ends, -1 from taken_from where last_in < ends
),
part (agreement_id, unit_kind, priced, amount_base, amount_km, value_nok, entries, newest_id) as (
  select b.agreement_id, b.unit_kind, b.priced, b.amount_base, b.amount_km, b.value_nok, b.entry_count, b.newest_id
    from ledger_balance b
   where b.chain_id = $1 and b.basis = $2
     and (b.month >= date_trunc('month', $3::timestamp + interval '1 month' - interval '1 day')::date
            and b.month < date_trunc('month', $4::timestamp + interval '1 day')::date
          or b.month in (select month from taken_from))
  union all
  select e.agreement_id, e.unit_kind, e.value_nok is not null, d.sign * e.amount_base, d.sign * e.amount_base * e.road_km,
         d.sign * e.value_nok, d.sign, e.id
    from days d, ledger_entry e
   where e.basis = $2 and not e.yearly and e.amount_base <> 0 and e.occurred_on between d.from_day and d.to_day
     and (select true from ledger_link l where l.entry_id = e.id and l.chain_id = $1)
),
summed as (
  select agreement_id, unit_kind, sum(amount_base) as amount_base, sum(amount_km) as amount_km, sum(value_nok) as value_nok,
         sum(entries)::int as entries, max(newest_id) as newest_id
    from part group by agreement_id, unit_kind, priced
  having sum(entries) > 0
)
-- In one order, so that what is folded of it is the same text each time.
select * from (
  select 'sum' as kind, null::text as position, s.unit_kind, s.amount_base::text, s.amount_km::text, null::text as road_km,
         s.value_nok::text, s.entries, null::text as occurred_on, null::text as ends_on,
         (select e.exchange from ledger_entry e where e.id = s.newest_id) as exchange, null::text as method_version
    from summed s
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
