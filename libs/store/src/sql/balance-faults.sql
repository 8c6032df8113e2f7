-- Every balance counted again from the entries of its chain: rows that hold something else, rows of nothing, rows missing.
with counted as (
  select l.chain_id, e.basis, date_trunc('month', e.occurred_on::timestamp)::date as month, e.agreement_id, e.unit_kind,
         e.value_nok is not null as priced, sum(e.amount_base) as amount_base, sum(e.amount_base * e.road_km) as amount_km,
         sum(e.value_nok) as value_nok, count(*) as entry_count, max(e.id) as newest_id, max(l.position) as position
    from ledger_link l join ledger_entry e on e.id = l.entry_id
   where not e.yearly and e.amount_base <> 0
   group by 1, 2, 3, 4, 5, 6
),
month as (
  select chain_id, basis, month, max(position) as position from counted group by 1, 2, 3
),
rate as (
  select l.chain_id, e.basis, e.id as entry_id, l.position, e.occurred_on as starts_on, e.ends_on
    from ledger_link l join ledger_entry e on e.id = l.entry_id
   where e.yearly and e.amount_base <> 0
)
select 'ledger_balance' as "table",
       concat_ws(' ', chain_id, basis, to_char(month, 'YYYY-MM'), agreement_id, unit_kind) as row,
       format('holds %s base units, %s × km, %s NOK of %s entries up to %s; counted again %s, %s, %s of %s up to %s',
         trim_scale(b.amount_base), trim_scale(b.amount_km), coalesce(trim_scale(b.value_nok)::text, 'no'), b.entry_count, b.newest_id,
         trim_scale(c.amount_base), trim_scale(c.amount_km), coalesce(trim_scale(c.value_nok)::text, 'no'), c.entry_count, c.newest_id)
         as what
  from ledger_balance b
  full join counted c using (chain_id, basis, month, agreement_id, unit_kind, priced)
 where (b.amount_base, b.amount_km, b.value_nok, b.entry_count, b.newest_id)
       is distinct from (c.amount_base, c.amount_km, c.value_nok, c.entry_count, c.newest_id)
union all
select 'ledger_month', concat_ws(' ', chain_id, basis, to_char(month, 'YYYY-MM')),
       format('says it changed last at position %s; counted again %s', m.position, c.position)
  from ledger_month m full join month c using (chain_id, basis, month)
 where m.position is distinct from c.position
union all
select 'ledger_rate', concat_ws(' ', chain_id, basis, entry_id), 'is not the yearly entry that it names'
  from ledger_rate r full join rate c using (chain_id, basis, entry_id)
 where (r.position, r.starts_on, r.ends_on) is distinct from (c.position, c.starts_on, c.ends_on)
