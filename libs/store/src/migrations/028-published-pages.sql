-- Which figures of which years a cluster shows to everybody. A choice is a row that stays: the last one holds, one
-- without years shows nothing, and all of them are the history. See docs/decisions/0039.
create table published_page (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  years int[] not null check (cardinality(years) <= 50),
  figures text[] not null check (cardinality(figures) <= 100),
  bases text[] not null check (bases <@ array['AGREED', 'DELIVERED', 'VERIFIED']),
  -- end of the cluster's chain at that moment: noted where everybody can see it, and later held against the ledger
  chain_head bytea check (length(chain_head) = 32),
  by_person text not null,
  at timestamptz not null default clock_timestamp(),
  -- one choice after the other, also where clocks agree
  position bigint generated always as identity unique
);
create index on published_page (cluster_id, position desc);

create trigger published_page_append_only before update or delete on published_page
  for each row execute function refuse_change();
create trigger published_page_no_truncate before truncate on published_page
  for each statement execute function refuse_change();

-- Staff of the cluster read the history and add to it; the public page is read with the figures.
alter table published_page enable row level security, force row level security;
grant select, insert on published_page to bistrom_members, bistrom_installation;
create policy own_cluster on published_page for select to bistrom_members
  using (cluster_id = any ((select own_staff_clusters())::uuid[]));
create policy own_staff on published_page for insert to bistrom_members
  with check (cluster_id = any ((select own_staff_clusters())::uuid[]) and by_person = (select own_person()));
grant select (cluster_id, years, figures, bases, chain_head, at, position) on published_page to bistrom_figures;
create policy figures on published_page for select to bistrom_figures using (true);
create policy installation on published_page to bistrom_installation using (true);
