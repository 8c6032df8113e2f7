-- Factor sets as data with a day each from which they are used; see docs/decisions/0040. What figures, matches or
-- entries were reckoned with stays as it was: the database refuses the change, whoever asks for it.
create table factor_set (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9.-]{0,39}$'),
  -- absent while it is only compared with
  used_from date,
  replaces text references factor_set,
  note text not null,
  loaded_at timestamptz not null default now()
);
grant select on factor_set to
  bistrom_app, bistrom_matching, bistrom_figures, bistrom_members, bistrom_installation;
grant insert, delete on factor, factor_set to bistrom_installation;
grant update (used_from, note) on factor_set to bistrom_installation;

insert into factor_set (id, used_from, note) select distinct set_id, '2026-01-01'::date, '' from factor;
update factor_set set replaces = '2026-1' where id = '2026-2' and exists (select from factor_set where id = '2026-1');

alter table factor
  add foreign key (set_id) references factor_set,
  add constraint factor_in_order check (low <= value and value <= high),
  add constraint factor_sourced check (source <> '' and geography <> '' and boundary <> ''),
  add constraint factor_dated check (year between 1990 and 2100);

-- Frozen from its first day, or as soon as anything names it; not yet in the transaction that brings it.
create function is_frozen_factor_set(asked text) returns boolean language plpgsql stable as $$
declare its factor_set;
begin
  select * into its from factor_set where id = asked;
  if not found or its.loaded_at = now() then return false; end if;
  return its.used_from <= (now() at time zone 'Europe/Oslo')::date is true
      or exists (select from figure_parcel where factor_set = asked)
      or exists (select from match where factor_set = asked)
      or exists (select from ledger_entry where exchange ->> 'factorSet' = asked);
end $$;

create function guard_factors() returns trigger language plpgsql as $$
declare frozen text;
begin
  select set_id into frozen from (select distinct set_id from changed) of_sets where is_frozen_factor_set(set_id) limit 1;
  if frozen is not null then
    raise exception 'The factor set % is used and frozen: % of its factors refused. Load a new set.', frozen, tg_op
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger factors_stay after insert on factor
  referencing new table as changed for each statement execute function guard_factors();
create trigger factors_go after delete on factor
  referencing old table as changed for each statement execute function guard_factors();

create function refuse_factor_change() returns trigger language plpgsql as $$
begin
  raise exception 'The factor % of % is not changed in place. Load a new set.', old.key, old.set_id
    using errcode = 'restrict_violation';
end $$;
create trigger factor_unchanged before update on factor for each row execute function refuse_factor_change();

create function guard_factor_set() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.replaces, new.loaded_at) is distinct from (old.id, old.replaces, old.loaded_at)
     or (tg_op = 'DELETE' or new.used_from is distinct from old.used_from) and is_frozen_factor_set(old.id) then
    raise exception 'The factor set % is used and frozen: % refused.', old.id, tg_op
      using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger factor_set_stays before update or delete on factor_set
  for each row execute function guard_factor_set();
