-- What others say of firms, and what firms have not made up their minds about. None of it is a listing: matching,
-- figures and other firms have no right to any of these tables.
create table workshop (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  name text not null,
  held_on date not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index on workshop (cluster_id, held_on);

create table hint (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  -- by it the same list changes nothing twice, also after a rejection
  digest text not null,
  workshop_id uuid references workshop,
  -- whom it is said of, once that is known
  firm_id uuid references firm,
  state text not null check (state in ('UNCLAIMED', 'TIED', 'CLAIMED', 'REJECTED')),
  firm_name text,
  org_number text,
  municipality_number text,
  site_name text,
  side text not null check (side in ('OFFER', 'NEED')),
  material_text text,
  -- suggested from the words; nobody has confirmed it
  material_code text,
  amount_text text,
  source text,
  -- for the invitation alone
  contact_email text,
  stated_by text not null,
  stated_at timestamptz not null,
  settled_at timestamptz,
  unique (cluster_id, digest),
  check ((state = 'UNCLAIMED') = (firm_id is null)),
  -- what a firm has rejected is gone; that it did is left
  check (state <> 'REJECTED' or coalesce(firm_name, org_number, municipality_number, site_name, material_text,
    material_code, amount_text, source) is null),
  check (state = 'REJECTED' or (firm_name is not null and material_text is not null and source is not null)),
  check (contact_email is null or state in ('UNCLAIMED', 'TIED'))
);
create index on hint (cluster_id, stated_at, id);
create index on hint (firm_id) where firm_id is not null;
create index on hint (workshop_id) where workshop_id is not null;
create index on hint (org_number, cluster_id) where state = 'UNCLAIMED';
create index on hint (stated_at) where contact_email is not null;

-- Published, a draft becomes the listing of the same id.
create table listing_draft (
  id uuid primary key,
  firm_id uuid not null references firm,
  side text not null check (side in ('OFFER', 'NEED')),
  title text not null,
  description text,
  site_id uuid references site,
  material_code text,
  amount numeric,
  unit text,
  per text,
  amount_text text,
  -- of one that others began: where they knew it from
  source text,
  written_by text not null,
  written_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  check ((amount is null) = (unit is null) and (amount is null) = (per is null))
);
create index on listing_draft (firm_id, changed_at);

-- Whose staff may begin drafts for the firm; nobody's until it says so.
create table draft_permission (
  firm_id uuid not null references firm,
  cluster_id uuid not null references cluster,
  given_by text not null,
  given_at timestamptz not null default clock_timestamp(),
  primary key (firm_id, cluster_id)
);

alter table workshop enable row level security, force row level security;
alter table hint enable row level security, force row level security;
alter table listing_draft enable row level security, force row level security;
alter table draft_permission enable row level security, force row level security;
grant all on workshop, hint, listing_draft, draft_permission to bistrom_installation;
create policy installation on workshop to bistrom_installation using (true) with check (true);
create policy installation on hint to bistrom_installation using (true) with check (true);
create policy installation on listing_draft to bistrom_installation using (true) with check (true);
create policy installation on draft_permission to bistrom_installation using (true) with check (true);

grant select, insert on workshop to bistrom_app;
create policy staff on workshop to bistrom_app
  using (cluster_id = any ((select own_staff_clusters())::uuid[]))
  with check (cluster_id = any ((select own_staff_clusters())::uuid[]));
-- A firm that is asked is told at which meeting it was said.
create policy told on workshop for select to bistrom_app
  using (exists (select from hint h where h.workshop_id = workshop.id and h.firm_id = any ((select own_firms())::uuid[])));

grant select, insert, delete on hint to bistrom_app;
grant update (firm_id, state, firm_name, org_number, municipality_number, site_name, material_text, material_code,
  amount_text, source, contact_email, settled_at) on hint to bistrom_app;
create policy staff on hint to bistrom_app
  using (cluster_id = any ((select own_staff_clusters())::uuid[]))
  with check (cluster_id = any ((select own_staff_clusters())::uuid[])
    and (firm_id is null
      or exists (select from firm_cluster fc where fc.firm_id = hint.firm_id and fc.cluster_id = hint.cluster_id)));
create policy asked on hint for select to bistrom_app using (firm_id = any ((select own_firms())::uuid[]));
create policy answers on hint for update to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[]))
  with check (firm_id = any ((select own_firms())::uuid[]) and state in ('CLAIMED', 'REJECTED'));
-- Inviting a firm uses up the address that stood with its hints.
grant select, update (contact_email) on hint to bistrom_members;
create policy staff_invite on hint to bistrom_members
  using (cluster_id = any ((select own_staff_clusters())::uuid[]))
  with check (cluster_id = any ((select own_staff_clusters())::uuid[]));

grant select, insert, delete on draft_permission to bistrom_app;
create policy own on draft_permission to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[]))
  with check (firm_id = any ((select own_firms())::uuid[]) and cluster_id = any ((select own_firm_clusters())::uuid[]));
create policy staff on draft_permission for select to bistrom_app
  using (cluster_id = any ((select own_staff_clusters())::uuid[]));

grant select, insert, update, delete on listing_draft to bistrom_app;
create policy own on listing_draft to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[]))
  with check (firm_id = any ((select own_firms())::uuid[])
    and (site_id is null or exists (select from site s where s.id = site_id and s.firm_id = listing_draft.firm_id)));
-- Handed over and out of sight: staff begin drafts of firms that allow it, and never read one.
create policy staff_begin on listing_draft for insert to bistrom_app
  with check (site_id is null and exists (select from draft_permission p
    join firm_cluster fc on fc.firm_id = p.firm_id and fc.cluster_id = p.cluster_id
    where p.firm_id = listing_draft.firm_id and p.cluster_id = any ((select own_staff_clusters())::uuid[])));
