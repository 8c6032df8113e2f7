-- What is left of active listings of some materials of a cluster's own firms, with the months that they state.
-- $1 cluster  $2 codes of materials
select l.firm_id as "firmId", l.side, l.material_code as "materialCode", l.remaining::text, v.unit, v.per,
       v.monthly_profile as "monthlyProfile"
  from listing l
  join listing_version v on v.listing_id = l.id and v.version = l.version
 where l.state = 'ACTIVE' and l.material_code = any ($2::text[])
   and l.firm_id in (select firm_id from firm_cluster where cluster_id = $1)
 order by l.id
