-- A side that its own view of a pair refuses is told nothing of the match; before this no match was refused in any view.
alter table match
  add giver_sees boolean not null default true,
  add taker_sees boolean not null default true;

-- Masked listings are searched by their areas. A municipality's circle is 25 km, one abroad 45: small enough for the
-- index, whose box is widened by as much.
drop index listing_search_offers, listing_search_needs, listing_search_areas;
create index listing_search_offers on listing_search using gist (material, place) where side = 'OFFER' and radius_km <= 50;
create index listing_search_needs on listing_search using gist (material, place) where side = 'NEED' and radius_km <= 50;
create index listing_search_areas on listing_search (material, side) where radius_km > 50;
