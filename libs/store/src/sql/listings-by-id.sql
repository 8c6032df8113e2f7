-- Current version of listings with what decides who may see them and how they match.
select l.id, l.firm_id, l.site_id, l.side, l.state, l.version, l.remaining, l.learned_km, l.created_at, l.confirmed_at, l.confirm_by,
       v.title, v.description, v.material_code, v.material_confirmed, v.readings, v.waste_code,
       v.amount, v.unit, v.per, v.properties, v.available_from, v.available_until,
       v.monthly_profile, v.max_distance_km, v.smallest_lot, v.largest_lot, v.permits, v.by_product_test, v.price, v.currency, v.visibility,
       f.name as firm_name, f.division,
       s.name as site_name, s.latitude, s.longitude, s.radius_km, s.country, s.quay, s.rail_siding,
       left(s.municipality_number, 2) as county,
       m.number as area_number, m.name as area_name, m.latitude as area_latitude, m.longitude as area_longitude,
       w.hazardous,
       array(select fc.cluster_id::text from firm_cluster fc where fc.firm_id = l.firm_id) as cluster_ids
  from listing l
  join listing_version v on v.listing_id = l.id and v.version = l.version
  join firm f on f.id = l.firm_id
  join site s on s.id = l.site_id
  left join municipality m on m.number = s.municipality_number
  left join waste_code w on w.code = v.waste_code
 where l.id = any($1::uuid[])
