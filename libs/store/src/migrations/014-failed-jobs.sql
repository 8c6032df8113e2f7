-- A job that failed for good is kept as such, and waits for the operator: docs/decisions/0027.
alter table job_request
  -- since when it has waited to be handed over; again from the moment that it is to be handed out again
  add column waiting_since timestamptz not null default clock_timestamp(),
  add column failed_at timestamptz,
  -- kind of the error and its code, never its words
  add column reason text,
  add constraint failed_for_a_reason check ((failed_at is null) = (reason is null));
create index on job_request (key) where failed_at is not null and done_at is null;
