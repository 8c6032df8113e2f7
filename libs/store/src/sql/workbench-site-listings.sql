-- What is on the market at one site of a cluster's firms, offers first, the newest of each first. $1 cluster  $2 site  $3 how many
select l.id
  from listing l
 where l.site_id = $2 and l.state = 'ACTIVE'
   and l.firm_id in (select firm_id from firm_cluster where cluster_id = $1)
 order by l.side desc, l.created_at desc, l.id
 limit $3
