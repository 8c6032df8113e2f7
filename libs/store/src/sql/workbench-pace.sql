-- Days from a listing's publication to its first match, first proposal and first agreement, of those that came so far.
-- $1 cluster
with first as (
  select l.created_at, min(m.created_at) as matched, min(p.sent_at) as proposed, min(a.made_at) as agreed
    from listing l
    join match m on l.id in (m.offer_id, m.need_id)
    left join proposal p on p.match_id = m.id
    left join agreement a on a.match_id = m.id
   where l.firm_id in (select firm_id from firm_cluster where cluster_id = $1)
   group by l.id, l.created_at
)
select step, greatest(0, floor(extract(epoch from at - created_at) / 86400))::int as days, count(*)::int as count
  from first
 cross join lateral (values ('FIRST_MATCH', matched), ('FIRST_PROPOSAL', proposed), ('AGREEMENT', agreed)) came (step, at)
 where at is not null
 group by 1, 2
