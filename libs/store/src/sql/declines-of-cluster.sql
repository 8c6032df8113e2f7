-- Why firms said no to matches of a cluster and to terms proposed on them, by quarter; nothing that they wrote. A match
-- that was declined with a proposal on it is counted as a match. A proposal goes by the day it was sent.
-- $1 cluster  $2 from  $3 to, first and last day
with own as materialized (select firm_id from firm_cluster where cluster_id = $1),
told as (
  select m.id, m.state, m.decline_reason, o.material_code, (m.closed_at at time zone 'Europe/Oslo')::date as day
    from match m join listing o on o.id = m.offer_id
   where m.offer_firm_id in (select firm_id from own) or m.need_firm_id in (select firm_id from own)
),
declined as (
  select material_code, decline_reason, 'MATCH' as of, day from told where state = 'DECLINED' and decline_reason is not null
  union all
  select t.material_code, p.decline_reason, 'PROPOSAL', (p.sent_at at time zone 'Europe/Oslo')::date
    from told t join proposal p on p.match_id = t.id
   where p.state = 'DECLINED' and p.decline_reason is not null and t.state <> 'DECLINED'
)
select material_code as "materialCode", decline_reason as reason, of, date_trunc('quarter', day)::date::text as quarter, count(*)::int as count
  from declined where day between $2::date and $3::date
 group by 1, 2, 3, 4
