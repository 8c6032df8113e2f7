-- How many live matches listings have that their own side is told of. $1 listings  $2 live states
select own.id, count(*)::int as live
  from (
    select m.offer_id as id from match m where m.offer_id = any($1::uuid[]) and m.giver_sees and m.state = any($2::text[])
    union all
    select m.need_id from match m where m.need_id = any($1::uuid[]) and m.taker_sees and m.state = any($2::text[])
  ) own
 group by own.id
