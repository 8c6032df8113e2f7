-- Firms are told in their inbox of what staff suggest to them: a part of a plan, and joint transport.
drop index event_inbox;
create index event_inbox on event (firm_id, happened_at)
  where type in ('matchFound', 'watchFound', 'proposalSent', 'proposalChanged', 'agreementMade', 'agreementEnded',
                 'listingFading', 'agreementEnding', 'listingEdited', 'planSuggested', 'jointTransportOffered',
                 'jointTransportChanged');

-- Staff tell the two firms of what they have just suggested, and nobody else of anything.
grant insert on event to bistrom_workbench;
create policy suggestion on event for insert to bistrom_workbench with check (
  type = 'planSuggested' and exists (
    select from plan_suggestion s where s.match_id = event.match_id and event.firm_id in (s.offer_firm_id, s.need_firm_id)));

-- The firms of both agreements are told, each of its own; who tells them does not learn who they are. Asked by somebody
-- who may not know of the offer, nothing happens. Gives the firms to wake.
create function tell_joint_transport(asked_id uuid, asked_type text, asked_firm uuid) returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare party record;
begin
  if asked_type not in ('jointTransportOffered', 'jointTransportChanged') then
    return;
  end if;
  for party in
    select distinct on (firm.id) firm.id, a.id as agreement_id
      from joint_transport j
      join agreement a on a.id in (j.first_agreement_id, j.second_agreement_id)
     cross join lateral unnest(array[a.offer_firm_id, a.need_firm_id]) firm (id)
     where j.id = asked_id
       and (j.cluster_id = any (own_staff_clusters())
         or exists (select from agreement own where own.id in (j.first_agreement_id, j.second_agreement_id)
                       and (own.offer_firm_id = any (own_firms()) or own.need_firm_id = any (own_firms()))))
     order by firm.id, a.id
  loop
    insert into event (type, firm_id, agreement_id, by_firm_id)
    values (asked_type, party.id, party.agreement_id, asked_firm);
    return next party.id;
  end loop;
end $$;
grant select (id, cluster_id, first_agreement_id, second_agreement_id) on joint_transport to bistrom_gate;
create policy gate on joint_transport for select to bistrom_gate using (true);
grant select (id, offer_firm_id, need_firm_id) on agreement to bistrom_gate;
create policy gate on agreement for select to bistrom_gate using (true);
grant insert on event to bistrom_gate;
create policy gate on event for insert to bistrom_gate with check (type in ('jointTransportOffered', 'jointTransportChanged'));
revoke all on function tell_joint_transport(uuid, text, uuid) from public;
grant execute on function tell_joint_transport(uuid, text, uuid) to bistrom_app, bistrom_workbench;
grant create on schema public to bistrom_gate;
alter function tell_joint_transport(uuid, text, uuid) owner to bistrom_gate;
revoke create on schema public from bistrom_gate;
