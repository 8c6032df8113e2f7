-- What is not known of a cluster's live matches, one row for each check and the side that can settle it; oldest match
-- first. What a side has not stated is read from that side's own view, where nothing of it is masked, if the side is of
-- the cluster; else from the view of the side that is. $1 cluster  $2/$3 after (created_at, id)  $4 how many
with own as materialized (select firm_id from firm_cluster where cluster_id = $1),
live as (
  select m.id, m.created_at, m.giver_view, m.taker_view,
         m.giver_sees and m.offer_firm_id in (select firm_id from own) as gives,
         m.taker_sees and m.need_firm_id in (select firm_id from own) as takes
    from match m
   where m.state in ('OPEN', 'NEGOTIATING')
),
asked as (
  select l.id as match_id, l.created_at, c ->> 'name' as name, c ->> 'detail' as detail, a ->> 'of' as turn,
         array_agg(distinct a ->> 'fact') as facts
    from live l
   cross join lateral (values ('GIVER', l.giver_view, l.gives, l.takes), ('TAKER', l.taker_view, l.takes, l.gives))
              told (side, view, known, other_known)
   cross join lateral json_array_elements(told.view -> 'checks') c
   cross join lateral json_array_elements(c -> 'asks') a
   where told.known and c ->> 'result' = 'UNKNOWN' and (a ->> 'of' = told.side or not told.other_known)
   group by 1, 2, 3, 4, 5
),
keyed as (select md5(concat_ws('|', match_id, name, turn))::uuid as id, asked.* from asked)
select id, match_id as "matchId", name, detail, turn, facts,
       to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from keyed
 where $2::timestamptz is null or (created_at, id) > ($2::timestamptz, $3::uuid)
 order by created_at, id
 limit $4
