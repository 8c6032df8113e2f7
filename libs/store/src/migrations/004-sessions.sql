-- Whoever holds a connection open on somebody's rights hears of it when they change: with the commit that changes
-- them, on the channel bistrom_access, the person's id. The database tells, and not the code that writes, because the
-- sign-in library writes its sessions itself and an operator may write by hand.

create function tell_access_of_person() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform pg_notify('bistrom_access', old.person_id); end if;
  if tg_op <> 'DELETE' then perform pg_notify('bistrom_access', new.person_id); end if;
  return null;
end $$;

create trigger tell_access after insert or update or delete on person_firm
  for each row execute function tell_access_of_person();
create trigger tell_access after insert or update or delete on person_cluster
  for each row execute function tell_access_of_person();

-- The clusters of a firm decide what its people may see of them.
create index on person_firm (firm_id);
create function tell_access_of_firm() returns trigger language plpgsql as $$
begin
  perform pg_notify('bistrom_access', person_id) from person_firm
   where firm_id in (coalesce(new.firm_id, old.firm_id), coalesce(old.firm_id, new.firm_id));
  return null;
end $$;

create trigger tell_access after insert or update or delete on firm_cluster
  for each row execute function tell_access_of_firm();

-- A new session gives nobody less, so it is not told.
create function tell_access_of_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('bistrom_access', old."userId");
  return null;
end $$;

create trigger tell_access after update or delete on auth."session"
  for each row execute function tell_access_of_session();
