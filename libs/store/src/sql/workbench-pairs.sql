-- Pairs of a cluster by the farthest stage they came to, how they ended, and the days since they came there. A pair is of
-- the cluster where one of its firms is; one that was overtaken by another version of itself is left out.
-- $1 cluster  $2 now
with own as materialized (select firm_id from firm_cluster where cluster_id = $1),
pair as (
  select m.state, m.created_at, m.closed_at, a.made_at, a.ends_on, p.sent_at, d.recorded_at, d.verified_at,
         (select min(r.read_at) from inbox_read r where r.entry_id = m.id) as read_at
    from match m
    left join lateral (select min(p.sent_at) as sent_at from proposal p where p.match_id = m.id) p on true
    left join agreement a on a.match_id = m.id
    left join lateral (
      select min(d.recorded_at) as recorded_at, min(d.verified_at) as verified_at
        from delivery d where d.agreement_id = a.id and d.corrected_by_id is null) d on true
   where m.state <> 'SUPERSEDED' and (m.giver_sees or m.taker_sees)
     and (m.offer_firm_id in (select firm_id from own) or m.need_firm_id in (select firm_id from own))
),
staged as (
  select case when verified_at is not null then 'VERIFIED'
              when recorded_at is not null then 'DELIVERING'
              when made_at is not null then 'AGREED'
              when sent_at is not null then 'PROPOSED'
              when read_at is not null or state = 'DECLINED' then 'SEEN'
              else 'MATCHED' end as stage,
         case when state in ('DECLINED', 'EXPIRED') then state
              when ends_on < ($2::timestamptz at time zone 'Europe/Oslo')::date then 'COMPLETED' end as ended,
         coalesce(verified_at, recorded_at, made_at, sent_at, read_at, closed_at, created_at) as since
    from pair
)
select stage, ended, case when ended is null then greatest(0, floor(extract(epoch from $2::timestamptz - since) / 86400))::int else 0 end as days,
       count(*)::int as count
  from staged group by 1, 2, 3
