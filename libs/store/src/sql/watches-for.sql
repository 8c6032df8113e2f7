-- Watches that a listing may concern. $1 its side  $2 its material and those above  $3 its firm
select w.id, w.firm_id, w.person_id, w.name, w.side, w.site_id, w.conditions, w.rhythm, w.state, w.created_at,
       array(select x.material_code from watch_material x where x.watch_id = w.id order by x.material_code) as materials,
       f.division, array(select fc.cluster_id::text from firm_cluster fc where fc.firm_id = w.firm_id) as cluster_ids,
       s.latitude, s.longitude, s.radius_km, coalesce(left(s.municipality_number, 2), s.country) as region
  from watch w
  join firm f on f.id = w.firm_id
  left join site s on s.id = w.site_id
 where w.id in (select m.watch_id from watch_material m where m.side = $1 and m.material_code = any($2::text[]))
   and w.state = 'ACTIVE' and w.firm_id <> $3::uuid
 order by w.id
