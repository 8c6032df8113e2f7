-- Listings matched with one of the firms, and whether any of it was agreed. $1 listings  $2 firms
select seen.id, bool_or(seen.state = 'AGREED') as agreed
  from (
    select m.offer_id as id, m.state from match m where m.offer_id = any($1::uuid[]) and m.need_firm_id = any($2::uuid[]) and m.taker_sees
    union all
    select m.need_id, m.state from match m where m.need_id = any($1::uuid[]) and m.offer_firm_id = any($2::uuid[]) and m.giver_sees
  ) seen
 group by seen.id
