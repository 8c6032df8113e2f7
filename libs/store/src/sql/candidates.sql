-- Listings of the other side that could answer one listing, best bound first (domain: boundOf). `:side` is put in as
-- text, because a partial index is used only for a side that the planner can see; so is the end of it, which says
-- whether they are wanted by their bound or by what they would gain.
-- Sought: $1 materials  $2 reach km  $3 worth  $4 amount  $5 divisions known, joined  $6 fixed part  $7 otherwise
-- The listing: $8 firm  $9 division  $10 latitude  $11 longitude  $12 radius km  $13 own limit km
-- $14 weights: material, practice, distance, quantity, industry, facts  $15 least detour  $16 listings to leave out
-- $17 how many  $18 how many to pass over  $19 (sought again) reach before widening, km
-- $20 (sought again) divisions that only buy the input, joined  $21 what such a buyer counts for
with sought as (
  select n.number as material, v.*, coalesce($13::float8, v.reach) as farthest
    from unnest($1::text[], $2::float8[], $3::float8[], $4::float8[], $5::text[], $6::float8[], $7::float8[], $19::float8[], $20::text[])
           as v(code, reach, worth, amount, divisions, fixed, otherwise, usual, buyers)
    join material_number n on n.code = v.code
),
-- The box around the listing that holds the circle; the whole circle of latitude where it would cross ±180° or a pole.
boxed as (
  select s.*, b.chord2, box(point(b.west, b.south), point(b.east, b.north)) as around
    from sought s
   cross join lateral (select s.farthest / $15::float8 + $12::float8 + 50 as air) r -- 50: no indexed area is wider
   cross join lateral (
     select 4 * sin(least(r.air / 6371.0088, pi()) / 2) ^ 2 * (1 + 1e-12) as chord2,
            $10::float8 - degrees(r.air / 6371.0088) - 1e-6 as south,
            $10::float8 + degrees(r.air / 6371.0088) + 1e-6 as north,
            case when abs($10::float8) + degrees(r.air / 6371.0088) >= 89 then 200
                 else degrees(asin(least(1, sin(least(r.air / 6371.0088, pi() / 2)) / cos(radians($10::float8))))) + 1e-6 end as half
   ) w
   cross join lateral (
     select w.chord2, w.south, w.north,
            case when abs($11::float8) + w.half > 180 then -181 else $11::float8 - w.half end as west,
            case when abs($11::float8) + w.half > 180 then 181 else $11::float8 + w.half end as east
   ) b
),
here as (
  select cos(radians($10::float8)) * cos(radians($11::float8)) as x,
         cos(radians($10::float8)) * sin(radians($11::float8)) as y,
         sin(radians($10::float8)) as z
),
seen as (
  select b.reach, b.usual, b.worth, b.amount, b.divisions, b.buyers, b.fixed, b.otherwise, l.*
    from boxed b, here h,
 lateral (
     select c.listing_id, c.firm_id, c.division, c.confidence, c.yearly_base, c.max_km, c.radius_km, (c.x - h.x) ^ 2 + (c.y - h.y) ^ 2 + (c.z - h.z) ^ 2 as chord2
       from listing_search c
      where c.side = ':side' and c.radius_km <= 50 and c.material = b.material and c.place <@ b.around
        and (c.x - h.x) ^ 2 + (c.y - h.y) ^ 2 + (c.z - h.z) ^ 2 <= b.chord2
     union all
     select c.listing_id, c.firm_id, c.division, c.confidence, c.yearly_base, c.max_km, c.radius_km, (c.x - h.x) ^ 2 + (c.y - h.y) ^ 2 + (c.z - h.z) ^ 2
       from listing_search c
      where c.side = ':side' and c.radius_km > 50 and c.material = b.material
     offset 0
   ) l
),
placed as (
  select s.*, 2 * 6371.0088 * asin(least(1, sqrt(s.chord2) / 2)) as air, $12::float8 + s.radius_km as open,
         least(coalesce($13::float8, s.reach), coalesce(s.max_km, s.reach)) as limit_km,
         least(coalesce($13::float8, s.usual), coalesce(s.max_km, s.usual)) as usual_km
    from seen s
   where s.firm_id <> $8::uuid and s.listing_id <> all($16::uuid[])
)
select b.id, b.bound :told
  from (
    select p.listing_id as id,
           max(p.fixed + ($14::float8[])[1] * p.worth * p.confidence ^ 0.25
             + ($14::float8[])[2] * greatest(case when strpos(p.divisions, p.division) > 0 then 0.5 else p.otherwise end,
                                          case when strpos(p.buyers, p.division) > 0 then 0.5 * $21::float8 else 0 end)
             + ($14::float8[])[3] * (greatest(0, 1 - greatest(0, p.air - p.open) * $15::float8 / p.usual_km)
                                   + greatest(0, 1 - (p.air + p.open) * $15::float8 / p.usual_km)) / 2
             + ($14::float8[])[4] * case when greatest(p.amount, p.yearly_base) > 0
                                         then least(p.amount, p.yearly_base) / greatest(p.amount, p.yearly_base) else 0 end
             + case when p.division = $9::text then 0 else ($14::float8[])[5] end
             + ($14::float8[])[6]) as bound
      from placed p
     where (p.air - p.open) * $15::float8 <= p.limit_km
     group by p.listing_id
  ) b
 :order
 limit $17
