-- What has changed in the search, and on which lists, since a snapshot: what was committed and could not be seen in it,
-- whatever the order of commits. One row at least, for the snapshot of this answer; then one for each reading of each
-- listing that has changed, one without a reading for a listing that cannot be found any more. $1 the snapshot
with changed as (
  select c.listing_id, max(c.seq) as seq, bool_or(c.in_search) as in_search
    from search_change c
   where c.xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(c.xid, $1::pg_snapshot)
   group by c.listing_id
)
select pg_current_snapshot()::text as snapshot,
       pg_snapshot_xmin(pg_current_snapshot()) < pg_snapshot_xmin($1::pg_snapshot) as behind,
       c.listing_id, c.seq::float8 as version, c.in_search, f.floor, n.code, s.side, s.firm_id, s.division, s.confidence,
       s.yearly_base, s.max_km, s.place[1] as latitude, s.place[0] as longitude, s.radius_km
  from (select) as one
  left join changed c on true
  left join match_list f on f.listing_id = c.listing_id
  left join listing_search s on s.listing_id = c.listing_id and c.in_search
  left join material_number n on n.number = s.material
 order by c.listing_id
