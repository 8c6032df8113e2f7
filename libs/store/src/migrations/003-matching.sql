-- What the matcher knows more: roles, industries, typical properties and limits of use; prices and detours; what a
-- listing may be about while its owner has not confirmed it; and the table that candidates are searched in.

alter table material
  add role text not null default 'both',
  add givers text[] not null default '{}',
  add takers text[] not null default '{}',
  add properties text not null default '',
  add legal text[] not null default '{}';

alter table substitution add limits text not null default '';

create table legal_rule (
  code text primary key,
  text_nb text not null,
  text_en text not null,
  source text not null
);

-- The same keys as the factors, in money instead of kg CO2e.
create table price (
  set_id text not null,
  key text not null,
  kind text not null,
  value numeric not null,
  low numeric not null,
  high numeric not null,
  unit text not null,
  source text not null,
  source_url text not null,
  year int not null,
  geography text not null,
  trust text not null,
  note text not null,
  primary key (set_id, key)
);

create table detour (
  region text primary key,
  name text not null,
  factor float8 not null,
  low float8 not null,
  high float8 not null,
  pairs int not null
);

-- Abroad there is no municipality; a position may be known to within some kilometres only.
alter table site alter municipality_number drop not null;
alter table site
  add country text not null default 'NO',
  add radius_km float8 not null default 0 check (radius_km >= 0),
  add quay boolean,
  add rail_siding boolean;

alter table listing_version
  -- [{code, confidence}], best first; one of confidence 1 once the owner has confirmed it
  add readings jsonb not null default '[]',
  add smallest_lot numeric,
  add largest_lot numeric,
  add permits text[],
  add by_product_test jsonb;

-- how far its firm goes for such materials, learned from what it declined
alter table listing add learned_km float8;

alter table match
  -- found beyond the usual reach, because takers near by are few
  add widened boolean not null default false,
  add declined_by uuid,
  -- fingerprint of the facts that the reason hangs on: the pair is asked again only when it changes
  add declined_facts text,
  add declined_km float8;
create index on match (declined_by) where state = 'DECLINED';
-- Written with every match and read with few: kept as the text they come in, neither taken apart nor compressed.
alter table match
  alter giver_view type json using giver_view::json,
  alter taker_view type json using taker_view::json;
alter table match alter giver_view set storage external, alter taker_view set storage external;

-- Roads that a router was asked for once, between sites in the order of their ids.
create table road_distance (
  site_a uuid not null references site,
  site_b uuid not null references site,
  km float8 not null,
  found_at timestamptz not null default now(),
  primary key (site_a, site_b)
);

-- A small number for each material, for good: the search index is smaller and faster with it than with the code.
create table material_number (
  number int generated always as identity unique,
  code text primary key
);

drop index listing_search;
-- One row for each reading of each listing that can be matched now; written with the listing, in its transaction.
create table listing_search (
  listing_id uuid not null references listing,
  material int not null,
  side text not null,
  firm_id uuid not null,
  division text not null,
  -- how sure the reading is, 0 to 1
  confidence float8 not null,
  -- what remains, moved in a year, base units of the material's own kind
  yearly_base float8 not null,
  max_km float8,
  -- longitude and latitude for the index, the unit vector for distances that are exact on the sphere
  place point not null,
  x float8 not null,
  y float8 not null,
  z float8 not null,
  radius_km float8 not null,
  primary key (listing_id, material)
);
create extension if not exists btree_gist;
create index listing_search_offers on listing_search using gist (material, place) where side = 'OFFER' and radius_km = 0;
create index listing_search_needs on listing_search using gist (material, place) where side = 'NEED' and radius_km = 0;
create index listing_search_areas on listing_search (material, side) where radius_km > 0;
