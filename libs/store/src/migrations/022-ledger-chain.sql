-- The ledger as an audit wants it: two legs to every entry, and a chain of hashes for every cluster. Both are written by
-- the database itself when a transaction commits, whoever wrote the entry. See docs/decisions/0032.

-- Out of the giver's stream, into the taker's input: the legs of an entry sum to zero in its unit.
create table ledger_leg (
  entry_id bigint not null references ledger_entry,
  account text not null check (account in ('GIVER_STREAM', 'TAKER_INPUT')),
  firm_id uuid not null references firm,
  listing_id text,
  listing_version int,
  unit_kind text not null,
  amount_base numeric not null,
  primary key (entry_id, account)
);
create index on ledger_leg (firm_id);

-- A chain is a cluster's; entries of firms that are in none stand in the chain of the nil UUID.
create table ledger_link (
  chain_id uuid not null,
  position bigint not null check (position > 0),
  entry_id bigint not null references ledger_entry,
  -- of the link before; 32 bytes of nothing before the first
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (chain_id, position),
  unique (entry_id, chain_id),
  -- one follower to each, also if a lock should ever fail: a chain cannot fork
  unique (chain_id, previous_hash)
);

create trigger leg_append_only before update or delete on ledger_leg for each row execute function refuse_change();
create trigger leg_no_truncate before truncate on ledger_leg for each statement execute function refuse_change();
create trigger link_append_only before update or delete on ledger_link for each row execute function refuse_change();
create trigger link_no_truncate before truncate on ledger_link for each statement execute function refuse_change();

-- What is hashed: the JSON of RFC 8785 of an object of strings, decimals without trailing zeros, instants in UTC to the
-- microsecond. The fields and their names never change; another form gets another number. domain: ledger/chain.ts
create function ledger_text(entry ledger_entry, its_chain uuid, its_position bigint, previous bytea) returns text
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select '{' || string_agg(to_json(name)::text || ':' || coalesce(to_json(value)::text, 'null'), ',' order by name collate "C") || '}'
    from (
      select 'exchange.' || field.key,
             case jsonb_typeof(field.value) when 'number' then trim_scale((field.value #>> '{}')::numeric)::text
                                            else field.value #>> '{}' end
        from jsonb_each(entry.exchange) field
      union all
      values ('form', '1'), ('chain', its_chain::text), ('position', its_position::text), ('previous', encode(previous, 'hex')),
        ('id', entry.id::text), ('agreementId', entry.agreement_id::text), ('deliveryId', entry.delivery_id::text),
        ('kind', entry.kind), ('basis', entry.basis), ('reverses', entry.reverses::text), ('unitKind', entry.unit_kind),
        ('amountBase', trim_scale(entry.amount_base)::text), ('roadKm', trim_scale(entry.road_km)::text),
        ('valueNok', trim_scale(entry.value_nok)::text), ('occurredOn', to_char(entry.occurred_on, 'YYYY-MM-DD')),
        ('yearly', entry.yearly::text), ('endsOn', to_char(entry.ends_on, 'YYYY-MM-DD')),
        ('giverFirmId', entry.giver_firm_id::text), ('takerFirmId', entry.taker_firm_id::text),
        ('methodVersion', entry.method_version),
        ('recordedAt', to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    ) field (name, value) $$;

create function enter_in_chain(entry ledger_entry, its_chain uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  last_position bigint;
  last_hash bytea;
begin
  -- Held until the commit, which this is part of: the next one sees this link, so all of them make one chain.
  perform pg_advisory_xact_lock(hashtextextended('ledger ' || its_chain, 0));
  select l.position, l.hash into last_position, last_hash
    from ledger_link l where l.chain_id = its_chain order by l.position desc limit 1;
  last_position := coalesce(last_position, 0);
  last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  insert into ledger_link (chain_id, position, entry_id, previous_hash, hash)
  values (its_chain, last_position + 1, entry.id, last_hash,
    sha256(convert_to(ledger_text(entry, its_chain, last_position + 1, last_hash), 'UTF8')));
end $$;

create function enter_in_ledger(entry ledger_entry) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  its_chain uuid;
begin
  insert into ledger_leg (entry_id, account, firm_id, listing_id, listing_version, unit_kind, amount_base)
  values (entry.id, 'GIVER_STREAM', entry.giver_firm_id, entry.exchange ->> 'offerId',
          (entry.exchange ->> 'offerVersion')::int, entry.unit_kind, -entry.amount_base),
         (entry.id, 'TAKER_INPUT', entry.taker_firm_id, entry.exchange ->> 'needId',
          (entry.exchange ->> 'needVersion')::int, entry.unit_kind, entry.amount_base);
  -- In one order for everybody, so that two exchanges of the same two clusters never wait for each other.
  for its_chain in
    select chain.id
      from (select distinct fc.cluster_id as id from firm_cluster fc
             where fc.firm_id in (entry.giver_firm_id, entry.taker_firm_id)) chain
     order by hashtextextended('ledger ' || chain.id, 0)
  loop
    perform enter_in_chain(entry, its_chain);
  end loop;
  if not found then
    perform enter_in_chain(entry, '00000000-0000-0000-0000-000000000000');
  end if;
end $$;

create function enter_new_in_ledger() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform enter_in_ledger(new);
  return null;
end $$;

-- What was there before is chained in the order of its numbers, with the clusters that its firms are in today.
do $$
declare
  entry ledger_entry;
begin
  for entry in select * from ledger_entry order by id loop
    perform enter_in_ledger(entry);
  end loop;
end $$;

-- At the very end of a transaction: the lock of a chain is held for the commit alone, and whoever only tries an entry
-- holds up nobody.
create constraint trigger ledger_entered after insert on ledger_entry
  deferrable initially deferred for each row execute function enter_new_in_ledger();

-- Which figures stand on which factors and method: new ones stand beside the old.
alter table figure drop constraint figure_pkey, add primary key (cluster_id, basis, period_from, period_to, factor_set);
alter table figure_parcel add factor_set text, add method_version text;
update figure_parcel set factor_set = (select max(set_id) from factor), method_version = '2026-1';
alter table figure_parcel alter factor_set set not null, alter method_version set not null;

-- Links tell how much a cluster trades, legs who: the installation alone reads them, the gate alone writes them.
do $$
declare name text;
begin
  foreach name in array array['ledger_leg', 'ledger_link'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant select on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true)', name);
    execute format('grant select, insert on %I to bistrom_gate', name);
    execute format('create policy gate on %I to bistrom_gate using (true) with check (true)', name);
  end loop;
end $$;

grant create on schema public to bistrom_gate;
do $$
declare name text;
begin
  foreach name in array array[
    'enter_in_chain(ledger_entry, uuid)', 'enter_in_ledger(ledger_entry)', 'enter_new_in_ledger()'
  ] loop
    execute 'revoke execute on function ' || name || ' from public';
    execute 'alter function ' || name || ' owner to bistrom_gate';
  end loop;
end $$;
revoke create on schema public from bistrom_gate;
