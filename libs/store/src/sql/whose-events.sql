-- Firms and clusters that events after a cursor are for, in commit-safe order as in events-after.
-- $1/$2 after (xid, seq)  $3 how many
select e.xid::text as xid, e.seq::text as seq, coalesce(e.firm_id, e.cluster_id) as id
  from event e
 where (e.xid, e.seq) > ($1::xid8, $2::bigint)
   and e.xid < pg_snapshot_xmin(pg_current_snapshot())
 order by e.xid, e.seq
 limit $3
