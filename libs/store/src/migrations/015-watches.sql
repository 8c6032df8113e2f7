-- What people want to be told of without a listing of their own. A watch is a person's, for one firm, and goes with the
-- membership.
create table watch (
  id uuid primary key,
  firm_id uuid not null references firm,
  person_id text not null,
  name text not null,
  -- of the listings that it watches for
  side text not null check (side in ('OFFER', 'NEED')),
  site_id uuid references site,
  -- areas, reach, amount, properties, least score, cross-industry only
  conditions jsonb not null,
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED')),
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (person_id, firm_id) references person_firm (person_id, firm_id) on delete cascade
);
create index on watch (firm_id, person_id, created_at);
create index on watch (person_id, firm_id);

-- One row for each node that a watch names, not for those below it: a listing asks for its own node and those above,
-- so a publication finds the watches it may concern by a handful of keys, however many there are.
create table watch_material (
  watch_id uuid not null references watch on delete cascade,
  material_code text not null,
  side text not null,
  primary key (material_code, side, watch_id)
);
create index on watch_material (watch_id);

-- What a watch found: one version of one listing once. Told is all that its person is shown, as it was then; the listing's
-- own id is shown only where the listing may be read.
create table watch_hit (
  id uuid primary key,
  watch_id uuid not null references watch on delete cascade,
  firm_id uuid not null references firm,
  person_id text not null,
  listing_id uuid not null references listing,
  listing_version int not null,
  told jsonb not null,
  found_at timestamptz not null default clock_timestamp(),
  unique (watch_id, listing_id, listing_version)
);
create index on watch_hit (listing_id);

alter table event add watch_hit_id uuid;

alter table watch enable row level security, force row level security;
alter table watch_material enable row level security, force row level security;
alter table watch_hit enable row level security, force row level security;
grant all on watch, watch_material, watch_hit to bistrom_installation;
create policy installation on watch to bistrom_installation using (true) with check (true);
create policy installation on watch_material to bistrom_installation using (true) with check (true);
create policy installation on watch_hit to bistrom_installation using (true) with check (true);

-- Telling compares everybody's watches with a listing, as matching compares listings.
grant select on watch, watch_material, watch_hit to bistrom_matching;
grant insert on watch_hit to bistrom_matching;
create policy matching on watch for select to bistrom_matching using (true);
create policy matching on watch_material for select to bistrom_matching using (true);
create policy matching on watch_hit to bistrom_matching using (true) with check (true);

-- A watch tells what a firm is after: not even the firm's other people see it.
grant select, insert, update, delete on watch to bistrom_app;
create policy own on watch to bistrom_app
  using (person_id = (select own_person()) and firm_id = any ((select own_firms())::uuid[]))
  with check (person_id = (select own_person()) and firm_id = any ((select own_firms())::uuid[])
    and (site_id is null or exists (select from site s where s.id = site_id and s.firm_id = watch.firm_id)));
grant select, insert, delete on watch_material to bistrom_app;
create policy own on watch_material to bistrom_app
  using (exists (select from watch w where w.id = watch_id)) with check (exists (select from watch w where w.id = watch_id));
grant select on watch_hit to bistrom_app;
create policy own on watch_hit for select to bistrom_app
  using (person_id = (select own_person()) and firm_id = any ((select own_firms())::uuid[]));
