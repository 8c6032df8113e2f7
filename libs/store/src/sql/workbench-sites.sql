-- What is on the market at the sites of a cluster's firms, by side and material. $1 cluster
select l.site_id as "siteId", l.firm_id as "firmId", s.municipality_number as "municipality", l.side,
       l.material_code as "materialCode", count(*)::int as count
  from listing l
  join site s on s.id = l.site_id
 where l.state = 'ACTIVE' and l.firm_id in (select firm_id from firm_cluster where cluster_id = $1)
 group by 1, 2, 3, 4, 5
 order by 1, 4, 5
