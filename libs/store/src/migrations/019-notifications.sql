-- What people are told outside of the page. The inbox stays read from the events; kept here is what each person chose,
-- and what was told already, so that twice is once.

create table notification_setting (
  person_id text not null,
  channel text not null check (channel in ('MAIL')),
  topic text not null check (topic in ('MATCHES', 'WATCHES', 'NEGOTIATION', 'REMINDERS')),
  rhythm text not null check (rhythm in ('INSTANT', 'DAILY', 'WEEKLY', 'OFF')),
  -- when it was last turned on after it was off: what happened before is not told afterwards
  since timestamptz,
  primary key (person_id, channel, topic)
);

-- At most one notification per recipient, event and channel: an entry of the inbox by its id.
create table notification (
  person_id text not null,
  channel text not null,
  entry_id uuid not null,
  firm_id uuid not null,
  told_at timestamptz not null,
  primary key (person_id, channel, entry_id),
  foreign key (person_id, firm_id) references person_firm (person_id, firm_id) on delete cascade
);
create index on notification (told_at);

-- How far a person has been told for a firm in a rhythm, and by which mail: while that waits, no second one is made.
create table notification_mark (
  person_id text not null,
  firm_id uuid not null,
  channel text not null,
  rhythm text not null,
  mail_id uuid not null,
  told_at timestamptz not null,
  primary key (person_id, firm_id, channel, rhythm),
  foreign key (person_id, firm_id) references person_firm (person_id, firm_id) on delete cascade
);
create index on notification_mark (mail_id);

-- Of the link in a mail only its SHA-256 is kept; it leads to topics of a person, and turns them off.
create table unsubscription (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  person_id text not null,
  channel text not null,
  topics text[] not null check (cardinality(topics) > 0),
  made_at timestamptz not null
);
create index on unsubscription (made_at);

-- Null is the person's own setting.
alter table watch add rhythm text check (rhythm in ('INSTANT', 'DAILY', 'WEEKLY', 'OFF'));

-- Who has news since the last look, whatever the kind.
create index on event (happened_at);

-- Who unsubscribes by a link is not signed in: what may be asked is counted by address.
alter table cost_bucket
  drop constraint cost_bucket_holder_check,
  add check (holder in ('ADDRESS', 'FIRM', 'PERSON'));

do $$
declare name text;
begin
  foreach name in array array['notification_setting', 'notification', 'notification_mark', 'unsubscription'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant all on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
  end loop;
end $$;

grant select, insert, update (rhythm, since) on notification_setting to bistrom_app;
create policy own on notification_setting to bistrom_app
  using (person_id = (select own_person())) with check (person_id = (select own_person()));
