-- What is true of exchanges beside their entries. Clusters and the site are those of today, the waste code that of the
-- version that was offered. $1 agreements, or matches  $2 offers  $3 their versions  $4 givers  $5 takers
select x.id, coalesce(a.retrospective, false) as retrospective, w.hazardous, s.municipality_number as municipality,
       exists (select from firm_cluster g where g.firm_id = x.giver)
         and exists (select from firm_cluster t where t.firm_id = x.taker)
         and not exists (
           select from firm_cluster g join firm_cluster t on t.cluster_id = g.cluster_id
            where g.firm_id = x.giver and t.firm_id = x.taker) as across_clusters
  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::uuid[]) as x (id, offer, version, giver, taker)
  left join agreement a on a.id = x.id
  left join listing l on l.id = x.offer
  left join site s on s.id = l.site_id
  left join listing_version v on v.listing_id = x.offer and v.version = x.version
  left join waste_code w on w.code = v.waste_code
