-- How long a listing stands on its firm's word, and what firms are reminded of before something of theirs ends.

alter table listing
  add confirmed_at timestamptz not null default clock_timestamp(),
  -- the last day unless it is confirmed again; none where it ends of itself by then
  add confirm_by date;
-- What is listed already was last said in its present version, and nobody has been asked since: the term begins now.
update listing l
   set confirmed_at = v.written_at,
       confirm_by = case when l.available_until <= ending.day then null else ending.day end
  from listing_version v,
       lateral (select (clock_timestamp() at time zone 'Europe/Oslo')::date
                       + case when v.per = 'ONCE' then 30 else 90 end as day) ending
 where v.listing_id = l.id and v.version = l.version;
create index on listing (confirm_by) where state = 'ACTIVE';

-- Of one end each firm is reminded once, however many workers look.
create table reminder (
  id uuid primary key,
  firm_id uuid not null references firm,
  listing_id uuid references listing,
  agreement_id uuid references agreement,
  -- the last day of what it reminds of
  due_on date not null,
  check ((listing_id is null) <> (agreement_id is null)),
  unique (listing_id, due_on),
  unique (agreement_id, firm_id)
);
create index on agreement (ends_on) where ends_on is not null;

alter table event add reminder_id uuid;
-- Which of two firms did it, where one did: nobody is told in the inbox of what his or her own firm has done.
alter table event add by_firm_id uuid;
drop index event_inbox;
create index event_inbox on event (firm_id, happened_at)
  where type in ('matchFound', 'watchFound', 'proposalSent', 'proposalChanged', 'agreementMade', 'agreementEnded',
                 'listingFading', 'agreementEnding');

-- The link in a reminder's mail confirms one listing until one day and does nothing else. Of it only its SHA-256 is kept.
create table confirmation_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  listing_id uuid not null references listing,
  due_on date not null,
  expires_at timestamptz not null
);
create index on confirmation_link (expires_at);

alter table reminder enable row level security, force row level security;
alter table confirmation_link enable row level security, force row level security;
grant all on reminder, confirmation_link to bistrom_installation;
create policy installation on reminder to bistrom_installation using (true) with check (true);
create policy installation on confirmation_link to bistrom_installation using (true) with check (true);
grant select on reminder to bistrom_app;
create policy own on reminder for select to bistrom_app using (firm_id = any ((select own_firms())::uuid[]));
grant update (confirmed_at, confirm_by) on listing to bistrom_app;
