-- How the outbox stands.
select count(*) filter (where failed_at is null)::int as undone,
       count(*) filter (where failed_at is not null)::int as failed,
       coalesce(greatest(0, extract(epoch from clock_timestamp() - min(waiting_since) filter
         (where relayed_at is null and failed_at is null))), 0)::float8 as "lagSeconds"
  from job_request
 where done_at is null
