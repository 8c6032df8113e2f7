-- Agreements of own firms, newest first. $1 firms  $2/$3 after (made_at, id)  $4 how many
select a.id, to_char(a.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
  from agreement a
 where (a.offer_firm_id = any($1::uuid[]) or a.need_firm_id = any($1::uuid[]))
   and ($2::timestamptz is null or (a.made_at, a.id) < ($2::timestamptz, $3::uuid))
 order by a.made_at desc, a.id desc
 limit $4
