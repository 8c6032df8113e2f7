-- A run through all listings after new rules: how far it is, and what is left of it in ranges of ids. Nothing in it is of
-- a firm. See docs/decisions/0049.
create table matching_run (
  id uuid primary key,
  rule_set text not null,
  state text not null check (state in ('RUNNING', 'PAUSED', 'DONE', 'SUPERSEDED')),
  -- on the market when it was begun
  listings int not null check (listings >= 0),
  started_at timestamptz not null,
  -- since when it goes on without a pause, and how many were done by then
  going_since timestamptz not null,
  done_before int not null default 0,
  finished_at timestamptz,
  check ((state in ('DONE', 'SUPERSEDED')) = (finished_at is not null))
);
-- One at a time.
create unique index matching_run_live on matching_run ((true)) where state in ('RUNNING', 'PAUSED');
create index on matching_run (started_at);

create table matching_chunk (
  run_id uuid not null references matching_run on delete cascade,
  number int not null,
  -- ids behind the first and up to the last; together the chunks hold every id there can be
  after_id uuid not null,
  last_id uuid not null,
  listings int not null,
  stage text not null check (stage in ('PREPARE', 'MATCH', 'SETTLE', 'DONE')),
  -- up to here it has come in its stage
  cursor_id uuid not null,
  matched int not null default 0,
  -- when a job for it was last asked for or got on with it; null while none is
  asked_at timestamptz,
  primary key (run_id, number)
);

do $$
declare name text;
begin
  foreach name in array array['matching_run', 'matching_chunk'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant all on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
    execute format($policy$create policy staff on %I for select to bistrom_workbench
      using (cardinality((select own_staff_clusters())) > 0)$policy$, name);
  end loop;
end $$;
grant select on matching_run to bistrom_workbench;
grant select (run_id, listings, stage, matched) on matching_chunk to bistrom_workbench;
