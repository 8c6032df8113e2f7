-- A file of deliveries, as it was read and as it was judged, until it is recorded and for thirty days.
create table delivery_import (
  id uuid primary key,
  firm_id uuid not null references firm,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  file_name text not null,
  -- what was found in the file: how it is written, its header, how many rows
  format jsonb not null,
  -- what is to be read from where
  plan jsonb not null,
  counts jsonb not null,
  checked_at timestamptz not null,
  -- SHOWN until somebody says that it be recorded; the worker records it in slices
  state text not null default 'SHOWN' check (state in ('SHOWN', 'RECORDING', 'RECORDED', 'RECORDED_IN_PART', 'FAILED')),
  committed_at timestamptz,
  committed_by text,
  -- why what is recorded is corrected; null where corrections are left out
  correction_reason text,
  -- the last row of the slices that are done: written with them, so that none is done twice
  recorded_until int not null default 0,
  -- what came of the rows so far
  totals jsonb,
  ended_at timestamptz,
  -- of a recording that stopped: the kind of the error and its code
  failure text,
  check ((state = 'SHOWN') = (committed_at is null and committed_by is null and totals is null))
);
create index on delivery_import (firm_id, uploaded_at);
create index on delivery_import (uploaded_at);

create table delivery_import_row (
  import_id uuid not null references delivery_import on delete cascade,
  -- from 1, as spreadsheets count
  row_number int not null,
  cells jsonb not null,
  -- as a delivery; null where a cell could not be read
  delivery jsonb,
  effect text not null check (effect in ('NEW', 'SAME', 'CHANGED', 'REFUSED')),
  -- the delivery that is recorded already, or was by this row
  delivery_id uuid,
  -- of reading the cells, and of the agreement as it stood when the row was judged
  problems jsonb not null,
  judged jsonb not null,
  -- what came of it; null until its slice is recorded
  outcome text check (outcome in ('RECORDED', 'CORRECTED', 'SKIPPED', 'LEFT', 'LAPSED')),
  primary key (import_id, row_number)
);
create index on delivery_import_row (import_id, effect, row_number);
create index on delivery_import_row (import_id, outcome, row_number);

-- A load is known by its weigh note: asked for each row of a file.
create index on delivery (agreement_id, reference) where corrected_by_id is null;

alter table delivery_import enable row level security, force row level security;
alter table delivery_import_row enable row level security, force row level security;
grant all on delivery_import, delivery_import_row to bistrom_installation;
create policy installation on delivery_import to bistrom_installation using (true) with check (true);
create policy installation on delivery_import_row to bistrom_installation using (true) with check (true);
grant select, insert, update, delete on delivery_import, delivery_import_row to bistrom_app;
create policy own on delivery_import to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[])) with check (firm_id = any ((select own_firms())::uuid[]));
create policy own on delivery_import_row to bistrom_app
  using (exists (select from delivery_import i where i.id = import_id))
  with check (exists (select from delivery_import i where i.id = import_id));

-- What proves a delivery: the weigh note, the sheet of a laboratory. A removed one leaves its row, without the content.
create table delivery_paper (
  id uuid primary key,
  delivery_id uuid not null references delivery,
  -- whose paper it is: the side that attached it
  firm_id uuid not null references firm,
  kind text not null check (kind in ('WEIGH_NOTE', 'LAB_SHEET', 'OTHER')),
  file_name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  byte_length int not null check (byte_length between 1 and 10485760),
  sha256 bytea not null check (length(sha256) = 32),
  content bytea,
  attached_by text not null,
  attached_at timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  check ((content is null) = (removed_at is not null) and (removed_at is null) = (removed_by is null))
);
-- Photographs and PDF are packed already: to pack them again would only take time.
alter table delivery_paper alter content set storage external;
create unique index on delivery_paper (delivery_id, sha256) where removed_at is null;
create index on delivery_paper (delivery_id, attached_at);

alter table delivery_paper enable row level security, force row level security;
grant select, insert, update on delivery_paper to bistrom_installation;
create policy installation on delivery_paper to bistrom_installation using (true) with check (true);
grant select, insert, update (content, removed_by, removed_at) on delivery_paper to bistrom_app;
create policy party on delivery_paper for select to bistrom_app using (
  exists (select from delivery d where d.id = delivery_id));
create policy party_attaches on delivery_paper for insert to bistrom_app with check (
  firm_id = any ((select own_firms())::uuid[]) and exists (select from delivery d where d.id = delivery_id));
create policy own_removed on delivery_paper for update to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[])) with check (firm_id = any ((select own_firms())::uuid[]));
