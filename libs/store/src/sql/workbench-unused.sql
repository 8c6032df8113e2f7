-- Offers that are not agreed, each by its best live match; offers of the cluster without one come alone. What is told of
-- the other side of a match is what the cluster's own side is told; the exact amount only where both sides are its own.
-- $1 cluster
with own as materialized (select firm_id from firm_cluster where cluster_id = $1),
best as (
  select distinct on (m.offer_id) m.offer_id, m.need_id, m.yearly_base, m.offer_firm_id, m.need_firm_id,
         m.offer_firm_id in (select firm_id from own) as gives, m.need_firm_id in (select firm_id from own) as takes,
         case when m.offer_firm_id in (select firm_id from own) and m.giver_sees then m.giver_view else m.taker_view end as view
    from match m
   where m.state in ('OPEN', 'NEGOTIATING')
     and (m.giver_sees and m.offer_firm_id in (select firm_id from own)
       or m.taker_sees and m.need_firm_id in (select firm_id from own))
   order by m.offer_id, greatest(case when m.giver_sees then m.giver_score end, case when m.taker_sees then m.taker_score end) desc, m.id
),
streams as (
  select b.view ->> 'byProductCode' as material_code, coalesce(o.site_id, n.site_id) as site_id,
         array_remove(array[case when b.gives then b.offer_firm_id end, case when b.takes then b.need_firm_id end], null) as firm_ids,
         null::uuid as listing_id, (b.view ->> 'distanceKm')::float8 as distance_km,
         case when b.gives and b.takes then b.yearly_base
              else ((b.view #>> '{yearlyBase,min}')::float8 + (b.view #>> '{yearlyBase,max}')::float8) / 2 end as yearly_base,
         array(select c ->> 'name' from json_array_elements(b.view -> 'checks') c where c ->> 'result' = 'UNKNOWN') as open
    from best b
    left join listing o on o.id = b.offer_id
    left join listing n on n.id = b.need_id
  union all
  select l.material_code, l.site_id, array[l.firm_id], l.id, null, null, '{}'
    from listing l
   where l.state = 'ACTIVE' and l.side = 'OFFER' and l.firm_id in (select firm_id from own)
     and not exists (select from best b where b.offer_id = l.id)
     and not exists (select from match m where m.offer_id = l.id and m.state = 'AGREED')
)
select s.material_code as "materialCode", coalesce(a.name, t.country, '') as area, s.firm_ids as "firmIds",
       s.listing_id as "listingId", s.distance_km as "distanceKm", s.yearly_base as "yearlyBase", s.open
  from streams s
  left join site t on t.id = s.site_id
  left join municipality a on a.number = t.municipality_number
