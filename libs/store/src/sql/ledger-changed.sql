-- The last place of a chain at which something of a basis that counts in a period was entered; 0 for nothing.
-- $1 chain  $2 basis  $3 first day  $4 last day
select greatest(
  (select max(m.position) from ledger_month m
    where m.chain_id = $1 and m.basis = $2 and m.month >= date_trunc('month', $3::timestamp) and m.month <= $4::date),
  (select max(r.position) from ledger_rate r
    where r.chain_id = $1 and r.basis = $2 and r.starts_on <= $4::date and (r.ends_on is null or r.ends_on >= $3::date)),
  0)::text as position
