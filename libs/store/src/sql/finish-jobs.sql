-- Marks requests as done, and with them what failed earlier under the same keys: requests of one key ask for the same.
-- $1 ids
update job_request j
   set done_at = clock_timestamp()
 where j.id = any($1::bigint[])
    or (j.failed_at is not null and j.done_at is null
        and j.key in (select key from job_request where id = any($1::bigint[])))
returning j.id::text, j.name, j.background, extract(epoch from j.done_at - j.requested_at)::float8 as seconds
