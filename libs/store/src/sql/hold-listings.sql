-- What of listings a match rests on and may change, held until the transaction ends. $1 listings
select id, version, state, remaining, learned_km
  from listing
 where id = any($1::uuid[])
 order by id
   for share
