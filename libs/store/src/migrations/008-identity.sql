-- Who takes part, as firms and clusters arrange it among themselves: invitations, keys of firms, which of several firms
-- a session acts for, and the log of all that.

create table invitation (
  id uuid primary key,
  -- of the link only its SHA-256 is kept: who reads this table cannot accept anything
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  kind text not null check (kind in ('firm', 'new firm', 'cluster', 'first')),
  -- the mail proves the address of who accepts; the link to a first account is handed over on the machine itself
  email text check (email = lower(email)),
  firm_id uuid references firm,
  cluster_id uuid references cluster,
  role text not null check (role in ('firm_admin', 'plant_manager', 'buyer', 'cluster_staff', 'auditor')),
  -- of a firm that takes part only when the invitation is accepted, or of a first cluster
  draft jsonb,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text,
  revoked_at timestamptz,
  check ((kind = 'first') = (email is null)),
  check (kind = 'first' or (kind = 'firm') = (firm_id is not null)),
  check (kind in ('firm', 'first') or cluster_id is not null)
);
create index on invitation (firm_id, invited_at desc);
create index on invitation (cluster_id, invited_at desc);

create table api_key (
  id uuid primary key,
  firm_id uuid not null references firm,
  name text not null,
  -- what a key is found by and may be shown
  prefix text not null unique,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  scopes text[] not null check (
    cardinality(scopes) > 0 and scopes <@ array['read', 'list', 'trade', 'figures']),
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at <= created_at + interval '366 days'),
  -- to the hour
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);
create index on api_key (firm_id, created_at desc);

-- Which of a person's firms a sign-in acts for, where it is not the first by name.
create table acting_for (
  session_id text primary key references auth."session" ("id") on delete cascade,
  firm_id uuid not null references firm
);

-- Rows stay; a person is kept by id, and named when the log is read.
create table access_log (
  id uuid primary key,
  firm_id uuid references firm,
  cluster_id uuid references cluster,
  kind text not null check (kind in (
    'INVITED', 'INVITATION_REVOKED', 'JOINED', 'LEFT', 'REMOVED', 'ROLE_CHANGED', 'KEY_MADE', 'KEY_REVOKED')),
  by_person text not null,
  -- whom it was done to, where that is a person with an account
  person_id text,
  -- an invited address, or the name of a key
  subject text,
  role text,
  at timestamptz not null default clock_timestamp(),
  check ((firm_id is null) <> (cluster_id is null))
);
create index on access_log (firm_id, at desc, id desc);
create index on access_log (cluster_id, at desc, id desc);

-- Sockets are bound to these rights as well: see 004-sessions.sql.
create function tell_access_of_key() returns trigger language plpgsql as $$
begin
  perform pg_notify('bistrom_access', old.id::text);
  return null;
end $$;
create trigger tell_access after update of revoked_at, expires_at, scopes or delete on api_key
  for each row execute function tell_access_of_key();

create function tell_access_of_choice() returns trigger language plpgsql as $$
begin
  perform pg_notify('bistrom_access', s."userId") from auth."session" s where s."id" = new.session_id;
  return null;
end $$;
create trigger tell_access after insert or update on acting_for
  for each row execute function tell_access_of_choice();

-- The clusters of a firm decide what its keys may see, as they do of its people.
create or replace function tell_access_of_firm() returns trigger language plpgsql as $$
begin
  perform pg_notify('bistrom_access', person_id) from person_firm
   where firm_id in (coalesce(new.firm_id, old.firm_id), coalesce(old.firm_id, new.firm_id));
  perform pg_notify('bistrom_access', id::text) from api_key
   where firm_id in (coalesce(new.firm_id, old.firm_id), coalesce(old.firm_id, new.firm_id)) and revoked_at is null;
  return null;
end $$;
