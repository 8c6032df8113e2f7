-- The queue's tables are BullMQ's own, in a schema of their own, and belong to the one role that the queue works as:
-- BullMQ brings them up to date itself. What another login made there before that role existed is handed over.
do $$
declare thing record;
begin
  if to_regnamespace('bullmq') is null then
    create schema bullmq authorization bistrom_queue;
    return;
  end if;
  if (select nspowner = 'bistrom_queue'::regrole from pg_namespace where nspname = 'bullmq') then return; end if;
  grant create, usage on schema bullmq to bistrom_queue;
  for thing in
    select format('table bullmq.%I', relname) as name from pg_class
     where relnamespace = 'bullmq'::regnamespace and relkind in ('r', 'p', 'v', 'm')
    union all
    select format('sequence bullmq.%I', s.relname) from pg_class s
     where s.relnamespace = 'bullmq'::regnamespace and s.relkind = 'S'
       and not exists (select from pg_depend d where d.objid = s.oid and d.deptype in ('a', 'i'))
    union all
    select format('routine %s', oid::regprocedure) from pg_proc where pronamespace = 'bullmq'::regnamespace
    union all
    select format('type bullmq.%I', typname) from pg_type
     where typnamespace = 'bullmq'::regnamespace and typtype in ('d', 'e')
  loop
    execute 'alter ' || thing.name || ' owner to bistrom_queue';
  end loop;
  alter schema bullmq owner to bistrom_queue;
end $$;
