-- Everybody's events after a cursor, in the order of events-after. Those of transactions that a later commit may still
-- slip before come last, and are marked as not safe.
-- $1/$2 after (xid, seq)  $3 how many
select e.xid::text as xid, e.seq::text as seq, e.type, e.firm_id, e.cluster_id, e.listing_id, e.match_id, e.proposal_id,
       e.agreement_id, e.delivery_id, e.watch_hit_id, e.happened_at,
       e.xid < pg_snapshot_xmin(pg_current_snapshot()) as safe
  from event e
 where (e.xid, e.seq) > ($1::xid8, $2::bigint)
 order by e.xid, e.seq
 limit $3
