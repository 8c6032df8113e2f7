-- Events of firms after a cursor, in commit-safe order: rows of transactions that may still be open are left for later.
-- $1 firms  $2 types  $3/$4 after (xid, seq)  $5 how many  $6 listing  $7 match
select e.xid::text as xid, e.seq::text as seq, e.type, e.firm_id, e.cluster_id, e.listing_id, e.match_id, e.proposal_id,
       e.agreement_id, e.delivery_id, e.watch_hit_id, e.happened_at
  from event e
 where e.firm_id = any($1::uuid[])
   and e.type = any($2::text[])
   and (e.xid, e.seq) > ($3::xid8, $4::bigint)
   and e.xid < pg_snapshot_xmin(pg_current_snapshot())
   and ($6::uuid is null or e.listing_id = $6)
   and ($7::uuid is null or e.match_id = $7)
 order by e.xid, e.seq
 limit $5
