-- Listings of the other side that could answer one listing: by material within that material's reach, nearest first.
-- $1 side wanted  $2 firm to leave out  $3 latitude  $4 longitude  $5 materials  $6 greatest road km for each  $7 detour factor  $8 how many
select l.id
  from unnest($5::text[], $6::float8[]) as wanted(code, km)
  join listing l on l.material_code = wanted.code and l.side = $1 and l.state = 'ACTIVE' and l.remaining > 0 and l.firm_id <> $2
  join site s on s.id = l.site_id
 cross join lateral (
   select 2 * 6371.0088 * asin(least(1, sqrt(
            sin(radians(s.latitude - $3::float8) / 2) ^ 2
          + cos(radians($3::float8)) * cos(radians(s.latitude)) * sin(radians(s.longitude - $4::float8) / 2) ^ 2))) as air_km
 ) d
 where d.air_km * $7::float8 <= wanted.km
 order by d.air_km, l.id
 limit $8
