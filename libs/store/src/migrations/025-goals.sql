-- What firms state of a year to hold their exchanges against, sums of it that clusters are told, and goals that nobody edits.

-- A later version stands beside the earlier ones.
create table reference_totals (
  id uuid primary key,
  firm_id uuid not null references firm,
  year int not null,
  version int not null check (version > 0),
  -- by measure, decimals as text; domain: REFERENCE_UNITS
  amounts jsonb not null check (jsonb_typeof(amounts) = 'object'),
  scope text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  unique (firm_id, year, version)
);

-- Sums over firms, told once and for good: see docs/decisions/0036.
create table reference_release (
  id uuid primary key,
  cluster_ids uuid[] not null,
  year int not null,
  measure text not null,
  value numeric not null,
  firm_count int not null check (firm_count >= 3),
  released_at timestamptz not null
);
create index on reference_release using gin (cluster_ids);
-- Which version of which firm is in it.
create table reference_release_part (
  release_id uuid not null references reference_release,
  totals_id uuid not null references reference_totals,
  firm_id uuid not null references firm,
  primary key (release_id, firm_id)
);
create index on reference_release_part (firm_id);
create index on reference_release_part (totals_id);

alter table goal
  alter cluster_id drop not null,
  add firm_id uuid references firm,
  add baseline_year int,
  -- nobody where the installation entered it
  add set_by text,
  add set_at timestamptz not null default clock_timestamp(),
  -- a new goal stands in the place of this one, which stays as it was
  add replaces uuid unique references goal,
  add constraint goal_owner check ((cluster_id is null) <> (firm_id is null));
create index on goal (cluster_id);
create index on goal (firm_id) where firm_id is not null;

create function refuse_change_of_what_was_stated() returns trigger language plpgsql as $$
begin
  raise exception '% is not edited: a new row stands beside the old one.', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger frozen before update on goal for each row execute function refuse_change_of_what_was_stated();
create trigger frozen before update or delete on reference_totals
  for each row execute function refuse_change_of_what_was_stated();
create trigger frozen before update or delete on reference_release
  for each row execute function refuse_change_of_what_was_stated();
create trigger frozen before update or delete on reference_release_part
  for each row execute function refuse_change_of_what_was_stated();

do $$
declare name text;
begin
  foreach name in array array['reference_totals', 'reference_release', 'reference_release_part'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant select, insert on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
  end loop;
end $$;

grant select, insert on reference_totals to bistrom_app;
create policy own on reference_totals to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[])) with check (firm_id = any ((select own_firms())::uuid[]));
-- Sums without a name: of a cluster's own staff and auditors.
grant select on reference_release to bistrom_app;
create policy own_cluster on reference_release for select to bistrom_app
  using (cluster_ids && (select own_clusters())::uuid[]);
grant select on reference_release_part to bistrom_app;
create policy own_cluster on reference_release_part for select to bistrom_app
  using (exists (select from reference_release r where r.id = release_id));
-- Which firms stand behind a sum decides what it is held against; never what each of them stated.
grant select on reference_release, reference_release_part to bistrom_figures;
create policy figures on reference_release for select to bistrom_figures using (true);
create policy figures on reference_release_part for select to bistrom_figures using (true);

-- A firm's goals are its own; a cluster's are for everybody, and set by its staff.
grant insert on goal to bistrom_app;
alter policy everybody on goal using (cluster_id is not null or firm_id = any ((select own_firms())::uuid[]));
create policy own on goal for insert to bistrom_app with check (
  cluster_id = any ((select own_staff_clusters())::uuid[]) or firm_id = any ((select own_firms())::uuid[]));
alter policy figures on goal using (cluster_id is not null);
