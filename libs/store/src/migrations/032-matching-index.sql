-- What an index outside the database needs to follow the search: which listings have changed, in the order of what was
-- committed, and what a new match must reach to come onto a listing's list. See docs/decisions/0044.

-- The score that everybody could reckon, from what both sides tell all. Older matches get the lower of their two until
-- they are matched again: a floor that is too low lets more in, never less.
alter table match add score float8;
update match set score = least(giver_score, taker_score);
alter table match alter score set not null;

-- The score of the last place on a listing's list, its 20 best live matches; no row while the list has room.
create table match_list (
  listing_id uuid primary key references listing,
  floor float8 not null
);

-- One row for each time that something of a listing's in the search, or the floor of its list, was written. Read by
-- transaction, because numbers are given before the commit; the number tells which of two states is the newer one.
create table search_change (
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  listing_id uuid not null,
  -- false where the floor alone is another
  in_search boolean not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (xid, seq)
);
create index on search_change (written_at);

do $$
declare name text;
begin
  foreach name in array array['match_list', 'search_change'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant select, insert, update, delete on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
    execute format('grant select on %I to bistrom_matching', name);
    execute format('create policy matching on %I for select to bistrom_matching using (true)', name);
    execute format('create policy gate on %I to bistrom_gate using (true) with check (true)', name);
  end loop;
end $$;
grant select, insert, update, delete on match_list to bistrom_gate;
grant insert on search_change to bistrom_gate;

-- Whoever writes a row of the search, or a match, has the change noted, and may read neither table.
create function note_search_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into search_change (listing_id, in_search) select distinct listing_id, true from written;
  return null;
end $$;
create trigger note_put after insert on listing_search referencing new table as written
  for each statement execute function note_search_change();
create trigger note_change after update on listing_search referencing new table as written
  for each statement execute function note_search_change();
create trigger note_taken_out after delete on listing_search referencing old table as written
  for each statement execute function note_search_change();

-- Live matches of a need, as `match_live` has those of an offer: in a new installation, whose tables nobody has counted
-- yet, all of that index would else be gone through for each need.
create index match_live_of_need on match (need_id) where state in ('OPEN', 'NEGOTIATING');

-- Brings the floors of these listings up to date. 20 is MOST_FOUND of libs/market/src/candidates.ts.
create function set_floors(asked uuid[]) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with now_at as (
    select a.id,
           (select m.score
              from (select score from match where offer_id = a.id and state in ('OPEN', 'NEGOTIATING')
                    union all
                    select score from match where need_id = a.id and state in ('OPEN', 'NEGOTIATING')) m
             order by m.score desc offset 19 limit 1) as floor
      from unnest(asked) as a(id)
  ),
  differing as (
    select n.id, n.floor from now_at n left join match_list f on f.listing_id = n.id where f.floor is distinct from n.floor
  ),
  emptied as (
    delete from match_list f using differing d where d.floor is null and f.listing_id = d.id
  ),
  filled as (
    insert into match_list (listing_id, floor) select id, floor from differing where floor is not null
        on conflict (listing_id) do update set floor = excluded.floor
  )
  insert into search_change (listing_id, in_search) select id, false from differing
$$;

create function note_new_matches() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform set_floors(array(select offer_id from made union select need_id from made));
  return null;
end $$;
create trigger note_new_matches after insert on match referencing new table as made
  for each statement execute function note_new_matches();

create function note_changed_match() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform set_floors(array[new.offer_id, new.need_id]);
  return null;
end $$;
create trigger note_changed_match after update on match for each row
  when (old.score is distinct from new.score
     or (old.state in ('OPEN', 'NEGOTIATING')) <> (new.state in ('OPEN', 'NEGOTIATING')))
  execute function note_changed_match();

-- The nightly check brings all floors up to date.
grant execute on function set_floors(uuid[]) to bistrom_installation;

grant create on schema public to bistrom_gate;
do $$
declare name text;
begin
  foreach name in array array['note_search_change()', 'set_floors(uuid[])', 'note_new_matches()', 'note_changed_match()'] loop
    execute 'revoke execute on function ' || name || ' from public';
    execute 'alter function ' || name || ' owner to bistrom_gate';
  end loop;
end $$;
revoke create on schema public from bistrom_gate;

insert into match_list (listing_id, floor)
select id, score
  from (select id, score, row_number() over (partition by id order by score desc) as place
          from (select offer_id as id, score from match where state in ('OPEN', 'NEGOTIATING')
                union all
                select need_id, score from match where state in ('OPEN', 'NEGOTIATING')) live) ranked
 where place = 20;
