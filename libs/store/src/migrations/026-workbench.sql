-- The workbench of a cluster's staff: what they count and list of their own firms' rows, what they note for themselves,
-- and what a firm lets them do. See docs/decisions/0037.

-- Off by default: staff change nothing of a firm that has not said that they may.
alter table firm add staff_may_edit boolean not null default false;
revoke update (name) on firm from bistrom_members;
grant update (staff_may_edit) on firm to bistrom_members;
create policy lets_staff on firm for update to bistrom_members
  using (id = any ((select own_firms())::uuid[])) with check (id = any ((select own_firms())::uuid[]));

-- What staff did on a firm's listing is the firm's to read, with the person.
alter table access_log drop constraint access_log_kind_check;
alter table access_log add constraint access_log_kind_check check (kind in (
  'INVITED', 'INVITATION_REVOKED', 'JOINED', 'LEFT', 'REMOVED', 'ROLE_CHANGED', 'KEY_MADE', 'KEY_REVOKED',
  'WEBHOOK_MADE', 'WEBHOOK_CHANGED', 'WEBHOOK_REMOVED', 'WEBHOOK_SECRET_MADE', 'WEBHOOK_ENABLED',
  'STAFF_EDITING_ALLOWED', 'STAFF_EDITING_ENDED',
  'LISTING_REVISED', 'LISTING_PAUSED', 'LISTING_RESUMED', 'LISTING_CONFIRMED', 'LISTING_WITHDRAWN'));
grant insert on access_log to bistrom_app;
create policy stand_in on access_log for insert to bistrom_app with check (
  firm_id = any ((select own_firms())::uuid[]) and by_person = (select own_person()) and kind like 'LISTING\_%');
drop index event_inbox;
create index event_inbox on event (firm_id, happened_at)
  where type in ('matchFound', 'watchFound', 'proposalSent', 'proposalChanged', 'agreementMade', 'agreementEnded',
                 'listingFading', 'agreementEnding', 'listingEdited');

-- Notes of staff on a pair: rows that stay. No firm reads them.
create table match_note (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  match_id uuid not null references match,
  text text not null check (length(text) <= 2000),
  written_by text not null,
  written_at timestamptz not null
);
create index on match_note (cluster_id, match_id, written_at desc);

-- What is to be done next on a pair: one at a time; those that were done or replaced stay as its history.
create table next_step (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  match_id uuid not null references match,
  text text not null check (length(text) <= 300),
  due_on date not null,
  assigned_to text not null,
  set_by text not null,
  set_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  outcome text check (outcome in ('DONE', 'REPLACED')),
  check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null))
);
create unique index next_step_open on next_step (cluster_id, match_id) where closed_at is null;
create index on next_step (cluster_id, due_on, id) where closed_at is null;

do $$
declare name text;
begin
  foreach name in array array['match_note', 'next_step'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant all on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
    execute format('grant select, insert on %I to bistrom_workbench', name);
    execute format($policy$create policy workbench on %I to bistrom_workbench
      using (cluster_id = any ((select own_staff_clusters())::uuid[]))
      with check (cluster_id = any ((select own_staff_clusters())::uuid[]))$policy$, name);
  end loop;
end $$;
grant update (closed_at, closed_by, outcome) on next_step to bistrom_workbench;

-- The workbench reads what firms of the actor's own clusters have: how far it came and when. No price, note, name of a
-- site or text is among the columns. The firms of a transaction are found once for each statement.
grant usage on schema public, auth to bistrom_workbench;
grant select on municipality to bistrom_workbench;
grant select on firm_cluster, person_cluster to bistrom_workbench;
grant select (id, staff_may_edit) on firm to bistrom_workbench;
grant select (id, firm_id, municipality_number, country) on site to bistrom_workbench;
grant select (id, firm_id, site_id, side, state, material_code, available_until, created_at, confirmed_at)
  on listing to bistrom_workbench;
grant select (id, offer_id, need_id, offer_firm_id, need_firm_id, state, giver_view, taker_view, giver_sees, taker_sees,
  giver_score, taker_score, yearly_base, created_at, closed_at) on match to bistrom_workbench;
grant select (id, match_id, from_firm_id, to_firm_id, state, sent_at) on proposal to bistrom_workbench;
grant select (id, match_id, offer_firm_id, need_firm_id, ends_on, made_at) on agreement to bistrom_workbench;
grant select (agreement_id, recorded_at, verified_at, corrected_by_id) on delivery to bistrom_workbench;
grant insert on look to bistrom_workbench;
grant select, insert, update (outcome), delete on idempotency to bistrom_workbench;
grant select ("id", "name") on auth."user" to bistrom_workbench;

create policy workbench on firm_cluster for select to bistrom_workbench
  using (cluster_id = any ((select own_staff_clusters())::uuid[]));
create policy workbench on person_cluster for select to bistrom_workbench
  using (cluster_id = any ((select own_staff_clusters())::uuid[]));
create policy workbench on firm for select to bistrom_workbench using (id in (select fc.firm_id from firm_cluster fc));
create policy workbench on site for select to bistrom_workbench using (firm_id in (select fc.firm_id from firm_cluster fc));
create policy workbench on listing for select to bistrom_workbench using (firm_id in (select fc.firm_id from firm_cluster fc));
create policy workbench on match for select to bistrom_workbench using (
  offer_firm_id in (select fc.firm_id from firm_cluster fc) or need_firm_id in (select fc.firm_id from firm_cluster fc));
create policy workbench on proposal for select to bistrom_workbench using (
  from_firm_id in (select fc.firm_id from firm_cluster fc) or to_firm_id in (select fc.firm_id from firm_cluster fc));
create policy workbench on agreement for select to bistrom_workbench using (
  offer_firm_id in (select fc.firm_id from firm_cluster fc) or need_firm_id in (select fc.firm_id from firm_cluster fc));
create policy workbench on delivery for select to bistrom_workbench using (
  exists (select from agreement a where a.id = agreement_id));
create policy workbench on look for insert to bistrom_workbench with check (person_id = (select own_person()));
create policy workbench on idempotency to bistrom_workbench
  using (person_id = (select own_person())) with check (person_id = (select own_person()));
create policy workbench on auth."user" for select to bistrom_workbench using ("id" in (select person_id from person_cluster));

-- When somebody has read that there is a match; not who.
create index on inbox_read (entry_id);
grant select (entry_id, read_at) on inbox_read to bistrom_workbench;
create policy workbench on inbox_read for select to bistrom_workbench using (exists (select from match m where m.id = entry_id));

-- The barrier report is folded as figures are, for staff and auditors: why firms said no, and nothing that they wrote.
grant select (decline_reason, closed_at) on match to bistrom_figures;
grant select (id, match_id, state, decline_reason, sent_at) on proposal to bistrom_figures;
create policy figures on proposal for select to bistrom_figures using (true);
