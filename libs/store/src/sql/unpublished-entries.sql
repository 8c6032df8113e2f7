-- Ledger entries that no parcel holds yet, recorded by the end of a day, with the clusters of either firm. $1 day (Oslo)
select e.*,
       array(select c.cluster_id::text from firm_cluster c where c.firm_id = e.giver_firm_id) as giver_clusters,
       array(select c.cluster_id::text from firm_cluster c where c.firm_id = e.taker_firm_id) as taker_clusters
  from ledger_entry e
 where e.basis in ('AGREED', 'DELIVERED')
   and (e.recorded_at at time zone 'Europe/Oslo')::date <= $1::date
   and not exists (select 1 from figure_parcel_entry p where p.entry_id = e.id)
 order by e.id
