-- The best plan for a cluster: what staff asked for, what came of it, and what of it was suggested to firms. A plan
-- holds exact amounts of many firms: it is read by who is staff of every cluster of it. See docs/decisions/0046.
create table plan (
  id uuid primary key,
  cluster_ids uuid[] not null check (cardinality(cluster_ids) between 1 and 10),
  objective text not null check (objective in ('NOK', 'CO2E', 'TONNES')),
  with_treatment boolean not null,
  fixed_cost_nok numeric not null check (fixed_cost_nok >= 0),
  year int not null,
  state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  -- 0 to 100
  progress int not null default 0 check (progress between 0 and 100),
  failure text,
  -- flows, prices, and the versions of the listings that it rests on
  result jsonb,
  requested_by text not null,
  requested_at timestamptz not null,
  -- when its worker last said how far it is
  seen_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'DONE') = (result is not null)),
  check ((state = 'FAILED') = (failure is not null))
);
create index on plan using gin (cluster_ids);
create index on plan (requested_at, id);

-- A part of a plan as both firms are told of it: the amount is one that both may know.
create table plan_suggestion (
  plan_id uuid not null references plan on delete cascade,
  flow_id text not null,
  match_id uuid not null references match,
  offer_firm_id uuid not null references firm,
  need_firm_id uuid not null references firm,
  amount numeric not null check (amount > 0),
  unit text not null,
  per text not null,
  suggested_by text not null,
  suggested_at timestamptz not null,
  primary key (plan_id, flow_id)
);
create index on plan_suggestion (match_id, suggested_at desc);

-- What a firm is told of its own listing in a plan, in bands.
create table plan_hint (
  plan_id uuid not null references plan on delete cascade,
  listing_id uuid not null references listing,
  listing_version int not null,
  firm_id uuid not null references firm,
  kind text not null check (kind in ('OUTBID', 'SCARCE')),
  least numeric not null,
  most numeric not null,
  objective text not null,
  unit text not null,
  told_at timestamptz not null,
  primary key (plan_id, listing_id)
);
create index on plan_hint (listing_id, told_at desc);

do $$
declare name text;
begin
  foreach name in array array['plan', 'plan_suggestion', 'plan_hint'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant all on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
    execute format('grant select, insert on %I to bistrom_workbench', name);
  end loop;
end $$;
grant update (state, ended_at, failure) on plan to bistrom_workbench;
create policy staff on plan to bistrom_workbench
  using (cluster_ids <@ (select own_staff_clusters())::uuid[])
  with check (cluster_ids <@ (select own_staff_clusters())::uuid[]);
create policy staff on plan_suggestion to bistrom_workbench
  using (exists (select from plan p where p.id = plan_id)) with check (exists (select from plan p where p.id = plan_id));
create policy staff on plan_hint to bistrom_workbench
  using (exists (select from plan p where p.id = plan_id)) with check (exists (select from plan p where p.id = plan_id));

grant select on plan_suggestion, plan_hint to bistrom_app;
create policy party on plan_suggestion for select to bistrom_app using (
  offer_firm_id = any ((select own_firms())::uuid[]) or need_firm_id = any ((select own_firms())::uuid[]));
create policy own on plan_hint for select to bistrom_app using (firm_id = any ((select own_firms())::uuid[]));

-- Who asks for a plan asks for the work of it.
grant insert on job_request to bistrom_workbench;
create policy workbench on job_request for insert to bistrom_workbench with check (own_person() is not null);
