-- What a person is told, newest first: matches of the firm's listings, what his or her watches found, what the other
-- side of a negotiation did, what staff of the cluster did on a listing or suggest, and what is about to end. A match that was overtaken is told by the one in its place, a
-- counter or an acceptance by what it brought; a reminder is gone once it has been heeded.
-- That a listing fades is told to whoever may list its side: domain, FIRM_ROLES.
-- $1 person  $2 firms  $3 unread only  $4 these entries only  $5/$6 after (happened_at, id)  $7 how many
select entry.id, e.type, e.match_id as "matchId", e.watch_hit_id as "watchHitId", e.proposal_id as "proposalId",
       coalesce(m.listing_id, case e.type when 'listingEdited' then e.listing_id end) as "listingId", e.agreement_id as "agreementId", m.due_on as "dueOn",
       e.happened_at as "at", r.read_at as "readAt",
       to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from event e
 cross join lateral (select case
         when e.type in ('proposalSent', 'proposalChanged', 'agreementMade', 'agreementEnded', 'listingEdited',
                         'planSuggested', 'jointTransportOffered', 'jointTransportChanged')
         -- of one negotiation there are several, so each goes by its event
         then md5('event ' || e.seq)::uuid
         else coalesce(e.watch_hit_id, e.reminder_id, e.match_id) end as id) entry
  join person_firm pf on pf.person_id = $1 and pf.firm_id = e.firm_id and pf.joined_at <= e.happened_at
  left join reminder m on m.id = e.reminder_id
  left join listing l on l.id = m.listing_id
  left join inbox_read r on r.person_id = $1 and r.entry_id = entry.id
 where e.firm_id = any($2::uuid[])
   and e.type in ('matchFound', 'watchFound', 'proposalSent', 'proposalChanged', 'agreementMade', 'agreementEnded',
                  'listingFading', 'agreementEnding', 'listingEdited', 'planSuggested', 'jointTransportOffered',
                  'jointTransportChanged')
   and (not $3 or r.read_at is null)
   and ($4::uuid[] is null or entry.id = any($4::uuid[]))
   and ($5::timestamptz is null or (e.happened_at, entry.id) < ($5::timestamptz, $6::uuid))
   and case e.type
         when 'matchFound' then exists (select from match a where a.id = e.match_id and a.state <> 'SUPERSEDED')
         when 'watchFound' then exists (select from watch_hit h where h.id = e.watch_hit_id and h.person_id = $1)
         when 'listingFading' then
           l.confirm_by = m.due_on and l.state in ('ACTIVE', 'EXPIRED') and (l.side = 'NEED' or pf.role <> 'buyer')
         when 'agreementEnding' then true
         when 'listingEdited' then true
         when 'planSuggested' then exists (select from match a where a.id = e.match_id and a.state <> 'SUPERSEDED')
         when 'jointTransportOffered' then true
         when 'proposalChanged' then e.by_firm_id is distinct from e.firm_id
           and exists (select from proposal p where p.id = e.proposal_id and p.state not in ('COUNTERED', 'ACCEPTED'))
         else e.by_firm_id is distinct from e.firm_id end
 order by e.happened_at desc, entry.id desc
 limit $7
