-- Own listings, newest first. $1 firms  $2 side  $3 state  $4/$5 after (created_at, id)  $6 how many  $7 words, lower case
select l.id, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
  from listing l
 where l.firm_id = any($1::uuid[])
   and ($2::text is null or l.side = $2)
   and ($3::text is null or l.state = $3)
   and ($4::timestamptz is null or (l.created_at, l.id) < ($4::timestamptz, $5::uuid))
   and ($7::text is null or exists (
         select 1 from listing_version v
          where v.listing_id = l.id and v.version = l.version
            and position($7 in lower(concat_ws(' ', v.title, v.description, v.waste_code))) > 0))
 order by l.created_at desc, l.id desc
 limit $6
