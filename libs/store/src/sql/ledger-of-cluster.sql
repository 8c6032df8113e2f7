-- Entries of the cluster's chain; an exchange within the cluster stands here once. $1 cluster  $2 basis
select e.*
  from ledger_link l join ledger_entry e on e.id = l.entry_id
 where l.chain_id = $1 and e.basis = $2
 order by e.id
