-- Takes a batch of job requests for the relay: users' own before background work, oldest first.
-- $1 how many  $2 users' own of these names only; null: any
update job_request
   set relayed_at = clock_timestamp()
 where id in (
   select id from job_request
    where relayed_at is null and ($2::text[] is null or (name = any($2) and not background))
    order by background, id
    limit $1
      for update skip locked)
returning id::text, name, key, payload, background, trace_parent as "traceParent"
