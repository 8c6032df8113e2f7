-- Matches of own listings, best first as the viewer may know them. $1 firms  $2 listing  $3 states  $4/$5 after (rank, id)  $6 how many
-- One firm does not fill a listing's list: from its fourth match on, each ranks a tenth lower than its score.
with mine as (
  select m.id,
         case when m.offer_firm_id = any($1::uuid[]) then m.giver_score else m.taker_score end as score,
         case when m.offer_firm_id = any($1::uuid[]) then m.offer_id else m.need_id end as own_id,
         case when m.offer_firm_id = any($1::uuid[]) then m.need_firm_id else m.offer_firm_id end as other_firm_id
    from match m
   where (m.offer_firm_id = any($1::uuid[]) or m.need_firm_id = any($1::uuid[]))
     and case when m.offer_firm_id = any($1::uuid[]) then m.giver_sees else m.taker_sees end
     and ($2::uuid is null or m.offer_id = $2 or m.need_id = $2)
     and ($3::text[] is null or m.state = any($3))
),
ranked as (
  select id, score * power(0.9, greatest(0, row_number() over (partition by own_id, other_firm_id order by score desc, id) - 3)) as rank
    from mine
)
select id, rank as sort_key
  from ranked
 where $4::float8 is null or (rank, id) < ($4::float8, $5::uuid)
 order by rank desc, id desc
 limit $6
