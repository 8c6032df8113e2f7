-- What watches found, as JSON rows in $1: each version of a listing once, and a later one only where something else is
-- told of it than last time. Gives the ids that were new.
insert into watch_hit (id, watch_id, firm_id, person_id, listing_id, listing_version, told)
select h.id, h."watchId", h."firmId", h."personId", h."listingId", h."listingVersion", h.told
  from jsonb_to_recordset($1::jsonb)
    as h(id uuid, "watchId" uuid, "firmId" uuid, "personId" text, "listingId" uuid, "listingVersion" int, told jsonb)
 where h.told is distinct from (
   select l.told from watch_hit l where l.watch_id = h."watchId" and l.listing_id = h."listingId"
    order by l.listing_version desc limit 1)
    on conflict (watch_id, listing_id, listing_version) do nothing
returning id
