-- Listings of a cluster's firms by all that the measures of the workbench ask. $1 cluster  $2 now
select l.side, l.material_code as "materialCode", l.state,
       greatest(0, floor(extract(epoch from $2::timestamptz - l.created_at) / 86400))::int as "listedDays",
       greatest(0, floor(extract(epoch from $2::timestamptz - l.confirmed_at) / 86400))::int as "confirmedDays",
       exists (select from match m where l.id in (m.offer_id, m.need_id)) as matched,
       count(*)::int as count
  from listing l
 where l.state <> 'DRAFT' and l.firm_id in (select firm_id from firm_cluster where cluster_id = $1)
 group by 1, 2, 3, 4, 5, 6
