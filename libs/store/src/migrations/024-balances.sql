-- What the ledger holds, summed as it is entered: figures that cost the same however long the ledger is. Kept by the
-- database itself, in the transaction of the entries, so never behind them. See docs/decisions/0034.

-- Entries of single days, by month. Yearly rates run over days that no month holds whole: they stand in ledger_rate.
create table ledger_balance (
  chain_id uuid not null,
  basis text not null,
  -- first day of it
  month date not null,
  agreement_id uuid not null references agreement,
  unit_kind text not null,
  -- whether the entries have a value in NOK
  priced boolean not null,
  amount_base numeric not null,
  -- each amount times its own road
  amount_km numeric not null,
  value_nok numeric,
  entry_count bigint not null check (entry_count > 0),
  -- newest of the entries: names the exchange that all of them are of
  newest_id bigint not null references ledger_entry,
  primary key (chain_id, basis, month, agreement_id, unit_kind, priced)
);

-- The last place in a chain at which something of a month was entered: whether what was folded before still holds.
create table ledger_month (
  chain_id uuid not null,
  basis text not null,
  month date not null,
  position bigint not null,
  primary key (chain_id, basis, month)
);

create table ledger_rate (
  chain_id uuid not null,
  basis text not null,
  entry_id bigint not null references ledger_entry,
  position bigint not null,
  starts_on date not null,
  ends_on date,
  primary key (chain_id, basis, entry_id)
);

-- Days of months that a period cuts.
create index on ledger_entry (basis, occurred_on) where not yearly;
-- The delivery that another one took the place of.
create index on delivery (corrected_by_id) where corrected_by_id is not null;

-- Places of a chain as its balances hold them. An amount of nothing counts nowhere.
create function add_to_balances(its_chain uuid, from_position bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into ledger_balance as kept (chain_id, basis, month, agreement_id, unit_kind, priced, amount_base, amount_km, value_nok,
    entry_count, newest_id)
  select its_chain, e.basis, date_trunc('month', e.occurred_on::timestamp)::date, e.agreement_id, e.unit_kind,
         e.value_nok is not null, sum(e.amount_base), sum(e.amount_base * e.road_km), sum(e.value_nok), count(*), max(e.id)
    from ledger_link l join ledger_entry e on e.id = l.entry_id
   where l.chain_id = its_chain and l.position >= from_position and not e.yearly and e.amount_base <> 0
   group by 2, 3, 4, 5, 6
  on conflict (chain_id, basis, month, agreement_id, unit_kind, priced) do update
    set amount_base = kept.amount_base + excluded.amount_base, amount_km = kept.amount_km + excluded.amount_km,
        value_nok = kept.value_nok + excluded.value_nok, entry_count = kept.entry_count + excluded.entry_count,
        newest_id = greatest(kept.newest_id, excluded.newest_id);
  insert into ledger_month as kept (chain_id, basis, month, position)
  select its_chain, e.basis, date_trunc('month', e.occurred_on::timestamp)::date, max(l.position)
    from ledger_link l join ledger_entry e on e.id = l.entry_id
   where l.chain_id = its_chain and l.position >= from_position and not e.yearly and e.amount_base <> 0
   group by 2, 3
  on conflict (chain_id, basis, month) do update set position = greatest(kept.position, excluded.position);
  insert into ledger_rate (chain_id, basis, entry_id, position, starts_on, ends_on)
  select its_chain, e.basis, e.id, l.position, e.occurred_on, e.ends_on
    from ledger_link l join ledger_entry e on e.id = l.entry_id
   where l.chain_id = its_chain and l.position >= from_position and e.yearly and e.amount_base <> 0;
end $$;

-- All balances from nothing. Who enters meanwhile waits, and adds to them afterwards.
create function rebuild_balances() returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  its_chain uuid;
begin
  lock table ledger_balance, ledger_month, ledger_rate in share row exclusive mode;
  delete from ledger_balance;
  delete from ledger_month;
  delete from ledger_rate;
  for its_chain in select distinct l.chain_id from ledger_link l loop
    perform add_to_balances(its_chain, 1);
  end loop;
end $$;

-- The entries of one transaction take their places in a chain, in the order of their numbers, in one pass.
create function enter_in_chain(its_chain uuid, its_entries bigint[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  entry ledger_entry;
  first_position bigint;
  last_position bigint;
  first_hash bytea;
  last_hash bytea;
  hashes bytea[] := '{}';
begin
  -- Held until the commit, which this is part of: the next one sees these links, so all of them make one chain.
  perform pg_advisory_xact_lock(hashtextextended('ledger ' || its_chain, 0));
  select l.position, l.hash into last_position, last_hash
    from ledger_link l where l.chain_id = its_chain order by l.position desc limit 1;
  first_position := coalesce(last_position, 0) + 1;
  first_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  last_position := first_position - 1;
  last_hash := first_hash;
  for entry in select * from ledger_entry where id = any (its_entries) order by id loop
    last_position := last_position + 1;
    last_hash := sha256(convert_to(ledger_text(entry, its_chain, last_position, last_hash), 'UTF8'));
    hashes := hashes || last_hash;
  end loop;
  insert into ledger_link (chain_id, position, entry_id, previous_hash, hash)
  select its_chain, first_position + one.at - 1, one.id, coalesce(lag(one.hash) over (order by one.at), first_hash), one.hash
    from unnest(its_entries, hashes) with ordinality one (id, hash, at);
  perform add_to_balances(its_chain, first_position);
end $$;

-- All that this transaction has entered and not yet linked: whatever others entered before is linked, and what they enter
-- now is not seen. An entry stands where the one that it takes back stands, and a delivery with all its entries where the
-- first of them stands, also one that took another's place; what is new stands with the clusters of its firms today.
create function enter_all_in_ledger(first_id bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  waiting bigint[];
  its_chain uuid;
  its_entries bigint[];
begin
  select array_agg(e.id order by e.id) into waiting
    from ledger_entry e
   where e.id >= first_id and age(e.xmin) <= age(pg_current_xact_id()::xid)
     and not exists (select from ledger_link l where l.entry_id = e.id);
  insert into ledger_leg (entry_id, account, firm_id, listing_id, listing_version, unit_kind, amount_base)
  select e.id, leg.account, leg.firm_id, leg.listing_id, leg.listing_version, e.unit_kind, leg.amount_base
    from ledger_entry e,
         lateral (values ('GIVER_STREAM', e.giver_firm_id, e.exchange ->> 'offerId', (e.exchange ->> 'offerVersion')::int, -e.amount_base),
                         ('TAKER_INPUT', e.taker_firm_id, e.exchange ->> 'needId', (e.exchange ->> 'needVersion')::int, e.amount_base))
           leg (account, firm_id, listing_id, listing_version, amount_base)
   where e.id = any (waiting);
  -- In one order for everybody, so that two exchanges of the same two clusters never wait for each other.
  for its_chain, its_entries in
    with entered as (
      select e.id, e.giver_firm_id, e.taker_firm_id, coalesce(e.reverses, (
               select min(first.id) from ledger_entry first
                where first.kind in ('delivered', 'verified')
                  and first.delivery_id in (
                    select e.delivery_id union all select d.id from delivery d where d.corrected_by_id = e.delivery_id)
                  and first.id <> all (waiting))) as stands_with
        from ledger_entry e where e.id = any (waiting)
    ),
    standing as (
      select n.id, l.chain_id from entered n join ledger_link l on l.entry_id = n.stands_with
    ),
    placed as (
      select id, chain_id from standing
      union all
      select n.id, fc.cluster_id
        from entered n, lateral (select distinct fc.cluster_id from firm_cluster fc
                                  where fc.firm_id in (n.giver_firm_id, n.taker_firm_id)) fc
       where not exists (select from standing s where s.id = n.id)
    )
    select coalesce(p.chain_id, '00000000-0000-0000-0000-000000000000'), array_agg(n.id order by n.id)
      from entered n left join placed p on p.id = n.id
     group by 1
     order by hashtextextended('ledger ' || coalesce(p.chain_id, '00000000-0000-0000-0000-000000000000'), 0)
  loop
    perform enter_in_chain(its_chain, its_entries);
  end loop;
end $$;

-- Deferred triggers fire for each row: the first row of a transaction enters all of them.
create function enter_transaction_in_ledger() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from ledger_link l where l.entry_id = new.id) then
    perform enter_all_in_ledger(new.id);
  end if;
  return null;
end $$;

drop trigger ledger_entered on ledger_entry;
create constraint trigger ledger_entered after insert on ledger_entry
  deferrable initially deferred for each row execute function enter_transaction_in_ledger();
set local role bistrom_gate;
drop function enter_new_in_ledger(), enter_in_ledger(ledger_entry), enter_in_chain(ledger_entry, uuid);
reset role;

select rebuild_balances();

-- A cached row says up to which place of its cluster's chain it was folded. Rows whose entries are not the first ones of
-- the chain cannot say so.
update figure f
   set ledger_state = coalesce((
     select l.length::text
       from (select count(*) as length, max(position) as last from ledger_link l
              where l.chain_id = f.cluster_id and l.entry_id <= split_part(f.ledger_state, ' to ', 2)::bigint) l
      where coalesce(l.last, 0) = l.length
        and split_part(f.ledger_state, ' to ', 1)::bigint
            = (select count(*) from ledger_entry e where e.id <= split_part(f.ledger_state, ' to ', 2)::bigint)), '-1');
delete from figure where ledger_state = '-1';
alter table figure alter ledger_state type bigint using ledger_state::bigint;

-- The gate keeps the balances and reads for it what was entered; figures read them, and the places of entries in chains.
do $$
declare name text;
begin
  foreach name in array array['ledger_balance', 'ledger_month', 'ledger_rate'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant select on %I to bistrom_installation, bistrom_figures', name);
    execute format('create policy installation on %I to bistrom_installation using (true)', name);
    execute format('create policy figures on %I to bistrom_figures using (true)', name);
    execute format('grant select, insert, update, delete on %I to bistrom_gate', name);
    execute format('create policy gate on %I to bistrom_gate using (true) with check (true)', name);
  end loop;
  grant select (chain_id, position, entry_id) on ledger_link to bistrom_figures;
  create policy figures on ledger_link for select to bistrom_figures using (true);
  grant select on ledger_entry to bistrom_gate;
  create policy gate on ledger_entry for select to bistrom_gate using (true);
  grant select (id, corrected_by_id) on delivery to bistrom_gate;
  create policy gate on delivery for select to bistrom_gate using (true);
end $$;

grant execute on function rebuild_balances() to bistrom_installation;
grant create on schema public to bistrom_gate;
do $$
declare name text;
begin
  foreach name in array array[
    'add_to_balances(uuid, bigint)', 'rebuild_balances()', 'enter_in_chain(uuid, bigint[])', 'enter_all_in_ledger(bigint)',
    'enter_transaction_in_ledger()'
  ] loop
    execute 'revoke execute on function ' || name || ' from public';
    execute 'alter function ' || name || ' owner to bistrom_gate';
  end loop;
end $$;
revoke create on schema public from bistrom_gate;
