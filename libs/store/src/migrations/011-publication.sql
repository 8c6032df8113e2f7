-- What outsiders are told of the ledger. A parcel is a set of entries that are published together, once and for good;
-- its numbers are kept as they were published, whatever becomes of memberships and factors.

create table figure_parcel (
  id bigint generated always as identity primary key,
  basis text not null check (basis in ('AGREED', 'DELIVERED')),
  unit_kind text not null,
  -- the clusters that it counts in
  cluster_ids uuid[] not null check (cardinality(cluster_ids) > 0),
  -- last day of the quarter that it was published for
  closed_on date not null,
  -- last day of the quarter by whose end all of it was verified
  verified_on date check (verified_on is null or basis = 'DELIVERED'),
  report jsonb not null
);
create index on figure_parcel using gin (cluster_ids);

create table figure_parcel_entry (
  entry_id bigint primary key references ledger_entry,
  parcel_id bigint not null references figure_parcel
);
create index on figure_parcel_entry (parcel_id);

-- What waited when the last quarter was closed, and why.
create table figure_held (
  cluster_id uuid not null references cluster,
  basis text not null,
  year int not null,
  unit_kind text not null,
  reason text not null,
  primary key (cluster_id, basis, year, unit_kind)
);
