-- What of listings is granted to one of the firms, whether it still holds or not. $1 listings  $2 firms
select g.listing_id as "listingId", g.to_firm_id as "toFirmId", g.groups, g.until, m.state as "matchState"
  from disclosure_grant g
  join match m on m.id = g.match_id
 where g.listing_id = any($1::uuid[])
   and g.to_firm_id = any($2::uuid[])
   and g.withdrawn_at is null
