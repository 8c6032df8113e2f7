-- The whole market. Amounts that reach the ledger are numeric; columns that search filters on are float8.

create table cluster (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  demo boolean not null default false
);

create table goal (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  name text not null,
  figure text not null,
  change numeric not null,
  baseline numeric not null,
  unit text not null,
  due_on date not null,
  scope text not null
);

create table firm (
  id uuid primary key,
  name text not null,
  org_number text unique,
  nace_code text not null,
  division text not null,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table firm_cluster (
  firm_id uuid not null references firm,
  cluster_id uuid not null references cluster,
  primary key (firm_id, cluster_id)
);
create index on firm_cluster (cluster_id);

create table person_firm (
  person_id text not null,
  firm_id uuid not null references firm,
  role text not null check (role in ('firm_admin', 'plant_manager', 'buyer')),
  primary key (person_id, firm_id)
);

create table person_cluster (
  person_id text not null,
  cluster_id uuid not null references cluster,
  role text not null check (role in ('cluster_staff', 'auditor')),
  position int not null default 0,
  primary key (person_id, cluster_id)
);

-- Reference data: read from data/ when its content changes.
create table reference_version (
  name text primary key,
  digest text not null,
  loaded_at timestamptz not null default now()
);

-- Small facts about the installation itself.
create table mark (
  name text primary key,
  value text not null
);

create table waste_code (
  code text primary key,
  parent text,
  level int not null,
  hazardous boolean,
  title_en text,
  title_nb text
);

create table industry_code (
  code text primary key,
  level text not null,
  parent text,
  title_en text not null,
  title_nb text
);

create table municipality (
  number text primary key,
  name text not null,
  county text not null,
  latitude float8 not null,
  longitude float8 not null
);

create table postal_place (
  postal_code text primary key,
  place text not null,
  municipality_number text not null,
  latitude float8 not null,
  longitude float8 not null
);

create table material (
  code text primary key,
  parent text,
  class text not null,
  label_nb text not null,
  label_en text not null,
  synonyms_nb text[] not null,
  synonyms_en text[] not null,
  unit text not null,
  waste_codes text[] not null,
  reach_km float8 not null,
  storable boolean not null,
  density float8,
  density_name text,
  heating_value float8,
  heating_value_name text,
  production_factor text,
  disposal_factor text,
  source text not null,
  confidence text not null
);

create table substitution (
  by_product text not null references material,
  serves_as text not null references material,
  ratio float8 not null,
  suitability float8 not null,
  treatment text not null,
  displaces text,
  evidence text not null,
  source text not null,
  confidence text not null,
  primary key (by_product, serves_as)
);

create table factor (
  set_id text not null,
  key text not null,
  kind text not null,
  value numeric not null,
  low numeric not null,
  high numeric not null,
  unit text not null,
  boundary text not null,
  source text not null,
  source_url text not null,
  year int not null,
  geography text not null,
  trust text not null,
  note text not null,
  primary key (set_id, key)
);

create table site (
  id uuid primary key,
  firm_id uuid not null references firm,
  name text not null,
  municipality_number text not null references municipality deferrable initially deferred,
  latitude float8 not null,
  longitude float8 not null,
  created_at timestamptz not null default clock_timestamp()
);
create index on site (firm_id);

create table listing (
  id uuid primary key,
  firm_id uuid not null references firm,
  site_id uuid not null references site,
  side text not null check (side in ('OFFER', 'NEED')),
  state text not null check (state in ('DRAFT', 'ACTIVE', 'PAUSED', 'FULFILLED', 'EXPIRED', 'WITHDRAWN')),
  version int not null,
  -- in the unit and period of the current version; what agreements in force leave
  remaining numeric not null check (remaining >= 0),
  material_code text not null,
  available_until date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on listing (firm_id, created_at desc, id);
create index listing_search on listing (material_code, side) where state = 'ACTIVE';
create index on listing (available_until) where state in ('ACTIVE', 'PAUSED', 'FULFILLED');

create table listing_version (
  listing_id uuid not null references listing,
  version int not null,
  title text not null,
  description text,
  material_code text not null,
  material_confirmed boolean not null,
  waste_code text,
  amount numeric not null,
  unit text not null,
  per text not null,
  properties jsonb not null,
  available_from date,
  available_until date,
  monthly_profile float8[],
  max_distance_km float8,
  price numeric,
  currency text not null,
  visibility text not null check (visibility in ('MASKED', 'CLUSTER', 'FEDERATION')),
  written_by text not null,
  written_at timestamptz not null default now(),
  primary key (listing_id, version)
);

create table match (
  id uuid primary key,
  offer_id uuid not null references listing,
  offer_version int not null,
  need_id uuid not null references listing,
  need_version int not null,
  offer_firm_id uuid not null,
  need_firm_id uuid not null,
  rule_set text not null,
  factor_set text not null,
  state text not null check (state in ('OPEN', 'NEGOTIATING', 'AGREED', 'DECLINED', 'SUPERSEDED', 'EXPIRED')),
  -- how the offered material answers the wanted one: ratio, treatment, what it displaces
  link jsonb not null,
  -- the assessment as each party may know it, and its score for sorting
  giver_view jsonb not null,
  taker_view jsonb not null,
  giver_score float8 not null,
  taker_score float8 not null,
  -- of the exact assessment, base units in a year: never shown, it feeds the potential
  yearly_base float8 not null,
  decline_reason text,
  decline_note text,
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
create unique index match_live on match (offer_id, need_id) where state in ('OPEN', 'NEGOTIATING');
create index on match (need_id);
create index on match (offer_id, need_id, offer_version, need_version);
create index on match (offer_firm_id, giver_score desc, id);
create index on match (need_firm_id, taker_score desc, id);

create table proposal (
  id uuid primary key,
  match_id uuid not null references match,
  from_firm_id uuid not null,
  to_firm_id uuid not null,
  state text not null check (state in ('SENT', 'ACCEPTED', 'DECLINED', 'COUNTERED', 'WITHDRAWN', 'EXPIRED')),
  amount numeric not null,
  unit text not null,
  per text not null,
  price numeric,
  currency text not null,
  starts_on date not null,
  ends_on date,
  retrospective boolean not null,
  transport_mode text,
  note text,
  answers_id uuid references proposal,
  decline_reason text,
  decline_note text,
  sent_by text not null,
  sent_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
-- one live proposal per match: the database refuses a second
create unique index proposal_live on proposal (match_id) where state = 'SENT';
create index on proposal (match_id, sent_at desc);
create index on proposal (expires_at) where state = 'SENT';

create table agreement (
  id uuid primary key,
  match_id uuid not null unique references match,
  proposal_id uuid not null unique references proposal,
  offer_id uuid not null references listing,
  need_id uuid not null references listing,
  offer_firm_id uuid not null,
  need_firm_id uuid not null,
  amount numeric not null,
  unit text not null,
  per text not null,
  price numeric,
  currency text not null,
  starts_on date not null,
  ends_on date,
  retrospective boolean not null,
  -- what it takes from each listing's remaining, in that listing's own unit and period
  drawn_from_offer numeric not null,
  drawn_from_need numeric not null,
  holds_offer boolean not null,
  holds_need boolean not null,
  road_km numeric not null,
  exchange jsonb not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp()
);
create index on agreement (offer_firm_id, made_at desc, id);
create index on agreement (need_firm_id, made_at desc, id);
create index on agreement (offer_id);
create index on agreement (need_id);
create index on agreement (ends_on) where holds_offer or holds_need;

create table delivery (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  amount numeric not null check (amount > 0),
  unit text not null,
  amount_base numeric not null check (amount_base > 0),
  delivered_on date not null,
  reference text,
  road_km numeric not null,
  recorded_by_firm_id uuid not null,
  recorded_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  verified_by text,
  verified_at timestamptz,
  -- the delivery that took this one's place
  corrected_by_id uuid references delivery,
  correction_reason text
);
create index on delivery (agreement_id, delivered_on);

-- Append-only: not even its owner may change or remove a row.
create table ledger_entry (
  id bigint generated always as identity primary key,
  agreement_id uuid not null references agreement,
  delivery_id uuid references delivery,
  kind text not null check (kind in ('agreed', 'delivered', 'verified', 'corrected')),
  basis text not null check (basis in ('AGREED', 'DELIVERED', 'VERIFIED')),
  reverses bigint unique references ledger_entry,
  unit_kind text not null,
  amount_base numeric not null,
  road_km numeric not null,
  value_nok numeric,
  occurred_on date not null,
  yearly boolean not null,
  ends_on date,
  exchange jsonb not null,
  giver_firm_id uuid not null references firm,
  taker_firm_id uuid not null references firm,
  method_version text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create unique index ledger_once on ledger_entry (delivery_id, basis) where kind in ('delivered', 'verified');
create unique index ledger_agreed_once on ledger_entry (agreement_id) where kind = 'agreed';
create index on ledger_entry (giver_firm_id, occurred_on);
create index on ledger_entry (taker_firm_id, occurred_on);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % of % refused. Write a correcting entry.', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger ledger_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create trigger ledger_no_truncate before truncate on ledger_entry
  for each statement execute function refuse_change();

-- What happened, one row per firm that may know. The cursor is (xid, seq): rows of transactions still open are
-- not read, so a reader that resumes after a cursor can miss nothing that commits late.
create table event (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  firm_id uuid not null,
  listing_id uuid,
  match_id uuid,
  proposal_id uuid,
  agreement_id uuid,
  delivery_id uuid,
  happened_at timestamptz not null default clock_timestamp()
);
create index on event (firm_id, xid, seq);

-- The outbox: a job is asked for in the transaction that makes it necessary.
create table job_request (
  id bigint generated always as identity primary key,
  name text not null,
  key text not null,
  payload jsonb not null,
  background boolean not null default false,
  requested_at timestamptz not null default clock_timestamp(),
  relayed_at timestamptz,
  done_at timestamptz
);
create index on job_request (id) where relayed_at is null;
create index on job_request (id) where done_at is null;

create table idempotency (
  person_id text not null,
  key text not null,
  operation text not null,
  fingerprint text not null,
  outcome jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);

-- A cache: rebuildable from the ledger at any time, valid only for the ledger state it names.
create table figure (
  cluster_id uuid not null references cluster,
  basis text not null,
  period_from date not null,
  period_to date not null,
  ledger_state text not null,
  factor_set text not null,
  report jsonb not null,
  refreshed_at timestamptz not null default now(),
  primary key (cluster_id, basis, period_from, period_to)
);

-- Who looked at what of whom, where a role rather than consent opened it.
create table look (
  id bigint generated always as identity primary key,
  person_id text not null,
  what text not null,
  firm_id uuid,
  subject_id uuid not null,
  looked_at timestamptz not null default clock_timestamp()
);
create index on look (firm_id, looked_at desc);
