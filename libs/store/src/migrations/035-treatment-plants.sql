-- What firms' plants can treat, so that a cluster's plan can go through them; a trade secret as a listing is. See
-- docs/decisions/0050.
create table treatment_plant (
  id uuid primary key,
  firm_id uuid not null references firm,
  site_id uuid not null references site,
  treatment text not null,
  -- narrower materials are taken too
  material_codes text[] not null check (cardinality(material_codes) between 1 and 20),
  -- that come in, a year
  capacity_tonnes numeric not null check (capacity_tonnes > 0),
  -- per tonne that comes in
  cost_nok_per_tonne numeric not null check (cost_nok_per_tonne >= 0),
  state text not null default 'LISTED' check (state in ('LISTED', 'WITHDRAWN')),
  version int not null default 1,
  listed_by text not null,
  listed_at timestamptz not null,
  changed_at timestamptz not null
);
create index on treatment_plant (firm_id, listed_at desc) where state = 'LISTED';

-- What a firm is told that one more tonne a year at its plant would bring, in a band.
create table plan_plant_hint (
  plan_id uuid not null references plan on delete cascade,
  plant_id uuid not null references treatment_plant,
  plant_version int not null,
  firm_id uuid not null references firm,
  least numeric not null,
  most numeric not null,
  objective text not null,
  told_at timestamptz not null,
  primary key (plan_id, plant_id)
);
create index on plan_plant_hint (plant_id, told_at desc);

-- Tonne-kilometres by lorry that a plan may cause in a year.
alter table plan add most_tonne_km numeric check (most_tonne_km > 0);

do $$
declare name text;
begin
  foreach name in array array['treatment_plant', 'plan_plant_hint'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant all on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
  end loop;
end $$;

-- Its own firm; staff of its clusters read it in the result of a plan, which keeps what the plan took of it.
grant select, insert, update (site_id, treatment, material_codes, capacity_tonnes, cost_nok_per_tonne, state, version, changed_at)
  on treatment_plant to bistrom_app;
create policy own on treatment_plant to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[]))
  with check (firm_id = any ((select own_firms())::uuid[])
    and exists (select from site s where s.id = site_id and s.firm_id = treatment_plant.firm_id));

grant select on plan_plant_hint to bistrom_app;
create policy own on plan_plant_hint for select to bistrom_app using (firm_id = any ((select own_firms())::uuid[]));
grant select, insert on plan_plant_hint to bistrom_workbench;
create policy staff on plan_plant_hint to bistrom_workbench
  using (exists (select from plan p where p.id = plan_id)) with check (exists (select from plan p where p.id = plan_id));
