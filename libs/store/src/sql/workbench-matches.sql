-- Matches as a cluster's staff follow them up, those that wait longest first: how they stand, since when they wait, and
-- which side's answer is waited for. A match is theirs where a side that knows of it is a firm of the cluster.
-- $1 cluster  $2 these only  $3 live and waiting since before this moment  $4/$5 after (waiting_since, id)  $6 how many
with own as materialized (select firm_id from firm_cluster where cluster_id = $1),
asked as (
  select m.id, m.state, m.offer_id, m.need_id, m.created_at, p.live_to, m.offer_firm_id, m.giver_sees, m.taker_sees,
         coalesce(p.last_at, m.created_at) as waiting_since
    from match m
    left join lateral (
      select max(p.sent_at) as last_at, (array_agg(p.to_firm_id) filter (where p.state = 'SENT'))[1] as live_to
        from proposal p where p.match_id = m.id) p on true
   where ($2::uuid[] is null or m.id = any($2::uuid[]))
     and ($3::timestamptz is null or m.state in ('OPEN', 'NEGOTIATING'))
     and (m.giver_sees and m.offer_firm_id in (select firm_id from own)
       or m.taker_sees and m.need_firm_id in (select firm_id from own))
)
select id, state, offer_id as "offerId", need_id as "needId", created_at as "createdAt", waiting_since as "waitingSince",
       case when state not in ('OPEN', 'NEGOTIATING') then '{}'
            when live_to is not null then array[case when live_to = offer_firm_id then 'GIVER' else 'TAKER' end]
            else array_remove(array[case when giver_sees then 'GIVER' end, case when taker_sees then 'TAKER' end], null) end as turn,
       to_char(waiting_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from asked
 where ($3::timestamptz is null or waiting_since < $3::timestamptz)
   and ($4::timestamptz is null or (waiting_since, id) > ($4::timestamptz, $5::uuid))
 order by waiting_since, id
 limit $6
