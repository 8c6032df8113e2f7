-- Agreements of own firms, newest first. $1 firms  $2/$3 after (made_at, id)  $4 how many
-- $5 how they stand on the day $6; without it, all  $7 only those with a delivery of the other side that waits for a yes
select a.id, to_char(a.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
  from agreement a
 where (a.offer_firm_id = any($1::uuid[]) or a.need_firm_id = any($1::uuid[]))
   and ($2::timestamptz is null or (a.made_at, a.id) < ($2::timestamptz, $3::uuid))
   and ($5::text is null
        or $5 = 'COMING' and a.starts_on > $6::date
        or $5 = 'RUNNING' and a.starts_on <= $6::date and (a.ends_on is null or a.ends_on >= $6::date)
        or $5 = 'ENDED' and a.ends_on < $6::date)
   and (not $7::boolean
        or exists (select 1 from delivery d
                    where d.agreement_id = a.id and d.corrected_by_id is null and d.verified_at is null
                      and d.recorded_by_firm_id <> all($1::uuid[])))
 order by a.made_at desc, a.id desc
 limit $4
