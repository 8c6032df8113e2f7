-- What a person is told, newest first: matches of the firm's listings, what his or her watches found, and what is about
-- to end. A match that was overtaken is told by the one in its place; a reminder is gone once it has been heeded.
-- That a listing fades is told to whoever may list its side: domain, FIRM_ROLES.
-- $1 person  $2 firms  $3 unread only  $4 these entries only  $5/$6 after (happened_at, id)  $7 how many
select coalesce(e.watch_hit_id, e.reminder_id, e.match_id) as id, e.match_id as "matchId", e.watch_hit_id as "watchHitId",
       m.listing_id as "listingId", m.agreement_id as "agreementId", m.due_on as "dueOn",
       e.happened_at as "at", r.read_at as "readAt",
       to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from event e
  join person_firm pf on pf.person_id = $1 and pf.firm_id = e.firm_id and pf.joined_at <= e.happened_at
  left join reminder m on m.id = e.reminder_id
  left join listing l on l.id = m.listing_id
  left join inbox_read r on r.person_id = $1 and r.entry_id = coalesce(e.watch_hit_id, e.reminder_id, e.match_id)
 where e.firm_id = any($2::uuid[]) and e.type in ('matchFound', 'watchFound', 'listingFading', 'agreementEnding')
   and (not $3 or r.read_at is null)
   and ($4::uuid[] is null or coalesce(e.watch_hit_id, e.reminder_id, e.match_id) = any($4::uuid[]))
   and ($5::timestamptz is null
     or (e.happened_at, coalesce(e.watch_hit_id, e.reminder_id, e.match_id)) < ($5::timestamptz, $6::uuid))
   and (exists (select from watch_hit h where h.id = e.watch_hit_id and h.person_id = $1)
     or exists (select from match a where a.id = e.match_id and a.state <> 'SUPERSEDED')
     or m.agreement_id is not null
     or l.confirm_by = m.due_on and l.state in ('ACTIVE', 'EXPIRED') and (l.side = 'NEED' or pf.role <> 'buyer'))
 order by e.happened_at desc, coalesce(e.watch_hit_id, e.reminder_id, e.match_id) desc
 limit $7
