-- Joint transport: staff offer two agreements of their cluster to share a lorry, and each answers. See docs/decisions/0047.
create table joint_transport (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  first_agreement_id uuid not null references agreement,
  second_agreement_id uuid not null references agreement,
  state text not null check (state in ('OFFERED', 'ACCEPTED', 'OPENED', 'DECLINED')),
  -- Of a year ahead, as reckoned on the day of the offer: rounds, the farther empty way, what each agreement saves.
  tours double precision not null check (tours > 0),
  other_km double precision not null check (other_km >= 0),
  nok_low double precision not null,
  nok_high double precision not null,
  co2e_kg_low double precision not null,
  co2e_kg_high double precision not null,
  -- The firm that said yes for its agreement; its name is what the other side learns.
  first_firm_id uuid references firm,
  second_firm_id uuid references firm,
  offered_by text not null,
  offered_at timestamptz not null,
  changed_at timestamptz not null,
  check (first_agreement_id < second_agreement_id),
  check ((state = 'OPENED') <= (first_firm_id is not null and second_firm_id is not null))
);
create unique index joint_transport_live on joint_transport (first_agreement_id, second_agreement_id)
  where state <> 'DECLINED';
create index on joint_transport (second_agreement_id);
create index on joint_transport (cluster_id, offered_at desc);

alter table joint_transport enable row level security, force row level security;
grant all on joint_transport to bistrom_installation;
create policy installation on joint_transport to bistrom_installation using (true) with check (true);

-- Staff offer and follow; parties of either agreement read and answer. The policy on agreement knows whose they are.
grant select, insert on joint_transport to bistrom_workbench;
create policy workbench on joint_transport to bistrom_workbench
  using (cluster_id = any ((select own_staff_clusters())::uuid[]))
  with check (cluster_id = any ((select own_staff_clusters())::uuid[]));
grant select, update (state, first_firm_id, second_firm_id, changed_at) on joint_transport to bistrom_app;
create policy party on joint_transport to bistrom_app
  using (exists (select from agreement a where a.id in (first_agreement_id, second_agreement_id)))
  with check (exists (select from agreement a where a.id in (first_agreement_id, second_agreement_id)));
