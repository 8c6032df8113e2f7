-- Webhooks of firms: where their events are sent, what is on its way, and how each try went. See docs/decisions/0029.

create table webhook (
  id uuid primary key,
  firm_id uuid not null references firm on delete cascade,
  url text not null,
  description text not null,
  events text[] not null check (cardinality(events) > 0),
  state text not null default 'ENABLED' check (state in ('ENABLED', 'DISABLED')),
  -- why it was disabled, and when: it answered 410, a delivery failed to the last, or nothing went well for days
  disabled_for text check (disabled_for in ('GONE', 'FAILED', 'SILENT')),
  disabled_at timestamptz,
  -- what happened before is not sent: when it was made, or enabled again
  listens_from timestamptz not null default clock_timestamp(),
  -- the first failure after the last success
  failing_since timestamptz,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  check ((state = 'DISABLED') = (disabled_for is not null)),
  check ((state = 'DISABLED') = (disabled_at is not null))
);
create index on webhook (firm_id, created_at);

-- Kept readable, because a message is signed with it; apart, so that who manages endpoints can write one and read none.
create table webhook_secret (
  id bigint generated always as identity primary key,
  webhook_id uuid not null references webhook on delete cascade,
  secret text not null,
  -- of a replaced one: how long it signs beside its successor
  ends_at timestamptz
);
create index on webhook_secret (webhook_id);

create table webhook_delivery (
  -- webhook-id of the message: the same at every try
  id uuid primary key,
  webhook_id uuid not null references webhook on delete cascade,
  firm_id uuid not null references firm on delete cascade,
  -- place of the event in the order of commits; none of a test
  event_xid xid8,
  event_seq bigint,
  type text not null,
  -- ids and a cursor, nothing else: libs/domain/src/webhook/message.ts
  data jsonb not null,
  happened_at timestamptz not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  -- of the present round; a re-sending begins a new one
  tries int not null default 0,
  -- of all rounds; the number of the latest try
  attempts int not null default 0,
  -- not to be tried before; also how long whoever is sending it has it alone
  due_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  unique (webhook_id, event_xid, event_seq),
  check ((event_xid is null) = (event_seq is null))
);
create index on webhook_delivery (due_at) where state = 'WAITING';
create index on webhook_delivery (webhook_id, created_at desc, id desc);
create index on webhook_delivery (created_at);

create table webhook_attempt (
  delivery_id uuid not null references webhook_delivery on delete cascade,
  number int not null,
  at timestamptz not null,
  duration_ms int not null,
  outcome text not null,
  status_code int,
  primary key (delivery_id, number)
);

do $$
declare name text;
begin
  foreach name in array array['webhook', 'webhook_secret', 'webhook_delivery', 'webhook_attempt'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant select, insert, update, delete on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
  end loop;
end $$;

-- Whether the person may is the domain's rule; whose they are, is the firm acted for.
grant select, insert, update (url, description, events, state, disabled_for, disabled_at, listens_from, failing_since), delete
  on webhook to bistrom_members;
create policy own on webhook to bistrom_members
  using (firm_id = any ((select own_firms())::uuid[])) with check (firm_id = any ((select own_firms())::uuid[]));
grant select (webhook_id, ends_at), insert, update (ends_at) on webhook_secret to bistrom_members;
create policy own on webhook_secret to bistrom_members
  using (exists (select from webhook w where w.id = webhook_id))
  with check (exists (select from webhook w where w.id = webhook_id));
grant select, insert, update (state, tries, due_at) on webhook_delivery to bistrom_members;
create policy own on webhook_delivery to bistrom_members
  using (firm_id = any ((select own_firms())::uuid[]))
  with check (exists (select from webhook w where w.id = webhook_id and w.firm_id = webhook_delivery.firm_id));
grant select on webhook_attempt to bistrom_members;
create policy own on webhook_attempt for select to bistrom_members
  using (exists (select from webhook_delivery d where d.id = delivery_id));

-- Answers kept for a retry of what who manages a firm has done.
grant select, insert, update (outcome), delete on idempotency to bistrom_members;
drop policy if exists own_of_members on idempotency;
create policy own_of_members on idempotency to bistrom_members
  using (person_id = (select own_person())) with check (person_id = (select own_person()));

-- Who made an endpoint is named to who manages it.
alter policy members on auth."user" using (
  "id" in (select person_id from person_firm union select person_id from person_cluster
    union select by_person from access_log union select person_id from access_log
    union select invited_by from invitation union select created_by from api_key union select created_by from webhook));

alter table access_log drop constraint access_log_kind_check;
alter table access_log add constraint access_log_kind_check check (kind in (
  'INVITED', 'INVITATION_REVOKED', 'JOINED', 'LEFT', 'REMOVED', 'ROLE_CHANGED', 'KEY_MADE', 'KEY_REVOKED',
  'WEBHOOK_MADE', 'WEBHOOK_CHANGED', 'WEBHOOK_REMOVED', 'WEBHOOK_SECRET_MADE', 'WEBHOOK_ENABLED'));
