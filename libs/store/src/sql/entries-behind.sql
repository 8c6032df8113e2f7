-- Entries of a basis that fall in a period, in the order of the ledger, from a place on: those of a cluster's chain, or those in
-- which one firm gives, takes, or does either. $1 cluster  $2 giver  $3 taker  $10 either: each may be null  $4 basis  $5 first day  $6 last day
-- $7 only of exchanges of which anything is left  $8 after this entry  $9 at most so many
with inside as (
  select e.*
    from ledger_entry e
   where e.basis = $4
     and case when e.yearly then e.occurred_on <= $6::date and coalesce(e.ends_on, $6::date) >= $5::date
              else e.occurred_on between $5::date and $6::date end
     and ($2::uuid is null or e.giver_firm_id = $2::uuid)
     and ($3::uuid is null or e.taker_firm_id = $3::uuid)
     and ($10::uuid is null or $10::uuid in (e.giver_firm_id, e.taker_firm_id))
     and ($1::uuid is null or exists (
       select from ledger_link l where l.chain_id = $1::uuid and l.entry_id = e.id))
)
select i.*
  from inside i
 where i.id > $8::bigint
   and (not $7::boolean or i.agreement_id in (
     select s.agreement_id from inside s group by s.agreement_id having sum(s.amount_base) <> 0))
 order by i.id
 limit $9
