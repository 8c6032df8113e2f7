-- Entries of the cluster's chain; an exchange within the cluster stands here once. With days, those that may fall in
-- them: a yearly rate in any from its first one on. $1 cluster  $2 basis  $3 first day or null  $4 last day
select e.*
  from ledger_link l join ledger_entry e on e.id = l.entry_id
 where l.chain_id = $1 and e.basis = $2
   and ($3::date is null or e.occurred_on <= $4::date
        and (e.occurred_on >= $3::date or e.yearly and (e.ends_on is null or e.ends_on >= $3::date)))
 order by e.id
