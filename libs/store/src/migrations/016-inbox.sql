-- The inbox of a person is read from the events of the firm, which are written with what they tell: so none is lost and
-- none is told twice. Kept is only what has been read.
create table inbox_read (
  person_id text not null,
  -- the match or what a watch found
  entry_id uuid not null,
  read_at timestamptz not null default clock_timestamp(),
  primary key (person_id, entry_id)
);
create index event_inbox on event (firm_id, happened_at) where type in ('matchFound', 'watchFound');

-- Nobody's inbox holds what happened before he or she came; for who is here already, what happened before there was one.
alter table person_firm add joined_at timestamptz not null default clock_timestamp();

alter table inbox_read enable row level security, force row level security;
grant all on inbox_read to bistrom_installation;
create policy installation on inbox_read to bistrom_installation using (true) with check (true);
grant select, insert on inbox_read to bistrom_app;
create policy own on inbox_read to bistrom_app
  using (person_id = (select own_person())) with check (person_id = (select own_person()));
