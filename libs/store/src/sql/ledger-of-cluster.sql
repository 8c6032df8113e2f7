-- Entries in which a firm of the cluster gives or takes; an exchange within the cluster stands here once. $1 cluster  $2 basis
select e.*
  from ledger_entry e
 where e.basis = $2
   and exists (
     select 1 from firm_cluster fc
      where fc.cluster_id = $1 and fc.firm_id in (e.giver_firm_id, e.taker_firm_id))
 order by e.id
