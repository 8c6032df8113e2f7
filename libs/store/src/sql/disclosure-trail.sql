-- What was asked, refused, granted and withdrawn of own firms' listings or by them, and looks of staff, newest first.
-- $1 firms  $2/$3 after (at, id)  $4 how many. A person is named to his or her own firm only.
-- Looks of a role at one listing, or at the figures of one cluster, on one day are one row: at the time of the first of them, so that paging holds still.
with told as (
  select r.id, r.asked_at as at, 'ASKED' as kind, r.match_id, r.listing_id, r.from_firm_id as by_firm_id, r.asked_by as by_person,
         r.groups, null::date as until, null::text as role, null::uuid as cluster_id, 1 as times
    from disclosure_request r
   where r.from_firm_id = any($1::uuid[]) or r.to_firm_id = any($1::uuid[])
  union all
  select r.id, r.answered_at, 'REFUSED', r.match_id, r.listing_id, r.to_firm_id, r.answered_by, r.groups, null, null, null, 1
    from disclosure_request r
   where r.state = 'REFUSED' and (r.from_firm_id = any($1::uuid[]) or r.to_firm_id = any($1::uuid[]))
  union all
  select g.id, g.granted_at, 'GRANTED', g.match_id, g.listing_id, g.from_firm_id, g.granted_by, g.groups, g.until, null, null, 1
    from disclosure_grant g
   where g.from_firm_id = any($1::uuid[]) or g.to_firm_id = any($1::uuid[])
  union all
  select g.id, g.withdrawn_at, 'WITHDRAWN', g.match_id, g.listing_id, g.from_firm_id, g.withdrawn_by, g.groups, null, null, null, 1
    from disclosure_grant g
   where g.withdrawn_at is not null and (g.from_firm_id = any($1::uuid[]) or g.to_firm_id = any($1::uuid[]))
  union all
  select md5(concat_ws('|', l.subject_id, l.role, l.cluster_id, l.day))::uuid, min(l.looked_at), 'LOOKED', null, l.subject_id,
         null, null, null, null, l.role, l.cluster_id, count(*)::int
    from (select subject_id, role, cluster_id, looked_at, (looked_at at time zone 'Europe/Oslo')::date as day
            from look where firm_id = any($1::uuid[]) and what = 'listing') l
   group by l.subject_id, l.role, l.cluster_id, l.day
  union all
  select md5(concat_ws('|', 'figures', f.firm_id, f.role, f.cluster_id, f.day))::uuid, min(f.looked_at), 'LOOKED_AT_FIGURES', null,
         null, null, null, null, null, f.role, f.cluster_id, count(*)::int
    from (select firm_id, role, cluster_id, looked_at, (looked_at at time zone 'Europe/Oslo')::date as day
            from look where firm_id = any($1::uuid[]) and what like 'figures %') f
   group by f.firm_id, f.role, f.cluster_id, f.day
)
select t.id, t.kind, t.at, t.match_id as "matchId", t.listing_id as "listingId", t.by_firm_id as "byFirmId", u.name as person,
       t.groups, t.until, t.role, c.name as cluster, t.times,
       to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from told t
  left join auth."user" u on u.id = t.by_person and t.by_firm_id = any($1::uuid[])
  left join cluster c on c.id = t.cluster_id
 where $2::timestamptz is null or (t.at, t.id) < ($2::timestamptz, $3::uuid)
 order by t.at desc, t.id desc
 limit $4
