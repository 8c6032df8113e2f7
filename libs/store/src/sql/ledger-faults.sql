-- What no chain shows: entries outside of every chain, legs that do not balance, rows that contradict each other.
select 'ledger_entry' as "table", e.id::text as row, 'stands in no chain' as what
  from ledger_entry e where not exists (select from ledger_link l where l.entry_id = e.id)
union all
select 'ledger_leg', e.id::text, 'its legs do not sum to zero in one unit'
  from ledger_entry e
 where (select count(*) <> 2 or coalesce(sum(g.amount_base), 1) <> 0 or count(distinct g.unit_kind) <> 1
          from ledger_leg g where g.entry_id = e.id)
union all
select 'ledger_leg', g.entry_id::text, format('the leg %s is not that of the entry', g.account)
  from ledger_leg g join ledger_entry e on e.id = g.entry_id
 where (g.unit_kind, g.amount_base, g.firm_id, g.listing_id, g.listing_version) is distinct from
       (e.unit_kind, case g.account when 'GIVER_STREAM' then -e.amount_base else e.amount_base end,
        case g.account when 'GIVER_STREAM' then e.giver_firm_id else e.taker_firm_id end,
        e.exchange ->> case g.account when 'GIVER_STREAM' then 'offerId' else 'needId' end,
        (e.exchange ->> case g.account when 'GIVER_STREAM' then 'offerVersion' else 'needVersion' end)::int)
union all
select 'ledger_entry', e.id::text, 'its agreement, giver or taker are not those of its exchange'
  from ledger_entry e
 where (e.exchange ->> 'agreementId', e.exchange ->> 'giverFirmId', e.exchange ->> 'takerFirmId')
       is distinct from (e.agreement_id::text, e.giver_firm_id::text, e.taker_firm_id::text)
union all
select 'ledger_entry', e.id::text, format('does not take back entry %s as it was entered', e.reverses)
  from ledger_entry e left join ledger_entry r on r.id = e.reverses
 where e.reverses is not null
   and (r.delivery_id, r.basis, r.unit_kind, r.occurred_on, -r.amount_base, -r.value_nok)
       is distinct from (e.delivery_id, e.basis, e.unit_kind, e.occurred_on, e.amount_base, e.value_nok)
union all
select 'ledger_entry', e.id::text, format('is not what delivery %s says', e.delivery_id)
  from ledger_entry e join delivery d on d.id = e.delivery_id
 where e.kind in ('delivered', 'verified')
   and (d.agreement_id, d.amount_base, d.delivered_on, d.road_km)
       is distinct from (e.agreement_id, e.amount_base, e.occurred_on, e.road_km)
