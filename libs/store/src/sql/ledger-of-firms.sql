-- Entries in which one of the firms gives or takes; an exchange between two of them stands here once. A yearly rate may
-- fall in any days from its first one on. $1 firms  $2 basis  $3 first day  $4 last day
select e.*
  from ledger_entry e
 where e.basis = $2
   and (e.giver_firm_id = any ($1::uuid[]) or e.taker_firm_id = any ($1::uuid[]))
   and e.occurred_on <= $4
   and (e.occurred_on >= $3 or e.yearly and (e.ends_on is null or e.ends_on >= $3))
 order by e.id
