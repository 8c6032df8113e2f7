-- What one party of a match asks the other to disclose, what of it was granted, and when it was taken back. No row is
-- removed or overwritten: together they are the trail that both firms can read.

create table disclosure_request (
  id uuid primary key,
  match_id uuid not null references match,
  -- the listing asked about: the other party's
  listing_id uuid not null references listing,
  from_firm_id uuid not null references firm,
  to_firm_id uuid not null references firm,
  groups text[] not null check (
    cardinality(groups) > 0
    and groups <@ array['IDENTITY', 'PLACE', 'AMOUNT', 'COMPOSITION', 'PRICE', 'TEXT']),
  note text,
  state text not null check (state in ('ASKED', 'GRANTED', 'REFUSED')),
  asked_by text not null,
  asked_at timestamptz not null default clock_timestamp(),
  answered_by text,
  answered_at timestamptz,
  check ((state = 'ASKED') = (answered_at is null))
);
-- one that waits per match and side: the database refuses a second
create unique index disclosure_request_waiting on disclosure_request (match_id, from_firm_id) where state = 'ASKED';
create index on disclosure_request (match_id, asked_at desc);
create index on disclosure_request (from_firm_id, asked_at desc);
create index on disclosure_request (to_firm_id, asked_at desc);

create table disclosure_grant (
  id uuid primary key,
  request_id uuid not null unique references disclosure_request,
  match_id uuid not null references match,
  -- what is granted is of this listing, to one firm
  listing_id uuid not null references listing,
  from_firm_id uuid not null references firm,
  to_firm_id uuid not null references firm,
  groups text[] not null check (
    cardinality(groups) > 0
    and groups <@ array['IDENTITY', 'PLACE', 'AMOUNT', 'COMPOSITION', 'PRICE', 'TEXT']),
  -- last day, Europe/Oslo
  until date not null,
  granted_by text not null,
  granted_at timestamptz not null default clock_timestamp(),
  withdrawn_by text,
  withdrawn_at timestamptz
);
create index on disclosure_grant (listing_id, to_firm_id) where withdrawn_at is null;
create index on disclosure_grant (match_id, granted_at desc);
create index on disclosure_grant (from_firm_id, granted_at desc);
create index on disclosure_grant (to_firm_id, granted_at desc);

-- The role that opened a listing and the cluster it was held in; not known of looks before this.
alter table look add role text, add cluster_id uuid references cluster;
