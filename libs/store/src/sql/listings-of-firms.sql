-- Own listings, newest first. $1 firms  $2 side  $3 state  $4/$5 after (created_at, id)  $6 how many
select l.id, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
  from listing l
 where l.firm_id = any($1::uuid[])
   and ($2::text is null or l.side = $2)
   and ($3::text is null or l.state = $3)
   and ($4::timestamptz is null or (l.created_at, l.id) < ($4::timestamptz, $5::uuid))
 order by l.created_at desc, l.id desc
 limit $6
