-- Versions of one listing, the newest first. $1 listing, $2 how many. Whom the reader may not know is not named.
select l.side, v.version, v.written_at, v.written_by as writer_id, u."name" as written_by,
       v.title, v.description, v.material_code, v.material_confirmed, v.readings, v.waste_code,
       v.amount, v.unit, v.per, v.properties, v.available_from, v.available_until,
       v.monthly_profile, v.max_distance_km, v.smallest_lot, v.largest_lot, v.permits, v.by_product_test, v.price, v.currency, v.visibility
  from listing l
  join listing_version v on v.listing_id = l.id
  left join auth."user" u on u.id = v.written_by
 where l.id = $1
 order by v.version desc
 limit $2
