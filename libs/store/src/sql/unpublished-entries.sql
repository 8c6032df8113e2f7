-- Ledger entries that no parcel holds yet, recorded by the end of a day, with the clusters in whose chains they stand:
-- those that the giver is in, and the others. $1 day (Oslo)
select e.*,
       array(select l.chain_id::text from ledger_link l
              where l.entry_id = e.id and l.chain_id in (select c.cluster_id from firm_cluster c where c.firm_id = e.giver_firm_id))
         as giver_clusters,
       array(select l.chain_id::text from ledger_link l
              where l.entry_id = e.id and l.chain_id <> '00000000-0000-0000-0000-000000000000'
                and l.chain_id not in (select c.cluster_id from firm_cluster c where c.firm_id = e.giver_firm_id))
         as other_clusters
  from ledger_entry e
 where e.basis in ('AGREED', 'DELIVERED')
   and (e.recorded_at at time zone 'Europe/Oslo')::date <= $1::date
   and not exists (select 1 from figure_parcel_entry p where p.entry_id = e.id)
 order by e.id
