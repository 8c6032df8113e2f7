-- Events of a cluster's figures after a cursor, in the same order as those of firms.
-- $1 cluster  $2 types  $3/$4 after (xid, seq)  $5 how many
select e.xid::text as xid, e.seq::text as seq, e.type, e.firm_id, e.cluster_id, e.listing_id, e.match_id, e.proposal_id,
       e.agreement_id, e.delivery_id, e.watch_hit_id, e.happened_at
  from event e
 where e.cluster_id = $1::uuid
   and e.type = any($2::text[])
   and (e.xid, e.seq) > ($3::xid8, $4::bigint)
   and e.xid < pg_snapshot_xmin(pg_current_snapshot())
 order by e.xid, e.seq
 limit $5
