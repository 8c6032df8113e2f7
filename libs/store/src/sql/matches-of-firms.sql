-- Matches of own listings, best first as the viewer may know them. $1 firms  $2 listing  $3 state  $4/$5 after (score, id)  $6 how many
with mine as (
  select m.id,
         case when m.offer_firm_id = any($1::uuid[]) then m.giver_score else m.taker_score end as score
    from match m
   where (m.offer_firm_id = any($1::uuid[]) or m.need_firm_id = any($1::uuid[]))
     and ($2::uuid is null or m.offer_id = $2 or m.need_id = $2)
     and ($3::text is null or m.state = $3)
)
select id, score as sort_key
  from mine
 where $4::float8 is null or (score, id) < ($4::float8, $5::uuid)
 order by score desc, id desc
 limit $6
