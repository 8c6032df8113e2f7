-- Every figure and flow once more, from the ledger's rows alone: the second way to a number, which shares nothing with
-- the fold in libs/domain but the rules it is held against. `numeric` is exact; what divides is written out to 30 places.
-- $1 clusters, or null for the entries of $2   $2 ids of entries, or null   $3 basis   $4 first day   $5 last day
-- $6 factor set   $7 last place in the chain that counts, or null   $8 method: with 2026-1 the money of a yearly rate counted whole
with unit (code, per_base) as (
  values ('t', 0.001), ('kg', 1), ('m3', 1), ('Nm3', 1), ('MWh', 0.001), ('kWh', 1), ('GWh', 0.000001), ('pcs', 1)
),
entry as (
  select e.id, e.unit_kind, e.road_km, e.exchange ->> 'agreementId' as agreement, e.giver_firm_id as giver,
         e.taker_firm_id as taker, e.exchange ->> 'giverDivision' as giver_division,
         e.exchange ->> 'takerDivision' as taker_division, e.exchange ->> 'byProductCode' as material,
         e.exchange ->> 'inputCode' as input, (e.exchange ->> 'ratio')::numeric as ratio,
         e.exchange ->> 'treatment' as treatment, e.exchange ->> 'displaces' as displaces,
         case when not e.yearly then case when e.occurred_on between $4::date and $5::date then e.amount_base else 0 end
              else round(e.amount_base
                * greatest(0, least(e.ends_on, $5::date) - greatest(e.occurred_on, $4::date) + 1)
                / 365.000000000000000000000000000000, 9) end as base,
         case when not e.yearly or $8::text = '2026-1' then e.value_nok
              else round(e.value_nok
                * greatest(0, least(e.ends_on, $5::date) - greatest(e.occurred_on, $4::date) + 1)
                / 365.000000000000000000000000000000, 9) end as value_nok
    from ledger_entry e
   where e.basis = $3
     and case when $1::uuid[] is null then e.id = any ($2::bigint[])
              else exists (select from ledger_link l
                            where l.entry_id = e.id and l.chain_id = any ($1::uuid[])
                              and ($7::bigint is null or l.position <= $7::bigint)) end
),
counted as (
  select e.*, e.base * u.per_base as own, given.disposal_factor, i.unit in ('t', 'kg', 'g', 'kt', 'Mt', 'lb') as displaces_mass,
         coalesce(e.displaces, i.production_factor) as production_factor,
         case e.unit_kind when 'mass' then e.base * 0.001
                          when 'volume' then coalesce(e.base * given.density::text::numeric, 0)
                          else 0 end * e.road_km as tonne_km
    from entry e
    left join material given on given.code = e.material
    left join material i on i.code = e.input
    left join unit u on u.code = given.unit
   where e.base <> 0
),
weighed as (
  select c.*,
         c.own * c.ratio as displaced,
         c.own * c.ratio * coalesce((select value from factor where set_id = $6 and key = c.production_factor), 0)
         + c.own * coalesce((select value from factor where set_id = $6 and key = c.disposal_factor), 0)
         - c.own * coalesce((select value from factor where set_id = $6 and key = c.treatment and c.treatment <> 'none'), 0)
         - c.tonne_km * coalesce((select value from factor where set_id = $6 and key = 'transport:truck-articulated'), 0) as net
    from counted c
),
-- An exchange that was taken back whole did not happen.
standing as (
  select * from weighed where agreement in (select agreement from weighed group by agreement having sum(base) <> 0)
),
exchange as (
  select distinct on (agreement) agreement, giver, taker, giver_division <> taker_division as across
    from standing order by agreement, id desc
),
part (kind, name, unit, giver, taker, value) as (
  select 'figure', m.name, m.unit, w.giver, w.taker, w.base * m.per_base
    from weighed w
    join (values ('mass', 'materialMoved', 't', 0.001), ('energy', 'energyMoved', 'MWh', 0.001), ('volume', 'volumeMoved', 'm3', 1),
                 ('gas_volume', 'gasMoved', 'Nm3', 1), ('count', 'piecesMoved', 'pcs', 1)) m (kind, name, unit, per_base)
      on m.kind = w.unit_kind
  union all
  select 'figure', 'virginMaterialDisplaced', 't', giver, taker, displaced from weighed where unit_kind = 'mass' and displaces_mass
  union all
  select 'figure', 'netCo2eAvoided', 'kg CO2e', giver, taker, net from weighed
  union all
  select 'figure', 'transportWork', 'tkm', giver, taker, tonne_km from weighed
  union all
  select 'figure', 'salesValue', 'NOK', giver, taker, value_nok from weighed where value_nok is not null
  union all
  select 'figure', 'exchanges', '1', giver, taker, 1 from exchange
  union all
  select 'figure', 'crossIndustryExchanges', '1', giver, taker, 1 from exchange where across
  union all
  select 'figure', 'firms', '1', giver, taker, 1 from standing
  union all
  select 'flow', concat_ws('|', giver_division, taker_division, material), r.unit, giver, taker, base * r.per_base
    from weighed
    join (values ('mass', 't', 0.001), ('energy', 'MWh', 0.001), ('volume', 'm3', 1), ('gas_volume', 'Nm3', 1), ('count', 'pcs', 1))
      r (kind, unit, per_base) on r.kind = unit_kind
),
share as (
  select kind, name, unit, firm::text as firm, sum(value) as value
    from part, lateral (values (giver), (taker)) party (firm)
   group by kind, name, unit, firm
),
summed as (
  select kind, name, unit, sum(value) as value, count(*)::int as entries from part group by kind, name, unit
)
select s.kind, s.name, s.unit,
       trim_scale(case when s.name = 'firms' and s.kind = 'figure' then (select count(*) from share f where f.kind = 'figure' and f.name = 'firms')
                       else s.value end)::text as value,
       case when s.kind = 'flow' then null
            when s.name = 'exchanges' then (select count(*) from standing)::int
            when s.name = 'crossIndustryExchanges' then (select count(*) from standing where giver_division <> taker_division)::int
            else s.entries end as entries,
       (select jsonb_agg(jsonb_build_array(f.firm, trim_scale(f.value)::text) order by f.firm collate "C")
          from share f where (f.kind, f.name, f.unit) = (s.kind, s.name, s.unit)) as shares
  from summed s
union all
select 'list', 'agreementIds', '', '', (select count(*) from weighed)::int, coalesce((select jsonb_agg(agreement order by agreement collate "C") from exchange), '[]')
union all
select 'list', 'crossAgreementIds', '', '', 0, coalesce((select jsonb_agg(agreement order by agreement collate "C") from exchange where across), '[]')
union all
select 'list', 'firmIds', '', '', 0, coalesce((select jsonb_agg(f.firm order by f.firm collate "C") from share f where f.kind = 'figure' and f.name = 'firms'), '[]')
