-- Which figures of which years a cluster shows to everybody. A choice is a row that stays: the last one holds, one
-- without years shows nothing, and all of them are the history. See docs/decisions/0039.
create table published_page (
  id uuid primary key,
  cluster_id uuid not null references cluster,
  years int[] not null check (cardinality(years) <= 50),
  figures text[] not null check (cardinality(figures) <= 100),
  bases text[] not null check (bases <@ array['AGREED', 'DELIVERED', 'VERIFIED']),
  -- end of the cluster's chain at that moment: noted where everybody can see it, and later held against the ledger
  chain_head bytea check (length(chain_head) = 32),
  by_person text not null,
  at timestamptz not null default clock_timestamp(),
  -- one choice after the other, also where clocks agree
  position bigint generated always as identity unique
);
create index on published_page (cluster_id, position desc);

create trigger published_page_append_only before update or delete on published_page
  for each row execute function refuse_change();
create trigger published_page_no_truncate before truncate on published_page
  for each statement execute function refuse_change();

-- Staff of the cluster read the history and add to it; the public page is read with the figures.
alter table published_page enable row level security, force row level security;
grant select, insert on published_page to bistrom_members, bistrom_installation;
create policy own_cluster on published_page for select to bistrom_members
  using (cluster_id = any ((select own_staff_clusters())::uuid[]));
create policy own_staff on published_page for insert to bistrom_members
  with check (cluster_id = any ((select own_staff_clusters())::uuid[]) and by_person = (select own_person()));
grant select (cluster_id, years, figures, bases, chain_head, at, position) on published_page to bistrom_figures;
create policy figures on published_page for select to bistrom_figures using (true);
create policy installation on published_page to bistrom_installation using (true);

-- What an auditor may be handed: a chain that can be followed without anybody's prices. The hash of an entry with money
-- holds a seal in its place, the hash of a salt and the sum: who has neither cannot try sums until one fits. Entries
-- from before keep the hash that they have.
create table ledger_seal (
  entry_id bigint primary key references ledger_entry,
  salt uuid not null
);
create trigger seal_append_only before update or delete on ledger_seal for each row execute function refuse_change();
create trigger seal_no_truncate before truncate on ledger_seal for each statement execute function refuse_change();

create function seal_money() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into ledger_seal (entry_id, salt) select id, gen_random_uuid() from added where value_nok is not null;
  return null;
end $$;
create trigger ledger_sealed after insert on ledger_entry
  referencing new table as added for each statement execute function seal_money();

-- As in 022, with form 2 where the entry is sealed. domain: ledger/chain.ts
create or replace function ledger_text(entry ledger_entry, its_chain uuid, its_position bigint, previous bytea) returns text
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with seal as (select salt from ledger_seal where entry_id = entry.id)
  select '{' || string_agg(to_json(name)::text || ':' || coalesce(to_json(value)::text, 'null'), ',' order by name collate "C") || '}'
    from (
      select 'exchange.' || field.key,
             case jsonb_typeof(field.value) when 'number' then trim_scale((field.value #>> '{}')::numeric)::text
                                            else field.value #>> '{}' end
        from jsonb_each(entry.exchange) field
      union all
      select 'valueNok', trim_scale(entry.value_nok)::text where not exists (select from seal)
      union all
      select 'valueSeal', encode(sha256(convert_to(salt || ' ' || trim_scale(entry.value_nok), 'UTF8')), 'hex') from seal
      union all
      values ('form', case when exists (select from seal) then '2' else '1' end),
        ('chain', its_chain::text), ('position', its_position::text), ('previous', encode(previous, 'hex')),
        ('id', entry.id::text), ('agreementId', entry.agreement_id::text), ('deliveryId', entry.delivery_id::text),
        ('kind', entry.kind), ('basis', entry.basis), ('reverses', entry.reverses::text), ('unitKind', entry.unit_kind),
        ('amountBase', trim_scale(entry.amount_base)::text), ('roadKm', trim_scale(entry.road_km)::text),
        ('occurredOn', to_char(entry.occurred_on, 'YYYY-MM-DD')),
        ('yearly', entry.yearly::text), ('endsOn', to_char(entry.ends_on, 'YYYY-MM-DD')),
        ('giverFirmId', entry.giver_firm_id::text), ('takerFirmId', entry.taker_firm_id::text),
        ('methodVersion', entry.method_version),
        ('recordedAt', to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    ) field (name, value) $$;

-- Salts open the seals: the installation alone reads them, the gate alone writes them.
alter table ledger_seal enable row level security, force row level security;
grant select on ledger_seal to bistrom_installation;
create policy installation on ledger_seal to bistrom_installation using (true);
grant select, insert on ledger_seal to bistrom_gate;
create policy gate on ledger_seal to bistrom_gate using (true) with check (true);
grant create on schema public to bistrom_gate;
revoke execute on function seal_money() from public;
alter function seal_money() owner to bistrom_gate;
revoke create on schema public from bistrom_gate;
