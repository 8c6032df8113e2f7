-- Listings of a cluster that nobody has confirmed since a moment, the longest ago first: on the market, paused, or faded
-- from it. $1 cluster  $2 not confirmed since  $3 today  $4/$5 after (confirmed_at, id)  $6 how many
select l.id, l.confirmed_at as "confirmedAt", f.staff_may_edit as "mayEdit",
       to_char(l.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from listing l
  join firm f on f.id = l.firm_id
 where l.firm_id in (select firm_id from firm_cluster where cluster_id = $1)
   and l.confirmed_at < $2 and l.state in ('ACTIVE', 'PAUSED', 'EXPIRED')
   and (l.available_until is null or l.available_until >= $3)
   and ($4::timestamptz is null or (l.confirmed_at, l.id) > ($4::timestamptz, $5::uuid))
 order by l.confirmed_at, l.id
 limit $6
